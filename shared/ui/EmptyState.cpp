// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/EmptyState.h"

#include "ui/Button.h"
#include "ui/Paint.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace soban::ui {

namespace {

constexpr QSize kArt{140, 110};
constexpr int kMostTextWidth = 360;

QString fileOf(Motif motif) {
    switch (motif) {
    case Motif::Bowl:
        return QStringLiteral("empty-bowl");
    case Motif::Lens:
        return QStringLiteral("empty-lens");
    case Motif::Bag:
        return QStringLiteral("empty-bag");
    case Motif::Bell:
        return QStringLiteral("empty-bell");
    case Motif::Scooter:
        return QStringLiteral("empty-scooter");
    case Motif::Letter:
        return QStringLiteral("empty-letter");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

/// The blocks from top to bottom, before they are centred in the height.
struct EmptyState::Parts {
    QRect art;
    QRect title;
    QRect text;
    QRect button;
    int height = 0;
};

EmptyState::EmptyState(Motif motif, QWidget *parent)
    : WrappingWidget(parent), m_motif(motif), m_button(new Button(ButtonRole::Soft, this)) {
    m_button->hide();
    connect(m_button, &Button::clicked, this, &EmptyState::acted);
}

void EmptyState::setTitle(const QString &title) {
    m_title = title;
    setAccessibleName(title);
    arrange();
}

void EmptyState::setText(const QString &text) {
    m_text = text;
    setAccessibleDescription(QString(text).replace(u'\n', u' '));
    arrange();
}

void EmptyState::setAction(Icon icon, const QString &text) {
    m_button->setSymbol(icon);
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
    arrange();
}

void EmptyState::setRoom(int height) {
    if (std::exchange(m_room, height) != height)
        refit();
}

EmptyState::Parts EmptyState::parts(int width, std::optional<int> height) const {
    const Look &look = Look::of(this);
    const bool hasArt = !height || *height >= parts(width).height;
    const QSize art =
        hasArt ? QSize(look.scaled(kArt.width()), look.scaled(kArt.height())) : QSize();
    const int room = std::min(width, look.scaled(kMostTextWidth));
    const int left = (width - room) / 2;
    Parts parts;
    if (hasArt)
        parts.art = QRect(QPoint((width - art.width()) / 2, 0), art);
    int y = hasArt ? art.height() + metrics::kGap12 : 0;
    parts.title =
        QRect(left, y, room, paragraphHeight(look, room, m_title, Text::Sum, Weight::Bold));
    y = parts.title.bottom() + 1 + metrics::kGap4;
    parts.text = QRect(left, y, room, paragraphHeight(look, room, m_text, Text::Body));
    y = parts.text.bottom() + 1;
    if (!m_button->text().isEmpty()) {
        const QSize size = m_button->sizeHint();
        const int wide = std::min(size.width(), width);
        parts.button = QRect((width - wide) / 2, y + metrics::kGap12, wide, size.height());
        y = parts.button.bottom() + 1;
    }
    parts.height = y;
    return parts;
}

int EmptyState::heightForWidth(int width) const {
    return parts(width, m_room).height;
}

int EmptyState::hintWidth() const {
    return Look::of(this).scaled(kMostTextWidth);
}

int EmptyState::leastWidth() const {
    return std::max(Look::of(this).scaled(kArt.width()),
                    m_button->text().isEmpty() ? 0 : m_button->sizeHint().width());
}

void EmptyState::arrange() {
    const Parts all = parts(width(), height());
    const int top = std::max(0, (height() - all.height) / 2);
    m_button->setGeometry(all.button.translated(0, top));
    refit();
}

void EmptyState::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const Parts all = parts(width(), height());
    QPainter painter(this);
    painter.translate(0, std::max(0, (height() - all.height) / 2));
    if (!all.art.isEmpty())
        paintLineArt(painter, fileOf(m_motif), all.art, tokens.ink3, tokens.accent.ink);
    paintParagraph(painter, look, all.title, m_title,
                   {Text::Sum, Weight::Bold, tokens.ink, Qt::AlignHCenter});
    paintParagraph(painter, look, all.text, m_text,
                   {Text::Body, Weight::Regular, tokens.ink2, Qt::AlignHCenter});
}

void EmptyState::resizeEvent(QResizeEvent *event) {
    WrappingWidget::resizeEvent(event);
    arrange();
}

void EmptyState::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        arrange();
    WrappingWidget::changeEvent(event);
}

} // namespace soban::ui
