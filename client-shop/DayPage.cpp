// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/DayPage.h"

#include "client-shop/DayReport.h"
#include "client-shop/FigureTile.h"
#include "client-shop/RecentOrders.h"
#include "client-shop/SlowBar.h"
#include "client-shop/SpanPicker.h"
#include "client/Calls.h"
#include "desk/Complaint.h"
#include "desk/NoteLine.h"
#include "ui/BarChart.h"
#include "ui/Button.h"
#include "ui/EmptyPane.h"
#include "ui/RankChart.h"
#include "ui/Receipt.h"
#include "ui/ScrollPane.h"
#include "ui/TextLabel.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QStackedWidget>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSide = 20;
constexpr int kMinuteMs = 20'000; ///< how late the minute may be told
/// Below these widths, at a text scale of 1: head in two rows, tiles two by two, one card a row.
constexpr int kOneHead = 900;
constexpr int kFourTiles = 820;
constexpr int kTwoColumns = 860;
constexpr int kTileCount = 4;
constexpr int kLeastChart = 220;

} // namespace

DayPage::DayPage(const Services &services, TicketBook &book, const ShopState &shop, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_shop(shop)
    , m_takings(new Takings(services, shop, this))
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_days(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_span(new SpanPicker(*m_takings))
    , m_csv(new Button(ButtonRole::Plain, Icon::Download))
    , m_print(new Button(ButtonRole::Plain, Icon::Print))
    , m_busy(new SlowBar)
    , m_note(new desk::NoteLine(Icon::Done, Ink::Fresh, Weight::Bold))
    , m_chart(new BarChart)
    , m_breakdownTitle(new TextLabel(Text::Name, Weight::Bold))
    , m_breakdown(new Receipt)
    , m_recentTitle(new TextLabel(Text::Name, Weight::Bold))
    , m_recent(new RecentOrders(services, book, shop))
    , m_noneRecent(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_bestTitle(new TextLabel(Text::Name, Weight::Bold))
    , m_best(new RankChart)
    , m_none(new EmptyState(Motif::Bowl))
    , m_stack(new QStackedWidget) {
    build();
    connectParts();
    // As high as there is room for.
    m_chart->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    retranslate();
    arrange();
}

void DayPage::build() {
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_days);
    m_days->setMostLines(2);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::kGap12);
    tools->addWidget(m_span);
    tools->addWidget(m_csv);
    tools->addWidget(m_print);
    tools->addStretch(1);
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->setSpacing(metrics::kGap12);
    m_head->addLayout(names, 1);
    m_head->addLayout(tools);
    m_note->hide();
    auto *pane = new ScrollPane;
    pane->setContent(buildFigures());
    QSizePolicy place = m_stack->sizePolicy();
    place.setRetainSizeWhenHidden(true); // the head stays above
    m_stack->setSizePolicy(place);
    m_stack->addWidget(new EmptyPane(m_none));
    m_stack->addWidget(pane);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSide, metrics::kGap16, kSide, 0);
    column->setSpacing(metrics::kGap8);
    column->addLayout(m_head);
    column->addWidget(m_note);
    column->addWidget(m_busy);
    column->addWidget(m_stack, 1);
}

QWidget *DayPage::buildFigures() {
    auto *whole = new QWidget;
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, metrics::kGap8);
    rows->setSpacing(metrics::kGap12);
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(metrics::kGap12);
    for (int i = 0; i < kTileCount; ++i)
        m_tiles.append(new FigureTile);
    const auto card = [this](QWidget *title, QWidget *content) {
        auto *made = new Card;
        if (title)
            made->column()->addWidget(title);
        made->column()->addWidget(content, 1);
        m_cards.append(made);
        return made;
    };
    card(nullptr, m_chart);
    card(m_breakdownTitle, m_breakdown);
    card(m_recentTitle, m_recent)->column()->addWidget(m_noneRecent);
    card(m_bestTitle, m_best)->column()->addStretch(1);
    m_cardGrid = new QGridLayout;
    m_cardGrid->setSpacing(metrics::kGap12);
    rows->addLayout(m_tileGrid);
    rows->addLayout(m_cardGrid, 1);
    return whole;
}

