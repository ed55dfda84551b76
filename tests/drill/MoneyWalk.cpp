// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/MoneyWalk.h"

namespace soban::drill {

namespace {

constexpr int kDeclined = 402;
constexpr int kRefusedNow = 409;
constexpr int kLater = 503;
constexpr std::chrono::milliseconds kPause{30};

/// How likely a step is at the side of the others that are allowed; 0: nobody takes it.
int weightOf(const Step &step, bool isDeclined) {
    switch (step.action) {
    case Action::Change:
        return 16;
    case Action::PayAgain:
        return isDeclined ? 80 : 4; // which is refused while nobody knows the outcome
    case Action::Cancel:
        return step.role == Role::Customer ? 10 : 6;
    case Action::Settle:
        return 3;
    case Action::Refuse:
    case Action::TakeOver:
    case Action::GiveBack:
    case Action::Extend:
        return 6;
    case Action::ReturnGoods:
        return 8;
    default:
        return 80;
    }
}
/// And that the order is left as it is.
constexpr int kLeft = 8;

QList<Step> stepsAt(const Sight &sight) {
    QList<Step> steps;
    for (const Role role : {Role::Customer, Role::Shop, Role::Rider, Role::Operator}) {
        for (const Action action : lifecycle::allowedActions(sight.stage, role)) {
            // What was paid at a door stays there.
            if (action != Action::Settle || sight.method == PaymentMethod::Card)
                steps.append({role, action});
        }
    }
    return steps;
}

} // namespace

void MoneyWalk::goOn() {
    if (std::exchange(m_isDone, false))
        m_client.reset();
    if (m_client && m_client->isBusy())
        return;
    if (m_request.isEmpty() && m_scene.left > 0)
        beginOrder();
    if (!m_isToSend || bench::Clock::now() < m_notBefore)
        return;
    if (!m_client)
        connect();
    m_isToSend = false;
    m_client->send(m_request);
    // Whoever asked is gone, and asks once more on another line, perhaps while the first is still
    // being worked on.
    if (m_course == Course::LineLost) {
        m_course = Course::Plain;
        ++m_scene.tally.repeated;
        m_isDone = true;
        m_isToSend = true;
        m_notBefore = bench::Clock::now() + std::chrono::milliseconds(m_scene.random.bounded(4));
    }
}

void MoneyWalk::connect() {
    m_client = std::make_unique<bench::HttpClient>(
        m_scene.stand.line().poller, m_scene.stand.line().port, m_number,
        [this](int, const std::optional<bench::Response> &response) { heard(response); });
}

void MoneyWalk::begin(const QByteArray &request) {
    const int luck = m_scene.random.bounded(100);
    m_request = request;
    m_course = luck < 3 ? Course::LineLost : luck < 6 ? Course::Repeated : Course::Plain;
    m_first.reset();
    m_isToSend = true;
    m_notBefore = {};
}

void MoneyWalk::beginOrder() {
    const bench::Town &town = m_scene.stand.town();
    const auto anyOf = [this](qsizetype count) { return m_scene.random.bounded(int(count)); };
    --m_scene.left;
    m_step.reset();
    m_sight = {};
    m_sight.customer = anyOf(town.customerTokens.size());
    m_sight.shop = anyOf(town.shops.size());
    m_sight.rider = anyOf(town.riderTokens.size());
    m_sight.stage.fulfilment = allOf<Fulfilment>().at(std::size_t(anyOf(3)));
    begin(payment(false));
}

/// Most by card; now and then by one that is declined.
QByteArray MoneyWalk::payment(bool isAgain) {
    const int luck = m_scene.random.bounded(100);
    const PaymentMethod method = luck < 70 ? PaymentMethod::Card : PaymentMethod::OnDelivery;
    const CustomerCards &cards = m_scene.stand.cardsOf(m_sight.customer);
    const QByteArray &card = luck < 8 ? cards.declined : cards.good;
    return isAgain ? m_scene.scribe.payAgain(m_sight, method, card)
                   : m_scene.scribe.place(m_sight, method, card);
}

/// Nothing: the order is left to its timers.
std::optional<QByteArray> MoneyWalk::nextRequest() {
    m_step.reset();
    const QList<Step> steps = stepsAt(m_sight);
    int all = kLeft;
    for (const Step &step : steps)
        all += weightOf(step, m_isDeclined);
    int luck = m_scene.random.bounded(all);
    for (const Step &step : steps) {
        luck -= weightOf(step, m_isDeclined);
        if (luck >= 0)
            continue;
        if (step.action == Action::PayAgain)
            return payment(true);
        if (step.action == Action::Change)
            return change();
        m_step = step.role == Role::Operator ? decided(step.action) : step;
        return m_scene.scribe.step(m_sight, *m_step);
    }
    return std::nullopt;
}

/// For more, less, or as much as before; what is dearer is declined now and then.
QByteArray MoneyWalk::change() {
    constexpr int kMostPortions = 4;
    const CustomerCards &cards = m_scene.stand.cardsOf(m_sight.customer);
    const bool isDeclined = m_scene.random.bounded(100) < 10;
    ++m_scene.tally.changes;
    return m_scene.scribe.change(m_sight, 1 + m_scene.random.bounded(kMostPortions),
                                 isDeclined ? cards.declined : cards.good);
}

/// The operator ends an order in full or in part, and gives back no less than before.
Step MoneyWalk::decided(Action action) {
    const qint64 total = m_scene.scribe.totalOf(m_sight, m_sight.portions);
    const qint64 least = action == Action::Settle ? m_sight.backMinor : 0;
    const bool isInFull = m_scene.random.bounded(3) == 0;
    return {.role = Role::Operator,
            .action = action,
            .refundMinor = isInFull ? total : m_scene.random.bounded(least, total + 1)};
}

void MoneyWalk::heard(const std::optional<bench::Response> &response) {
    if (m_isDone) // nobody listens any more
        return;
    const bool isLater =
        !response || response->status == kLater || refusalIn(*response) == "still_running";
    if (isLater) {
        m_isDone = !response;
        m_isToSend = true;
        m_notBefore = bench::Clock::now() + kPause;
        return;
    }
    if (m_course == Course::Repeated) {
        ++m_scene.tally.repeated;
        m_course = Course::Plain;
        m_first = response;
        m_isToSend = true;
        return;
    }
    if (m_first && !isAnsweredAlike(*response))
        m_scene.tally.faults.append(QStringLiteral("one key, two answers: ") + describe(m_first) +
                                    QStringLiteral("; ") + describe(response));
    take(*response);
}

bool MoneyWalk::isAnsweredAlike(const bench::Response &response) {
    return response.status == m_first->status && response.body == m_first->body;
}

void MoneyWalk::take(const bench::Response &response) {
    const bool isPlaced = m_sight.order.isEmpty();
    m_request.clear();
    m_isDeclined = response.status == kDeclined;
    if (!isExpected(response)) {
        m_scene.tally.faults.append(describe(response));
        return;
    }
    if (std::exchange(m_isReopening, false))
        return;
    if (isPlaced && refusalIn(response) == "shop_closed") {
        ++m_scene.left;
        m_isReopening = true;
        begin(m_scene.scribe.reopen(m_sight));
        return;
    }
    m_sight.take(response, m_step);
    const bool isRefused = response.status == kRefusedNow;
    ++(isRefused ? m_scene.tally.tooLate : m_scene.tally.steps);
    m_scene.tally.decisions += !isRefused && m_step && m_step->role == Role::Operator ? 1 : 0;
    if (isPlaced) // else the provider is left alone just then
        ++(m_sight.order.isEmpty() ? m_scene.left : m_scene.tally.placed);
    // Where others are faster, the order goes their way.
    if (isRefused)
        return;
    if (const auto request = nextRequest())
        begin(*request);
}

bool MoneyWalk::isExpected(const bench::Response &response) const {
    const bool isGood = response.status >= 200 && response.status < 300;
    return isGood || response.status == kDeclined || response.status == kRefusedNow;
}

} // namespace soban::drill
