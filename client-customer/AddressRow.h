// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Customer.h"

#include <QWidget>

namespace soban::ui {
class Button;
} // namespace soban::ui

namespace soban::customer {

class PlaceCard;

/// One saved address in the list: choose it, change it, delete it.
class AddressRow : public QWidget {
    Q_OBJECT

public:
    AddressRow(const contract::SavedAddress &saved, bool isChosen, QWidget *parent = nullptr);

    /// What of it the keyboard goes to first.
    PlaceCard *choice() const { return m_choice; }

signals:
    void chosen();
    void editChosen();
    void deleteChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_name;
    PlaceCard *m_choice;
    ui::Button *m_edit;
    ui::Button *m_delete;
};

} // namespace soban::customer
