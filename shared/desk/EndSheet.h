// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "ui/Button.h"
#include "ui/Sheet.h"

namespace soban::ui {
class Banner;
class ChoiceRow;
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::desk {

class ContentScroll;

/// Asks why an order is to end without its goods, and says before it is done what that does to the
/// money. Deletes itself once answered.
class EndSheet : public ui::Sheet {
    Q_OBJECT

public:
    struct Asked {
        QString title;
        QString who;   ///< hears the reason: "The customer reads your reason."
        QString money; ///< what becomes of it: "₩24,000 goes back in full"
        QString more;  ///< about it, and who bears it
        QString agree; ///< on the button that does it
        QString keep;  ///< on the one that does not
        QList<EndReason> reasons;
        std::optional<EndReason> likeliest = {}; ///< chosen already; nothing if absent
        /// In place of `more`, where a reason makes somebody else bear it.
        QMap<EndReason, QString> moreFor = {};
    };

    EndSheet(const Asked &asked, QWidget *host);

signals:
    void agreed(const soban::contract::EndRequest &request);

private:
    QWidget *makeReasons();
    std::optional<EndReason> reason() const;
    void refresh();
    void agree();

    struct Choice {
        EndReason reason;
        ui::ChoiceRow *row;
    };
    const Asked m_asked;
    QList<Choice> m_choices;
    ui::Banner *m_money;
    ui::TextField *m_words;
    ui::FieldRow *m_wordsRow;
    ContentScroll *m_scroll;
    ui::Button *m_agree;
    ui::Button *m_keep;
};

} // namespace soban::desk
