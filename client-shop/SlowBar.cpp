// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/SlowBar.h"

#include "ui/Paint.h"

#include <QEvent>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kTall = 4;
constexpr int kStepMs = 50;
constexpr int kSteps = 30; ///< from one end to the other

} // namespace

SlowBar::SlowBar(QWidget *parent) : QWidget(parent) {
    setFixedHeight(kTall);
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(kNoticedMs);
    m_step.setInterval(kStepMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        show();
        m_step.start();
    });
    connect(&m_step, &QTimer::timeout, this, [this] {
        m_at = (m_at + 1) % kSteps;
        update();
    });
    retranslate();
}

void SlowBar::begin() {
    if (isHidden() && !m_patience.isActive())
        m_patience.start();
}

void SlowBar::end() {
    m_patience.stop();
    m_step.stop();
    hide();
}

void SlowBar::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sunken);
    const int piece = width() / 4;
    const int left = look.isMotionReduced() ? 0 : (width() + piece) * m_at / kSteps - piece;
    painter.fillRect(QRect(left, 0, piece, height()), tokens.accent.ink);
}

void SlowBar::retranslate() {
    setAccessibleName(tr("Loading"));
}

void SlowBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
