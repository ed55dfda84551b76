// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand/Pulse.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QMetaEnum>

namespace soban::hand {

namespace {

double ms(Pulse::Clock::duration span) {
    return std::chrono::duration<double, std::milli>(span).count();
}

QString nameOf(QEvent::Type type) {
    const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return key ? QString::fromLatin1(key) : QString::number(int(type));
}

} // namespace

Pulse::Pulse(Clock::time_point startedAt, QObject *parent)
    : QObject(parent), m_startedAt(startedAt) {
    QCoreApplication::instance()->installEventFilter(this);
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Pulse::rest);
}

bool Pulse::eventFilter(QObject *watched, QEvent *event) {
    const auto now = Clock::now();
    if (!m_busySince)
        m_busySince = now;
    endAct(now);
    m_act = {watched->metaObject()->className(), event->type(), now, {}};
    if (event->type() == QEvent::Paint) {
        m_hasPainted = true;
        m_lastPaint = now;
    }
    return false;
}

void Pulse::endAct(Clock::time_point now) {
    m_act.span = now - m_act.since;
    if (m_act.receiver && m_act.span > m_heaviest.span)
        m_heaviest = m_act;
    m_act = {};
}

void Pulse::rest() {
    const auto now = Clock::now();
    endAct(now);
    const auto span = m_busySince ? now - *m_busySince - m_aside : Clock::duration();
    // Up to the first window there is nobody to be kept waiting; that has a figure of its own.
    if (m_firstPaint && ms(span) > Measures::kLongMs)
        ++m_longOnes;
    if (m_firstPaint && span > m_longest) {
        m_longest = span;
        m_longestWhat = QStringLiteral("%1 %2, %3 ms of it")
                            .arg(QString::fromLatin1(m_heaviest.receiver), nameOf(m_heaviest.event),
                                 QString::number(ms(m_heaviest.span), 'f', 0));
    }
    if (m_hasPainted && !m_firstPaint)
        m_firstPaint = now - m_startedAt;
    m_busySince.reset();
    m_aside = {};
    m_heaviest = {};
    emit rested();
}

void Pulse::fill(Measures &measures) const {
    measures.firstPaintMs = m_firstPaint ? ms(*m_firstPaint) : 0;
    measures.longestMs = ms(m_longest);
    measures.longestWhat = m_longestWhat;
    measures.longOnes = m_longOnes;
}

} // namespace soban::hand
