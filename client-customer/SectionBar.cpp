// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/SectionBar.h"

#include "ui/Paint.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>

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
    QSize minimumSizeHint() const override { return {2 * kSide + 24, sizeHint().height()}; }

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

} // namespace

SectionBar::SectionBar(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 1);
    row->setSpacing(0);
    row->addStretch(1);
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
    auto *row = static_cast<QHBoxLayout *>(layout());
    for (int i = 0; i < names.size(); ++i) {
        auto *button = new SectionButton(names.at(i));
        m_group->addButton(button, i);
        row->insertWidget(i, button);
    }
    setCurrent(0);
}

void SectionBar::setCurrent(int section) {
    if (QAbstractButton *button = m_group->button(section))
        button->setChecked(true);
}

void SectionBar::paintEvent(QPaintEvent *) {
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), Look::of(this).tokens().line);
}

} // namespace soban::customer
