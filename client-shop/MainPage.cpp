// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/MainPage.h"

#include "client-shop/BoardPage.h"
#include "client-shop/DayPage.h"
#include "client-shop/EditSheet.h"
#include "client-shop/EndingDesk.h"
#include "client-shop/HeadBar.h"
#include "client-shop/HoursPage.h"
#include "client-shop/MenuBook.h"
#include "client-shop/MenuPage.h"
#include "client-shop/OrderBell.h"
#include "client-shop/PrintDesk.h"
#include "client-shop/ReviewsPage.h"
#include "client-shop/ShopPage.h"
#include "client-shop/StepDesk.h"
#include "client-shop/TicketSheet.h"
#include "desk/Complaint.h"
#include "desk/OfflineBanner.h"
#include "ui/Bars.h"
#include "ui/NavButton.h"
#include "ui/Tokens.h"
#include "ui/UndoBar.h"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QPainter>
#include <QStackedWidget>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace soban::shop_app {

namespace {

using namespace ui;

/// The table at the head of the rail.
class RailLogo : public QWidget {
public:
    RailLogo() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

    QSize sizeHint() const override { return {0, kTall}; }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        paintArt(painter, QStringLiteral("logo"),
                 QRectF((width() - kLogo) / 2.0, (kTall - kLogo) / 2.0, kLogo, kLogo));
    }

private:
    static constexpr int kTall = 76, kLogo = 40;
};

} // namespace

MainPage::MainPage(const Services &services, ShopId shop, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_shop(new ShopState(services, this))
    , m_book(new TicketBook(services, *m_shop, this))
    , m_steps(new StepDesk(services, *m_book, *m_shop, this))
    , m_endings(new EndingDesk(*m_book, *m_steps, this))
    , m_bell(new OrderBell(services, *m_book, *m_shop, this))
    , m_menu(new MenuBook(services, this))
    , m_reviews(new ReviewBook(services, shop, this))
    , m_printer(new PrintDesk(services, *m_book, *m_shop, this))
    , m_head(new HeadBar(services, *m_book, *m_shop))
    , m_board(new BoardPage(services, *m_book, *m_steps, *m_shop))
    , m_pages(new QStackedWidget)
    , m_offline(new desk::OfflineBanner(services.link, services.clock, this))
    , m_cards(new Banner)
    , m_rail(new Rail) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, metrics::kGap8);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_pages, 1);
    column->addWidget(m_cards);
    m_rail->addTop(new RailLogo);
    addPages();
    addAside();
    for (QWidget *part : QList<QWidget *>{m_head, m_offline})
        part->installEventFilter(this);
    connectParts();
    connectPrinting();
    goTo(PageNumber::Orders);
    retranslate();
    m_shop->load();
    m_reviews->load();
}

MainPage::~MainPage() {
    // What is held back is sent, while there is still a book to look it up in.
    delete m_steps;
    delete m_notes;
    delete m_ticket;
}

void MainPage::addPages() {
    auto *settings = new ShopPage(m_services, *m_shop);
    connect(settings, &ShopPage::appSettingsChosen, this, &MainPage::settingsChosen);
    // In the order of the rail.
    addPage(PageNumber::Orders, Icon::Receipt, m_board);
    addPage(PageNumber::Menu, Icon::List, new MenuPage(m_services, *m_menu, *m_shop));
    addPage(PageNumber::Reviews, Icon::Chat, new ReviewsPage(m_services, *m_reviews, *m_shop));
    auto *day = new DayPage(m_services, *m_book, *m_shop);
    connect(day, &DayPage::openChosen, this, &MainPage::openTicket);
    connect(m_board, &BoardPage::openChosen, this, &MainPage::openTicket);
    connect(m_board, &BoardPage::refusalChosen, this,
            [this](OrderId order) { m_endings->ask(order, Action::Refuse); });
    addPage(PageNumber::Day, Icon::Chart, day);
    addPage(PageNumber::Hours, Icon::Clock, new HoursPage(*m_shop));
    addPage(PageNumber::Settings, Icon::Gear, settings);
}