void DayPage::enter() {
    m_span->enter();
}

void DayPage::arrange() {
    const Look &look = Look::of(this);
    m_chart->setMinimumHeight(look.scaled(kLeastChart));
    m_head->setDirection(width() >= look.scaled(kOneHead) ? QBoxLayout::LeftToRight
                                                          : QBoxLayout::TopToBottom);
    const int across = width() >= look.scaled(kFourTiles) ? kTileCount : kTileCount / 2;
    for (int i = 0; i < kTileCount; ++i) {
        m_tileGrid->addWidget(m_tiles.at(i), i / across, i % across);
        m_tileGrid->setColumnStretch(i, i < across ? 1 : 0);
    }
    const int columns = width() >= look.scaled(kTwoColumns) ? 2 : 1;
    for (int i = 0; i < m_cards.size(); ++i)
        m_cardGrid->addWidget(m_cards.at(i), i / columns, i % columns);
    m_cardGrid->setColumnStretch(0, 12);
    m_cardGrid->setColumnStretch(1, columns == 2 ? 5 : 0);
    m_cardGrid->setRowStretch(0, 1);
}

void DayPage::connectParts() {
    connect(m_takings, &Takings::changed, this, &DayPage::refresh);
    connect(m_takings, &Takings::spanChanged, this, &DayPage::refresh);
    connect(m_takings, &Takings::loadingChanged, this,
            [this](bool isLoading) { isLoading ? m_busy->begin() : m_busy->end(); });
    connect(m_takings, &Takings::failed, this, [this](const client::ApiError &error) {
        // A lost connection is the banner's matter.
        if (error.kind == client::ApiError::Kind::Refused)
            tell(false, desk::explain(error).text());
    });
    connect(m_recent, &RecentOrders::countChanged, this, [this] {
        m_noneRecent->setVisible(m_recent->count() == 0);
        m_recent->setVisible(m_recent->count() > 0);
    });
    connect(m_recent, &RecentOrders::opened, this, &DayPage::openChosen);
    connect(&m_services.link, &desk::Link::stateChanged, this, &DayPage::refresh);
    connect(m_csv, &Button::clicked, this, &DayPage::askForFile);
    connect(m_print, &Button::clicked, this, &DayPage::askForPrinter);
    m_minute.setInterval(kMinuteMs);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (m_takings->span().kind != SpanKind::Period &&
            m_takings->span().to != m_takings->now().date())
            m_takings->load();
        refresh();
    });
}

FigureWords DayPage::words() const {
    return {*m_takings->figures(), m_takings->weekBefore(), m_takings->span(), m_takings->now(),
            Look::of(this).language()};
}

/// Without a line to the server, what is shown is of then.
QDateTime DayPage::knownAt() const {
    const auto lost = m_services.isAged() ? m_services.link.lostAt() : std::nullopt;
    return lost ? lost->toUtc().toTimeZone(m_shop.here().zone) : m_takings->now();
}

void DayPage::refresh() {
    const FigureSpan &span = m_takings->span();
    const Language language = Look::of(this).language();
    m_title->setText(FigureWords::title(span.kind));
    m_days->setText(m_shop.settings() ? FigureWords::spanText(span, knownAt(), language)
                                      : QString());
    const bool isKnown = m_takings->isFresh();
    m_csv->setEnabled(isKnown && !m_csv->isBusy());
    m_print->setEnabled(isKnown && !m_print->isBusy());
    const bool isOutOfReach = !isKnown && m_services.isAged();
    m_stack->setVisible(isKnown || isOutOfReach);
    if (isOutOfReach) {
        m_stack->setCurrentIndex(0);
        m_none->setTitle(tr("No connection"));
        m_none->setText(tr("The figures appear when the server can be reached again."));
    }
    if (!isKnown)
        return;
    const FigureWords said = words();
    const bool isEmpty = m_takings->figures()->orders == 0;
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    m_none->setTitle(span.kind == SpanKind::Today ? tr("No orders yet today")
                                                  : tr("No orders in these days"));
    m_none->setText(tr("As soon as an order comes,\nits figures appear here."));
    if (!isEmpty)
        showFigures(said);
}

