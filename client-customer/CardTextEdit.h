// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace soban::customer {

/// The words for a card: three lines of plain text, and no more of it than an order may carry.
class CardTextEdit : public QTextEdit {
    Q_OBJECT

public:
    explicit CardTextEdit(QWidget *parent = nullptr);

    /// Without the space around it.
    QString words() const { return toPlainText().trimmed(); }
    /// "12/300"
    QString countText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void limit();
    void fit();
};

} // namespace soban::customer
