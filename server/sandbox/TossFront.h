// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Handler.h"
#include "sandbox/IdempotencyBook.h"
#include "sandbox/LedgerFile.h"
#include "sandbox/TossApi.h"

#include <QObject>

#include <list>

namespace soban::sandbox {

/// The provider's counter: checks the secret key, honours idempotency keys and test codes, lets the
/// fault plan have its way, and leaves the rest to TossApi.
class TossFront : public QObject {
    Q_OBJECT
public:
    struct Parts {
        TossApi &api;
        FaultPlan &faults;
        IdempotencyBook &book;
        LedgerFile &file;
    };

    /// The parts must outlive it.
    TossFront(Parts parts, QByteArray secretKey, QObject *parent = nullptr);

    void serve(Operation operation, const http::Request &request, const http::RouteParams &params,
               const http::Reply &reply);

private:
    enum class Ending { Answer, Error500, ProviderError, Drop, Silence };

    /// How one request is to go, the fault taken into account.
    struct Course {
        bool works = true;
        bool declines = false;
        std::chrono::milliseconds beforeWork{0};
        std::chrono::milliseconds afterWork{0};
        Ending ending = Ending::Answer;
    };
    struct Job {
        Operation operation;
        http::Request request;
        http::RouteParams params;
        http::Reply reply;
        Course course;
        QByteArray scope; ///< of the idempotency key; empty without one
    };

    static Course courseOf(const std::optional<FaultRule> &fault);
    bool isAuthorized(const http::Request &request) const;
    std::optional<ApiAnswer> takeIdempotencyKey(Job &job);
    void work(const Job &job);
    void end(const Job &job, const ApiAnswer &answer);
    void keepSilent(const http::Reply &reply);

    TossApi &m_api;
    FaultPlan &m_faults;
    IdempotencyBook &m_book;
    LedgerFile &m_file;
    const QByteArray m_secretKey;
    std::list<http::Reply> m_silent; ///< never answered; kept until their clients give up
};

} // namespace soban::sandbox
