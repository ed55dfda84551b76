// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Race.h"

namespace soban::drill {

namespace {

using K = RacePair::Kind;
constexpr auto C = Role::Customer;
constexpr auto S = Role::Shop;
constexpr auto R = Role::Rider;
constexpr auto O = Role::Operator;

const Step kAccept{S, Action::Accept};
const Step kCancel{C, Action::Cancel};
const Step kChange{C, Action::Change};
const QList<Step> kToReady{kAccept, {S, Action::Start}, {S, Action::Finish}};

/// How long after the moment somebody is there at the latest: so that either wins now and then.
int latestUs(K kind) {
    switch (kind) {
    case K::TwoPeople:
    case K::Change:
        return 1'000;
    case K::AgainstTimer:
        return 12'000;
    case K::AgainstCharge:
    case K::DearerChange:
        return 100'000;
    }
    return 0;
}
/// A timer does not fire at once.
constexpr std::chrono::milliseconds kBeforeTimer{2};
constexpr int kRefusal = 409;

bool isGood(const Sight &sight, const bench::Response &response) {
    return response.status >= 200 && response.status < 300 && !sight.order.isEmpty();
}

Sight seenIn(const Sight &before, const bench::Response &response,
             const std::optional<Step> &step = {}) {
    Sight seen = before;
    seen.take(response, step);
    return seen;
}

QList<RacePair> changes() {
    return {
        {.name = QStringLiteral("change × accept"),
         .kind = K::Change,
         .before = {},
         .first = kChange,
         .second = kAccept,
         .ifFirst = OrderState::Accepted,
         .ifSecond = OrderState::Accepted,
         .after = kAccept},
        {.name = QStringLiteral("dearer change × accept"),
         .kind = K::DearerChange,
         .before = {},
         .first = kChange,
         .second = kAccept,
         .ifFirst = OrderState::Accepted,
         .ifSecond = OrderState::Accepted,
         .after = kAccept},
        {.name = QStringLiteral("dearer change × start"),
         .kind = K::DearerChange,
         .before = {kAccept},
         .first = kChange,
         .second = {S, Action::Start},
         .ifFirst = OrderState::Accepted,
         .ifSecond = OrderState::Preparing},
    };
}

QList<RacePair> decisions() {
    return {
        {.name = QStringLiteral("operator's cancel × finish"),
         .fulfilment = Fulfilment::Collection,
         .before = {kAccept, {S, Action::Start}},
         .first = {.role = O, .action = Action::Cancel, .refundMinor = 1'000},
         .second = {S, Action::Finish},
         .ifFirst = OrderState::Cancelled,
         .ifSecond = OrderState::Ready},
        {.name = QStringLiteral("settle × settle"),
         .fulfilment = Fulfilment::Collection,
         .before = kToReady + QList<Step>{{S, Action::Collect}},
         .first = {.role = O, .action = Action::Settle, .refundMinor = 1'000},
         .second = {.role = O, .action = Action::Settle, .refundMinor = 2'000},
         .ifFirst = OrderState::Completed,
         .ifSecond = OrderState::Completed},
    };
}

QList<RacePair> steps() {
    return {
        {.name = QStringLiteral("cancel × start"),
         .before = {kAccept},
         .first = kCancel,
         .second = {S, Action::Start},
         .ifFirst = OrderState::Cancelled,
         .ifSecond = OrderState::Preparing},
        {.name = QStringLiteral("cancel × accept"),
         .before = {},
         .first = kCancel,
         .second = kAccept,
         .ifFirst = OrderState::Cancelled,
         .ifSecond = OrderState::Accepted},
        {.name = QStringLiteral("paid × cancel"),
         .kind = K::AgainstCharge,
         .before = {},
         .first = {C, Action::PayAgain},
         .second = kCancel,
         .ifFirst = OrderState::Expired, // for nobody accepts it
         .ifSecond = OrderState::Cancelled},
        {.name = QStringLiteral("accept × expire"),
         .kind = K::AgainstTimer,
         .before = {},
         .first = kAccept,
         .ifFirst = OrderState::Accepted,
         .ifSecond = OrderState::Expired},
        {.name = QStringLiteral("claim × claim"),
         .before = kToReady,
         .first = {R, Action::Claim},
         .second = {R, Action::Claim},
         .ifFirst = OrderState::Cancelled,
         .ifSecond = OrderState::Cancelled,
         .after = Step{S, Action::Cancel}}, // a rider has only so much in hand
        {.name = QStringLiteral("confirm × auto-complete"),
         .kind = K::AgainstTimer,
         .fulfilment = Fulfilment::OwnDelivery,
         .before = kToReady + QList<Step>{{S, Action::PickUp}, {S, Action::HandOver}},
         .first = {C, Action::Confirm},
         .ifFirst = OrderState::Completed,
         .ifSecond = OrderState::Completed},
    };
}

} // namespace

const QList<RacePair> &racePairs() {
    static const QList<RacePair> kPairs = steps() + decisions() + changes();
    return kPairs;
}

RaceLane::RaceLane(const Scene &scene, int number) : m_scene(scene) {
    m_sight.customer = number % int(scene.stand.town().customerTokens.size());
    // Whom nobody races would be silent so long that the server ends the connection.
    const int people = scene.pair.kind == K::AgainstTimer ? 1 : 2;
    for (int which = 0; which < people; ++which)
        m_clients.at(std::size_t(which)) = std::make_unique<bench::HttpClient>(
            scene.stand.line().poller, scene.stand.line().port, 2 * number + which,
            [this, which](int, const std::optional<bench::Response> &response) {
                heard(which, response);
            });
}

void RaceLane::goOn() {
    if (m_stage == LaneStage::Idle && m_scene.left > 0) {
        --m_scene.left;
        begin();
    }
    if (m_stage != LaneStage::Racing)
        return;
    for (std::size_t which = 0; which < 2; ++which) {
        Runner &runner = m_runners.at(which);
        if (runner.isSent || runner.request.isEmpty() || bench::Clock::now() < runner.at)
            continue;
        runner.isSent = true;
        m_clients.at(which)->send(runner.request);
    }
}

void RaceLane::begin() {
    const CustomerCards &cards = m_scene.stand.cardsOf(m_sight.customer);
    Sight fresh;
    fresh.customer = m_sight.customer;
    fresh.shop = m_scene.random.bounded(int(m_scene.stand.town().shops.size()));
    fresh.stage.fulfilment = m_scene.pair.fulfilment;
    m_sight = fresh;
    m_done = 0;
    m_stage = LaneStage::Preparing;
    const bool isToPayAgain = m_scene.pair.kind == K::AgainstCharge;
    m_sight.portions = m_scene.pair.isChange() ? 2 : 1;
    m_isByCard = m_scene.pair.isAgainstCharge() || m_scene.pair.isSettled() ||
                 m_scene.random.bounded(2) == 0;
    m_clients.at(0)->send(
        m_scene.scribe.place(m_sight, m_isByCard ? PaymentMethod::Card : PaymentMethod::OnDelivery,
                             isToPayAgain ? cards.declined : cards.good));
}

void RaceLane::prepare(const bench::Response &response) {
    if (std::exchange(m_stage, LaneStage::Preparing) == LaneStage::Reopening)
        return begin();
    if (m_sight.order.isEmpty() && refusalIn(response) == "shop_closed") {
        m_stage = LaneStage::Reopening; // too many in a row have expired
        m_clients.at(0)->send(m_scene.scribe.reopen(m_sight));
        return;
    }
    m_sight.take(response);
    const bool isDeclined = refusalIn(response) == "payment_declined";
    if (!isGood(m_sight, response) && !isDeclined) {
        ++m_scene.tally.spoiled;
        return begin();
    }
    prepareNext();
}

void RaceLane::prepareNext() {
    if (m_done < m_scene.pair.before.size())
        m_clients.at(0)->send(m_scene.scribe.step(m_sight, m_scene.pair.before[m_done++]));
    else if (m_scene.pair.kind == K::AgainstTimer && !m_sight.endsAt)
        m_clients.at(0)->send(m_scene.scribe.read(m_sight));
    else
        line();
}

/// Both stand ready.
void RaceLane::line() {
    const RacePair &pair = m_scene.pair;
    const bench::Moment begin = start();
    const auto jitter = [&] {
        return std::chrono::microseconds(m_scene.random.bounded(latestUs(pair.kind)));
    };
    m_runners = {};
    m_stage = LaneStage::Racing;
    if (pair.isAgainstCharge()) {
        Sight paying = m_sight;
        ++paying.version; // that the first will have made of it
        m_runners[0] = {firstRequest(), begin, false, {}};
        m_runners[1] = {m_scene.scribe.step(paying, pair.second), begin + jitter(), false, {}};
        return;
    }
    m_runners[0] = {firstRequest(), begin + jitter(), false, {}};
    if (pair.kind == K::AgainstTimer)
        return;
    Sight other = m_sight;
    other.rider = 1;
    m_runners[1] = {m_scene.scribe.step(other, pair.second), begin + jitter(), false, {}};
}

/// A change is for less, for more, or for more than the card has.
QByteArray RaceLane::firstRequest() {
    const CustomerCards &cards = m_scene.stand.cardsOf(m_sight.customer);
    if (m_scene.pair.kind == K::AgainstCharge)
        return m_scene.scribe.payAgain(m_sight, PaymentMethod::Card, cards.good);
    if (!m_scene.pair.isChange())
        return m_scene.scribe.step(m_sight, m_scene.pair.first);
    const bool isDearer = m_scene.pair.kind == K::DearerChange || m_scene.random.bounded(2) == 0;
    m_wanted = m_sight.portions + (isDearer ? 1 : -1);
    m_isDeclined = m_isByCard && isDearer && m_scene.random.bounded(4) == 0;
    return m_scene.scribe.change(m_sight, m_wanted, m_isDeclined ? cards.declined : cards.good);
}

/// Around the timer's moment, or now.
bench::Moment RaceLane::start() const {
    if (m_scene.pair.kind != K::AgainstTimer || !m_sight.endsAt)
        return bench::Clock::now();
    return m_scene.stand.momentOf(*m_sight.endsAt) - kBeforeTimer;
}

void RaceLane::heard(int which, const std::optional<bench::Response> &response) {
    if (!response) {
        blame(QStringLiteral("a connection ended"));
        return;
    }
    if (m_stage == LaneStage::Finishing)
        return finish(*response);
    if (m_stage != LaneStage::Racing)
        return prepare(*response);
    m_runners.at(std::size_t(which)).answer = response;
    if (isRun())
        judge();
}

bool RaceLane::isRun() const {
    return m_runners[0].answer && (m_runners[1].answer || m_runners[1].request.isEmpty());
}

void RaceLane::judge() {
    if (refusalIn(*m_runners[0].answer) == "shop_closed") { // meanwhile
        ++m_scene.tally.spoiled;
        m_stage = LaneStage::Reopening;
        m_clients.at(0)->send(m_scene.scribe.reopen(m_sight));
        return;
    }
    // Whoever was faster than both was the timer.
    if (m_scene.pair.isChange() && hasExpired(*m_runners[0].answer)) {
        ++m_scene.tally.spoiled;
        return begin();
    }
    ++m_scene.tally.races;
    m_stage = LaneStage::Idle;
    switch (m_scene.pair.kind) {
    case K::TwoPeople:
        return judgePeople();
    case K::AgainstTimer:
        return judgeAgainstTimer();
    case K::AgainstCharge:
        return judgeAgainstCharge();
    case K::Change:
    case K::DearerChange:
        return judgeChange();
    }
}

/// One has won, and the other is told what the winner made of the order.
void RaceLane::judgePeople() {
    const auto &[first, second] = std::pair(*m_runners[0].answer, *m_runners[1].answer);
    const bool isFirst = isGood(m_sight, first);
    if (isFirst == isGood(m_sight, second))
        return blame(QStringLiteral("both or none"));
    const Sight winner = isFirst ? seenIn(m_sight, first, m_scene.pair.first)
                                 : seenIn(m_sight, second, m_scene.pair.second);
    const bench::Response &lost = isFirst ? second : first;
    const Sight loser = seenIn(m_sight, lost);
    if (lost.status != kRefusal || loser.version != winner.version ||
        loser.stage.order != winner.stage.order || loser.stage.delivery != winner.stage.delivery)
        return blame(QStringLiteral("the loser is not told"));
    won(isFirst);
}

void RaceLane::judgeAgainstTimer() {
    const bench::Response &answer = *m_runners[0].answer;
    const Sight seen = seenIn(m_sight, answer);
    const bool isFirst = isGood(m_sight, answer);
    if (seen.version != m_sight.version + 1 ||
        seen.stage.order != (isFirst ? m_scene.pair.ifFirst : m_scene.pair.ifSecond))
        return blame(QStringLiteral("the order is elsewhere"));
    won(isFirst);
}

/// The charge itself is answered in any case; a cancel before its end has won.
void RaceLane::judgeAgainstCharge() {
    const bool isCancelled = isGood(m_sight, *m_runners[1].answer);
    const Sight paid = seenIn(m_sight, *m_runners[0].answer);
    const OrderState expected = isCancelled ? OrderState::Cancelled : OrderState::Placed;
    if (!isGood(m_sight, *m_runners[0].answer) || paid.stage.order != expected)
        return blame(QStringLiteral("who pays is not told"));
    won(!isCancelled);
}

/// Of those who saw the same one is first, and the other is told. Whoever acts while a dearer
/// change waits for its charge takes nothing from it, unless the step ends all changes: then it is
/// dropped.
void RaceLane::judgeChange() {
    constexpr int kMade = 201;
    constexpr int kNotPaid = 402;
    const auto &[first, second] = std::pair(*m_runners[0].answer, *m_runners[1].answer);
    const Sight changed = seenIn(m_sight, first);
    const Sight other = seenIn(m_sight, second);
    const bool isSecond = isGood(m_sight, second);
    const bool isCharged = !isSecond || m_scene.pair.kind == K::DearerChange;
    const bool isToBeMade =
        isCharged && lifecycle::transition(other.stage, Action::Change, Role::Customer);
    const int due = isCharged && m_isDeclined ? kNotPaid : isToBeMade ? kMade : kRefusal;
    const bool isMade = first.status == kMade;
    if (first.status != due || (isMade && changed.portions != m_wanted))
        return blame(QStringLiteral("the change is not answered as it is due"));
    if (!isToBeMade && (changed.version != other.version || changed.stage != other.stage))
        return blame(QStringLiteral("who changed is not told what has won"));
    const int named = m_sight.version + (m_scene.pair.kind == K::DearerChange ? 1 : 0);
    const bool isTold = second.status == kRefusal && other.stage == m_sight.stage &&
                        other.version != named && other.version <= changed.version;
    if (!isSecond && !isTold)
        return blame(QStringLiteral("who came after the change is not told of it"));
    m_sight.portions = isMade ? m_wanted : m_sight.portions;
    won(!isSecond);
}

bool RaceLane::hasExpired(const bench::Response &response) const {
    return seenIn(m_sight, response).stage.order == OrderState::Expired;
}

void RaceLane::won(bool isFirst) {
    const RacePair &pair = m_scene.pair;
    const OrderState end = isFirst ? pair.ifFirst : pair.ifSecond;
    const Step &step = isFirst ? pair.first : pair.second;
    ++(isFirst ? m_scene.tally.wonByFirst : m_scene.tally.wonBySecond);
    m_scene.tally.ends.insert(*OrderId::fromText(QString::fromLatin1(m_sight.order)),
                              {end, m_scene.scribe.totalOf(m_sight, m_sight.portions),
                               pair.isSettled() ? std::optional(step.refundMinor) : std::nullopt});
    if (!pair.after)
        return;
    m_sight.take(*m_runners.at(isFirst ? 0 : 1).answer, step);
    if (m_sight.stage.order == end)
        return;
    m_stage = LaneStage::Finishing;
    m_clients.at(0)->send(m_scene.scribe.step(m_sight, *pair.after));
}

void RaceLane::finish(const bench::Response &response) {
    m_stage = LaneStage::Idle;
    if (m_scene.pair.isChange() && hasExpired(response))
        m_scene.tally.ends.remove(*OrderId::fromText(QString::fromLatin1(m_sight.order)));
    else if (!isGood(m_sight, response))
        blame(QStringLiteral("what follows the race is refused: ") + describe(response));
}

void RaceLane::blame(const QString &words) {
    m_scene.tally.faults.append(QStringLiteral("%1, %2: %3; %4; %5")
                                    .arg(m_scene.pair.name, QString::fromLatin1(m_sight.order),
                                         words, describe(m_runners[0].answer),
                                         describe(m_runners[1].answer)));
}

} // namespace soban::drill
