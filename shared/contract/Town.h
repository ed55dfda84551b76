// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Order.h"

namespace soban::contract {

// A town file: shops, menus and accounts to load into a fresh database. The demo town is one, the
// replay writes another for each instance.

struct TownPerson {
    QString login;
    QString password;
    QString name;
    QString phone;
    Language language;
};

struct TownCustomer {
    QString login;
    QString password;
    QString name;
    QString phone;
    Language language;
    Address address;
    bool hasCard; ///< to be registered on the provider's page by whoever plays this customer
};

struct TownRider {
    QString login;
    QString password;
    QString name;
    QString phone;
    Language language;
    GeoPoint position;
    bool onDuty;
};

struct TownHours {
    int weekday;    ///< ISO: 1 Monday … 7 Sunday
    QString opens;  ///< HH:MM
    QString closes; ///< HH:MM, up to 24:00
};

struct TownOption {
    LocalizedText name;
    qint64 priceMinor;
};

struct TownOptionGroup {
    LocalizedText name;
    int minimum;
    int maximum;
    QList<TownOption> options;
};

struct TownItem {
    LocalizedText name;
    LocalizedText description;
    qint64 priceMinor;
    QString picture;
    std::optional<int> stock; ///< absent: never runs out
    QList<TownOptionGroup> optionGroups;
};

struct TownSection {
    LocalizedText name;
    QList<TownItem> items;
};

struct TownShop {
    TownPerson owner;
    ShopKind kind;
    LocalizedText name;
    LocalizedText description;
    QString phone;
    Address address;
    int deliveryRadiusMeters;
    qint64 deliveryFeeMinor;
    qint64 minimumOrderMinor;
    int preparationMinutes;
    QList<Fulfilment> fulfilments;
    QList<TownHours> hours;
    QList<QString> holidays; ///< YYYY-MM-DD
    LocalizedText thanks;
    QString picture;
    QList<TownSection> sections;
};

struct Town {
    Currency currency;
    QString timeZone; ///< IANA name
    GeoPoint centre;
    QList<TownCustomer> customers;
    QList<TownRider> riders;
    QList<TownShop> shops;
};

} // namespace soban::contract
