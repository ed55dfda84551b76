// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Catalogue.h"
#include "desk/PictureStore.h"
#include "ui/Sheet.h"

namespace soban::ui {
class Button;
class ChoiceRow;
class FittingPane;
class PictureLabel;
class Stepper;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class StateChip;

/// One item of a menu: its options by group, how many, and what that costs while one chooses.
class OptionSheet : public ui::Sheet {
    Q_OBJECT

public:
    OptionSheet(desk::PictureStore &pictures, QWidget *host);

    /// Shows `item`. What must be chosen is not chosen yet: the button says so, and leads there.
    void show(const contract::MenuItemView &item, const contract::ShopCard &shop);

signals:
    void added(const soban::LineChoice &line);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Group {
        OptionGroup group;
        QWidget *box;
        StateChip *need;
        ui::TextLabel *rule;
        QList<ui::ChoiceRow *> rows;
    };

    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeFoot();
    void fillGroups();
    QWidget *makeGroup(const OptionGroup &group);
    void limit(Group &group);
    void fitLeft();
    void reprice();
    /// Adds it, or leads to what has yet to be chosen.
    void submit();
    void retranslate();
    LineChoice choice() const;
    /// The first group that has too few, -1 if none.
    int lackingGroup() const;

    desk::PictureStore &m_pictures;
    std::optional<contract::MenuItemView> m_item;
    LocalizedText m_shopName;
    bool m_isFlowers = false;
    QList<Group> m_groups;
    ui::PictureLabel *m_picture;
    ui::TextLabel *m_name;
    ui::TextLabel *m_description;
    QWidget *m_left;
    ui::TextLabel *m_shop;
    ui::TextLabel *m_escape;
    ui::FittingPane *m_scroll;
    ui::Stepper *m_quantity;
    ui::TextLabel *m_sum;
    ui::TextLabel *m_total;
    ui::TextLabel *m_count;
    ui::Button *m_add;
    ui::Button *m_close;
};

} // namespace soban::customer
