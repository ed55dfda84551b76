// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/MenuItems.h"
#include "client-shop/Page.h"
#include "client-shop/ShopState.h"

class QComboBox;
class QMenu;

namespace soban::desk {
class NoteLine;
} // namespace soban::desk

namespace soban::ui {
class Button;
class EmptyState;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class ItemEditor;
class LineList;
class MenuTable;
class MenuTableHead;
class SectionSheet;
enum class RowPart;

/// The menu: its sections, the items of one, and the editor of an item. Where there is little room,
/// list and editor take turns.
class MenuPage : public Page {
    Q_OBJECT

public:
    MenuPage(const Services &services, MenuBook &book, const ShopState &shop,
             QWidget *parent = nullptr);

    void enter() override;
    QString title() const override;
    QString detail() const override;
    bool hasUnsaved() const override;
    void leave(std::function<void()> then) override;

    MenuTable *table() const { return m_table; }
    ItemEditor *editor() const { return m_editor; }

private:
    void build();
    QWidget *makeSections();
    QWidget *makeMiddle();
    QWidget *makeEditor();
    void connectParts();
    void connectSections();
    void addCommands();
    void arrange() override;
    void showMenu();
    void showSections();
    void showEmptiness();
    void chooseSection(int index);
    void showSection(int index);
    void open(MenuItemId item);
    void openFirst();
    void showRow();
    void addItem();
    void moveSection(int from, int to);
    void moveItem(int from, int to);
    void act(MenuItemId item, RowPart part);
    void offerStates(const contract::OwnItemView &item);
    QPoint placeOfStates(MenuItemId item) const;
    /// Where list and editor take turns, the keyboard goes on from there.
    void markRow(MenuItemId item);
    /// Sold out until then, or not at all; can be taken back.
    void shelve(MenuItemId item, const std::optional<SoldOut> &soldOut);
    void sellAgain(MenuItemId item);
    void hideItem(MenuItemId item, bool hidden);
    Instant endOfToday() const;
    SectionSheet *sheet();
    void retranslate() override;

    Services m_services;
    MenuBook &m_book;
    const ShopState &m_shop;
    MenuItems *m_items;
    int m_section = 0;
    bool m_isNarrow = false;
    bool m_isEditorShown = false; ///< while there is little room
    QWidget *m_sectionColumn;
    ui::TextLabel *m_sectionTitle;
    ui::Button *m_editSection;
    ui::Button *m_addSection;
    LineList *m_sectionList;
    QWidget *m_middle;
    QComboBox *m_sectionBox;
    ui::TextField *m_search;
    ui::Button *m_addItem;
    QWidget *m_tableCard;
    MenuTableHead *m_head;
    MenuTable *m_table;
    ui::EmptyState *m_empty;
    QWidget *m_emptyPane = nullptr;
    desk::NoteLine *m_hint;
    QWidget *m_editorColumn;
    ui::Button *m_toList;
    ItemEditor *m_editor;
    SectionSheet *m_sheet = nullptr; ///< covers the window: made when first needed
    QMenu *m_states = nullptr;       ///< what a press on a state offers
    QList<QAction *> m_commands;
};

} // namespace soban::shop_app
