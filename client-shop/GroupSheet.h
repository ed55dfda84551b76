// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/EditSheet.h"
#include "client-shop/ItemForm.h"

namespace soban::ui {
class FieldRow;
class Segment;
class Stepper;
class TextField;
} // namespace soban::ui

namespace soban::shop_app {

class LineList;
class LocalizedField;

/// A group of options of an item: how many may be chosen, and the options themselves. What is done
/// here holds in the item's editor, and is saved with the item.
class GroupSheet : public EditSheet {
    Q_OBJECT

public:
    explicit GroupSheet(QWidget *host);

    void show(const GroupForm &group, Currency currency, bool isNew);
    /// The same, with what the server says of it.
    void setComplaint(const QString &complaint) { complain(complaint); }

signals:
    void done(const soban::shop_app::GroupForm &group);
    void removed();

protected:
    bool isChanged() const override;
    void submit() override;
    void retranslate() override;

private:
    void build();
    void connectParts();
    void addOption();
    void dropOption(int row);
    void moveOption(int from, int to);
    void takeOption();
    void showOption();
    void showList();
    void showChoice();
    void chooseKind(int kind);
    bool check();

    GroupForm m_before;
    GroupForm m_group;
    Currency m_currency = Currency::krw();
    bool m_isNew = false;
    LocalizedField *m_name;
    ui::Segment *m_kind;
    ui::FieldRow *m_kindRow;
    QWidget *m_bounds;
    ui::Stepper *m_least;
    ui::FieldRow *m_leastRow;
    ui::Stepper *m_most;
    ui::FieldRow *m_mostRow;
    ui::TextLabel *m_optionsTitle;
    LineList *m_options;
    ui::Button *m_add;
    QWidget *m_option; ///< the fields of the current one
    LocalizedField *m_optionName;
    ui::TextField *m_price;
    ui::FieldRow *m_priceRow;
    ui::Button *m_drop;
};

} // namespace soban::shop_app

Q_DECLARE_METATYPE(soban::shop_app::GroupForm)
