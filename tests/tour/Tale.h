// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Text.h"
#include "tour/Actor.h"
#include "tour/Books.h"

namespace soban::tour {

/// Who plays. The far rider is out of reach of every shop in the centre.
struct Company {
    Actor customer;
    Actor shop;
    Actor nearRider;
    Actor farRider;
};

/// The scenes that every order has, played at the windows.
class Tale {
public:
    Tale(const Company &company, Stage &stage, Books &books, Script &script, Language language)
        : m_company(company)
        , m_stage(stage)
        , m_books(books)
        , m_script(script)
        , m_language(language) {}

    /// What the customer has ordered, as the windows and the books say.
    struct Order {
        qint64 number = 0;
        QString code; ///< for the hand-over
        qint64 totalMinor = 0;
    };

    /// Looks for a shop by a word of its name and opens its menu.
    void findShop(const LocalizedText &shop) const;
    /// Takes an item with options into the cart.
    void takeItem(const LocalizedText &item, const QList<LocalizedText> &options) const;
    /// Goes to the cart, in which `wanted` is then to be seen: there may be room for it beside the
    /// menu, or not. Whether it is a page of its own.
    bool goToCart(const hand::Target &wanted) const;
    /// Does something with `wanted`, there, and goes back to the menu.
    void atCart(const hand::Target &wanted, const std::function<void()> &deeds) const;
    /// From the checkout to the shop's bell. `fill`: what else is to be filled in there.
    Order order(const LocalizedText &item, const std::function<void()> &fill) const;
    /// Accepts with five minutes more than `minutes`, and brings it up to ready. `accepted`: what
    /// else is to be seen before it is begun.
    void prepare(
        const Order &order, int minutes, ShopKind kind = ShopKind::Food,
        const std::function<void()> &accepted = [] {}) const;
    /// The order is at the door: the customer confirms it and reads the shop's thanks.
    void confirm(const Order &order, const LocalizedText &thanks) const;
    /// Stars, words and, if wanted, a photo.
    void review(const QString &words, bool withPhoto) const;
    /// The shop reads the review and answers it; the customer reads the answer.
    void answer(const QString &review, const QString &words) const;
    /// The pages that an order does not lead to.
    void lookAround() const;
    /// One payment, of the server's price, and nothing given back.
    void checkMoney(const Order &order, const QString &when) const;

    const Company &company() const { return m_company; }
    Stage &stage() const { return m_stage; }
    Books &books() const { return m_books; }
    Script &script() const { return m_script; }
    QString in(const LocalizedText &text) const { return text.in(m_language); }
    /// A ticket in a lane of the shop's board, or a part of it.
    static hand::Target ticket(const char *lane, const Order &order, const hand::Words &part = {});

private:
    void registerCard() const;
    void start(const Order &order, const char *lane) const;
    void placeOrder(const LocalizedText &item, Order &order) const;
    void checkTimes(qint64 seenAtMs) const;

    const Company &m_company;
    Stage &m_stage;
    Books &m_books;
    Script &m_script;
    Language m_language;
};

/// The part of the meal that comes without options.
inline const LocalizedText kPunch{QStringLiteral("수정과"), QStringLiteral("Cinnamon punch")};

/// A meal, brought by a rider of the platform.
void playMeal(const Tale &tale, int outageSeconds);
/// The same meal twice more: one that its customer changes and cancels, one that the shop declines.
void playRegrets(const Tale &tale);
/// Flowers for somebody else, brought by the florist.
void playFlowers(const Tale &tale);

/// Types login and password on the sign-in page, until the app's own page is there.
void signIn(const Actor &who, const char *login, const hand::Target &firstPage);

} // namespace soban::tour