void MainPage::addPage(PageNumber number, Icon icon, QWidget *page) {
    auto *way = new NavButton(NavButton::Place::Rail, icon);
    m_rail->addTop(way);
    m_pages->addWidget(page);
    m_entries.insert(number, {page, way});
    connect(way, &NavButton::clicked, this, [this, number] { showPage(number); });
    if (auto *known = qobject_cast<Page *>(page)) {
        connect(known, &Page::headChanged, this, &MainPage::tellHead);
        connect(known, &Page::undoOffered, this,
                [this](const QString &what, const std::function<void()> &undo) {
                    offerUndo(what, undo, {});
                });
    }
}

void MainPage::addAside() {
    m_shortcuts = new NavButton(NavButton::Place::Rail, Icon::Keyboard);
    m_shortcuts->setCheckable(false); // opens a sheet, no page
    m_rail->addBottom(m_shortcuts);
    connect(m_shortcuts, &NavButton::clicked, this, &MainPage::shortcutsChosen);
}

void MainPage::connectParts() {
    connect(m_steps, &StepDesk::heldBack, this, [this](int number, Action action) {
        offerUndo(
            TicketWords::doneWords(number, action, m_shop->here().kind),
            [this] { m_steps->undo(); }, [this] { m_steps->release(); });
    });
    connect(m_steps, &StepDesk::released, this, [this] {
        if (m_notes)
            m_notes->hide();
    });
    // Tickets are full of times: not before it is known by which clocks to tell them.
    connect(m_shop, &ShopState::changed, this, [this] {
        if (!m_shop->settings())
            return;
        m_offline->setZone(m_shop->here().zone);
        emit zoneLearned(m_shop->here().zone);
        if (!m_book->isLoaded())
            m_book->load();
    });
    connect(m_offline, &Banner::actionChosen, this, &MainPage::reconnectChosen);
    connect(&m_services.events, &client::EventStream::cardPaymentChanged, this,
            &MainPage::tellOfCards);
    connect(m_steps, &StepDesk::failed, this, &MainPage::tell);
    connect(m_steps, &StepDesk::ended, this, [this](int number, Action action) {
        notes()->tell(Icon::Check,
                      (action == Action::Refuse        ? tr("No. %1 is declined")
                       : action == Action::ReturnGoods ? tr("No. %1 is back")
                                                       : tr("No. %1 is cancelled"))
                          .arg(number),
                      motion::kUndoMs);
    });
    connect(m_steps, &StepDesk::extended, this, [this](int number, int minutes) {
        notes()->tell(Icon::Clock,
                      tr("No. %1: %2 min more, and the customer is told").arg(number).arg(minutes),
                      motion::kUndoMs);
    });
    connect(m_shop, &ShopState::failed, this, &MainPage::tell);
    connect(m_book, &TicketBook::failed, this, &MainPage::tell);
    connect(m_menu, &MenuBook::failed, this, &MainPage::tell);
    connect(m_reviews, &ReviewBook::failed, this, &MainPage::tell);
    connect(m_bell, &OrderBell::orderArrived, this, &MainPage::showNewOrder);
    // Who follows the notice of an order wants to see it.
    connect(&m_services.notifier, &desk::Notifier::windowRequested, this, [this] {
        if (m_book->countOf(OrderState::Placed) > 0 && isFocusOnPages())
            showPage(PageNumber::Orders);
    });
    connect(m_book, &TicketBook::ticketChanged, this, &MainPage::countUp);
    connect(m_book, &TicketBook::loaded, this, &MainPage::countUp);
    connect(m_reviews, &ReviewBook::loaded, this, &MainPage::countUp);
    connect(m_reviews, &QAbstractItemModel::dataChanged, this, &MainPage::countUp);
    // Whoever comes back to a line that was away looks at what is there now.
    connect(&m_services.events, &client::EventStream::connectionStateChanged, this, [this] {
        if (!m_shop->settings())
            m_shop->load(); // and then the tickets
        else if (!m_book->isLoaded())
            m_book->load();
        if (!m_menu->menu())
            m_menu->load();
        if (!m_reviews->isLoaded())
            m_reviews->load();
    });
}

