// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/MainPage.h"

#include "client-shop/BoardPage.h"
#include "client-shop/HeadBar.h"
#include "client-shop/OrderBell.h"
#include "client-shop/StepDesk.h"
#include "desk/Complaint.h"
#include "ui/Bars.h"
#include "ui/NavButton.h"
#include "ui/Tokens.h"
#include "ui/UndoBar.h"

#include <QEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

enum Page { BoardIndex };

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

MainPage::MainPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_shop(new ShopState(services, this))
    , m_book(new TicketBook(services.api, services.events, services.clock, this))
    , m_steps(new StepDesk(services, *m_book, *m_shop, this))
    , m_bell(new OrderBell(services, *m_book, *m_shop, this))
    , m_board(new BoardPage(services, *m_book, *m_steps))
    , m_pages(new QStackedWidget) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, metrics::kGap8);
    column->setSpacing(0);
    column->addWidget(new HeadBar(services, *m_book, *m_shop));
    column->addWidget(m_pages, 1);
    m_pages->addWidget(m_board);
    makeRail();
    connectParts();
    setFocusProxy(m_board);
    retranslate();
    m_shop->load();
    m_book->load();
}

MainPage::~MainPage() {
    // What is held back is sent, while there is still a book to look it up in.
    delete m_steps;
    delete m_notes;
}

void MainPage::makeRail() {
    m_rail = new Rail;
    m_rail->addTop(new RailLogo);
    for (const Icon icon : {Icon::Receipt}) {
        auto *way = new NavButton(NavButton::Place::Rail, icon);
        const int page = int(m_ways.size());
        connect(way, &NavButton::clicked, this, [this, page] { showPage(page); });
        m_ways.append(way);
        m_rail->addTop(way);
    }
    m_ways.first()->setChecked(true);
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
    connect(m_bell, &OrderBell::windowWanted, this, [this] {
        showPage(BoardIndex);
        emit windowWanted();
    });
    const auto count = [this] {
        m_ways.at(BoardIndex)->setBadge(m_book->countOf(OrderState::Placed));
    };
    connect(m_book, &TicketBook::ticketChanged, this, count);
    connect(m_book, &TicketBook::loaded, this, count);
    // Whoever comes back to a line that was away looks at what is there now.
    connect(&m_services.events, &client::EventStream::connectionStateChanged, this, [this] {
        if (!m_book->isLoaded())
            m_book->load();
        if (!m_shop->settings())
            m_shop->load();
    });
}

void MainPage::showPage(int page) {
    m_pages->setCurrentIndex(page);
    m_ways.at(page)->setChecked(true);
    if (page == BoardIndex)
        m_board->enter();
}

QString MainPage::pageName(int page) const {
    return m_ways.at(page)->text();
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
    m_ways.at(BoardIndex)->setText(tr("Orders"));
    m_settings->setText(tr("Settings"));
    m_shortcuts->setText(tr("Keys F1"));
}

void MainPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
