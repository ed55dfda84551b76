// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/AppOptions.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <cstdio>

namespace soban::desk {

namespace {

using client::ServerAddress;
using Choice = ui::Look::Choice;

constexpr int kWrongUse = 2;

/// The options, and the first thing that is wrong with them.
class CommandLine {
public:
    CommandLine() {
        m_parser.addOption(m_help);
        m_parser.addOption(m_version);
        m_parser.addOption(m_server);
        m_parser.addOption(m_plainText);
        m_parser.addOption(m_profile);
        m_parser.addOption(m_language);
        m_parser.addOption(m_scheme);
        m_parser.addOption(m_textScale);
        m_parser.addOption(m_noKeychain);
        m_parser.addOption(m_signIn);
        m_parser.addOption(m_window);
    }

    bool parse(const QStringList &arguments) {
        if (!m_parser.parse(arguments))
            return fail(m_parser.errorText());
        if (!m_parser.positionalArguments().isEmpty())
            return fail(QStringLiteral("Nothing is known to do with '%1'.")
                            .arg(m_parser.positionalArguments().constFirst()));
        const QStringList given = m_parser.optionNames();
        for (const QString &name : given) {
            if (given.count(name) > 1)
                return fail(QStringLiteral("--%1 is given twice.").arg(name));
        }
        return true;
    }

    bool wantsHelp() const { return m_parser.isSet(m_help); }
    bool wantsVersion() const { return m_parser.isSet(m_version); }
    bool usesKeychain() const { return !m_parser.isSet(m_noKeychain); }
    const QString &fault() const { return m_fault; }

    std::optional<ServerAddress> server() {
        const auto plainText = m_parser.isSet(m_plainText) ? ServerAddress::PlainText::Anywhere
                                                           : ServerAddress::PlainText::LoopbackOnly;
        const auto address = ServerAddress::of(QUrl(m_parser.value(m_server)), plainText);
        if (address)
            return *address;
        fail(QStringLiteral("--server: ") + address.error());
        return std::nullopt;
    }

    QString profile() {
        // It becomes part of names of files and of a socket.
        static const QRegularExpression kForm(QStringLiteral("\\A[a-z0-9][a-z0-9-]{0,31}\\z"));
        QString profile = m_parser.value(m_profile);
        if (!kForm.match(profile).hasMatch())
            fail(QStringLiteral("--profile takes up to 32 small letters, digits and hyphens."));
        return profile;
    }

    std::optional<Language> language() {
        if (!m_parser.isSet(m_language))
            return std::nullopt;
        const auto language = enumFromText<Language>(m_parser.value(m_language));
        if (!language)
            fail(QStringLiteral("--lang takes ko or en."));
        return language;
    }

    std::optional<Choice> scheme() {
        if (!m_parser.isSet(m_scheme))
            return std::nullopt;
        const QString name = m_parser.value(m_scheme);
        if (name == u"system")
            return Choice::System;
        if (name == u"light")
            return Choice::Light;
        if (name == u"dark")
            return Choice::Dark;
        fail(QStringLiteral("--scheme takes system, light or dark."));
        return std::nullopt;
    }

    std::optional<double> textScale() {
        if (!m_parser.isSet(m_textScale))
            return std::nullopt;
        bool isNumber = false;
        const double scale = m_parser.value(m_textScale).toDouble(&isNumber);
        // Written so that not-a-number fails, too.
        if (!isNumber || !(scale >= ui::Look::kLeastScale && scale <= ui::Look::kMostScale))
            fail(QStringLiteral("--text-scale takes a number from 1.0 to 2.0."));
        return scale;
    }

    std::optional<Credentials> signIn() const {
        if (!m_parser.isSet(m_signIn))
            return std::nullopt;
        return Credentials{m_parser.value(m_signIn),
                           qEnvironmentVariable(AppOptions::kPasswordVariable)};
    }

