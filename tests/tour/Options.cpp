// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Options.h"

#include "domain/EnumText.h"

#include <QCommandLineParser>

namespace soban::tour {

namespace {

constexpr int kMostOutage = 120;

/// The options and the first thing that is wrong with them.
class CommandLine {
public:
    CommandLine() {
        m_parser.setApplicationDescription(QStringLiteral(
            "Drives the real programs (customer, shop, a near and a far rider) by hand, on a real "
            "server,\nthrough the life of an order: a meal that a rider brings, and flowers that "
            "the shop brings."));
        m_parser.addOptions({m_help, m_keyboard, m_lang, m_dark, m_scale, m_polling, m_story,
                             m_outage, m_out, m_xvfb, m_present});
    }

    Result<Options, QString> read(const QStringList &arguments, bool &isHelp) {
        if (!m_parser.parse(arguments))
            return QString(QStringLiteral("soban-tour: ") + m_parser.errorText());
        isHelp = m_parser.isSet(m_help);
        if (isHelp)
            return m_parser.helpText();
        if (!m_parser.positionalArguments().isEmpty())
            fail(QStringLiteral("it takes options only"));
        Options options;
        options.language = language();
        options.isDark = m_parser.isSet(m_dark);
        options.textScale = scale();
        options.isByKeyboard = m_parser.isSet(m_keyboard);
        options.isPolling = m_parser.isSet(m_polling);
        const QString story = m_parser.value(m_story);
        if (story != u"meal" && story != u"flowers" && story != u"both")
            fail(QStringLiteral("--story takes meal, flowers or both"));
        options.hasMeal = story != u"flowers";
        options.hasFlowers = story != u"meal";
        options.outageSeconds = outage();
        options.pictures = m_parser.value(m_out);
        options.screen = m_parser.isSet(m_present) ? Options::Screen::Present
                         : m_parser.isSet(m_xvfb)  ? Options::Screen::Xvfb
                                                   : Options::Screen::Offscreen;
        if (!m_fault.isEmpty())
            return QString(QStringLiteral("soban-tour: ") + m_fault);
        return options;
    }

private:
    void fail(const QString &why) {
        if (m_fault.isEmpty())
            m_fault = why;
    }

    Language language() {
        const auto language = enumFromText<Language>(m_parser.value(m_lang));
        if (!language)
            fail(QStringLiteral("--lang takes ko or en"));
        return language.value_or(Language::Korean);
    }

    double scale() {
        const double scale = m_parser.value(m_scale).toDouble();
        if (!(scale >= 1 && scale <= 2))
            fail(QStringLiteral("--text-scale takes a number from 1 to 2"));
        return scale;
    }

    int outage() {
        bool isNumber = false;
        const int seconds = m_parser.value(m_outage).toInt(&isNumber);
        if (!isNumber || seconds < 0 || seconds > kMostOutage)
            fail(QStringLiteral("--outage takes a number of seconds up to 120"));
        return seconds;
    }

    static QCommandLineOption option(const char *name, const char *help, const char *value = "",
                                     const char *preset = "") {
        return {QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value),
                QString::fromLatin1(preset)};
    }

    QCommandLineParser m_parser;
    QString m_fault;
    const QCommandLineOption m_help = option("help", "This.");
    const QCommandLineOption m_lang = option("lang", "The apps' language (ko).", "ko|en", "ko");
    const QCommandLineOption m_dark = option("dark", "The apps' dark colours.");
    const QCommandLineOption m_scale = option("text-scale", "From 1 to 2.", "factor", "1");
    const QCommandLineOption m_keyboard = option("keyboard", "Leave the mouse alone.");
    const QCommandLineOption m_polling = option("polling", "Refuse WebSockets.");
    const QCommandLineOption m_story =
        option("story", "Which one (both).", "meal|flowers|both", "both");
    const QCommandLineOption m_outage =
        option("outage", "Take the server away in mid-order, for so long.", "seconds", "0");
    const QCommandLineOption m_out = option("out", "Save pictures of the windows here.", "folder");
    const QCommandLineOption m_xvfb = option("xvfb", "Show the windows on an Xvfb.");
    const QCommandLineOption m_present =
        option("on-display", "Show the windows on the present display.");
};

} // namespace

Result<Options, QString> Options::read(const QStringList &arguments, bool &isHelp) {
    return CommandLine().read(arguments, isHelp);
}

} // namespace soban::tour