void MainPage::connectPrinting() {
    connect(m_board, &BoardPage::printChosen, m_printer, &PrintDesk::print);
    connect(m_printer, &PrintDesk::printed, this,
            [this](int number, const QString &where, bool isCopy) {
                // A printer by its name, a file without its folder: that is in the settings.
                const QString place = QFileInfo(where).fileName();
                notes()->tell(Icon::Print,
                              isCopy ? tr("Copy of ticket %1: %2").arg(number).arg(place)
                                     : tr("Ticket %1: %2").arg(number).arg(place),
                              motion::kUndoMs);
            });
    connect(m_printer, &PrintDesk::failed, this, [this](int number, PrintFault fault) {
        const QString what =
            fault == PrintFault::NoPrinter
                ? tr("Ticket %1 is not printed: this computer has no printer. Choose a folder for "
                     "PDFs in the settings.")
            : fault == PrintFault::PrinterFault
                ? tr("Ticket %1 is not printed: the printer did not take it. Look whether it is on "
                     "and has paper, then print it with P.")
                : tr("Ticket %1 is not printed: the folder cannot be written to. Choose another "
                     "one in the settings.");
        notes()->tell(Icon::Warning, what.arg(number), motion::kUndoMs);
    });
}

void MainPage::openTicket(OrderId order) {
    if (!m_ticket) {
        m_ticket = new TicketSheet(*m_book, *m_shop, *m_printer, window());
        connect(m_ticket, &TicketSheet::endChosen, m_endings, &EndingDesk::ask);
        connect(m_ticket, &TicketSheet::extensionChosen, m_steps, &StepDesk::extend);
    }
    m_ticket->show(order);
}

void MainPage::showNewOrder() {
    if (mayLeadToBoard())
        goTo(PageNumber::Orders);
}

/// On the board, Enter accepts orders. Who is writing, here or in another window, or is about to
/// press something else would do so unawares: the bell, the desktop's notice and the count on the
/// rail have to do until then.
bool MainPage::mayLeadToBoard() const {
    const QWidget *focus = window()->focusWidget();
    const bool isWriting =
        qobject_cast<const QTextEdit *>(focus) || qobject_cast<const QLineEdit *>(focus);
    return window()->isActiveWindow() && isFocusOnPages() && !isWriting && !m_board->current();
}

/// Rather than on what covers them.
bool MainPage::isFocusOnPages() const {
    const QWidget *focus = window()->focusWidget();
    return !focus || focus == window() || focus == this || isAncestorOf(focus) ||
           m_rail->isAncestorOf(focus);
}

void MainPage::countUp() {
    m_entries[PageNumber::Orders].way->setBadge(m_book->countOf(OrderState::Placed));
    m_entries[PageNumber::Reviews].way->setBadge(m_reviews->unanswered());
}

void MainPage::printTicket() {
    if (const auto order = m_board->current())
        m_printer->print(*order);
}

void MainPage::showPage(PageNumber page) {
    if (m_pages->currentWidget() == m_entries.value(page).page) {
        goTo(page);
        return;
    }
    // The rail marks the page that is seen, also while it is asked.
    for (const Entry &entry : std::as_const(m_entries))
        entry.way->setChecked(entry.page == m_pages->currentWidget());
    if (Page *now = current())
        now->leave([this, page] { goTo(page); });
    else
        goTo(page);
}

void MainPage::goTo(PageNumber page) {
    const Entry entry = m_entries.value(page);
    m_pages->setCurrentWidget(entry.page);
    entry.way->setChecked(true);
    setFocusProxy(entry.page);
    tellHead();
    placeNotes();
    if (Page *now = current())
        now->enter();
}

/// Other pages have their buttons where the board's are not.
void MainPage::placeNotes() {
    const bool isBoard = m_pages->currentWidget() == m_entries.value(PageNumber::Orders).page;
    if (m_notes)
        m_notes->setLeft(isBoard ? 0 : m_rail->width() + metrics::kGap16);
}

/// Without a connection nothing can be done in the head, so the banner takes its place, and nothing
/// below moves. A page with a head of its own has it above.
void MainPage::placeOffline() {
    const bool isOffline = !m_offline->isHidden();
    const int wanted = m_offline->heightForWidth(width());
    const int above = isOffline && m_head->isHidden() ? wanted : 0;
    setContentsMargins(0, above, 0, 0);
    m_head->setEnabled(!isOffline);
    const int head = m_head->height() - metrics::kGap8; // whose foot keeps the lanes apart from it
    m_offline->setGeometry(0, 0, width(), above > 0 ? above : std::max(wanted, head));
    m_offline->raise();
}

