// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace soban::ui {
class FieldRow;
} // namespace soban::ui

namespace soban::shop_app {

class LocalizedField;

/// The fields of a form by the names under which the server refuses them.
class FieldComplaints {
public:
    /// `name`: of both languages, without `.ko` and `.en`.
    void add(const QString &name, LocalizedField *field) { m_texts.append({name, field}); }
    void add(const QString &name, ui::FieldRow *row) { m_rows.append({name, row}); }

    /// Says `complaint` at the field that is called so and gives it the keyboard; false: there is
    /// no such field.
    bool say(const QString &field, const QString &complaint) const;
    void clear() const;

private:
    template <typename Widget>
    struct Entry {
        QString name;
        Widget *widget;
    };

    QList<Entry<LocalizedField>> m_texts;
    QList<Entry<ui::FieldRow>> m_rows;
};

} // namespace soban::shop_app
