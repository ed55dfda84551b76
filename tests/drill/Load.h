// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Book.h"
#include "drill/Crowd.h"

#include <QRandomGenerator>

#include <functional>

namespace soban::drill {

/// Customers who order, and a shop that accepts some of it, as fast as they are answered. What is
/// refused for a while (503) is sent again with its key.
class Load {
public:
    /// `random` must outlive the load.
    Load(const Line &line, int customers, Book &book, QRandomGenerator &random);

    /// Goes on for so long.
    void runFor(bench::Span span);
    /// Goes on until it is so; false if it is not within half a minute.
    bool runUntil(const std::function<bool()> &isSo);
    /// Nobody sends anything new: hears the answers that are still to come, or that none comes.
    void finish();

    qint64 acknowledged() const { return m_acknowledged; }
    qint64 refused() const { return m_refused; }
    /// Answers that were neither of the two; the load ends at the first.
    const QStringList &strangeAnswers() const { return m_strangeAnswers; }

private:
    std::optional<QByteArray> next(int client);
    void heard(int client, const std::optional<bench::Response> &response);
    Command &commandAfter(const Command *last, int client);

    const Line m_line;
    Book &m_book;
    QRandomGenerator &m_random;
    std::vector<Command *> m_current; ///< what each client is at
    bool m_isEnding = false;
    qint64 m_acknowledged = 0;
    qint64 m_refused = 0;
    QStringList m_strangeAnswers;
    Crowd m_crowd; ///< the last, because it begins at once
};

} // namespace soban::drill
