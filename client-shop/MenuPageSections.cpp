// SPDX-License-Identifier: GPL-3.0-or-later
// The sections beside the menu's list.
#include "client-shop/MenuPage.h"

#include "client-shop/ItemEditor.h"
#include "client-shop/LineList.h"
#include "client-shop/SectionSheet.h"
#include "ui/Button.h"
#include "ui/TextField.h"

#include <QComboBox>

#include <algorithm>

namespace soban::shop_app {

using namespace ui;

void MenuPage::connectSections() {
    connect(m_sectionList, &LineList::currentRowChanged, this, &MenuPage::chooseSection);
    connect(m_sectionBox, &QComboBox::activated, this, &MenuPage::chooseSection);
    connect(m_sectionList, &MovableList::moveAsked, this, &MenuPage::moveSection);
    connect(m_sectionList, &MovableList::opened, this,
            [this](int row) { sheet()->rename(m_book.sections().at(row)); });
    connect(m_sectionList, &MovableList::removeAsked, this,
            [this](int row) { sheet()->askToRemove(m_book.sections().at(row)); });
    connect(m_addSection, &Button::clicked, this, [this] { sheet()->add(); });
    connect(m_editSection, &Button::clicked, this, [this] {
        if (m_section < m_book.sections().size())
            sheet()->rename(m_book.sections().at(m_section));
    });
}

SectionSheet *MenuPage::sheet() {
    if (!m_sheet) {
        m_sheet = new SectionSheet(m_book, window());
        connect(m_sheet, &SectionSheet::saved, this, [this](const LocalizedText &name) {
            const QList<MenuBook::Section> sections = m_book.sections();
            for (int i = 0; i < sections.size(); ++i) {
                if (sections.at(i).name == name)
                    chooseSection(i);
            }
        });
    }
    return m_sheet;
}

void MenuPage::showSections() {
    const QList<MenuBook::Section> sections = m_book.sections();
    m_section = std::clamp(m_section, 0, std::max(0, int(sections.size()) - 1));
    const Language language = Look::of(this).language();
    QList<Line> lines;
    const QSignalBlocker quietBox(m_sectionBox);
    m_sectionBox->clear();
    for (const MenuBook::Section &section : sections) {
        lines.append(
            {section.name.in(language), QString::number(section.count), {}, section.count == 0});
        m_sectionBox->addItem(section.name.in(language));
    }
    const QSignalBlocker quietList(m_sectionList);
    m_sectionList->setLines(lines);
    m_sectionList->setCurrent(m_section);
    m_sectionBox->setCurrentIndex(m_section);
    m_editSection->setEnabled(!sections.isEmpty());
    m_addItem->setEnabled(!sections.isEmpty());
}

void MenuPage::chooseSection(int index) {
    if (index < 0 || index >= m_book.sections().size())
        return;
    if (index == m_section && !m_items->isSearching()) {
        showSections();
        return;
    }
    const int before = m_section;
    m_editor->leave([this, index] { showSection(index); });
    // As long as it is asked; the press that led here is still selecting.
    if (m_section == before)
        QMetaObject::invokeMethod(this, &MenuPage::showSections, Qt::QueuedConnection);
}

void MenuPage::showSection(int index) {
    m_section = index;
    m_search->clear();
    showSections();
    m_items->showSection(m_book.sections().at(index).name);
    showEmptiness();
    openFirst();
    arrange();
}

void MenuPage::moveSection(int from, int to) {
    const QList<MenuBook::Section> sections = m_book.sections();
    if (sections.at(from).count == 0 || sections.at(to).count == 0)
        return; // those without items are always the last
    m_book.edit(
        [name = sections.at(from).name, to](contract::MenuDraft &draft) {
            return menu_edits::moveSection(draft, name, to);
        },
        MenuBook::Emptied::Go, this,
        [this, from, to](const auto &answer) {
            if (!answer) {
                emit m_book.failed(answer.error());
                return;
            }
            if (m_section == from)
                m_section = to;
            showMenu();
        });
}

} // namespace soban::shop_app
