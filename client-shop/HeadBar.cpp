// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/HeadBar.h"

#include "client-shop/ModeSheet.h"
#include "desk/NoteLine.h"
#include "ui/Bars.h"
#include "ui/Button.h"
#include "ui/Formats.h"
#include "ui/Paint.h"
#include "ui/Segment.h"
#include "ui/TextLabel.h"
#include "ui/Words.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSide = 20;
/// From this width on, at a text scale of 1, what ends a mode stands beside the modes.
constexpr int kOneRow = 1120;
/// From this width on, at a text scale of 1, the shop's day always takes one line.
constexpr int kDayInOneLine = 600;
constexpr std::array kModes{ShopMode::Normal, ShopMode::Busy, ShopMode::Paused};

/// Nothing has come of it, or not yet.
bool isUncounted(OrderState state) {
    constexpr OrderStates kUncounted{OrderState::PaymentPending, OrderState::PaymentFailed,
                                     OrderState::Placed,         OrderState::Refused,
                                     OrderState::Expired,        OrderState::Cancelled,
                                     OrderState::Returned};
    return kUncounted.contains(state);
}

} // namespace

HeadBar::HeadBar(const Services &services, TicketBook &book, ShopState &shop, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_book(book)
    , m_shop(shop)
    , m_name(new TextLabel(Text::Sum, Weight::Bold))
    , m_day(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_mode(new Segment)
    , m_end(new Button(ButtonRole::Plain, Icon::Close))
    , m_listen(new Button(ButtonRole::Plain, Icon::Volume))
    , m_clock(new TextLabel(Text::Sum, Weight::Bold))
    , m_link(new desk::NoteLine(Icon::Wifi, Ink::Fresh, Weight::Bold))
    , m_linkRoom(new QSpacerItem(0, 0)) {
    build();
    connect(m_end, &Button::clicked, this, [this] {
        m_end->setBusy(true);
        m_shop.setMode({ShopMode::Normal, {}, {}});
    });
    connect(m_mode, &Segment::chosen, this, &HeadBar::chooseMode);
    connect(m_listen, &Button::clicked, this,
            [this] { m_services.sounds.demonstrate(desk::SoundKind::NewOrder); });
    connect(&shop, &ShopState::changed, this, &HeadBar::refresh);
    connect(&shop, &ShopState::changed, this, &HeadBar::tick);
    connect(&shop, &ShopState::failed, this, &HeadBar::refresh);
    connect(&book, &TicketBook::ticketChanged, this, &HeadBar::refresh);
    connect(&book, &TicketBook::loaded, this, &HeadBar::refresh);
    connect(&services.link, &desk::Link::stateChanged, this, &HeadBar::tellLink);
    connect(&services.link, &desk::Link::stateChanged, this, &HeadBar::refresh);
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, &HeadBar::tick);
    m_second.start();
    retranslate();
}

void HeadBar::build() {
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(kSide, metrics::kGap12, kSide, metrics::kGap8);
    rows->setSpacing(0);
    m_topRow = new QHBoxLayout;
    m_topRow->setSpacing(metrics::kGap16);
    m_bottomRow = new QHBoxLayout;
    m_bottomRow->setSpacing(metrics::kGap16);
    rows->addLayout(m_topRow);
    rows->addLayout(m_bottomRow);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_name);
    left->addWidget(m_day);
    left->addStretch(1);
    m_day->setMostLines(2); // it holds money, which is never shortened
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_clock, 0, Qt::AlignRight);
    right->addWidget(m_link, 0, Qt::AlignRight);
    right->addItem(m_linkRoom);
    right->addStretch(1);
    m_clock->setKeptWhole(true);
    m_topRow->addLayout(left, 1);
    m_topRow->addWidget(makeModes(), 0, Qt::AlignTop);
    m_topRow->addWidget(m_listen, 0, Qt::AlignTop);
    m_topRow->addLayout(right);
    m_listen->setTall(metrics::kTouchHeight);
}

QWidget *HeadBar::makeModes() {
    m_modes = new QWidget;
    m_modesRow = new QBoxLayout(QBoxLayout::LeftToRight, m_modes);
    m_modesRow->setContentsMargins(0, 0, 0, 0);
    m_modesRow->setSpacing(metrics::kGap8);
    m_modesRow->addWidget(m_end);
    m_modesRow->addWidget(m_mode);
    m_mode->setTall(metrics::kTouchHeight);
    m_end->setTall(metrics::kTouchHeight);
    m_end->setSymbolTrailing(true);
    m_end->hide();
    return m_modes;
}

void HeadBar::chooseMode(int index) {
    const ShopMode mode = kModes.at(index);
    if (mode == ShopMode::Normal) {
        m_shop.setMode({mode, {}, {}});
        return;
    }
    // It is so when the server has said so.
    refresh();
    if (!m_sheet)
        m_sheet = new ModeSheet(m_shop, window());
    m_sheet->show(mode);
}

QString HeadBar::dayWords() const {
    const Here here = m_shop.here();
    int orders = 0;
    Money takings = Money::zero(Currency::krw());
    for (int row = 0; row < m_book.rowCount(); ++row) {
        const contract::TicketView &ticket = m_book.at(row);
        if (isUncounted(ticket.state) ||
            here.dayOf(countedAt(ticket.times, ticket.wantedAt)) != here.today())
            continue;
        ++orders;
        takings = orders == 1 ? ticket.total : takings.plus(ticket.total).value_or(takings);
    }
    QStringList words{orders == 1 ? tr("1 order today") : tr("%1 orders today").arg(orders),
                      moneyText(takings)};
    const auto closing = m_shop.closingTime();
    if (closing)
        words.append(tr("open until %1").arg(here.clock(*closing)));
    else if (m_shop.takesOrders())
        words.append(tr("open now"));
    else if (m_shop.settings())
        words.append(m_shop.mode() == ShopMode::Paused ? tr("no new orders") : tr("closed now"));
    return words.join(QStringLiteral(" · "));
}

