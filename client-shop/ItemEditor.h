// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/ItemForm.h"
#include "client-shop/MenuBook.h"
#include "client-shop/ShopState.h"
#include "ui/Card.h"

namespace soban::desk {
class NoteLine;
} // namespace soban::desk

namespace soban::ui {
class Button;
} // namespace soban::ui

namespace soban::shop_app {

class GroupSheet;
class ItemFields;

/// One item of the menu, to be changed and saved. What changes meanwhile elsewhere comes in at the
/// fields that were not touched; what was typed stays.
class ItemEditor : public ui::Card {
    Q_OBJECT

public:
    ItemEditor(const Services &services, MenuBook &book, const ShopState &shop,
               QWidget *parent = nullptr);

    void show(MenuItemId item);
    void showNew(const LocalizedText &section);
    void showNothing();
    std::optional<MenuItemId> item() const { return m_item; }
    bool isNew() const { return m_isNew; }
    /// An item is in it, or a new one.
    bool isBusyWith() const { return m_item || m_isNew; }
    bool hasUnsaved() const;
    /// Calls `then` once it is through.
    void save(std::function<void()> then = {});
    void revert();
    void leave(std::function<void()> then);
    /// To the first field.
    void enter();
    ItemFields *fields() const { return m_fields; }

signals:
    /// There is an item of this id now.
    void saved(soban::MenuItemId item);
    /// One of the answers below had the keyboard and can be pressed no more.
    void answered();
    /// A new item was given up.
    void givenUp();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void load(const ItemForm &base, const ItemForm &form);
    void follow();
    void loseItem();
    void showSections();
    void editChanged();
    void editGroup(int index);
    void askToDelete();
    void saveMenu(const ItemForm &form, std::function<void()> then);
    void saveShelf(MenuItemId item, const ItemForm &form, std::function<void()> then);
    void finish(MenuItemId item, const std::function<void()> &then);
    void refuse(const client::ApiError &error);
    bool check(const ItemForm &form);
    void tellTimes();
    void showState();
    void retranslate();
    Currency currency() const;

    Services m_services;
    MenuBook &m_book;
    const ShopState &m_shop;
    std::optional<MenuItemId> m_item;
    bool m_isNew = false;
    bool m_isSaving = false;
    std::optional<MenuItemId> m_deleting; ///< as the person has said
    ItemForm m_base;                      ///< as the server has it
    ItemFields *m_fields;
    GroupSheet *m_group = nullptr; ///< covers the window: made when first needed
    int m_groupIndex = -1;         ///< −1: a new one
    desk::NoteLine *m_note;
    ui::Button *m_delete;
    ui::Button *m_revert;
    ui::Button *m_save;
};

} // namespace soban::shop_app
