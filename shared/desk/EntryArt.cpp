// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/EntryArt.h"

#include "ui/Brand.h"
#include "ui/Paint.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::desk {

namespace {

using namespace soban::ui;

constexpr int kSide = 48;
constexpr int kLogo = 44;
constexpr int kTableTop = 112;
constexpr int kTable = 484;
constexpr int kStrip = 56;
constexpr int kStripLogo = 30;

} // namespace

TableSide::TableSide(App app, QWidget *parent) : QWidget(parent), m_app(app) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    retranslate();
}

void TableSide::retranslate() {
    switch (m_app) {
    case App::Customer:
        m_slogan = tr("Your table is laid");
        m_promise = tr("Food and flowers from shops nearby, brought to your door.");
        break;
    case App::Shop:
        m_slogan = tr("A good day's trade");
        m_promise = tr("Orders, kitchen and menu on one table.");
        break;
    case App::Rider:
        m_slogan = tr("A safe ride");
        m_promise = tr("Deliveries close by, one step at a time.");
        break;
    }
    setAccessibleName(m_slogan);
    setAccessibleDescription(m_promise);
    update();
}

void TableSide::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TableSide::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), tokens.lacquer);
    painter.fillRect(QRect(width() - metrics::kRimWidth, 0, metrics::kRimWidth, height()),
                     tokens.rim);

    const QRect inner = rect().adjusted(kSide, kSide - 2, -kSide, -(kSide - 4));
    const int logo = look.scaled(kLogo);
    paintBrand(painter, look, QRect(inner.left(), inner.top(), inner.width(), logo), logo);

    const int words = inner.width();
    const int promiseTall = paragraphHeight(look, words, m_promise, Text::Name);
    const int sloganTall = paragraphHeight(look, words, m_slogan, Text::Answer, Weight::Bold);
    int y = inner.bottom() + 1 - promiseTall - metrics::kGap4 - sloganTall;
    const QRect room(kSide / 2, look.scaled(kTableTop), width() - kSide,
                     y - metrics::kGap24 - look.scaled(kTableTop));
    const int side = std::min({kTable, room.width(), room.height()});
    if (side > kTable / 4) {
        QRectF table(0, 0, side, side);
        table.moveCenter(QRectF(room).center());
        paintArt(painter, QStringLiteral("signin-table"), table);
    }
    paintParagraph(painter, look, QRect(inner.left(), y, words, sloganTall), m_slogan,
                   {Text::Answer, Weight::Bold, tokens.onLacquer});
    y += sloganTall + metrics::kGap4;
    paintParagraph(painter, look, QRect(inner.left(), y, words, promiseTall), m_promise,
                   {Text::Name, Weight::Regular, tokens.onLacquer2});
}

NameStrip::NameStrip(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
    m_row->addStretch(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fit();
}

void NameStrip::add(QWidget *widget) {
    m_row->addWidget(widget);
}

void NameStrip::fit() {
    const Look &look = Look::of(this);
    m_row->setContentsMargins(2 * metrics::kGap16 + brandWidth(look, look.scaled(kStripLogo)), 0,
                              metrics::kGap16, metrics::kRimWidth);
}

QSize NameStrip::sizeHint() const {
    return {0, Look::of(this).scaled(kStrip)};
}

void NameStrip::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        fit();
    QWidget::changeEvent(event);
}

void NameStrip::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.lacquer);
    painter.fillRect(QRect(0, height() - metrics::kRimWidth, width(), metrics::kRimWidth),
                     tokens.rim);
    paintBrand(painter, look, QRect(metrics::kGap16, 0, width(), height() - metrics::kRimWidth),
               look.scaled(kStripLogo));
}

} // namespace soban::desk
