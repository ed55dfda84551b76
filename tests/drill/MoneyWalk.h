// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Sight.h"

#include <memory>

namespace soban::drill {

/// What came of all walks.
struct MoneyTally {
    qint64 placed = 0;       ///< orders that were answered, declined ones included
    qint64 steps = 0;        ///< that were done
    qint64 changes = 0;      ///< that were asked for
    qint64 decisions = 0;    ///< of the operator
    qint64 tooLate = 0;      ///< steps refused, for somebody else or a timer was faster
    qint64 repeated = 0;     ///< requests sent once more after their answer, or in place of it
    QStringList faults = {}; ///< answers that must not be
};

/// People who take one order after the other through its life, each step left to chance: who does
/// what the lifecycle allows, whether somebody asks twice, whether the line is lost, and where the
/// order is left to its timers. Between the turns of the poller `goOn` is called.
class MoneyWalk {
public:
    struct Scene {
        Stand &stand;
        Scribe &scribe;
        QRandomGenerator &random;
        qint64 &left; ///< orders that are still to be placed
        MoneyTally &tally;
    };

    MoneyWalk(const Scene &scene, int number) : m_scene(scene), m_number(number) {}
    Q_DISABLE_COPY_MOVE(MoneyWalk)

    void goOn();
    bool isAtRest() const { return m_request.isEmpty(); }

private:
    /// What is done with the request that is under way.
    enum class Course { Plain, Repeated, LineLost };

    void connect();
    void begin(const QByteArray &request);
    void beginOrder();
    std::optional<QByteArray> nextRequest();
    QByteArray payment(bool isAgain);
    QByteArray change();
    Step decided(Action action);
    void heard(const std::optional<bench::Response> &response);
    bool isAnsweredAlike(const bench::Response &response);
    void take(const bench::Response &response);
    bool isExpected(const bench::Response &response) const;

    const Scene m_scene;
    const int m_number;
    std::unique_ptr<bench::HttpClient> m_client;
    bool m_isDone = false; ///< with the client
    Sight m_sight;
    std::optional<Step> m_step; ///< that is asked for, unless it is a payment
    bool m_isDeclined = false;
    bool m_isReopening = false; ///< the shop, which is paused as it let too many orders wait
    QByteArray m_request;       ///< under way; empty: there is none
    Course m_course = Course::Plain;
    std::optional<bench::Response> m_first; ///< answer of a request that is sent once more
    bench::Moment m_notBefore;              ///< of what is sent again
    bool m_isToSend = false;
};

} // namespace soban::drill
