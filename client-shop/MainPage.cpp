// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/MainPage.h"

#include "client-shop/BoardPage.h"
#include "client-shop/DayPage.h"
#include "client-shop/HeadBar.h"
#include "client-shop/OrderBell.h"
#include "client-shop/PrintDesk.h"
#include "client-shop/ReviewsPage.h"
#include "client-shop/StepDesk.h"
#include "desk/Complaint.h"
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
    , m_book(new TicketBook(services.api, services.events, services.clock, this))
    , m_steps(new StepDesk(services, *m_book, *m_shop, this))
    , m_bell(new OrderBell(services, *m_book, *m_shop, this))
    , m_reviewBook(new ReviewBook(services, shop, this))
    , m_printer(new PrintDesk(services, *m_book, *m_shop, this))
    , m_head(new HeadBar(services, *m_book, *m_shop))
    , m_board(new BoardPage(services, *m_book, *m_steps))
    , m_reviews(new ReviewsPage(services, *m_reviewBook))
    , m_day(new DayPage(services, *m_book, *m_shop))
    , m_pages(new QStackedWidget) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, metrics::kGap8);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_pages, 1);
    makeRail();
    connectParts();
    connectPrinting();
    setFocusProxy(m_board);
    retranslate();
    m_shop->load();
    m_book->load();
    m_reviewBook->load();
}

MainPage::~MainPage() {
    // What is held back is sent, while there is still a book to look it up in.
    delete m_steps;
    delete m_notes;
}

void MainPage::addPage(PageId page, Icon icon, const char *name, QWidget *content) {
    auto *button = new NavButton(NavButton::Place::Rail, icon);
    connect(button, &NavButton::clicked, this, [this, page] { showPage(page); });
    m_ways.append({page, name, content, button});
    m_rail->addTop(button);
    m_pages->addWidget(content);
}

const MainPage::Way &MainPage::wayTo(PageId page) const {
    return *std::find_if(m_ways.cbegin(), m_ways.cend(),
                         [page](const Way &way) { return way.page == page; });
}

void MainPage::makeRail() {
    m_rail = new Rail;
    m_rail->addTop(new RailLogo);
    // One line for each page, in the order of their numbers.
    addPage(PageId::Orders, Icon::Receipt, QT_TR_NOOP("Orders"), m_board);
    addPage(PageId::Reviews, Icon::Chat, QT_TR_NOOP("Reviews"), m_reviews);
    addPage(PageId::Day, Icon::Chart, QT_TR_NOOP("Figures"), m_day);
    wayTo(PageId::Orders).button->setChecked(true);
    const auto aside = [this](Icon icon) {
        auto *button = new NavButton(NavButton::Place::Rail, icon);
        button->setCheckable(false); // opens a sheet, no page
        return button;
    };
    m_settings = aside(Icon::Gear);
    m_shortcuts = aside(Icon::Keyboard);
    m_rail->addTop(m_settings);
    m_rail->addBottom(m_shortcuts);
    connect(m_settings, &NavButton::clicked, this, &MainPage::settingsChosen);
    connect(m_shortcuts, &NavButton::clicked, this, &MainPage::shortcutsChosen);
}

void MainPage::connectParts() {
    connect(m_steps, &StepDesk::heldBack, this, [this](int number, Action action) {
        notes()->offer(TicketWords::doneWords(number, action), motion::kUndoMs);
    });
    connect(m_steps, &StepDesk::released, this, [this] {
        if (m_notes)
            m_notes->hide();
    });
    connect(m_steps, &StepDesk::failed, this, &MainPage::tell);
    connect(m_shop, &ShopState::failed, this, &MainPage::tell);
    connect(m_book, &TicketBook::failed, this, &MainPage::tell);
    connect(m_bell, &OrderBell::windowWanted, this, &MainPage::showNewOrder);
    connect(m_book, &TicketBook::ticketChanged, this, &MainPage::countUp);
    connect(m_book, &TicketBook::loaded, this, &MainPage::countUp);
    connect(m_reviewBook, &ReviewBook::loaded, this, &MainPage::countUp);
    connect(m_reviewBook, &QAbstractItemModel::dataChanged, this, &MainPage::countUp);
    connect(m_reviewBook, &ReviewBook::failed, this, &MainPage::tell);
    // Whoever comes back to a line that was away looks at what is there now.
    connect(&m_services.events, &client::EventStream::connectionStateChanged, this, [this] {
        if (!m_book->isLoaded())
            m_book->load();
        if (!m_shop->settings())
            m_shop->load();
        if (!m_reviewBook->isLoaded())
            m_reviewBook->load();
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

void MainPage::showNewOrder() {
    // Who is writing would write on into the board, where keys accept orders: the bell and the
    // count on the rail have to do until then.
    const QWidget *focus = QApplication::focusWidget();
    const bool isWriting =
        focus && isAncestorOf(focus) &&
        (qobject_cast<const QTextEdit *>(focus) || qobject_cast<const QLineEdit *>(focus));
    if (!isWriting)
        showPage(PageId::Orders);
    emit windowWanted();
}

void MainPage::countUp() {
    wayTo(PageId::Orders).button->setBadge(m_book->countOf(OrderState::Placed));
    wayTo(PageId::Reviews).button->setBadge(m_reviewBook->unanswered());
}

void MainPage::printTicket() {
    if (const auto order = m_board->current())
        m_printer->print(*order);
}

void MainPage::showPage(PageId page) {
    const Way &way = wayTo(page);
    m_page = page;
    m_pages->setCurrentWidget(way.content);
    way.button->setChecked(true);
    // The figures have a head of their own.
    m_head->setVisible(page != PageId::Day);
    if (page == PageId::Orders)
        m_board->enter();
    else if (page == PageId::Reviews)
        m_reviews->enter();
    else if (page == PageId::Day)
        m_day->enter();
}

QList<PageId> MainPage::pages() const {
    QList<PageId> pages;
    for (const Way &way : m_ways)
        pages.append(way.page);
    return pages;
}

QString MainPage::pageName(PageId page) const {
    return tr(wayTo(page).name);
}

UndoBar *MainPage::notes() {
    if (!m_notes) {
        m_notes = new UndoBar(window());
        connect(m_notes, &UndoBar::over, m_steps, &StepDesk::release);
        connect(m_notes, &UndoBar::undone, m_steps, &StepDesk::undo);
    }
    return m_notes;
}

void MainPage::tell(const client::ApiError &error) {
    // A lost connection is the banner's matter.
    if (error.kind == client::ApiError::Kind::Refused)
        notes()->tell(Icon::Warning, desk::explain(error).text(), motion::kUndoMs);
}

void MainPage::retranslate() {
    for (const Way &way : std::as_const(m_ways))
        way.button->setText(tr(way.name));
    m_settings->setText(tr("Settings"));
    m_shortcuts->setText(tr("Keys F1"));
}

void MainPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
