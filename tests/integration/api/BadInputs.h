// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "OrderWalk.h"

namespace soban::testing {

/// A call that must be refused, and how.
struct BadInput {
    QByteArray tag;
    ApiCall call;
    contract::ErrorCode code;
    QByteArray field = {}; ///< that the refusal names; empty: none
    int status = 0;        ///< 0: the one that goes with the code
};

/// What a client should not send, with all else as it should be.
class BadInputs {
public:
    /// Orders that the calls name; none of them may move.
    struct Orders {
        Standing placed;
        Standing open;
        Standing pickedUp;
        Standing delivered;
    };

    BadInputs(const TestTown &town, const Orders &orders);

    /// Broken JSON, and JSON that our reader refuses.
    void addDocuments();
    /// An order whose fields are wrong, one at a time.
    void addOrderFields();
    void addQuantities();
    void addTotals();
    /// Lines that do not fit the menu.
    void addCarts();
    /// Orders that the shop cannot take.
    void addRules();
    void addHeaders();
    void addPaths();
    void addQueries();
    void addEndings();
    void addArbitration();
    void addSteps();
    void addPeople();
    void addShopAffairs();
    void addTransport();

    const QList<BadInput> &all() const { return m_all; }

private:
    /// The good order with `from` put in place of `to`, in its JSON.
    QByteArray with(const QByteArray &from, const QByteArray &to) const;
    void place(const QByteArray &tag, const QByteArray &body, contract::ErrorCode code,
               const QByteArray &field = {}, Caller caller = Caller::Customer);
    void lines(const QByteArray &tag, const QByteArray &lines, contract::ErrorCode code,
               const QByteArray &field = {});
    void add(const QByteArray &tag, const ApiCall &call, contract::ErrorCode code,
             const QByteArray &field = {}, int status = 0);
    /// A call by POST or PUT with that body.
    void post(const QByteArray &tag, contract::RouteId route, Caller caller,
              const QStringList &parts, const QByteArray &body, contract::ErrorCode code,
              const QByteArray &field = {});
    void query(const QByteArray &tag, contract::RouteId route, Caller caller,
               const QByteArray &query, contract::ErrorCode code, const QByteArray &field);
    ApiCall accept() const;

    const TestTown &m_town;
    const Orders m_orders;
    const QByteArray m_good;
    QList<BadInput> m_all;
};

} // namespace soban::testing
