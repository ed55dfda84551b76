// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Preferences.h"

#include <QLocale>

#include <algorithm>

namespace soban::desk {

namespace {

using Choice = ui::Look::Choice;

constexpr int kDefaultVolume = 80;

QString languageKey() {
    return QStringLiteral("look/language");
}
QString schemeKey() {
    return QStringLiteral("look/scheme");
}
QString textScaleKey() {
    return QStringLiteral("look/textScale");
}
QString motionKey() {
    return QStringLiteral("look/reducedMotion");
}
QString volumeKey() {
    return QStringLiteral("sounds/volume");
}
QString lastLoginKey() {
    return QStringLiteral("signIn/lastLogin");
}
QString staysKey() {
    return QStringLiteral("signIn/stay");
}
QString tilesKey() {
    return QStringLiteral("map/tiles");
}
QString attributionKey() {
    return QStringLiteral("map/attribution");
}
QString simulationKey() {
    return QStringLiteral("position/simulated");
}
QString muteKey(SoundKind kind) {
    return QStringLiteral("sounds/muted/") + toText(kind);
}
QString geometryKey(const QString &window) {
    return QStringLiteral("windows/") + window;
}

QLatin1StringView nameOf(Choice choice) {
    return QLatin1StringView(choice == Choice::Light  ? "light"
                             : choice == Choice::Dark ? "dark"
                                                      : "system");
}

/// Only what was written by `setValue(bool)`: other texts would silently be true.
bool boolOf(const QVariant &value, bool otherwise) {
    const QString text = value.toString();
    return text == u"true" ? true : text == u"false" ? false : otherwise;
}

} // namespace

Preferences::Preferences(const QString &file, QObject *parent) : QObject(parent), m_file(file) {}

Language Preferences::language() const {
    if (const auto set = enumFromText<Language>(m_file.value(languageKey()).toString()))
        return *set;
    return QLocale::system().language() == QLocale::Korean ? Language::Korean : Language::English;
}

void Preferences::setLanguage(Language language) {
    m_file.setValue(languageKey(), QString(toText(language)));
    emit lookChanged();
}

Choice Preferences::scheme() const {
    const QString name = m_file.value(schemeKey()).toString();
    for (const Choice choice : {Choice::Light, Choice::Dark}) {
        if (name == nameOf(choice))
            return choice;
    }
    return Choice::System;
}

void Preferences::setScheme(Choice choice) {
    m_file.setValue(schemeKey(), QString(nameOf(choice)));
    emit lookChanged();
}

double Preferences::textScale() const {
    bool isNumber = false;
    const double scale = m_file.value(textScaleKey()).toDouble(&isNumber);
    if (!isNumber || !(scale >= ui::Look::kLeastScale && scale <= ui::Look::kMostScale))
        return ui::Look::kLeastScale;
    return scale;
}

void Preferences::setTextScale(double scale) {
    scale = std::clamp(scale, ui::Look::kLeastScale, ui::Look::kMostScale);
    m_file.setValue(textScaleKey(), scale);
    emit lookChanged();
}

bool Preferences::isMotionReduced() const {
    return boolOf(m_file.value(motionKey()), false);
}

void Preferences::setMotionReduced(bool reduced) {
    m_file.setValue(motionKey(), reduced);
    emit lookChanged();
}

bool Preferences::isMuted(SoundKind kind) const {
    return boolOf(m_file.value(muteKey(kind)), false);
}

void Preferences::setMuted(SoundKind kind, bool muted) {
    m_file.setValue(muteKey(kind), muted);
    emit soundsChanged();
}

int Preferences::volumePercent() const {
    bool isNumber = false;
    const int percent = m_file.value(volumeKey()).toInt(&isNumber);
    return isNumber && percent >= 0 && percent <= 100 ? percent : kDefaultVolume;
}

void Preferences::setVolumePercent(int percent) {
    m_file.setValue(volumeKey(), std::clamp(percent, 0, 100));
    emit soundsChanged();
}

QByteArray Preferences::windowGeometry(const QString &window) const {
    return m_file.value(geometryKey(window)).toByteArray();
}

void Preferences::setWindowGeometry(const QString &window, const QByteArray &geometry) {
    m_file.setValue(geometryKey(window), geometry);
}

QString Preferences::lastLogin() const {
    return m_file.value(lastLoginKey()).toString();
}

void Preferences::setLastLogin(const QString &login) {
    m_file.setValue(lastLoginKey(), login);
}

bool Preferences::staysSignedIn() const {
    return boolOf(m_file.value(staysKey()), true);
}

void Preferences::setStaysSignedIn(bool stays) {
    m_file.setValue(staysKey(), stays);
}

QString Preferences::tilePattern() const {
    return m_file.value(tilesKey()).toString();
}

void Preferences::setTilePattern(const QString &pattern) {
    m_file.setValue(tilesKey(), pattern);
    emit mapChanged();
}

QString Preferences::tileAttribution() const {
    return m_file.value(attributionKey()).toString();
}

void Preferences::setTileAttribution(const QString &attribution) {
    m_file.setValue(attributionKey(), attribution);
    emit mapChanged();
}

std::optional<bool> Preferences::simulatesPosition() const {
    const QVariant value = m_file.value(simulationKey());
    return value.isValid() ? std::optional(boolOf(value, false)) : std::nullopt;
}

void Preferences::setSimulatesPosition(bool simulates) {
    m_file.setValue(simulationKey(), simulates);
    emit simulationChanged();
}

} // namespace soban::desk