bool MainPage::eventFilter(QObject *watched, QEvent *event) {
    const bool isMove = event->type() == QEvent::ShowToParent ||
                        event->type() == QEvent::HideToParent || event->type() == QEvent::Resize ||
                        event->type() == QEvent::LayoutRequest;
    if (isMove)
        placeOffline();
    return QWidget::eventFilter(watched, event);
}

Page *MainPage::current() const {
    return qobject_cast<Page *>(m_pages->currentWidget());
}

QString MainPage::pageName(PageNumber page) const {
    return m_entries.value(page).way->text();
}

void MainPage::tellHead() {
    const Page *now = current();
    m_head->setVisible(!now || !now->hasOwnHead());
    m_head->setPage(now ? now->title() : QString(), now ? now->detail() : QString());
}

bool MainPage::hasUnsaved() const {
    return openEntry() || std::any_of(m_entries.cbegin(), m_entries.cend(), [](const Entry &entry) {
               const auto *page = qobject_cast<const Page *>(entry.page);
               return page && page->hasUnsaved();
           });
}

/// The sheet over the pages in which something is entered.
EditSheet *MainPage::openEntry() const {
    const auto sheets = window()->findChildren<EditSheet *>();
    const auto open = std::find_if(sheets.cbegin(), sheets.cend(),
                                   [](const EditSheet *sheet) { return sheet->hasUnsaved(); });
    return open == sheets.cend() ? nullptr : *open;
}

void MainPage::leave(std::function<void()> then) {
    if (EditSheet *sheet = openEntry()) {
        sheet->leave([this, then] { leave(then); });
        return;
    }
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        auto *page = qobject_cast<Page *>(entry->page);
        if (!page || !page->hasUnsaved())
            continue;
        goTo(entry.key());
        page->leaveForGood([this, then] { leave(then); }); // and the other pages
        return;
    }
    then();
}

UndoBar *MainPage::notes() {
    if (!m_notes) {
        m_notes = new UndoBar(window());
        connect(m_notes, &UndoBar::over, this, [this] {
            if (const auto over = std::exchange(m_over, {}))
                over();
        });
        connect(m_notes, &UndoBar::undone, this, [this] {
            m_over = {};
            if (const auto undo = std::exchange(m_undo, {}))
                undo();
        });
        placeNotes();
    }
    return m_notes;
}

void MainPage::offerUndo(const QString &what, std::function<void()> undo,
                         std::function<void()> over) {
    placeNotes();
    notes()->offer(what, motion::kUndoMs); // ends the one before
    m_undo = std::move(undo);
    m_over = std::move(over);
}

void MainPage::tell(const client::ApiError &error) {
    // A lost connection is the banner's matter.
    if (error.kind == client::ApiError::Kind::Refused)
        notes()->tell(Icon::Warning, desk::explain(error).text(), motion::kUndoMs);
}

void MainPage::retranslate() {
    const auto name = [this](PageNumber page, const QString &text) {
        m_entries.value(page).way->setText(text);
    };
    name(PageNumber::Orders, tr("Orders"));
    name(PageNumber::Menu, tr("Menu"));
    name(PageNumber::Reviews, tr("Reviews"));
    name(PageNumber::Day, tr("Figures"));
    name(PageNumber::Hours, tr("Hours"));
    name(PageNumber::Settings, tr("Settings"));
    m_shortcuts->setText(tr("Keys F1"));
    tellOfCards();
}

void MainPage::tellOfCards() {
    m_cards->tell(Tone::Late, Icon::Card, tr("Card payment is down at the moment."),
                  tr("New orders come with payment on delivery. What is paid stays paid."));
    m_cards->setVisible(m_services.events.isCardPaymentDown());
}

void MainPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange) // once the rail has its new width
        QMetaObject::invokeMethod(this, &MainPage::placeNotes, Qt::QueuedConnection);
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
