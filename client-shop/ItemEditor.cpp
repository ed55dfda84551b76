// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ItemEditor.h"

#include "client-shop/GroupSheet.h"
#include "client-shop/ItemFields.h"
#include "client-shop/LeaveSheet.h"
#include "client-shop/RefusalWords.h"
#include "client-shop/SaleWords.h"
#include "desk/Complaint.h"
#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/Question.h"
#include "ui/ScrollPane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

/// The part of a refusal's field that names something within an item.
QString fieldInItem(const QString &field) {
    const qsizetype item = field.indexOf(QStringLiteral(".items["));
    const qsizetype dot = item < 0 ? -1 : field.indexOf(u'.', item + 1);
    return dot < 0 ? field : field.mid(dot + 1);
}

QString complaintFor(const QString &field, Currency currency) {
    if (field.startsWith(QStringLiteral("description")))
        return RefusalWords::ofLength(kLongestDescription);
    if (field.contains(QStringLiteral("riceMinor")))
        return RefusalWords::ofAmount(currency);
    if (field.startsWith(QStringLiteral("stock")))
        return RefusalWords::ofCount(0, kHighestStock);
    if (field.contains(QStringLiteral("name")))
        return RefusalWords::ofName();
    return {};
}

} // namespace

ItemEditor::ItemEditor(const Services &services, MenuBook &book, const ShopState &shop,
                       QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_book(book)
    , m_shop(shop)
    , m_fields(new ItemFields(services))
    , m_note(new desk::NoteLine(Icon::Info, Ink::Waiting, Weight::Bold))
    , m_delete(new Button(ButtonRole::Bare, Icon::Close))
    , m_revert(new Button(ButtonRole::Plain))
    , m_save(new Button(ButtonRole::Primary, Icon::Check)) {
    build();
    connect(m_fields, &ItemFields::edited, this, &ItemEditor::editChanged);
    connect(m_fields, &ItemFields::groupAsked, this, &ItemEditor::editGroup);
    connect(m_delete, &Button::clicked, this, &ItemEditor::askToDelete);
    connect(m_revert, &Button::clicked, this, &ItemEditor::revert);
    connect(m_save, &Button::clicked, this, [this] { save(); });
    connect(&book, &MenuBook::changed, this, &ItemEditor::follow);
    retranslate();
    showNothing();
}

void ItemEditor::build() {
    auto *pane = new ScrollPane;
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_fields);
    rows->addWidget(m_delete, 0, Qt::AlignLeft);
    rows->addStretch(1);
    pane->setContent(content);
    m_revert->setTall(metrics::kShopHeight);
    m_save->setTall(metrics::kShopHeight);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metrics::kGap8);
    answers->addWidget(m_revert);
    answers->addWidget(m_save, 1);
    column()->setContentsMargins(metrics::kGap8, metrics::kGap8, metrics::kGap8,
                                 metrics::kGap12 + metrics::kFoot);
    column()->addWidget(pane, 1);
    column()->addWidget(m_note);
    column()->addLayout(answers);
    m_note->hide();
}

Currency ItemEditor::currency() const {
    return m_shop.settings() ? m_shop.settings()->deliveryFee.currency() : Currency::krw();
}

void ItemEditor::show(MenuItemId item) {
    const contract::OwnItemView *view = m_book.item(item);
    if (!view)
        return;
    m_item = item;
    m_isNew = false;
    const ItemForm form = ItemForm::of(*view, m_book.sectionOf(item).value_or(LocalizedText{}));
    load(form, form);
}

void ItemEditor::showNew(const LocalizedText &section) {
    m_item.reset();
    m_isNew = true;
    ItemForm form;
    form.section = section;
    load(form, form);
}

void ItemEditor::showNothing() {
    m_item.reset();
    m_isNew = false;
    load({}, {});
}

void ItemEditor::load(const ItemForm &base, const ItemForm &form) {
    m_base = base;
    showSections();
    m_fields->setCurrency(currency());
    tellTimes();
    m_fields->setForm(form);
    m_fields->clearComplaints();
    m_note->hide();
    showState();
}

void ItemEditor::follow() {
    if (m_isSaving)
        return;
    const contract::OwnItemView *view = m_item ? m_book.item(*m_item) : nullptr;
    if (m_item && !view) {
        loseItem();
        return;
    }
    const ItemForm typed = m_fields->form();
    const ItemForm fresh =
        view ? ItemForm::of(*view, m_book.sectionOf(*m_item).value_or(LocalizedText{})) : m_base;
    const bool isNews = fresh != m_base;
    const bool wasDirty = typed != m_base;
    if (!isNews) {
        showSections(); // and leaves what is said at the fields
        tellTimes();
        return;
    }
    load(fresh, ItemForm::merged(typed, m_base, fresh));
    if (wasDirty) {
        m_note->setText(tr("It has changed elsewhere. What you typed is still here; look at it and "
                           "save again."));
        m_note->show();
    }
}

