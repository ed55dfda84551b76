// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Desk.h"
#include "desk/ServerProbe.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace soban::ui {
class Segment;
class TextLabel;
} // namespace soban::ui

namespace soban::desk {

class NameStrip;
class NoteLine;
class RegisterPage;
class SignInPage;

/// What is seen while nobody is signed in: the laid table, and beside it the way in.
class EntryFrame : public QWidget {
    Q_OBJECT

public:
    explicit EntryFrame(Desk &desk, QWidget *parent = nullptr);

    /// While a stored session is being taken up: the forms stay away.
    void setWaiting(bool waiting);
    /// Why one stands here.
    void tell(Farewell why);

    SignInPage *signInPage() const { return m_signIn; }
    RegisterPage *registerPage() const { return m_register; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void fit();
    void show(QWidget *page);
    void bringIntoView(QWidget *widget);
    void retranslate();
    void tellServer();

    Desk &m_desk;
    ServerProbe m_probe;
    QWidget *m_table;
    NameStrip *m_head; ///< the name, where there is no room for the table
    ui::Segment *m_language;
    QHBoxLayout *m_top = nullptr;
    QVBoxLayout *m_forms = nullptr;
    QScrollArea *m_scroll;
    QWidget *m_column;
    SignInPage *m_signIn;
    RegisterPage *m_register = nullptr;
    NoteLine *m_server;
    ui::TextLabel *m_about;
};

} // namespace soban::desk
