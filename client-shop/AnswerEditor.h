// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiError.h"

#include <QWidget>

class QTextEdit;

namespace soban::desk {
class NoteLine;
} // namespace soban::desk

namespace soban::ui {
class Button;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// Where the answer to a review is written, within its card. Ctrl+Enter sends, Esc puts it aside.
class AnswerEditor : public QWidget {
    Q_OBJECT

public:
    /// `subject`: what is answered, for those who cannot see it.
    AnswerEditor(const QString &subject, const QString &text, QWidget *parent = nullptr);

    QString text() const;
    /// While it is on its way nothing can be changed.
    void setBusy(bool busy);
    /// Says why it was not taken; the text stays.
    void complain(const client::ApiError &error);
    /// How high it wants to be at that width.
    int heightFor(int width) const;

signals:
    void textChanged(const QString &text);
    void sent(const QString &text);
    void putAside();
    /// It wants to be higher or lower.
    void heightChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void send();
    void fit();
    void retranslate();

    QString m_subject;
    desk::NoteLine *m_complaint;
    QTextEdit *m_words;
    ui::TextLabel *m_count;
    ui::TextLabel *m_hint;
    ui::Button *m_aside;
    ui::Button *m_send;
    bool m_isBusy = false;
};

} // namespace soban::shop_app