/// It has been deleted.
void ItemEditor::loseItem() {
    ItemForm form = m_fields->form();
    const bool isKept = form != m_base && m_deleting != m_item;
    showNothing();
    m_deleting.reset();
    if (!isKept) {
        emit givenUp();
        return;
    }
    // What was typed can become a new one.
    for (GroupForm &group : form.groups) {
        group.id.reset();
        for (OptionForm &option : group.options)
            option.id.reset();
    }
    m_isNew = true;
    load({}, form);
    m_note->setText(tr("It has been deleted elsewhere. What you typed is still here; saving adds "
                       "it again."));
    m_note->show();
}

void ItemEditor::showSections() {
    QList<LocalizedText> names;
    for (const MenuBook::Section &section : m_book.sections())
        names.append(section.name);
    m_fields->setSections(names);
}

bool ItemEditor::hasUnsaved() const {
    return isBusyWith() && (m_fields->form() != m_base || m_fields->isPictureSending());
}

void ItemEditor::editChanged() {
    m_fields->clearComplaints();
    showState();
}

void ItemEditor::editGroup(int index) {
    if (!m_group) {
        m_group = new GroupSheet(window());
        connect(m_group, &GroupSheet::done, this, [this](const GroupForm &group) {
            QList<GroupForm> groups = m_fields->groups();
            if (m_groupIndex < 0)
                groups.append(group);
            else
                groups[m_groupIndex] = group;
            m_fields->setGroups(groups);
            editChanged();
        });
        connect(m_group, &GroupSheet::removed, this, [this] {
            QList<GroupForm> groups = m_fields->groups();
            groups.removeAt(m_groupIndex);
            m_fields->setGroups(groups);
            editChanged();
        });
    }
    m_groupIndex = index;
    m_group->show(m_fields->groups().value(index), currency(), index < 0);
}

void ItemEditor::askToDelete() {
    if (!m_item)
        return;
    auto *question = new Question(window());
    connect(question, &Question::agreed, this, [this, item = *m_item] {
        m_deleting = item;
        m_book.edit(
            [item](contract::MenuDraft &draft) { return menu_edits::removeItem(draft, item); },
            MenuBook::Emptied::Stay, this,
            [this](const auto &answer) {
                if (!answer)
                    refuse(answer.error());
            });
    });
    question->ask(tr("Delete “%1”?").arg(m_base.name.in(Look::of(this).language())),
                  tr("It leaves the menu for good. Orders that are placed already stay. To take it "
                     "away for a while, hide it."),
                  tr("Delete"), tr("Keep it"), ButtonRole::Danger);
}

bool ItemEditor::check(const ItemForm &form) {
    const QString ofAmount = RefusalWords::ofAmount(currency());
    if (!amountOf(form.price, currency()))
        return !m_fields->complainAt(QStringLiteral("priceMinor"), ofAmount);
    const auto isCount = [](const QString &text) {
        return text.trimmed().isEmpty() || countOf(text);
    };
    const QString ofCount = RefusalWords::ofCount(0, kHighestStock);
    if (!isCount(form.left))
        return !m_fields->complainAt(QStringLiteral("stock.remaining"), ofCount);
    if (!isCount(form.perDay))
        return !m_fields->complainAt(QStringLiteral("stock.perDay"), ofCount);
    return true;
}

void ItemEditor::save(std::function<void()> then) {
    if (m_isSaving || !isBusyWith())
        return;
    m_fields->clearComplaints();
    m_note->hide();
    const ItemForm form = m_fields->form();
    if (!check(form))
        return;
    m_isSaving = true;
    showState();
    if (m_isNew || form.differsOnMenu(m_base))
        saveMenu(form, std::move(then));
    else
        saveShelf(*m_item, form, std::move(then));
}

