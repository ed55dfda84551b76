// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Sight.h"

#include <array>

namespace soban::drill {

/// Two who want different things of one order at the same moment.
struct RacePair {
    enum class Kind {
        TwoPeople,     ///< who saw the same
        AgainstTimer,  ///< only the first is somebody
        AgainstCharge, ///< the first pays again, the second cancels before the charge is through
        Change,        ///< the first changes the order, the second saw it as it was before
        DearerChange   ///< the first changes it, the second acts before the charge is through
    };

    QString name;
    Kind kind = Kind::TwoPeople;
    Fulfilment fulfilment = Fulfilment::PlatformRider;
    QList<Step> before; ///< until both can act
    Step first;
    Step second = first; ///< by another rider, if by one
    OrderState ifFirst;  ///< where the order then is, and stays
    OrderState ifSecond;
    std::optional<Step> after = {}; ///< which brings it there, unless it is there

    bool isChange() const { return kind == Kind::Change || kind == Kind::DearerChange; }
    /// Whether the two decide what is to go back of a payment by card.
    bool isSettled() const { return first.action == Action::Settle; }
    /// Whether the second sees what the first wants, and is to be faster than its charge.
    bool isAgainstCharge() const {
        return kind == Kind::AgainstCharge || kind == Kind::DearerChange;
    }
};

const QList<RacePair> &racePairs();

/// What is to be of an order in the end.
struct RaceEnd {
    OrderState state;
    qint64 totalMinor;
    std::optional<qint64> settledMinor; ///< what goes back of it, where that is what they raced for
};

struct RaceTally {
    qint64 races = 0;
    qint64 wonByFirst = 0;
    qint64 wonBySecond = 0;
    qint64 spoiled = 0; ///< begun anew, for a timer was faster than what went before
    QHash<OrderId, RaceEnd> ends;
    QStringList faults;
};

/// One race after the other, on two connections. Between the turns of the poller `goOn` is called.
class RaceLane {
public:
    struct Scene {
        Stand &stand;
        Scribe &scribe;
        QRandomGenerator &random;
        const RacePair &pair;
        qint64 &left; ///< races that are still to be begun
        RaceTally &tally;
    };

    RaceLane(const Scene &scene, int number);
    Q_DISABLE_COPY_MOVE(RaceLane)

    void goOn();
    bool isAtRest() const { return m_stage == LaneStage::Idle; }

private:
    enum class LaneStage { Idle, Preparing, Reopening, Racing, Finishing };

    /// What one of the two sends, and when.
    struct Runner {
        QByteArray request;
        bench::Moment at;
        bool isSent = false;
        std::optional<bench::Response> answer;
    };

    void begin();
    void prepare(const bench::Response &response);
    void prepareNext();
    void line();
    QByteArray firstRequest();
    bench::Moment start() const;
    void heard(int which, const std::optional<bench::Response> &response);
    bool isRun() const;
    void judge();
    void judgePeople();
    void judgeAgainstTimer();
    void judgeAgainstCharge();
    void judgeChange();
    bool hasExpired(const bench::Response &response) const;
    void won(bool isFirst);
    void finish(const bench::Response &response);
    void blame(const QString &words);

    const Scene m_scene;
    std::array<std::unique_ptr<bench::HttpClient>, 2> m_clients; ///< the second only of two people
    LaneStage m_stage = LaneStage::Idle;
    Sight m_sight;
    qsizetype m_done = 0; ///< of the steps before
    int m_wanted = 1;     ///< portions, by a change
    bool m_isByCard = false;
    bool m_isDeclined = false; ///< the charge of what a change costs more
    std::array<Runner, 2> m_runners;
};

} // namespace soban::drill
