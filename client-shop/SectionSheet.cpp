// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/SectionSheet.h"

#include "client-shop/LocalizedField.h"
#include "client-shop/RefusalWords.h"
#include "desk/Complaint.h"
#include "ui/Button.h"
#include "ui/Look.h"
#include "ui/Question.h"

#include <QVBoxLayout>

namespace soban::shop_app {

using namespace ui;

SectionSheet::SectionSheet(MenuBook &book, QWidget *host)
    : EditSheet(host), m_book(book), m_name(new LocalizedField(LocalizedField::Kind::Line)) {
    content()->addWidget(m_name);
    connect(m_name, &LocalizedField::edited, m_name, &LocalizedField::clearComplaints);
    connect(removeButton(), &Button::clicked, this, [this] {
        close();
        if (m_section)
            askToRemove(*m_section);
    });
    retranslate();
}

void SectionSheet::add() {
    begin({});
}

void SectionSheet::rename(const MenuBook::Section &section) {
    begin(section);
}

void SectionSheet::begin(const std::optional<MenuBook::Section> &section) {
    m_section = section;
    m_name->setText(section ? section->name : LocalizedText{});
    m_name->clearComplaints();
    complain({});
    doneButton()->setBusy(false);
    removeButton()->setVisible(section.has_value());
    retranslate();
    open();
    m_name->enter();
}

bool SectionSheet::isChanged() const {
    return m_name->text() != (m_section ? m_section->name : LocalizedText{});
}

void SectionSheet::submit() {
    if (!isChanged() && m_section) {
        close();
        return;
    }
    const LocalizedText name{m_name->text().ko.trimmed(), m_name->text().en.trimmed()};
    for (const Language language : {Language::Korean, Language::English}) {
        if (name.in(language).isEmpty()) {
            m_name->setComplaint(language, RefusalWords::ofName());
            m_name->enter(language);
            return;
        }
    }
    const bool isPlanned = m_section && m_section->count == 0;
    if (!m_section || isPlanned) {
        if (!m_book.planSection(name)) {
            m_name->setComplaint(Language::Korean, tr("There is a section of this name already."));
            return;
        }
        if (isPlanned)
            m_book.dropPlanned(m_section->name);
        close();
        emit saved(name);
        return;
    }
    doneButton()->setBusy(true);
    m_book.edit(
        [from = m_section->name, name](contract::MenuDraft &draft) {
            return menu_edits::renameSection(draft, from, name);
        },
        MenuBook::Emptied::Go, this,
        [this, name](const auto &answer) {
            doneButton()->setBusy(false);
            if (answer) {
                close();
                emit saved(name);
                return;
            }
            settle(answer);
        });
}

void SectionSheet::settle(const Result<contract::OwnMenuView, client::ApiError> &answer) {
    const auto &problem = answer.error().problem;
    const QString field = problem ? problem->field.value_or(QString()) : QString();
    if (!field.contains(QStringLiteral(".name")) || field.contains(QStringLiteral(".items"))) {
        complain(desk::explain(answer.error()).text());
        return;
    }
    const bool isTaken = problem->code == contract::ErrorCode::InvalidValue;
    m_name->setComplaint(
        field.endsWith(QStringLiteral(".en")) ? Language::English : Language::Korean,
        isTaken ? tr("There is a section of this name already.") : RefusalWords::ofName());
}

void SectionSheet::askToRemove(const MenuBook::Section &section) {
    if (section.count == 0) {
        m_book.dropPlanned(section.name);
        return;
    }
    auto *question = new Question(window());
    connect(question, &Question::agreed, this, [this, section] { remove(section); });
    question->ask(tr("Delete “%1”?").arg(section.name.in(Look::of(this).language())),
                  section.count == 1
                      ? tr("The item in it is deleted, too. Orders that are placed already stay.")
                      : tr("The %1 items in it are deleted, too. Orders that are placed already "
                           "stay.")
                            .arg(section.count),
                  tr("Delete"), tr("Keep it"), ButtonRole::Danger);
}

void SectionSheet::remove(const MenuBook::Section &section) {
    m_book.edit([name = section.name](
                    contract::MenuDraft &draft) { return menu_edits::removeSection(draft, name); },
                MenuBook::Emptied::Go, this,
                [this](const auto &answer) {
                    if (!answer)
                        emit m_book.failed(answer.error());
                });
}

void SectionSheet::retranslate() {
    EditSheet::retranslate();
    setTitle(m_section ? tr("Section") : tr("New section"));
    m_name->setLabels(tr("Name in Korean"), tr("Name in English"));
    removeButton()->setText(tr("Delete the section"));
}

} // namespace soban::shop_app
