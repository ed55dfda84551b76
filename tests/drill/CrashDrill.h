// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/CrashPaths.h"
#include "drill/Reckoning.h"

namespace soban::drill {

struct CrashOutcome {
    int paths = 0;
    int points = 0;        ///< on all of them
    int runs = 0;          ///< each with a crash at one of them
    int crashes = 0;       ///< some runs have a second one while the server recovers
    qint64 askedAgain = 0; ///< requests whose answer the crash took
    qint64 cutShort = 0;   ///< paths that took another way, as a timer was faster
    Reckoning reckoning = {};
    QStringList faults = {};

    qint64 violations() const { return reckoning.violations + faults.size(); }
};

/// Takes an order along each path, and has the server crash at each step of it in turn. Whoever
/// asked asks again with the same key until there is an answer; then, at rest, the books must be
/// right and the keys must give their first answers (G3, G4, G11).
class CrashDrill {
public:
    CrashDrill(Engine engine, quint32 seed) : m_engine(engine), m_random(seed) {}

    /// `runs`: so many of all, chosen by the seed; nothing: each one.
    CrashOutcome run(std::optional<int> runs);

private:
    /// A path, and where the server crashes on it.
    struct Run {
        const CrashPath *path;
        int point;
    };
    struct Asked {
        QByteArray request;
        bench::Response answer;
    };

    Fault open();
    Result<QList<Run>, QString> allRuns();
    Fault play(const CrashPath &path, int point, int secondPoint);
    Fault start(int point);
    Fault mend();
    Fault place(const CrashPath &path);
    Fault walk(const CrashPath &path);
    Fault takeStep(const CrashPath &path, const Step &step);
    Result<bench::Response, QString> insist(const QByteArray &request);
    Fault take(const QByteArray &request, const std::optional<Step> &step = {});
    Fault comeToRest();
    Fault holdEnd(const CrashPath &path);
    Fault holdKeys();
    Result<int, QString> pointsPassed();

    const Engine m_engine;
    QRandomGenerator m_random;
    Stand m_stand;
    std::unique_ptr<Scribe> m_scribe;
    CrashOutcome m_outcome;
    const CrashPath *m_path = nullptr;
    int m_secondPoint = 0; ///< of the server that is started after the crash; 0: none
    Sight m_sight;
    bool m_isCutShort = false;
    QList<Asked> m_asked; ///< on this run
};

} // namespace soban::drill
