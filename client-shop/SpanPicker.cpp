// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/SpanPicker.h"

#include "ui/Paint.h"
#include "ui/Segment.h"
#include "ui/TextField.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr std::array kKinds{SpanKind::Today, SpanKind::Month, SpanKind::Period};

} // namespace

SpanPicker::SpanPicker(Takings &takings, QWidget *parent)
    : QWidget(parent)
    , m_takings(takings)
    , m_kind(new Segment)
    , m_days(new QWidget)
    , m_from(makeDay())
    , m_dash(new TextLabel(Text::Body))
    , m_to(makeDay()) {
    m_kind->setTall(metrics::kTouchHeight);
    m_dash->setText(QStringLiteral("–"));
    auto *days = new QHBoxLayout(m_days);
    days->setContentsMargins(0, 0, 0, 0);
    days->addWidget(m_from);
    days->addWidget(m_dash);
    days->addWidget(m_to);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap12);
    row->addWidget(m_days);
    row->addWidget(m_kind);
    connect(m_kind, &Segment::chosen, this,
            [this](int index) { m_takings.choose(kKinds.at(index)); });
    connect(m_from, &QLineEdit::editingFinished, this, [this] { takeDays(true); });
    connect(m_to, &QLineEdit::editingFinished, this, [this] { takeDays(false); });
    connect(&takings, &Takings::spanChanged, this, &SpanPicker::showSpan);
    retranslate();
}

void SpanPicker::enter() {
    for (QAbstractButton *button : m_kind->findChildren<QAbstractButton *>()) {
        if (button->isChecked())
            button->setFocus(Qt::OtherFocusReason);
    }
}

TextField *SpanPicker::makeDay() {
    auto *day = new TextField;
    day->setPlaceholderText(QStringLiteral("2026-01-31"));
    return day;
}

void SpanPicker::takeDays(bool isFrom) {
    const QDate from = QDate::fromString(m_from->text().trimmed(), Qt::ISODate);
    QDate to = QDate::fromString(m_to->text().trimmed(), Qt::ISODate);
    m_from->setWrong(!from.isValid());
    m_to->setWrong(!to.isValid());
    if (!from.isValid() || !to.isValid())
        return;
    // What was changed last stays as it is where both cannot be had.
    if (isFrom)
        to = std::clamp(to, from, from.addDays(Takings::kMostDays - 1));
    if (from != m_takings.span().from || to != m_takings.span().to)
        m_takings.choosePeriod(from, to);
    showSpan(); // what did not fit has been put right
}

void SpanPicker::showSpan() {
    const FigureSpan &span = m_takings.span();
    m_kind->setCurrent(int(std::find(kKinds.begin(), kKinds.end(), span.kind) - kKinds.begin()));
    m_days->setVisible(span.kind == SpanKind::Period);
    m_from->setText(span.from.toString(Qt::ISODate));
    m_to->setText(span.to.toString(Qt::ISODate));
    m_from->setWrong(false);
    m_to->setWrong(false);
}

void SpanPicker::retranslate() {
    const Look &look = Look::of(this);
    const int width =
        textWidth(look, QStringLiteral("2026-00-00"), Text::Body) + 2 * metrics::kGap16;
    for (TextField *day : {m_from, m_to})
        day->setFixedSize(width, look.scaled(metrics::kTouchHeight));
    m_kind->setAccessibleName(tr("Period shown"));
    m_kind->setParts({{tr("Today")}, {tr("This month")}, {tr("Period")}});
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    showSpan();
}

void SpanPicker::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
