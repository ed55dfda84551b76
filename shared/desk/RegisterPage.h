// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Complaint.h"
#include "desk/Desk.h"

#include <QWidget>

#include <vector>

class QSpacerItem;

namespace soban::ui {
class Button;
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::desk {

class NoteLine;

/// Opens an account of the app's role, and signs in to it.
class RegisterPage : public QWidget {
    Q_OBJECT

public:
    explicit RegisterPage(Desk &desk, QWidget *parent = nullptr);

    /// Leaves out what it can, so that its button is in sight of a low window.
    void setLow(bool isLow);
    void takeFocus();

signals:
    void signInRequested();
    /// There is something to read at `widget`.
    void attentionWanted(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Field { Name, Phone, Login, Password, FieldCount };

    struct Entry {
        ui::TextField *field;
        ui::FieldRow *row;
    };

    void build();
    void fit();
    void retranslate();
    void submit();
    QString text(Field field) const;
    QString faultOf(Field field) const; ///< empty if it is right
    bool check();
    void setBusy(bool busy);
    void showMessage();
    ui::FieldRow *rowNamed(const QString &field) const;

    Desk &m_desk;
    ui::TextLabel *m_title;
    ui::TextLabel *m_subtitle;
    QSpacerItem *m_gap;
    std::vector<Entry> m_entries;
    NoteLine *m_message;
    ui::Button *m_register;
    ui::Button *m_back;
    std::optional<client::ApiError> m_error;
};

} // namespace soban::desk
