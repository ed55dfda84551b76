// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/SalePart.h"

#include "client-shop/SaleWords.h"
#include "ui/ChoiceRow.h"
#include "ui/Segment.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

enum Part { OnSalePart, SoldOutPart, HiddenPart };

Part partOf(Sale sale) {
    return sale == Sale::OnSale ? OnSalePart : sale == Sale::Hidden ? HiddenPart : SoldOutPart;
}

} // namespace

SalePart::SalePart(QWidget *parent)
    : QWidget(parent)
    , m_label(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_segment(new Segment)
    , m_choices(new QWidget)
    , m_today(new ChoiceRow(ChoiceRow::Kind::One, {}))
    , m_hours(new ChoiceRow(ChoiceRow::Kind::One, {}))
    , m_open(new ChoiceRow(ChoiceRow::Kind::One, {}))
    , m_asIs(new ChoiceRow(ChoiceRow::Kind::One, {})) {
    m_segment->setTall(metrics::kTouchHeight);
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(metrics::kGap8);
    const std::array rows{std::pair{m_asIs, Sale::SoldAsIs}, std::pair{m_today, Sale::SoldToday},
                          std::pair{m_hours, Sale::SoldForHours},
                          std::pair{m_open, Sale::SoldUntilSaid}};
    for (const auto &[row, sale] : rows) {
        row->setCarded(true);
        choices->addWidget(row);
        connect(row, &ChoiceRow::clicked, this, [this, sale = sale] { choose(sale); });
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_label);
    column->addWidget(m_segment);
    column->addWidget(m_choices);
    connect(m_segment, &Segment::chosen, this, [this](int part) {
        if (part == partOf(m_sale))
            return;
        choose(part == OnSalePart   ? Sale::OnSale
               : part == HiddenPart ? Sale::Hidden
                                    : Sale::SoldToday);
    });
    retranslate();
}

void SalePart::setTimes(const Times &times) {
    m_times = times;
    show();
}

void SalePart::setSale(Sale sale) {
    m_sale = sale;
    show();
}

bool SalePart::isTodaySet() const {
    return m_times && m_times->asIs == m_times->today;
}

void SalePart::choose(Sale sale) {
    setSale(sale == Sale::SoldToday && isTodaySet() ? Sale::SoldAsIs : sale);
    emit edited();
}

void SalePart::show() {
    m_segment->setCurrent(partOf(m_sale));
    m_choices->setVisible(partOf(m_sale) == SoldOutPart);
    const bool isAsToday = isTodaySet();
    m_asIs->setVisible(m_times && m_times->asIs && !isAsToday);
    m_asIs->setChecked(m_sale == Sale::SoldAsIs && !isAsToday);
    m_today->setChecked(m_sale == Sale::SoldToday || (m_sale == Sale::SoldAsIs && isAsToday));
    m_hours->setChecked(m_sale == Sale::SoldForHours);
    m_open->setChecked(m_sale == Sale::SoldUntilSaid);
    if (!m_times)
        return;
    const auto until = [&](Instant moment) {
        return SaleWords::untilWords(moment, m_times->here, Look::of(this).language());
    };
    m_today->setDetail(until(m_times->today));
    m_hours->setDetail(until(m_times->here.now + kSoldOutHours));
    m_asIs->setDetail(m_times->asIs ? until(*m_times->asIs) : QString());
}

void SalePart::retranslate() {
    m_label->setText(tr("Availability"));
    m_segment->setAccessibleName(tr("Availability"));
    m_segment->setParts({{tr("Available")},
                         {tr("Sold out"), Icon::Cancel, Tone::Danger},
                         {tr("Hidden"), Icon::Eye, Tone::Done}});
    m_asIs->setText(tr("As set"));
    m_today->setText(tr("Today only"));
    m_hours->setText(tr("For 4 hours"));
    m_open->setText(tr("Until I change it"));
    show();
}

void SalePart::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
