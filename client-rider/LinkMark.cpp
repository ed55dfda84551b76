// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/LinkMark.h"

#include "ui/Formats.h"
#include "ui/Paint.h"

#include <QEvent>
#include <QTimeZone>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kSymbol = 14;

} // namespace

LinkMark::LinkMark(const desk::Link &link, QWidget *parent) : QWidget(parent), m_link(link) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&link, &desk::Link::stateChanged, this, &LinkMark::retranslate);
    retranslate();
}

QSize LinkMark::sizeHint() const {
    const Look &look = Look::of(this);
    return {look.scaled(kSymbol) + metrics::kGap4 +
                textWidth(look, m_words, Text::Small, Weight::Bold) + 2,
            look.lineHeight(Text::Small)};
}

void LinkMark::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const bool isOld = m_link.state() == desk::LinkState::Offline;
    const QColor ink = isOld ? look.tokens().late.ink : look.tokens().fresh.ink;
    const int symbol = look.scaled(kSymbol);
    QPainter painter(this);
    paintIcon(painter, isOld ? Icon::WifiOff : Icon::Wifi, QRect(0, 0, symbol, height()), ink);
    paintLine(painter, look, rect().adjusted(symbol + metrics::kGap4, 0, 0, 0), m_words,
              {Text::Small, Weight::Bold, ink}, false);
}

void LinkMark::retranslate() {
    const bool isOld = m_link.state() == desk::LinkState::Offline;
    const auto lostAt = m_link.lostAt();
    m_words = !isOld   ? tr("Live")
              : lostAt ? tr("As of %1").arg(clockText(*lostAt, QTimeZone::systemTimeZone()))
                       : tr("No connection");
    setVisible(isOld || m_link.isUp());
    setAccessibleName(m_words);
    updateGeometry();
    update();
}

void LinkMark::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::rider_app
