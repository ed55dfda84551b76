// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/MenuPage.h"

#include "client-shop/ItemEditor.h"
#include "client-shop/LineList.h"
#include "client-shop/MenuTable.h"
#include "client-shop/SaleWords.h"
#include "client-shop/SectionSheet.h"
#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/EmptyPane.h"
#include "ui/TextField.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSide = 20;
/// Below this width, at a text scale of 1, list and editor take turns.
constexpr int kThreeColumns = 980;
constexpr int kSections = 148;
constexpr int kEditor = 384;

/// The ground of the table, with room for its border and foot.
class TableCard : public QWidget {
public:
    TableCard() {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(1, 1, 1, 1 + metrics::kFoot);
        column->setSpacing(0);
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        paintPlate(painter, rect(), cardPlate(Look::of(this)));
    }
};

} // namespace

MenuPage::MenuPage(const Services &services, MenuBook &book, const ShopState &shop, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_book(book)
    , m_shop(shop)
    , m_items(new MenuItems(book, shop, this)) {
    build();
    connectParts();
    connectSections();
    addCommands();
    retranslate();
    arrange();
    showMenu();
}

void MenuPage::build() {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSide, 0, kSide, metrics::kGap8);
    row->setSpacing(metrics::kGap16);
    row->addWidget(makeSections());
    row->addWidget(makeMiddle(), 1);
    row->addWidget(makeEditor());
}

QWidget *MenuPage::makeSections() {
    m_sectionColumn = new QWidget;
    m_sectionTitle = new TextLabel(Text::Body, Weight::Bold);
    m_editSection = new Button(ButtonRole::Plain, Icon::Edit);
    m_addSection = new Button(ButtonRole::Plain, Icon::Plus);
    m_editSection->setTall(metrics::kDenseHeight);
    m_addSection->setTall(metrics::kDenseHeight);
    m_sectionList = new LineList(LineList::Manner::Choice);
    m_sectionList->setMovable(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::kGap8);
    head->addWidget(m_sectionTitle, 1);
    head->addWidget(m_editSection);
    head->addWidget(m_addSection);
    auto *column = new QVBoxLayout(m_sectionColumn);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap12);
    column->addLayout(head);
    column->addWidget(m_sectionList, 1);
    return m_sectionColumn;
}

QWidget *MenuPage::makeMiddle() {
    m_middle = new QWidget;
    m_sectionBox = new QComboBox;
    m_search = new TextField;
    m_search->setSymbol(Icon::Search);
    m_search->setClearButtonEnabled(true);
    m_addItem = new Button(ButtonRole::Plain, Icon::Plus);
    m_head = new MenuTableHead;
    m_table = new MenuTable(*m_items, m_services, m_shop);
    m_table->setMovable(true);
    m_empty = new EmptyState(Motif::Bowl);
    m_hint = new desk::NoteLine(Icon::Info, Ink::Ink2);
    m_tableCard = new TableCard;
    m_tableCard->layout()->addWidget(m_head);
    m_tableCard->layout()->addWidget(m_table);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::kGap8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_addItem);
    auto *column = new QVBoxLayout(m_middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_sectionBox);
    column->addLayout(tools);
    column->addWidget(m_hint); // below there may be a note of what has just been done
    column->addWidget(m_tableCard, 1);
    m_emptyPane = new EmptyPane(m_empty);
    column->addWidget(m_emptyPane, 1);
    return m_middle;
}

QWidget *MenuPage::makeEditor() {
    m_editorColumn = new QWidget;
    m_toList = new Button(ButtonRole::Bare, Icon::Left);
    m_editor = new ItemEditor(m_services, m_book, m_shop);
    auto *column = new QVBoxLayout(m_editorColumn);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap4);
    column->addWidget(m_toList, 0, Qt::AlignLeft);
    column->addWidget(m_editor, 1);
    return m_editorColumn;
}

