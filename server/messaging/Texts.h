// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ending.h"
#include "domain/Text.h"
#include "messaging/Topic.h"

#include <QHash>
#include <QTimeZone>

namespace soban::messaging {

/// What messages say: one file per language (`texts/`), part of the program. Any thread.
class Texts {
public:
    Texts();

    /// The message in one language.
    QString message(Topic topic, Language language, const Variables &variables) const;
    /// The text as it stands in the file; empty where there is none.
    QString raw(const QString &name, Language language) const;
    QStringList names(Language language) const;

    // The parts that variables are made of.
    QString reason(EndReason reason, Language language) const;
    QString amount(const Money &money, Language language) const;
    /// The time of day in that zone; with the day unless that is the day of `now`.
    QString time(std::optional<Instant> moment, Instant now, const QTimeZone &zone,
                 Language language) const;

private:
    using File = QHash<QString, QString>;
    static File read(Language language);

    const File m_korean;
    const File m_english;
};

/// Puts the variables where their names stand in braces.
QString fill(const QString &text, const Variables &variables);
/// The names that stand in braces.
QStringList namesIn(const QString &text);

} // namespace soban::messaging
