// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/FieldComplaints.h"

#include "client-shop/LocalizedField.h"
#include "ui/FieldRow.h"

namespace soban::shop_app {

bool FieldComplaints::say(const QString &field, const QString &complaint) const {
    for (const auto &[name, text] : m_texts) {
        if (field != name && !field.startsWith(name + u'.'))
            continue;
        const Language language =
            field.endsWith(QStringLiteral(".en")) ? Language::English : Language::Korean;
        text->setComplaint(language, complaint);
        text->enter(language);
        return true;
    }
    for (const auto &[name, row] : m_rows) {
        if (field != name)
            continue;
        row->setComplaint(complaint);
        row->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void FieldComplaints::clear() const {
    for (const auto &[name, text] : m_texts)
        text->clearComplaints();
    for (const auto &[name, row] : m_rows)
        row->setComplaint({});
}

} // namespace soban::shop_app
