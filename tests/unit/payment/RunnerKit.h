// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment/PaymentProvider.h"
#include "storage/StorageError.h"

#include <QObject>

#include <functional>

namespace soban::testing {

/// A provider whose answers come later, and wait where they are held. Answers what a test asks it
/// for, and nothing else.
class LaterProvider : public QObject, public payment::PaymentProvider {
public:
    bool isHolding = false; ///< answers wait for `letGo`

    void letGo() {
        isHolding = false;
        for (const auto &answer : std::exchange(m_held, {}))
            answerLater(answer);
    }

    void charge(const payment::ChargeRequest &, Then<payment::ChargeOutcome>) override { refuse(); }
    void lookUp(PaymentId, Then<payment::LookUpOutcome>) override { refuse(); }
    void refund(const payment::RefundRequest &, Then<payment::RefundOutcome>) override { refuse(); }
    QUrl registrationUrl(const QString &, const QUrl &) const override { return {}; }
    void issueCard(const QString &, const QString &, Then<payment::CardOutcome>) override {
        refuse();
    }
    std::optional<PaymentId> paymentHintedBy(const QByteArray &) const override { return {}; }

protected:
    void answerLater(const std::function<void()> &answer) {
        if (isHolding)
            m_held.append(answer);
        else
            QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
    }

private:
    static void refuse() { qFatal("not asked for here"); }

    QList<std::function<void()>> m_held;
};

/// A work that fails is run a second time, alone: to fail for good it has to fail so often.
constexpr int kRunsOfAFailingWork = 2;

/// The disk is full, for so many works.
inline void failIf(int &times) {
    if (times == 0)
        return;
    --times;
    throw storage::StorageError(storage::StorageError::Kind::Other,
                                QStringLiteral("no space left"));
}

} // namespace soban::testing
