// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/SectionBar.h"

#include "ui/Paint.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kSide = 14;
constexpr int kMark = 3;

class SectionButton : public QAbstractButton {
public:
    explicit SectionButton(const QString &name) {
        setText(name);
        setCheckable(true);
        setCursor(Qt::PointingHandCursor);
    }

    QSize sizeHint() const override {
        const Look &look = Look::of(this);
        return {textWidth(look, text(), Text::Body, Weight::Bold) + 2 * kSide,
                look.scaled(metrics::kTouchHeight)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override {
        const Look &look = Look::of(this);
        const Tokens &tokens = look.tokens();
        QPainter painter(this);
        paintLine(painter, look, rect().adjusted(2, 0, -2, 0), text(),
                  {Text::Body, isChecked() ? Weight::Bold : Weight::Regular,
                   isChecked() ? tokens.accent.ink : tokens.ink2, Qt::AlignCenter});
        if (isChecked())
            painter.fillRect(QRect(0, height() - kMark, width(), kMark), tokens.accent.ink);
    }
};

/// One row, without bars: the wheel goes along it.
class SectionScroll : public QScrollArea {
public:
    SectionScroll() {
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        viewport()->setAutoFillBackground(false);
    }

    QSize sizeHint() const override {
        return {widget() ? widget()->sizeHint().width() : 0, tall()};
    }
    QSize minimumSizeHint() const override { return {0, tall()}; }

protected:
    bool event(QEvent *event) override {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::event(event);
    }
    void wheelEvent(QWheelEvent *event) override {
        const QPoint turned = event->angleDelta();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() -
                                        (turned.y() != 0 ? turned.y() : turned.x()));
    }

private:
    int tall() const { return Look::of(this).scaled(metrics::kTouchHeight) + 1; }
};

} // namespace

SectionBar::SectionBar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout)
    , m_scroll(new SectionScroll) {
    auto *names = new QWidget;
    names->setLayout(m_row);
    m_row->setContentsMargins(0, 0, 0, 1);
    m_row->setSpacing(0);
    m_row->addStretch(1);
    m_scroll->setWidget(names);
    names->setAutoFillBackground(false); // Qt has just said otherwise
    m_scroll->viewport()->installEventFilter(this);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);
    connect(m_group, &QButtonGroup::idClicked, this, &SectionBar::chosen);
}

void SectionBar::setSections(const QStringList &names) {
    const auto before = m_group->buttons();
    if (before.size() == names.size()) {
        // The same in other words, or once more: one of them may be pressed just now.
        for (int i = 0; i < names.size(); ++i)
            m_group->button(i)->setText(names.at(i));
        return;
    }
    for (QAbstractButton *button : before) {
        m_group->removeButton(button);
        delete button;
    }
    for (int i = 0; i < names.size(); ++i) {
        auto *button = new SectionButton(names.at(i));
        m_group->addButton(button, i);
        m_row->insertWidget(i, button);
    }
    setCurrent(0);
}

void SectionBar::setCurrent(int section) {
    if (QAbstractButton *button = m_group->button(section))
        button->setChecked(true);
    reveal();
}

void SectionBar::reveal() {
    if (QAbstractButton *button = m_group->checkedButton())
        m_scroll->ensureWidgetVisible(button, 2 * kSide, 0);
}

bool SectionBar::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &SectionBar::reveal, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void SectionBar::paintEvent(QPaintEvent *) {
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), Look::of(this).tokens().line);
}

} // namespace soban::customer
