// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Segment.h"

#include "ui/Paint.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainterPath>

namespace soban::ui {

namespace {

constexpr int kPadding = 16;
constexpr int kSegmentSymbol = 18;
constexpr int kBar = 3; ///< under the chosen part

class PartButton : public QAbstractButton {
public:
    PartButton(const Segment::Part &part, int tall, QWidget *parent)
        : QAbstractButton(parent), m_tall(tall) {
        setPart(part);
        setCheckable(true);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    void setPart(const Segment::Part &part) {
        m_part = part;
        setText(part.text);
        setAccessibleName(part.name);
        setToolTip(part.name);
        updateGeometry();
        update();
    }

    void setEnds(bool isFirst, bool isLast) {
        m_isFirst = isFirst;
        m_isLast = isLast;
    }

    QSize sizeHint() const override {
        const Look &look = Look::of(this);
        int width = 2 * kPadding + textWidth(look, text(), Text::Body, Weight::Bold);
        if (m_part.symbol)
            width += look.scaled(kSegmentSymbol) + metrics::kGap8;
        return {width, look.scaled(m_tall)};
    }
    QSize minimumSizeHint() const override {
        return sizeHint() - QSize(2 * (kPadding - metrics::kGap8), 0);
    }

protected:
    void paintEvent(QPaintEvent *) override {
        const Look &look = Look::of(this);
        const Tokens &tokens = look.tokens();
        const ToneColors tone = tokens.tone(m_part.tone);
        QPainter painter(this);
        // Each part draws the whole frame's slice of its own: rounded at the ends only.
        const int radius = metrics::kControlRadius;
        const QRect frame = rect().adjusted(m_isFirst ? 0 : -radius, 0, m_isLast ? 0 : radius, 0);
        painter.setClipRect(rect());
        const QColor fill = isChecked() ? tone.soft : underMouse() ? tokens.sunken : tokens.surface;
        paintPlate(painter, frame,
                   {isEnabled() ? fill : tokens.sunken, tokens.control, tokens.control});
        if (!m_isFirst)
            painter.fillRect(QRect(0, 1, 1, height() - 3), tokens.line);
        if (isChecked())
            paintBar(painter, frame, tone.ink);
        paintLabel(painter, look, isChecked() ? tone.ink : isEnabled() ? tokens.ink : tokens.ink3);
    }

private:
    /// Along the foot, following the frame around its corners.
    void paintBar(QPainter &painter, const QRect &frame, const QColor &ink) const {
        QPainterPath inside;
        inside.addRoundedRect(frame, metrics::kControlRadius, metrics::kControlRadius);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(QRect(0, height() - kBar, width(), kBar));
        painter.fillPath(inside, ink);
        painter.restore();
    }

    void paintLabel(QPainter &painter, const Look &look, const QColor &ink) const {
        const TextStyle style{Text::Body, isChecked() ? Weight::Bold : Weight::Regular, ink};
        const int symbol = m_part.symbol ? look.scaled(kSegmentSymbol) : 0;
        const int gap = m_part.symbol && !text().isEmpty() ? metrics::kGap8 : 0;
        const int words = textWidth(look, text(), style.text, style.weight);
        int x = (width() - symbol - gap - words) / 2;
        if (m_part.symbol)
            paintIcon(painter, *m_part.symbol, QRect(x, 0, symbol, height() - 2), ink);
        x = std::max(x + symbol + gap, 2);
        paintLine(painter, look, QRect(x, 0, width() - x, height() - 2), text(), style);
    }

    Segment::Part m_part;
    int m_tall;
    bool m_isFirst = false;
    bool m_isLast = false;
};

} // namespace

Segment::Segment(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    connect(m_group, &QButtonGroup::idClicked, this, &Segment::chosen);
}

void Segment::setParts(const QList<Part> &parts) {
    const auto buttons = m_group->buttons();
    // New words for the same parts leave the keyboard where it is.
    if (buttons.size() == parts.size()) {
        for (int i = 0; i < parts.size(); ++i)
            static_cast<PartButton *>(m_group->button(i))->setPart(parts.at(i));
        return;
    }
    const int before = std::max(current(), 0);
    for (QAbstractButton *button : buttons) {
        m_group->removeButton(button);
        delete button;
    }
    // The Tab key finds them where this widget stands; Qt orders only what takes the focus.
    setFocusPolicy(Qt::TabFocus);
    QWidget *previous = this;
    for (int i = 0; i < parts.size(); ++i) {
        auto *button = new PartButton(parts.at(i), m_tall, this);
        button->setEnds(i == 0, i == parts.size() - 1);
        m_group->addButton(button, i);
        layout()->addWidget(button);
        setTabOrder(previous, button);
        previous = button;
    }
    setFocusPolicy(Qt::NoFocus);
    if (before < parts.size())
        setCurrent(before);
}

int Segment::current() const {
    return m_group->checkedId();
}

void Segment::setCurrent(int index) {
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
    // The Tab key goes to what is chosen, the arrows on from there. Qt sees to that as well, but
    // only once the wrong one has had the focus.
    const auto buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

void Segment::setPartEnabled(int index, bool enabled) {
    if (QAbstractButton *button = m_group->button(index))
        button->setEnabled(enabled);
}

void Segment::setTall(int pixels) {
    m_tall = pixels;
}

} // namespace soban::ui
