// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/AppOptions.h"
#include "desk/Complaint.h"
#include "desk/Desk.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QSpacerItem;

namespace soban::ui {
class Button;
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::desk {

class NoteLine;

/// Login and password.
class SignInPage : public QWidget {
    Q_OBJECT

public:
    explicit SignInPage(Desk &desk, QWidget *parent = nullptr);

    /// Leaves out what it can, so that its button is in sight of a low window.
    void setLow(bool isLow);
    /// To the first field that wants something.
    void takeFocus();
    void tell(Farewell why);
    /// Does what the person would do with these; without a password only types the login.
    void enter(const Credentials &credentials);

signals:
    void registerRequested();
    /// There is something to read at `widget`.
    void attentionWanted(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fit();
    void retranslate();
    void submit();
    bool check();
    void setBusy(bool busy);
    void fail(const client::ApiError &error);
    void throttle(std::chrono::milliseconds span);
    void countDown();
    void showMessage();
    QString keychainNote() const;
    void showStay();

    Desk &m_desk;
    ui::TextLabel *m_title;
    ui::TextLabel *m_subtitle;
    QSpacerItem *m_gap;
    ui::TextField *m_login;
    ui::FieldRow *m_loginRow;
    ui::TextField *m_password;
    ui::FieldRow *m_passwordRow;
    QCheckBox *m_stay;
    bool m_mayStay = true; ///< there is a keychain, as far as is known
    QPointer<QWidget> m_focusBefore;
    NoteLine *m_message;
    ui::Button *m_signIn;
    ui::Button *m_register;
    NoteLine *m_keychain;
    std::optional<client::ApiError> m_error; ///< kept, so that it can be said in another language
    std::optional<Farewell> m_farewell;
    QDeadlineTimer m_throttledUntil{0};
    QTimer m_second;
};

} // namespace soban::desk
