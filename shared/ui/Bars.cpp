// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Bars.h"

#include "ui/Brand.h"
#include "ui/Paint.h"
#include "ui/TextLabel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace soban::ui {

namespace {

constexpr int kTopHeight = 56;
constexpr int kEdge = 20;
constexpr int kLogo = 30;
constexpr int kStripHeight = 28;
constexpr int kStripSymbol = 14;

/// Table and name, or the table alone.
class Logo : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override {
        const Look &look = Look::of(this);
        QPainter painter(this);
        paintBrand(painter, look, rect(), look.scaled(kLogo));
    }
};

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_strut(new QSpacerItem(0, 0))
    , m_logo(new Logo)
    , m_title(new TextLabel(Text::Body, Weight::Regular, Ink::OnLacquer2)) {
    m_row->setContentsMargins(kEdge, 0, kEdge, metrics::kRimWidth);
    m_row->setSpacing(metrics::kGap16);
    m_row->addSpacerItem(m_strut);
    m_row->addWidget(m_logo);
    m_row->addWidget(m_title);
    m_title->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    fit();
}

void TopBar::setTitle(const QString &title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

QSize TopBar::sizeHint() const {
    return {QWidget::sizeHint().width(), Look::of(this).scaled(kTopHeight)};
}

void TopBar::setNameShown(bool isShown) {
    if (std::exchange(m_isNameShown, isShown) != isShown)
        fit();
}

int TopBar::brandRoom(bool isNameShown) const {
    const Look &look = Look::of(this);
    const int table = look.scaled(kLogo);
    return kEdge + (isNameShown ? brandWidth(look, table) : table) + m_row->spacing();
}

void TopBar::fit() {
    // The name stands beside the table: what is not as wide shows that alone.
    m_logo->setFixedWidth(brandRoom(m_isNameShown) - kEdge - m_row->spacing());
    m_logo->update();
    m_strut->changeSize(0, Look::of(this).scaled(kTopHeight) - metrics::kRimWidth,
                        QSizePolicy::Fixed, QSizePolicy::Minimum);
    m_row->invalidate();
}

void TopBar::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Look::of(this).tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.lacquer);
    painter.fillRect(QRect(0, height() - metrics::kRimWidth, width(), metrics::kRimWidth),
                     tokens.rim);
}

void TopBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        fit();
    QWidget::changeEvent(event);
}

Rail::Rail(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, metrics::kRimWidth, metrics::kGap8);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void Rail::addTop(QWidget *widget) {
    // The widest decides for all of them.
    widget->setSizePolicy(QSizePolicy::Expanding, widget->sizePolicy().verticalPolicy());
    m_column->insertWidget(m_tops++, widget);
}

void Rail::addBottom(QWidget *widget) {
    m_column->addWidget(widget);
}

void Rail::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Look::of(this).tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.lacquer);
    painter.fillRect(QRect(width() - metrics::kRimWidth, 0, metrics::kRimWidth, height()),
                     tokens.rim);
}

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_state(new TextLabel(Text::Small, Weight::Bold))
    , m_kind(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_hint(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2)) {
    auto *row = new QHBoxLayout(this);
    row->setSpacing(metrics::kGap16);
    row->addWidget(m_state);
    row->addWidget(m_kind);
    row->addStretch(1);
    row->addWidget(m_hint);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fit();
    retranslate();
}

void StatusStrip::setLiveness(Liveness liveness) {
    m_liveness = liveness;
    retranslate();
}

void StatusStrip::setHint(const QString &hint) {
    m_hint->setText(hint);
}

void StatusStrip::setLastNews(const QString &clock) {
    m_lastNews = clock;
    retranslate();
}

void StatusStrip::fit() {
    const Look &look = Look::of(this);
    layout()->setContentsMargins(kEdge + look.scaled(kStripSymbol) + 4, 1, kEdge, 0);
    setFixedHeight(look.scaled(kStripHeight));
}

void StatusStrip::retranslate() {
    m_state->setText(livenessText(m_liveness));
    m_state->setInk(m_liveness == Liveness::Live      ? Ink::Fresh
                    : m_liveness == Liveness::Polling ? Ink::Waiting
                                                      : Ink::Late);
    m_kind->setText(m_liveness == Liveness::Live      ? tr("News of orders comes at once")
                    : m_liveness == Liveness::Polling ? tr("News comes every few seconds")
                    : m_lastNews.isEmpty()            ? QString()
                                                      : tr("Last news %1").arg(m_lastNews));
    // For those whom somebody asks on the telephone.
    setToolTip(m_liveness == Liveness::Live      ? QStringLiteral("WebSocket")
               : m_liveness == Liveness::Polling ? QStringLiteral("HTTP")
                                                 : QString());
    update();
}

void StatusStrip::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), look.tokens().surface);
    painter.fillRect(QRect(0, 0, width(), 1), look.tokens().line);
    paintIcon(painter, livenessIcon(m_liveness),
              QRect(kEdge, 1, look.scaled(kStripSymbol), height()),
              look.tokens().tone(livenessTone(m_liveness)).ink);
}

void StatusStrip::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        fit();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString livenessText(Liveness liveness) {
    switch (liveness) {
    case Liveness::Live:
        return StatusStrip::tr("Live");
    case Liveness::Polling:
        return StatusStrip::tr("Connected");
    case Liveness::Offline:
        return StatusStrip::tr("No connection");
    }
    return {};
}

Tone livenessTone(Liveness liveness) {
    return liveness == Liveness::Live      ? Tone::Fresh
           : liveness == Liveness::Polling ? Tone::Waiting
                                           : Tone::Late;
}

Icon livenessIcon(Liveness liveness) {
    return liveness == Liveness::Offline ? Icon::WifiOff : Icon::Wifi;
}

} // namespace soban::ui
