// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Script.h"

#include <QNetworkAccessManager>

namespace soban::demo {

/// Everybody who appears; all live in the demo town.
struct Players {
    Player &customer;
    Player &giver; ///< the customer who sends flowers
    Player &kitchen;
    Player &florist;
    Player &nearRider;
    Player &otherRider; ///< near, too
    Player &farRider;
};

/// Registers a card of the sandbox's on the provider's page; what went wrong.
std::optional<QString> visitCardPage(Player &customer, QNetworkAccessManager &browser,
                                     const replay::Interrupt &interrupt);
/// Both customers register a card on the provider's page.
void playCards(Script &script, const Players &players, QNetworkAccessManager &browser);
/// A meal, brought by a rider of the platform.
void playMeal(Script &script, const Players &players);
/// A bouquet for somebody else, with a card and a wanted hour, brought by the florist.
void playBouquet(Script &script, const Players &players, const Clock &clock);

} // namespace soban::demo
