// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Account.h"
#include "domain/Instant.h"
#include "domain/Order.h"

#include <QList>

namespace soban::contract {

/// Opens an account for a customer or a rider; shops are admitted by the operator.
struct RegisterRequest {
    Role role;
    QString login;
    QString password;
    QString name;
    QString phone;
    Language language;
};

struct SignInRequest {
    QString login;
    QString password;
};

struct RefreshRequest {
    QString refreshToken;
};

struct AccountView {
    AccountId id;
    Role role;
    QString login;
    QString name;
    QString phone;
    Language language;
    std::optional<ShopId> shopId;
};

/// What a client keeps after signing in. The access token goes into `Authorization: Bearer …`; the
/// refresh token is good once, and for a minute more in case the answer got lost.
struct SessionView {
    QString accessToken;
    Instant accessExpiresAt;
    QString refreshToken;
    Instant refreshExpiresAt;
    AccountView account;
};

/// Where the customer registers a card: a page of the payment provider, for the system browser.
struct CardRegistrationView {
    QString url;
};

struct CardView {
    CardId id;
    QString brand;
    QString maskedNumber;
    Instant registeredAt;
};

struct CardList {
    QList<CardView> cards;
};

/// One message of the inbox in the customer's app.
struct MessageView {
    MessageId id;
    OrderId orderId;
    QString kind;
    LocalizedText shopName; ///< who writes
    int orderNumber;        ///< the shop's own count
    LocalizedText text;
    Instant at;
};

struct MessageList {
    QList<MessageView> messages;
    std::optional<QString> nextCursor;
};

/// A request or an answer without content.
struct Nothing {};

} // namespace soban::contract
