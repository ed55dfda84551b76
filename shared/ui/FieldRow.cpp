// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FieldRow.h"

#include "ui/Paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTextEdit>
#include <QVBoxLayout>

namespace soban::ui {

namespace {

/// At least so high, also while it is hidden; 0: what it needs.
void keepRoom(QWidget &widget, int height) {
    widget.setMinimumHeight(height);
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(height > 0);
    widget.setSizePolicy(policy);
}

} // namespace

FieldRow::FieldRow(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_messageRow(new QWidget)
    , m_symbol(new QLabel)
    , m_message(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2)) {
    m_label->setBuddy(field);
    m_message->setMostLines(0);
    auto *below = new QHBoxLayout(m_messageRow);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(6);
    below->addWidget(m_symbol, 0, Qt::AlignTop);
    below->addWidget(m_message, 1, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_label);
    column->addWidget(field);
    column->addWidget(m_messageRow);
    setFocusProxy(field);
    // What was wrong is being mended: the first key takes the words away, but not their room, or
    // all that stands below would move from under the pointer.
    const auto mend = [this] {
        if (!hasComplaint())
            return;
        const int room = m_messageRow->height();
        setComplaint({});
        keepRoom(*m_messageRow, room);
    };
    if (auto *line = qobject_cast<QLineEdit *>(field))
        connect(line, &QLineEdit::textEdited, this, mend);
    if (auto *text = qobject_cast<QTextEdit *>(field))
        connect(text, &QTextEdit::textChanged, this, [text, mend] {
            if (text->hasFocus()) // a person writes
                mend();
        });
    showMessage();
}

void FieldRow::setLabel(const QString &label) {
    m_label->setText(label);
    m_field->setAccessibleName(label);
}

void FieldRow::setHelp(const QString &help) {
    m_help = help;
    showMessage();
}

void FieldRow::setComplaint(const QString &complaint) {
    m_complaint = complaint;
    keepRoom(*m_messageRow, 0);
    if (auto *field = qobject_cast<TextField *>(m_field))
        field->setWrong(hasComplaint());
    showMessage();
}

void FieldRow::showMessage() {
    const QString shown = hasComplaint() ? m_complaint : m_help;
    m_messageRow->setVisible(!shown.isEmpty());
    m_message->setText(shown);
    m_message->setInk(hasComplaint() ? Ink::Danger : Ink::Ink2);
    m_field->setAccessibleDescription(shown);
    m_symbol->setVisible(hasComplaint());
    const Look &look = Look::of(this);
    m_symbol->setPixmap(
        pixmap(Icon::Warning, look.tokens().danger.ink, look.scaled(16), devicePixelRatioF()));
}

void FieldRow::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        showMessage();
    QWidget::changeEvent(event);
}

} // namespace soban::ui
