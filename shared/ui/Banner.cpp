// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Banner.h"

#include "ui/Button.h"
#include "ui/Paint.h"
#include "ui/TextLabel.h"

#include <QHBoxLayout>

namespace soban::ui {

namespace {

constexpr int kTall = 40;
constexpr int kSide = 20;
constexpr int kSymbol = 18;

Ink inkOf(Tone tone) {
    switch (tone) {
    case Tone::Accent:
        return Ink::Accent;
    case Tone::Fresh:
        return Ink::Fresh;
    case Tone::Waiting:
        return Ink::Waiting;
    case Tone::Late:
        return Ink::Late;
    case Tone::Danger:
        return Ink::Danger;
    case Tone::Plain:
    case Tone::Done:
        return Ink::Ink2;
    }
    return Ink::Ink2;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_strong(new TextLabel(Text::Body, Weight::Bold))
    , m_plain(new TextLabel(Text::Body))
    , m_action(new Button(ButtonRole::Bare)) {
    m_action->setTall(metrics::kDenseHeight);
    m_row->setSpacing(metrics::kGap8);
    m_row->setContentsMargins(kSide + kSymbol + metrics::kGap8, 0, kSide, 0);
    m_row->addWidget(m_strong);
    m_row->addWidget(m_plain, 1);
    m_row->addWidget(m_action);
    m_action->hide();
    setMinimumHeight(kTall);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_action, &Button::clicked, this, &Banner::actionChosen);
}

void Banner::tell(Tone tone, Icon icon, const QString &strong, const QString &plain) {
    m_tone = tone;
    m_icon = icon;
    m_strong->setText(strong);
    m_strong->setInk(inkOf(tone));
    m_plain->setText(plain);
    m_plain->setInk(inkOf(tone));
    setAccessibleName(strong + u' ' + plain);
    update();
}

void Banner::offer(const QString &action) {
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void Banner::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const ToneColors colors = look.tokens().tone(m_tone);
    QPainter painter(this);
    painter.fillRect(rect(), colors.soft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.ink);
    paintIcon(painter, m_icon, QRect(kSide, 0, kSymbol, height()), colors.ink);
}

} // namespace soban::ui
