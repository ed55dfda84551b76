// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Script.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cstdio>

namespace soban::tour {

namespace {

constexpr int kLogLines = 15;

/// Korean letters take two places.
QString padded(const QString &text, int places) {
    int used = 0;
    for (const QChar letter : text)
        used += letter.unicode() >= 0x1100 ? 2 : 1;
    return text + QString(std::max(places - used, 1), u' ');
}

QByteArray lastLines(const QByteArray &log) {
    QList<QByteArray> lines = log.trimmed().split('\n');
    return lines.last(std::min<qsizetype>(kLogLines, lines.size())).join('\n');
}

} // namespace

void Script::title(const QString &text) const {
    std::printf("\n%s\n", qUtf8Printable(text));
}

void Script::step(const QString &who, const QString &what, const QString &slug,
                  const std::function<void()> &deeds) {
    if (!isGoing())
        return;
    ++m_steps;
    m_notes.clear();
    QElapsedTimer timer;
    timer.start();
    deeds();
    const qint64 ms = timer.elapsed();
    if (m_failure) {
        ++m_failed;
        tellFailure(who, what);
    } else {
        std::printf("%3d  %s%s%6lld ms%s\n", m_steps, qUtf8Printable(padded(who, 13)),
                    qUtf8Printable(padded(what, 70)), static_cast<long long>(ms),
                    qUtf8Printable(m_notes.isEmpty() ? QString()
                                                     : QStringLiteral("  (%1)").arg(
                                                           m_notes.join(QStringLiteral(", ")))));
    }
    std::fflush(stdout);
    takePictures(slug);
}

void Script::fail(Program *program, const QString &expected, const QString &seen) {
    if (!m_failure && isGoing())
        m_failure = Failure{program, expected, seen};
}

void Script::check(bool isTrue, const QString &expected, const QString &seen) {
    if (!isTrue)
        fail(nullptr, expected, seen);
}

void Script::tellFailure(const QString &who, const QString &what) {
    std::printf("%3d  %s%s FAILED\n     expected: %s\n     seen:     %s\n", m_steps,
                qUtf8Printable(padded(who, 13)), qUtf8Printable(what),
                qUtf8Printable(m_failure->expected), qUtf8Printable(m_failure->seen));
    Program *program = m_failure->program;
    if (!program)
        return;
    const hand::Reply reply = program->ask({0, hand::Deed::Read});
    std::printf("--- to be read in the windows of %s:\n%s\n--- its log:\n%s\n---\n",
                qUtf8Printable(program->name()), qUtf8Printable(reply.texts.join(u'\n')),
                lastLines(program->log()).constData());
}

void Script::takePictures(const QString &slug) {
    if (m_pictures.isEmpty())
        return;
    QDir().mkpath(m_pictures);
    struct Shot {
        Program *program;
        QString path;
        qint64 id;
    };
    QList<Shot> shots;
    for (Program *program : std::as_const(m_programs)) {
        const QString path =
            QDir(m_pictures)
                .absoluteFilePath(QStringLiteral("%1-%2-%3.png")
                                      .arg(m_steps, 3, 10, QChar(u'0'))
                                      .arg(QString(program->name()).replace(u' ', u'-'), slug));
        shots.append({program, path, program->begin({0, hand::Deed::Picture, {}, path})});
    }
    for (const Shot &shot : std::as_const(shots)) {
        shot.program->end(shot.id);
        QFile file(shot.path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray hash = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Md5);
        // What has not changed need not be looked at twice.
        if (std::exchange(m_lastPictures[shot.program], hash) == hash)
            file.remove();
    }
}

} // namespace soban::tour
