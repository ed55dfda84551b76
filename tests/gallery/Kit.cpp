// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/Kit.h"

#include "ui/Banner.h"

#include <QHBoxLayout>

namespace soban::gallery {

using namespace ui;

Caption::Caption(const QString &words, Text text, Weight weight, QWidget *parent)
    : QWidget(parent), m_words(words), m_text(text), m_weight(weight) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Caption::sizeHint() const {
    const Look &look = Look::of(this);
    return {textWidth(look, m_words, m_text, m_weight), look.lineHeight(m_text)};
}

void Caption::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    QPainter painter(this);
    paintLine(painter, look, rect(), m_words,
              {m_text, m_weight, m_text == Text::Small ? look.tokens().ink2 : look.tokens().ink});
}

Canvas::Canvas(Size size, Paint paint, QWidget *parent)
    : QWidget(parent), m_size(std::move(size)), m_paint(std::move(paint)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Canvas::sizeHint() const {
    return m_size(Look::of(this));
}

void Canvas::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    m_paint(painter, Look::of(this), rect());
}

Ground::Ground(const QString &caption, QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(16, 14, 16, 16);
    m_column->setSpacing(metrics::kGap12);
    if (!caption.isEmpty())
        m_column->addWidget(new Caption(caption));
}

Ground *Ground::with(QWidget *widget, int stretch) {
    m_column->addWidget(widget, stretch);
    return this;
}

void Ground::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    paintPlate(painter, rect(), cardPlate(Look::of(this)));
}

QWidget *row(const QList<QWidget *> &widgets, bool isSpread) {
    auto *whole = new QWidget;
    auto *line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::kGap16);
    for (QWidget *widget : widgets)
        line->addWidget(widget, isSpread ? 1 : 0);
    if (!isSpread)
        line->addStretch();
    return whole;
}

QWidget *page(const QString &title, const QString &note, const QList<QWidget *> &parts) {
    auto *whole = new QWidget;
    whole->setObjectName(title);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(metrics::kGap16);
    column->addWidget(
        row({new Caption(title, Text::Sum, Weight::Bold), new Caption(note, Text::Body)}, false));
    for (QWidget *part : parts)
        column->addWidget(part);
    column->addStretch();
    return whole;
}

QWidget *banner(Tone tone, Icon icon, const QString &strong, const QString &plain,
                const QString &action) {
    auto *made = new Banner;
    made->tell(tone, icon, strong, plain);
    made->offer(action);
    return made;
}

QWidget *wide(int width, QWidget *widget) {
    widget->setFixedWidth(width);
    return widget;
}

} // namespace soban::gallery