void HeadBar::setPage(const QString &title, const QString &detail) {
    m_pageTitle = title;
    m_pageDetail = detail;
    refresh();
}

void HeadBar::refresh() {
    const auto &settings = m_shop.settings();
    const bool isPage = !m_pageTitle.isEmpty();
    const QString shop = settings ? settings->name.in(Look::of(this).language()) : QString();
    m_name->setText(isPage ? m_pageTitle : shop);
    m_day->setText(isPage ? m_pageDetail : settings ? dayWords() : QString());
    m_day->setInk(m_services.isAged() && !isPage ? Ink::Ink3 : Ink::Ink2);
    showMode();
}

void HeadBar::showMode() {
    const auto &settings = m_shop.settings();
    const ShopMode mode = m_shop.mode();
    m_mode->setEnabled(settings.has_value());
    m_mode->setCurrent(int(std::find(kModes.begin(), kModes.end(), mode) - kModes.begin()));
    m_end->setVisible(mode != ShopMode::Normal);
    m_end->setBusy(false);
    if (mode == ShopMode::Normal)
        return;
    const contract::ShopModeSetting &setting = settings->mode;
    const QString end = setting.until
                            ? m_shop.here().shortMoment(*setting.until, Look::of(this).language())
                            : QString();
    if (mode == ShopMode::Paused)
        m_end->setText(end.isEmpty() ? tr("Paused until you end it")
                                     : tr("Paused until %1").arg(end));
    else if (end.isEmpty())
        m_end->setText(tr("+%1 min").arg(setting.extraMinutes.value_or(0)));
    else
        m_end->setText(tr("+%1 min until %2").arg(setting.extraMinutes.value_or(0)).arg(end));
    m_end->setAccessibleName(m_end->text());
    m_end->setAccessibleDescription(tr("Press to go back to normal."));
    m_end->setToolTip(m_end->accessibleDescription());
}

void HeadBar::tick() {
    if (!m_shop.settings())
        return;
    const Here here = m_shop.here();
    const QString now = here.clock(here.now);
    if (m_clock->text() == now)
        return;
    m_clock->setText(now);
    refresh(); // a pause may be over, a day too
}

void HeadBar::tellLink() {
    const desk::LinkState state = m_services.link.state();
    if (state == desk::LinkState::Connecting)
        return; // not worth a word
    const Liveness liveness = state == desk::LinkState::Live      ? Liveness::Live
                              : state == desk::LinkState::Polling ? Liveness::Polling
                                                                  : Liveness::Offline;
    m_link->setLook(livenessIcon(liveness),
                    livenessTone(liveness) == Tone::Fresh ? Ink::Fresh : Ink::Late);
    m_link->setText(livenessText(liveness));
}

void HeadBar::retranslate() {
    m_mode->setAccessibleName(tr("How the shop takes orders"));
    m_listen->setAccessibleName(tr("Hear the alarm"));
    m_listen->setToolTip(tr("Hear the alarm"));
    m_mode->setParts({{Words::of(ShopMode::Normal), Icon::Store},
                      {Words::of(ShopMode::Busy), Icon::Flame, Tone::Waiting},
                      {Words::of(ShopMode::Paused), Icon::Pause, Tone::Late}});
    refresh();
    tick();
    tellLink();
    reserve();
}

/// Room for the longest that may stand here, so that nothing that is pressed moves as the line
/// goes or the day's takings grow.
void HeadBar::reserve() {
    const Look &look = Look::of(this);
    int words = 0;
    for (const Liveness liveness : {Liveness::Live, Liveness::Polling, Liveness::Offline})
        words =
            std::max(words, textWidth(look, livenessText(liveness), Text::Small, Weight::Bold) + 1);
    m_linkRoom->changeSize(look.scaled(desk::NoteLine::kSymbol) + metrics::kGap8 + words, 0,
                           QSizePolicy::Fixed, QSizePolicy::Fixed);
    const int lines = width() < look.scaled(kDayInOneLine) ? 2 : 1;
    m_day->setMinimumHeight(lines * look.lineHeight(Text::Small));
    m_topRow->invalidate();
}

/// Where there is no room for all in one row, what can be pressed stands below the shop's name.
/// Nothing of it moves as a mode begins or ends: its end takes room from words, or free room.
void HeadBar::arrange() {
    reserve();
    const bool isOneRow = width() >= Look::of(this).scaled(kOneRow);
    if (isOneRow == (m_topRow->indexOf(m_modes) >= 0))
        return;
    m_modesRow->setDirection(isOneRow ? QBoxLayout::LeftToRight : QBoxLayout::RightToLeft);
    m_bottomRow->setContentsMargins(0, isOneRow ? 0 : metrics::kGap8, 0, 0);
    if (isOneRow) {
        m_topRow->insertWidget(1, m_modes, 0, Qt::AlignTop);
        m_topRow->insertWidget(2, m_listen, 0, Qt::AlignTop);
    } else {
        m_bottomRow->addWidget(m_modes, 0, Qt::AlignLeft);
        m_bottomRow->addWidget(m_listen, 0, Qt::AlignRight);
    }
}

void HeadBar::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void HeadBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
