// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Here.h"
#include "client-shop/TicketMark.h"
#include "ui/Button.h"
#include "ui/Paint.h"

#include <QCoreApplication>

namespace soban::shop_app {

/// What a shop does next with a ticket.
struct TicketStep {
    Action action;
    QString words;
    ui::Icon icon;
    ui::ButtonRole role;
    QString brief = {}; ///< instead of `words` where these would be cut; empty if there is none
};

/// What a ticket says, made of it as the server tells it.
class TicketWords {
    Q_DECLARE_TR_FUNCTIONS(soban::shop_app::TicketWords)

public:
    /// Steps that have a button, from those that are allowed now; nothing if it is not the shop's
    /// turn. `minutes`: what accepting promises.
    static std::optional<TicketStep> stepOf(const contract::TicketView &ticket, int minutes,
                                            const Here &here);
    /// The stopwatch: how long it waits for the shop or a rider; in the kitchen, how long there is
    /// left of what was promised.
    static ui::Chip ageOf(const contract::TicketView &ticket, const Here &here);
    /// That it is accepted and its preparation has not begun; nothing if that is not so, or if it
    /// is for later anyway.
    static std::optional<ui::Chip> waitingOf(const contract::TicketView &ticket, const Here &here);
    /// "No. 12": alone it could be taken for how many there are of what stands below.
    static QString numberOf(const contract::TicketView &ticket);
    /// How long the shop has to answer, or when it was ordered where there is time.
    static QString answerOf(const contract::TicketView &ticket, const Here &here);
    /// Why it ended without its goods; empty if it did not.
    static QString whyEnded(const contract::TicketView &ticket);
    /// What the operator has decided of its money; empty if nothing.
    static QString settled(const contract::TicketView &ticket);
    /// Who bears what its end cost; nothing if that was nothing.
    static std::optional<Party> bearerOf(const contract::TicketView &ticket);
    /// "2 × Gukbap", options below in the order of the kitchen.
    static QString optionsOf(const OrderLine &line, Language language);
    /// How the goods leave or who is on the way for them, and whether they are to be paid then.
    static QString wayOf(const contract::TicketView &ticket);
    /// For which day and time it is wanted; empty if as soon as possible.
    static QString wantedOf(const contract::TicketView &ticket, const Here &here);
    /// When a ticket for later is to be begun; empty otherwise.
    static QString beginOf(const contract::TicketView &ticket, const Here &here);
    /// Of a ticket that is out or over: what has become of it.
    static QString outcomeOf(const contract::TicketView &ticket, const Here &here);
    /// What the customer has written, the note and the words on the card: line by line. With a
    /// mark, what is new of it says so.
    static QStringList remarksOf(const contract::TicketView &ticket,
                                 const TicketMark *mark = nullptr);
    /// To whom and where the shop brings it: line by line; likewise.
    static QStringList doorOf(const contract::TicketView &ticket, const TicketMark *mark = nullptr);
    /// How the payment stands, and where it is made if not by card.
    static QString paymentOf(const contract::TicketView &ticket);
    /// The whole ticket in one sentence, for those who cannot see it.
    static QString spoken(const contract::TicketView &ticket, const TicketMark *mark,
                          const Here &here);
    /// What has happened: the customer changed it, or called it off.
    static QString markWords(const TicketMark &mark);
    /// What a change did to a line; empty if nothing.
    static QString changeOf(const LineChange &line);
    /// "No. 414 is ready": after a step that can be undone.
    static QString doneWords(int number, Action action, ShopKind kind);

private:
    /// How the goods leave, or who is on the way for them.
    static QString whoTakes(const contract::TicketView &ticket);
    static QString leftOf(Instant due, const Here &here);
    static TicketStep acceptance(const contract::TicketView &ticket, int minutes, const Here &here);
};

} // namespace soban::shop_app
