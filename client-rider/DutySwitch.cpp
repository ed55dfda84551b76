// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/DutySwitch.h"

#include "ui/Paint.h"

#include <QEvent>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kLamp = 10;
constexpr int kPadding = 12;

} // namespace

DutySwitch::DutySwitch(QWidget *parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void DutySwitch::show(bool isOnDuty, bool isBusy) {
    m_isOnDuty = isOnDuty;
    setEnabled(!isBusy);
    retranslate();
}

QSize DutySwitch::sizeHint() const {
    const Look &look = Look::of(this);
    return {2 * kPadding + look.scaled(kLamp) + metrics::kGap8 +
                textWidth(look, text(), Text::Body, Weight::Bold) + 2,
            look.scaled(metrics::kTouchHeight)};
}

void DutySwitch::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor edge = m_isOnDuty ? tokens.rim : tokens.onLacquer2;
    paintPlate(painter, rect().adjusted(1, 1, -1, -1),
               Plate{tokens.lacquerRaised, edge, edge, 1, 1, metrics::kControlRadius});
    const int lamp = look.scaled(kLamp);
    const QRect place(kPadding, (height() - lamp) / 2, lamp, lamp);
    // The lamp's green is read on lacquer in both schemes.
    painter.setPen(QPen(m_isOnDuty ? Tokens::of(Scheme::Dark).fresh.ink : tokens.onLacquer2, 2));
    painter.setBrush(m_isOnDuty ? Tokens::of(Scheme::Dark).fresh.ink : QColor(Qt::transparent));
    painter.drawEllipse(place.adjusted(1, 1, -1, -1));
    paintLine(painter, look, rect().adjusted(kPadding + lamp + metrics::kGap8, 0, 0, 0), text(),
              {Text::Body, Weight::Bold, isEnabled() ? tokens.onLacquer : tokens.onLacquer2},
              false);
    if (hasFocus())
        paintFocusRing(painter, look, rect().adjusted(3, 3, -3, -3), metrics::kControlRadius);
}

void DutySwitch::retranslate() {
    setText(m_isOnDuty ? tr("On duty") : tr("Off duty"));
    setAccessibleDescription(m_isOnDuty ? tr("Press to end your shift")
                                        : tr("Press to start your shift"));
    updateGeometry();
    update();
}

void DutySwitch::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

} // namespace soban::rider_app
