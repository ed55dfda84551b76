// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/Course.h"
#include "sandbox/SolapiApi.h"

#include <QObject>

namespace soban::sandbox {

/// Solapi's counter: checks signatures, lets the fault plan have its way, and leaves the rest to
/// SolapiApi.
class SolapiFront : public QObject {
    Q_OBJECT
public:
    /// The parts must outlive it.
    SolapiFront(SolapiApi &api, FaultPlan &faults, SolapiSignatures signatures,
                QObject *parent = nullptr);

    void serve(Operation operation, const http::Request &request, const http::Reply &reply);

private:
    void work(Operation operation, const Course &course, const http::Request &request,
              const http::Reply &reply);

    SolapiApi &m_api;
    FaultPlan &m_faults;
    SolapiSignatures m_signatures;
    Endings m_endings;
};

} // namespace soban::sandbox
