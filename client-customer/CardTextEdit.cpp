// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CardTextEdit.h"

#include "ui/Look.h"

#include <QEvent>
#include <QSignalBlocker>

namespace soban::customer {

namespace {

constexpr int kLongest = 300; ///< as the server takes it
constexpr int kLines = 3;
constexpr int kMargin = 8; ///< above the first line and below the last

} // namespace

CardTextEdit::CardTextEdit(QWidget *parent) : QTextEdit(parent) {
    setAcceptRichText(false);
    setTabChangesFocus(true);
    document()->setDocumentMargin(kMargin);
    connect(this, &QTextEdit::textChanged, this, &CardTextEdit::limit);
    fit();
}

QString CardTextEdit::countText() const {
    return QStringLiteral("%1/%2").arg(toPlainText().size()).arg(kLongest);
}

/// What goes beyond is what was just typed or pasted: it ends where the cursor stands.
void CardTextEdit::limit() {
    const QSignalBlocker quiet(this);
    QTextCursor cursor = textCursor();
    if (cursor.atStart())
        cursor.movePosition(QTextCursor::End);
    while (toPlainText().size() > kLongest)
        cursor.deletePreviousChar();
}

void CardTextEdit::fit() {
    const ui::Look &look = ui::Look::of(this);
    setFixedHeight(kLines * look.lineHeight(ui::Text::Body) + 2 * kMargin + 2 * frameWidth());
}

void CardTextEdit::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fit();
    QTextEdit::changeEvent(event);
}

} // namespace soban::customer