void MenuPage::connectParts() {
    connect(&m_book, &MenuBook::changed, this, &MenuPage::showMenu);
    connect(&m_book, &MenuBook::slowChanged, this, &MenuPage::showEmptiness);
    connect(&m_shop, &ShopState::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_items, &QAbstractItemModel::modelReset, this, &MenuPage::showRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid() && !m_isNarrow)
                    open(m_items->at(index.row()).id);
            });
    connect(m_table, &MenuTable::rowPressed, this, [this](int row) {
        if (m_isNarrow)
            open(m_items->at(row).id);
    });
    connect(m_table, &MovableList::opened, this, [this](int row) {
        open(m_items->at(row).id);
        m_editor->enter();
    });
    connect(m_table, &MovableList::moveAsked, this, &MenuPage::moveItem);
    connect(m_table, &MenuTable::partChosen, this, &MenuPage::act);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_items->search(words);
        m_table->setMovable(!m_items->isSearching());
        showEmptiness();
    });
    connect(m_addItem, &Button::clicked, this, &MenuPage::addItem);
    connect(m_toList, &Button::clicked, this, [this] {
        m_editor->leave([this] {
            m_isEditorShown = false;
            arrange();
            m_table->enter();
        });
    });
    connect(m_editor, &ItemEditor::saved, this, [this](MenuItemId item) {
        const auto section = m_book.sectionOf(item);
        if (section && !m_items->isSearching() && m_items->rowOf(item) < 0) {
            m_items->showSection(*section);
            showSections();
        }
        showRow();
    });
    // Once all that follows from it is done: a list that is not seen takes no keyboard.
    connect(
        m_editor, &ItemEditor::answered, this,
        [this] {
            if (m_editorColumn->isVisible() && m_isNarrow)
                m_editor->enter();
            else if (m_table->isVisible())
                m_table->enter();
        },
        Qt::QueuedConnection);
    connect(m_editor, &ItemEditor::givenUp, this, [this] {
        m_isEditorShown = false;
        openFirst();
        arrange();
    });
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (!m_book.menu())
            m_book.load();
        else if (m_items->isSearching())
            m_search->clear();
        else if (m_book.sections().isEmpty())
            sheet()->add();
        else
            addItem();
    });
}

void MenuPage::addCommands() {
    const auto add = [this](const QKeySequence &keys, std::function<void()> what) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [what = std::move(what)] { what(); });
        addAction(action);
        m_commands.append(action);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { addItem(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_S), [this] { m_editor->save(); });
}

void MenuPage::enter() {
    m_book.load(); // what is left has changed with the orders
    if (m_isNarrow && m_isEditorShown)
        m_editor->enter();
    else
        m_table->enter();
}

QString MenuPage::title() const {
    return tr("Menu");
}

QString MenuPage::detail() const {
    int items = 0, soldOut = 0, soonGone = 0;
    for (const contract::OwnSectionView &section :
         m_book.menu() ? m_book.menu()->sections : QList<contract::OwnSectionView>()) {
        for (const contract::OwnItemView &item : section.items) {
            ++items;
            soldOut += shelfOf(item) == Shelf::SoldOut ? 1 : 0;
            soonGone += shelfOf(item) == Shelf::SoonGone ? 1 : 0;
        }
    }
    QStringList words{items == 1 ? tr("1 item") : tr("%1 items").arg(items)};
    if (soldOut > 0)
        words.append(tr("%1 sold out").arg(soldOut));
    if (soonGone > 0)
        words.append(tr("%1 running low").arg(soonGone));
    return words.join(QStringLiteral(" · "));
}

bool MenuPage::hasUnsaved() const {
    return m_editor->hasUnsaved();
}

void MenuPage::leave(std::function<void()> then) {
    m_editor->leave(std::move(then));
}

void MenuPage::showMenu() {
    showSections();
    const QList<MenuBook::Section> sections = m_book.sections();
    if (m_section < sections.size())
        m_items->showSection(sections.at(m_section).name);
    showRow();
    if (!m_editor->isBusyWith() && !m_isNarrow)
        openFirst();
    showEmptiness();
    emit headChanged();
}

void MenuPage::showEmptiness() {
    const bool isLoaded = m_book.menu().has_value();
    const bool isEmpty = m_items->rowCount() == 0;
    m_tableCard->setVisible(!isEmpty);
    m_emptyPane->setVisible(isEmpty && (isLoaded || m_book.isSlow() || !m_book.isLoading()));
    m_hint->setVisible(!isEmpty || m_book.isSlow());
    m_hint->setText(m_book.isSlow()
                        ? tr("Saving…")
                        : tr("Drag a row, or press Alt ↑ ↓, to change the order. What is saved is "
                             "with the customers at once."));
    if (!isLoaded) {
        const bool isComing = m_book.isLoading();
        m_empty->setTitle(isComing ? tr("Loading the menu") : tr("The menu could not be loaded"));
        m_empty->setText(isComing ? QString() : tr("Nothing is lost. Try once more."));
        m_empty->setAction(Icon::Refund, isComing ? QString() : tr("Try again"));
    } else if (m_items->isSearching()) {
        m_empty->setTitle(tr("No item found"));
        m_empty->setText(tr("Items are found by their names, in both languages."));
        m_empty->setAction(Icon::Close, tr("Show all"));
    } else if (m_book.sections().isEmpty()) {
        m_empty->setTitle(tr("The menu is empty"));
        m_empty->setText(tr("Add a first section."));
        m_empty->setAction(Icon::Plus, tr("Add section"));
    } else {
        m_empty->setTitle(tr("Nothing in this section yet"));
        m_empty->setText(tr("Customers see it with its first item."));
        m_empty->setAction(Icon::Plus, tr("Add item"));
    }
}

