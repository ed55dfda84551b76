// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/TextField.h"
#include "ui/TextLabel.h"

namespace soban::ui {

/// An input with its label above and a word of help or of complaint below.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    /// Takes `field` in; focus goes through to it.
    explicit FieldRow(QWidget *field, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setHelp(const QString &help);
    /// Says what is wrong in the place of the help; empty: nothing is. A `TextField` shows it too.
    void setComplaint(const QString &complaint);
    bool hasComplaint() const { return !m_complaint.isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showMessage();

    QWidget *m_field;
    TextLabel *m_label;
    QWidget *m_messageRow;
    QLabel *m_symbol;
    TextLabel *m_message;
    QString m_help;
    QString m_complaint;
};

} // namespace soban::ui