void DayPage::showFigures(const FigureWords &said) {
    const QList<FigureTileText> tiles = said.tiles();
    for (int i = 0; i < m_tiles.size(); ++i)
        m_tiles.at(i)->tell(tiles.at(i), m_services.isAged());
    const bool isToday = m_takings->span().kind == SpanKind::Today;
    m_chart->setTitle(said.chartTitle(), said.chartUnit());
    m_chart->setLegend(isToday ? tr("today") : tr("a day"), isToday ? tr("under way") : tr("today"),
                       said.compareName());
    m_chart->setBars(said.bars());
    m_breakdown->setContent(said.breakdown());
    m_best->setRanks(said.bestItems());
}

void DayPage::askForFile() {
    const FigureSpan &span = m_takings->span();
    const QString name = QStringLiteral("orders-%1-%2.csv")
                             .arg(span.from.toString(Qt::ISODate), span.to.toString(Qt::ISODate));
    auto *dialog = new QFileDialog(window(), tr("Save the orders"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables") + QStringLiteral(" (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &DayPage::saveCsv);
    dialog->open();
}

void DayPage::saveCsv(const QString &file) {
    m_csv->setBusy(true);
    m_note->hide();
    const FigureSpan span = m_takings->span();
    m_services.api.send(client::calls::exportOrders(span.from, span.to), this,
                        client::Callback<client::Download>([this, file](const auto &answer) {
                            if (!answer) {
                                m_csv->setBusy(false);
                                tell(false, desk::explain(answer.error()).text());
                                return;
                            }
                            m_room.run(
                                this,
                                [file, bytes = answer->bytes] { return writeFile(file, bytes); },
                                [this](const PrintOutcome &outcome) { tellSaved(outcome); });
                        }));
}

void DayPage::tellSaved(const PrintOutcome &outcome) {
    m_csv->setBusy(false);
    const QString file = QDir::toNativeSeparators(outcome.where);
    if (outcome.fault)
        tell(false, tr("%1 could not be written. Choose another folder.").arg(file));
    else
        tell(true, tr("Saved as %1").arg(file));
}

void DayPage::askForPrinter() {
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const FigureWords said = words();
    const auto &settings = m_shop.settings();
    const PaperSheet sheet = DayReport::sheetOf(
        said, settings ? settings->name.in(Look::of(this).language()) : QString(), m_title->text(),
        m_days->text());
    printer->setDocName(sheet.title());
    auto *dialog = new QPrintDialog(printer.get(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this, printer, sheet](QPrinter *) {
                m_print->setBusy(true);
                m_room.run(
                    this, [printer, sheet] { return DayReport::print(sheet, *printer); },
                    [this](bool isDone) {
                        m_print->setBusy(false);
                        tell(isDone, isDone ? tr("Printed.")
                                            : tr("The printer did not take it. Look whether it is "
                                                 "on and has paper."));
                    });
            });
    dialog->open();
}

void DayPage::tell(bool isGood, const QString &text) {
    m_note->setLook(isGood ? Icon::Done : Icon::Warning, isGood ? Ink::Fresh : Ink::Danger);
    m_note->setText(text);
    m_note->show();
}

void DayPage::retranslate() {
    m_csv->setText(tr("Save CSV"));
    m_print->setText(tr("Print"));
    m_breakdownTitle->setText(tr("Sales breakdown"));
    m_breakdown->setAccessibleName(m_breakdownTitle->text());
    m_recentTitle->setText(tr("Recent orders"));
    m_recent->setAccessibleName(m_recentTitle->text());
    m_noneRecent->setText(tr("None since yesterday."));
    m_bestTitle->setText(tr("Best sellers"));
    m_best->setTitle(m_bestTitle->text());
    refresh();
}

void DayPage::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    m_takings->setWatched(true);
    m_minute.start();
    refresh();
}

void DayPage::hideEvent(QHideEvent *event) {
    QWidget::hideEvent(event);
    m_takings->setWatched(false);
    m_minute.stop();
    m_note->hide(); // it spoke of then
}

} // namespace soban::shop_app