void MenuPage::openFirst() {
    if (m_items->rowCount() == 0 || m_isNarrow) {
        m_editor->showNothing();
        arrange();
        return;
    }
    m_table->setCurrentIndex(m_items->index(0));
    if (!m_editor->isBusyWith())
        open(m_items->at(0).id);
}

void MenuPage::open(MenuItemId item) {
    if (m_editor->item() == item && m_isEditorShown == m_isNarrow)
        return;
    if (m_editor->hasUnsaved() && m_editor->item() != item) {
        m_editor->leave([this, item] {
            m_editor->show(item);
            showRow();
        });
        // As long as it is asked; the press that led here is still selecting.
        QMetaObject::invokeMethod(this, &MenuPage::showRow, Qt::QueuedConnection);
        return;
    }
    if (m_editor->item() != item)
        m_editor->show(item);
    m_isEditorShown = m_isNarrow;
    arrange();
}

void MenuPage::showRow() {
    if (m_isNarrow && !m_isEditorShown)
        return; // the list is alone, and knows its row
    const auto item = m_editor->item();
    const int row = item ? m_items->rowOf(*item) : -1;
    const QSignalBlocker quiet(m_table->selectionModel());
    if (row >= 0)
        m_table->setCurrentIndex(m_items->index(row));
    else
        m_table->setCurrentIndex({});
    m_table->viewport()->update();
}

void MenuPage::markRow(MenuItemId item) {
    if (m_isNarrow)
        m_table->setCurrentIndex(m_items->index(m_items->rowOf(item)));
}

void MenuPage::addItem() {
    if (m_book.sections().isEmpty())
        return;
    m_editor->leave([this] {
        m_editor->showNew(m_book.sections().at(m_section).name);
        m_isEditorShown = m_isNarrow;
        showRow();
        arrange();
        m_editor->enter();
    });
}

void MenuPage::moveItem(int from, int to) {
    m_book.edit([item = m_items->at(from).id,
                 to](contract::MenuDraft &draft) { return menu_edits::moveItem(draft, item, to); },
                MenuBook::Emptied::Stay, this,
                [this](const auto &answer) {
                    if (!answer)
                        emit m_book.failed(answer.error());
                });
}

void MenuPage::arrange() {
    const Look &look = Look::of(this);
    m_isNarrow = width() < look.scaled(kThreeColumns);
    const bool hasEditor = m_editor->isBusyWith();
    const bool isEditorAlone = m_isNarrow && m_isEditorShown && hasEditor;
    m_sectionColumn->setVisible(!m_isNarrow);
    m_sectionColumn->setFixedWidth(look.scaled(kSections));
    m_sectionBox->setVisible(m_isNarrow);
    m_middle->setVisible(!isEditorAlone);
    m_editorColumn->setVisible(m_isNarrow ? isEditorAlone : hasEditor);
    m_toList->setVisible(m_isNarrow);
    m_editorColumn->setMinimumWidth(m_isNarrow ? 0 : look.scaled(kEditor));
    m_editorColumn->setMaximumWidth(m_isNarrow ? QWIDGETSIZE_MAX : look.scaled(kEditor));
}

void MenuPage::retranslate() {
    m_sectionTitle->setText(tr("Sections"));
    m_sectionList->setAccessibleName(tr("Sections"));
    m_sectionBox->setAccessibleName(tr("Sections"));
    m_editSection->setAccessibleName(tr("Rename or delete the section"));
    m_editSection->setToolTip(m_editSection->accessibleName());
    m_addSection->setAccessibleName(tr("Add section"));
    m_addSection->setToolTip(m_addSection->accessibleName());
    m_search->setPlaceholderText(tr("Find an item"));
    m_search->setAccessibleName(tr("Find an item"));
    m_addItem->setText(tr("Add item"));
    m_table->setAccessibleName(tr("Items"));
    m_table->setAccessibleDescription(tr("Space marks an item sold out for today or available "
                                         "again, S shows all states, Enter edits."));
    m_toList->setText(tr("To the list"));
    m_items->setLanguage(Look::of(this).language());
    const QStringList words{tr("Find an item"), tr("Add item"), tr("Save the item")};
    for (int i = 0; i < m_commands.size(); ++i)
        m_commands.at(i)->setText(words.at(i));
    showSections();
    showEmptiness();
    emit headChanged();
}

} // namespace soban::shop_app
