// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Look.h"

#include <QTranslator>

#include <memory>
#include <vector>

namespace soban::ui {

/// Keeps the application's words in the language of its look: all that the linked rooms carry under
/// `:/soban/i18n`, and Qt's own. English is what stands in the sources. Switches while it runs:
/// Qt then sends every widget a `LanguageChange`.
class Translations : public QObject {
    Q_OBJECT

public:
    /// `look` must outlive this.
    explicit Translations(const Look &look, QObject *parent = nullptr);
    ~Translations() override;

private:
    void speak(Language language);
    void forget();

    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

} // namespace soban::ui
