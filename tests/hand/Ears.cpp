// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand/Ears.h"

#include <QHash>
#include <QLoggingCategory>

#include <mutex>

namespace soban::hand {

namespace {

/// Messages come from any thread, and Qt calls a plain function with them.
struct Record {
    std::mutex mutex;
    Ears *owner = nullptr;
    QtMessageHandler before = nullptr;
    QStringList sounds;
    QStringList warnings;
    QHash<QString, int> shortened; ///< how often each was painted so
};

Record &record() {
    static Record record;
    return record;
}

/// What Qt says of machines without a desktop or loudspeakers; it is not the program's fault.
bool isAboutMachine(const QString &text) {
    static const QStringList kBeginnings{
        QStringLiteral("This plugin does not support"),
        QStringLiteral("QObject::connect: No such signal QPlatformNativeInterface"),
        QStringLiteral("PulseAudioService"), QStringLiteral("No audio device")};
    return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                       [&](const QString &beginning) { return text.startsWith(beginning); });
}

void take(QtMsgType type, const QMessageLogContext &context, const QString &text) {
    Record &all = record();
    {
        const std::lock_guard lock(all.mutex);
        const bool isSound = qstrcmp(context.category, "soban.desk.sounds") == 0;
        if (qstrcmp(context.category, "soban.ui.shortened") == 0) {
            ++all.shortened[text];
            return;
        }
        if (isSound && type == QtInfoMsg)
            all.sounds.append(text);
        else if ((type == QtWarningMsg || type == QtCriticalMsg) && !isAboutMachine(text) &&
                 !all.warnings.contains(text))
            all.warnings.append(text);
        if (isSound && all.owner)
            QMetaObject::invokeMethod(all.owner, &Ears::heard, Qt::QueuedConnection);
    }
    if (all.before)
        all.before(type, context, text);
}

} // namespace

Ears::Ears(QObject *parent) : QObject(parent) {
    QLoggingCategory::setFilterRules(
        QStringLiteral("soban.desk.sounds.info=true\nsoban.ui.shortened.debug=true"));
    Record &all = record();
    const std::lock_guard lock(all.mutex);
    all.owner = this;
    all.sounds.clear();
    all.warnings.clear();
    all.shortened.clear();
    all.before = qInstallMessageHandler(take);
}

Ears::~Ears() {
    Record &all = record();
    const std::lock_guard lock(all.mutex);
    qInstallMessageHandler(all.before);
    all.owner = nullptr;
}

QStringList Ears::sounds() const {
    const std::lock_guard lock(record().mutex);
    return record().sounds;
}

QStringList Ears::warnings() const {
    const std::lock_guard lock(record().mutex);
    return record().warnings;
}

QStringList Ears::shortened() const {
    const std::lock_guard lock(record().mutex);
    QStringList texts;
    for (auto text = record().shortened.cbegin(); text != record().shortened.cend(); ++text) {
        // Once it may be painted before its layout follows.
        if (text.value() > 1)
            texts.append(text.key());
    }
    texts.sort();
    return texts;
}

QStringList Ears::ringing() const {
    QStringList ringing;
    for (const QString &sound : sounds()) {
        const QString kind = sound.section(u' ', 1);
        ringing.removeAll(kind);
        if (sound.startsWith(QStringLiteral("rings ")))
            ringing.append(kind);
    }
    return ringing;
}

bool Ears::hears(const QString &sound) const {
    if (sound.isEmpty())
        return ringing().isEmpty();
    if (sound.startsWith(QStringLiteral("rings ")))
        return ringing().contains(sound.section(u' ', 1));
    return sounds().contains(sound);
}

} // namespace soban::hand
