// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/Course.h"
#include "sandbox/IdempotencyBook.h"
#include "sandbox/LedgerFile.h"
#include "sandbox/TossApi.h"

#include <QObject>

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
    struct Job {
        Operation operation;
        http::Request request;
        http::RouteParams params;
        http::Reply reply;
        Course course;
        QByteArray scope; ///< of the idempotency key; empty without one
    };

    bool isAuthorized(const http::Request &request) const;
    std::optional<ApiAnswer> takeIdempotencyKey(Job &job);
    void work(const Job &job);
    void end(const Job &job, const ApiAnswer &answer);

    TossApi &m_api;
    FaultPlan &m_faults;
    IdempotencyBook &m_book;
    LedgerFile &m_file;
    const QByteArray m_secretKey;
    Endings m_endings;
};

} // namespace soban::sandbox
