// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/CrashPaths.h"

namespace soban::drill {

namespace {

constexpr auto C = Role::Customer;
constexpr auto S = Role::Shop;
constexpr auto R = Role::Rider;
constexpr auto O = Role::Operator;

const QList<Step> kCooked{{S, Action::Accept}, {S, Action::Start}, {S, Action::Finish}};
const auto kAnswerSoon = QStringLiteral("order.answerMinutes=1");
const auto kCompleteSoon = QStringLiteral("order.autoCompleteMinutes=1");
const auto kPaySoon = QStringLiteral("order.payAgainMinutes=1");

QJsonObject misdeed(const char *kind, const char *operation, int times) {
    return {{QStringLiteral("kind"), QLatin1StringView(kind)},
            {QStringLiteral("operation"), QLatin1StringView(operation)},
            {QStringLiteral("count"), times}};
}

QList<CrashPath> brought() {
    return {
        {.name = QStringLiteral("by card, brought by a rider, confirmed"),
         .steps = kCooked + QList<Step>{{R, Action::Claim},
                                        {R, Action::PickUp},
                                        {R, Action::HandOver},
                                        {C, Action::Confirm}}},
        {.name = QStringLiteral("paid at the door, given back, taken over, completed by itself"),
         .method = PaymentMethod::OnDelivery,
         .steps = kCooked + QList<Step>{{R, Action::Claim},
                                        {R, Action::GiveBack},
                                        {S, Action::TakeOver},
                                        {S, Action::PickUp},
                                        {S, Action::HandOver}},
         .settings = {kCompleteSoon}},
        {.name = QStringLiteral("declined, paid again, fetched"),
         .fulfilment = Fulfilment::Collection,
         .isDeclined = true,
         .steps = QList<Step>{{C, Action::PayAgain}} + kCooked + QList<Step>{{S, Action::Collect}}},
        {.name = QStringLiteral("paid at the door, brought back"),
         .fulfilment = Fulfilment::OwnDelivery,
         .method = PaymentMethod::OnDelivery,
         .steps = kCooked + QList<Step>{{S, Action::PickUp}, {S, Action::ReturnGoods}},
         .end = OrderState::Returned},
    };
}

QList<CrashPath> changed() {
    return {
        {.name = QStringLiteral("changed for more, then for less, fetched"),
         .fulfilment = Fulfilment::Collection,
         .steps = QList<Step>{{C, Action::Change, 3}, {S, Action::Accept}, {C, Action::Change, 2}} +
                  QList<Step>{{S, Action::Start}, {S, Action::Finish}, {S, Action::Collect}}},
        {.name = QStringLiteral("paid at the door, changed, brought by the shop"),
         .fulfilment = Fulfilment::OwnDelivery,
         .method = PaymentMethod::OnDelivery,
         .steps = QList<Step>{{C, Action::Change, 2}} + kCooked +
                  QList<Step>{{S, Action::PickUp}, {S, Action::HandOver}, {C, Action::Confirm}}},
        {.name = QStringLiteral("changed for more, then cancelled"),
         .steps = {{C, Action::Change, 2}, {C, Action::Cancel}},
         .end = OrderState::Cancelled},
    };
}

QList<CrashPath> ended() {
    return {
        {.name = QStringLiteral("cancelled by its customer"),
         .steps = {{S, Action::Accept}, {C, Action::Cancel}},
         .end = OrderState::Cancelled},
        {.name = QStringLiteral("refused; the answer to the refund is lost"),
         .steps = {{S, Action::Refuse}},
         .end = OrderState::Refused,
         .misdeeds = {misdeed("dropAfterWork", "refund", 2), misdeed("never", "refund", 1)}},
        {.name = QStringLiteral("called off with a rider on the way"),
         .steps = kCooked + QList<Step>{{R, Action::Claim}, {S, Action::Cancel}},
         .end = OrderState::Cancelled},
        {.name = QStringLiteral("not answered by its shop"),
         .end = OrderState::Expired,
         .settings = {kAnswerSoon}},
        {.name = QStringLiteral("declined, and not paid again"),
         .isDeclined = true,
         .end = OrderState::PaymentFailed,
         .settings = {kPaySoon}},
    };
}

QList<CrashPath> decided() {
    const auto giveBack = [](Action action, qint64 minor) {
        return Step{.role = O, .action = action, .refundMinor = minor};
    };
    return {
        {.name = QStringLiteral("cancelled in part by the operator, then settled for more"),
         .steps = kCooked + QList<Step>{{R, Action::Claim},
                                        giveBack(Action::Cancel, 1'000),
                                        giveBack(Action::Settle, 2'500)},
         .end = OrderState::Cancelled,
         .backMinor = 2'500,
         .misdeeds = {misdeed("dropAfterWork", "refund", 1)}},
        {.name = QStringLiteral("settled before it is confirmed"),
         .steps = kCooked + QList<Step>{{R, Action::Claim},
                                        {R, Action::PickUp},
                                        {R, Action::HandOver},
                                        giveBack(Action::Settle, 1'000),
                                        {C, Action::Confirm}},
         .backMinor = 1'000},
    };
}

QList<CrashPath> inDoubt() {
    return {
        {.name = QStringLiteral("the answer to the charge is lost, and the shop silent"),
         .end = OrderState::Expired,
         .settings = {kAnswerSoon},
         .misdeeds = {misdeed("dropAfterWork", "charge", 2),
                      misdeed("errorAfterWork", "refund", 1)}},
        {.name = QStringLiteral("cancelled before anybody knows of the charge"),
         .steps = {{C, Action::Cancel}},
         .end = OrderState::Cancelled,
         .misdeeds = {misdeed("never", "charge", 1), misdeed("down", "lookUp", 1)}},
        {.name = QStringLiteral("the charge never arrives"),
         .steps = {{C, Action::Cancel}},
         .end = OrderState::Cancelled,
         .misdeeds = {misdeed("silent", "charge", 1)}},
        {.name = QStringLiteral("the provider is late, and refuses at last"),
         .end = OrderState::PaymentFailed,
         .settings = {kPaySoon},
         .misdeeds = {misdeed("errorBeforeWork", "charge", 1), misdeed("declined", "charge", 1)}},
    };
}

} // namespace

const QList<CrashPath> &crashPaths() {
    static const QList<CrashPath> kPaths = brought() + changed() + ended() + decided() + inDoubt();
    return kPaths;
}

} // namespace soban::drill
