// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Banner.h"

#include "ui/Button.h"
#include "ui/Paint.h"
#include "ui/TextLabel.h"

#include <QEvent>

namespace soban::ui {

namespace {

constexpr int kTall = 40;
constexpr int kSide = 20;
constexpr int kSymbol = 18;
constexpr int kAcross = 10; ///< above and below words of several lines

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
    : WrappingWidget(parent)
    , m_strong(new TextLabel(Text::Body, Weight::Bold, Ink::Ink, this))
    , m_plain(new TextLabel(Text::Body, Weight::Regular, Ink::Ink, this))
    , m_action(new Button(ButtonRole::Plain, this)) {
    m_strong->setMostLines(0);
    m_plain->setMostLines(0);
    m_action->setTall(metrics::kDenseHeight);
    m_action->hide();
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
    arrange();
    refit();
}

void Banner::offer(const QString &action) {
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    arrange();
    refit();
}

Banner::Places Banner::places(int width) const {
    const Look &look = Look::of(this);
    const int left = kSide + look.scaled(kSymbol) + metrics::kGap8;
    const QSize action = m_action->isHidden() ? QSize() : m_action->sizeHint();
    const int used = action.isEmpty() ? 0 : action.width() + metrics::kGap8;
    const int room = std::max(width - left - kSide - used, 1);
    const int strong = textWidth(look, m_strong->text(), Text::Body, Weight::Bold) + 1;
    const int plain = textWidth(look, m_plain->text(), Text::Body) + 1;
    const int line = look.lineHeight(Text::Body);
    const int least = std::max(look.scaled(kTall), action.isEmpty() ? 0 : action.height() + 4);
    Places places{};
    if (strong + metrics::kGap8 + plain <= room) {
        places.height = least;
        const int top = (least - line) / 2;
        places.strong = QRect(left, top, strong, line);
        places.plain = QRect(left + strong + metrics::kGap8, top, plain, line);
    } else {
        const int above = m_strong->heightForWidth(room);
        const int below = m_plain->text().isEmpty() ? 0 : m_plain->heightForWidth(room);
        places.height = std::max(least, above + below + 2 * kAcross);
        const int top = (places.height - above - below) / 2;
        places.strong = QRect(left, top, room, above);
        places.plain = QRect(left, top + above, room, below);
    }
    places.action = QRect(
        QPoint(width - kSide - action.width(), (places.height - action.height()) / 2), action);
    return places;
}

int Banner::heightForWidth(int width) const {
    return places(width).height;
}

int Banner::hintWidth() const {
    return Look::of(this).scaled(480);
}

int Banner::leastWidth() const {
    return Look::of(this).scaled(200);
}

void Banner::arrange() {
    const Places all = places(width());
    // In the middle of a place that is higher than it needs.
    const int down = std::max(0, (height() - all.height) / 2);
    m_strong->setGeometry(all.strong.translated(0, down));
    m_plain->setGeometry(all.plain.translated(0, down));
    m_action->setGeometry(all.action.translated(0, down));
}

void Banner::resizeEvent(QResizeEvent *event) {
    WrappingWidget::resizeEvent(event);
    arrange();
}

void Banner::changeEvent(QEvent *event) {
    WrappingWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
}

bool Banner::event(QEvent *event) {
    if (event->type() == QEvent::LayoutRequest)
        arrange(); // a part has another size than before
    return WrappingWidget::event(event);
}

void Banner::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const ToneColors colors = look.tokens().tone(m_tone);
    QPainter painter(this);
    painter.fillRect(rect(), colors.soft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.ink);
    const QRect line(kSide, m_strong->y(), look.scaled(kSymbol), look.lineHeight(Text::Body));
    paintIcon(painter, m_icon, line, colors.ink);
}

} // namespace soban::ui