    std::optional<QRect> window() {
        if (!m_parser.isSet(m_window))
            return std::nullopt;
        static const QRegularExpression kForm(
            QStringLiteral("\\A(\\d{1,5})x(\\d{1,5})([+-]\\d{1,5})([+-]\\d{1,5})\\z"));
        const auto match = kForm.match(m_parser.value(m_window));
        const auto number = [&match](int i) { return match.captured(i).toInt(); };
        const QRect window(number(3), number(4), number(1), number(2));
        if (!window.isEmpty())
            return window;
        fail(QStringLiteral("--window takes width, height and place, such as 800x600+0+0."));
        return std::nullopt;
    }

private:
    bool fail(const QString &why) {
        if (m_fault.isEmpty())
            m_fault = why;
        return false;
    }

    QCommandLineParser m_parser;
    QString m_fault;
    QCommandLineOption m_help{QStringLiteral("help"), {}};
    QCommandLineOption m_version{QStringLiteral("version"), {}};
    QCommandLineOption m_server{QStringLiteral("server"),
                                {},
                                QStringLiteral("URL"),
                                QString::fromLatin1(AppOptions::kDefaultServer)};
    QCommandLineOption m_plainText{QStringLiteral("allow-plain-http"), {}};
    QCommandLineOption m_profile{QStringLiteral("profile"),
                                 {},
                                 QStringLiteral("NAME"),
                                 QString::fromLatin1(AppOptions::kDefaultProfile)};
    QCommandLineOption m_language{QStringLiteral("lang"), {}, QStringLiteral("LANG")};
    QCommandLineOption m_scheme{QStringLiteral("scheme"), {}, QStringLiteral("SCHEME")};
    QCommandLineOption m_textScale{QStringLiteral("text-scale"), {}, QStringLiteral("FACTOR")};
    QCommandLineOption m_noKeychain{QStringLiteral("no-keychain"), {}};
    QCommandLineOption m_signIn{QStringLiteral("sign-in"), {}, QStringLiteral("LOGIN")};
    QCommandLineOption m_window{QStringLiteral("window"), {}, QStringLiteral("WxH+X+Y")};
};

QString helpText(App app) {
    // By hand and not by QCommandLineParser, whose text is translated piecemeal and lists Qt's own.
    return QStringLiteral(
               "Usage: %1 [options]\n\n"
               "  --server URL        the server (%2)\n"
               "  --allow-plain-http  let --server be http:// on another machine\n"
               "  --profile NAME      settings, journal, cache and keychain entry of its "
               "own (%3)\n"
               "  --lang ko|en        the language, for this time\n"
               "  --scheme system|light|dark\n"
               "  --text-scale 1.0-2.0\n"
               "  --no-keychain       stay signed in only until the app ends\n"
               "  --sign-in LOGIN     sign in at the start if nobody is, with the password in the\n"
               "                      environment variable %4\n"
               "  --window WxH+X+Y    where the window opens\n"
               "  --help, --version\n")
        .arg(programName(app), QString::fromLatin1(AppOptions::kDefaultServer),
             QString::fromLatin1(AppOptions::kDefaultProfile),
             QString::fromLatin1(AppOptions::kPasswordVariable));
}

} // namespace

int Leaving::say() const {
    std::FILE *out = exitCode == 0 ? stdout : stderr;
    std::fputs(text.toLocal8Bit().constData(), out);
    std::fflush(out);
    return exitCode;
}

Result<AppOptions, Leaving> AppOptions::parse(App app, const QStringList &arguments) {
    CommandLine line;
    const auto wrong = [&] {
        return Leaving{kWrongUse, QStringLiteral("%1: %2 --help lists what there is.\n")
                                      .arg(programName(app), line.fault())};
    };
    if (!line.parse(arguments))
        return wrong();
    if (line.wantsHelp())
        return Leaving{0, helpText(app)};
    if (line.wantsVersion())
        return Leaving{0, programName(app) + QStringLiteral(" " SOBAN_VERSION "\n")};
    const auto server = line.server();
    AppOptions options{server.value_or(*ServerAddress::of(QUrl(QLatin1StringView(kDefaultServer)))),
                       line.profile(),
                       line.language(),
                       line.scheme(),
                       line.textScale(),
                       line.usesKeychain(),
                       line.signIn(),
                       line.window()};
    if (!line.fault().isEmpty())
        return wrong();
    return options;
}

} // namespace soban::desk