void ItemEditor::saveMenu(const ItemForm &form, std::function<void()> then) {
    const auto draft = form.draft(m_item, currency());
    if (!draft)
        return;
    // Upon another menu than the one that was looked at only if the item itself is the same there.
    const auto edit = [this, draft = *draft, section = form.section, base = m_base,
                       item = m_item](contract::MenuDraft &menu) {
        const contract::OwnItemView *view = item ? m_book.item(*item) : nullptr;
        const bool isSame =
            !item ||
            (view &&
             !ItemForm::of(*view, m_book.sectionOf(*item).value_or(section)).differsOnMenu(base));
        return isSame && menu_edits::putItem(menu, draft, section);
    };
    m_book.edit(edit, MenuBook::Emptied::Stay, this,
                [this, form, then = std::move(then)](const auto &answer) {
                    if (!answer) {
                        m_isSaving = false;
                        refuse(answer.error());
                        return;
                    }
                    std::optional<MenuItemId> id = m_item;
                    for (const contract::OwnSectionView &section : answer->sections) {
                        if (!id && section.name == form.section)
                            id = section.items.last().id;
                    }
                    if (id)
                        saveShelf(*id, form, then);
                });
}

void ItemEditor::saveShelf(MenuItemId item, const ItemForm &form, std::function<void()> then) {
    const contract::OwnItemView *view = m_book.item(item);
    m_item = item; // from here on it is no new one
    m_isNew = false;
    if (!view || !form.differsOnShelf(m_base)) {
        finish(item, then);
        return;
    }
    const Instant now = m_services.clock.now();
    const Instant today = m_shop.settings() ? endOfToday(*m_shop.settings(), now) : now;
    const auto request = form.availability(m_base, view->soldOut, now, today);
    if (!request) {
        finish(item, then);
        return;
    }
    m_book.shelve(item, *request, this, [this, item, then = std::move(then)](const auto &answer) {
        if (answer) {
            finish(item, then);
            return;
        }
        m_isSaving = false;
        refuse(answer.error());
    });
}

void ItemEditor::finish(MenuItemId item, const std::function<void()> &then) {
    m_isSaving = false;
    show(item);
    emit saved(item);
    if (then)
        then();
}

void ItemEditor::refuse(const client::ApiError &error) {
    showState();
    if (error.is(contract::ErrorCode::StaleVersion)) {
        follow();
        m_note->setText(tr("It has changed elsewhere. What you typed is still here; look at it and "
                           "save again."));
        m_note->show();
        return;
    }
    const QString field =
        fieldInItem(error.problem ? error.problem->field.value_or(QString()) : QString());
    QString complaint = complaintFor(field, currency());
    const desk::Complaint said = desk::explain(error);
    if (complaint.isEmpty())
        complaint = said.what + u' ' + said.advice;
    if (!field.isEmpty() && m_fields->complainAt(field, complaint))
        return;
    m_note->setText(said.text());
    m_note->show();
}

void ItemEditor::revert() {
    if (m_isNew) {
        showNothing();
        emit givenUp();
    } else {
        load(m_base, m_base);
    }
}

void ItemEditor::leave(std::function<void()> then) {
    if (!hasUnsaved()) {
        then();
        return;
    }
    const QString name = m_fields->form().name.in(Look::of(this).language());
    auto *question = new LeaveSheet(name.isEmpty() ? tr("The new item is not saved yet.")
                                                   : tr("“%1” is not saved yet.").arg(name),
                                    window());
    connect(question, &LeaveSheet::saveChosen, this, [this, then] { save(then); });
    connect(question, &LeaveSheet::dropChosen, this, [this, then] {
        revert();
        then();
    });
}

void ItemEditor::enter() {
    m_fields->enter();
}

void ItemEditor::tellTimes() {
    if (!m_shop.settings())
        return; // nothing is known of its hours
    const Here here = m_shop.here();
    const contract::OwnItemView *view = m_item ? m_book.item(*m_item) : nullptr;
    m_fields->setTimes({here, endOfToday(*m_shop.settings(), here.now),
                        view && view->soldOut ? view->soldOut->until : std::nullopt});
}

void ItemEditor::showState() {
    const bool isDirty = hasUnsaved();
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && (focus == m_revert || focus == m_save);
    const QString name = m_fields->form().name.in(Look::of(this).language());
    m_fields->setTitle(m_isNew && name.isEmpty() ? tr("New item") : name);
    m_delete->setVisible(m_item.has_value() && !m_isNew);
    m_revert->setText(m_isNew ? tr("Discard") : tr("Revert"));
    m_revert->setEnabled((isDirty || m_isNew) && !m_isSaving);
    m_save->setBusy(m_isSaving);
    m_save->setEnabled(isDirty && !m_isSaving && !m_fields->isPictureSending());
    m_save->setText(m_isSaving ? tr("Saving") : tr("Save"));
    if (hadFocus && !m_isSaving && !m_save->isEnabled() && !m_revert->isEnabled())
        emit answered();
}

void ItemEditor::retranslate() {
    setAccessibleName(tr("Item"));
    m_delete->setText(tr("Delete item"));
    showState();
}

void ItemEditor::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

} // namespace soban::shop_app
