// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>

namespace soban::ui {

Translations::Translations(const Look &look, QObject *parent) : QObject(parent) {
    connect(&look, &Look::languageChanged, this, &Translations::speak);
    speak(look.language());
}

Translations::~Translations() {
    forget();
}

void Translations::forget() {
    for (const auto &translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
    m_installed.clear();
}

void Translations::speak(Language language) {
    forget();
    const QString code = toText(language);
    QStringList files{QLibraryInfo::path(QLibraryInfo::TranslationsPath) +
                      QStringLiteral("/qtbase_") + code + QStringLiteral(".qm")};
    const QDir own(QStringLiteral(":/soban/i18n"));
    const auto names = own.entryList({QStringLiteral("*_") + code + QStringLiteral(".qm")});
    for (const QString &name : names)
        files.append(own.filePath(name));
    for (const QString &file : files) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(file))
            continue; // Qt's own may not be installed
        QCoreApplication::installTranslator(translator.get());
        m_installed.push_back(std::move(translator));
    }
}

} // namespace soban::ui
