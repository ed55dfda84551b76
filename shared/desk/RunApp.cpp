// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/RunApp.h"

#include "desk/SingleInstance.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>

namespace soban::desk {

namespace {

constexpr int kFailed = 1;

/// What is only asked about the program. Answered before Qt looks for a display, because without
/// one it ends the process.
std::optional<Leaving> questionOf(App app, int argc, char **argv) {
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        if (argument == u"--help" || argument == u"--version")
            return AppOptions::parse(app, {programName(app), argument}).error();
    }
    return std::nullopt;
}

} // namespace

int runApp(App app, int argc, char **argv,
           const std::function<std::unique_ptr<AppWindow>(Desk &)> &makeWindow) {
    if (const auto question = questionOf(app, argc, argv))
        return question->say();

    QApplication application(argc, argv);
    QApplication::setApplicationName(programName(app));
    QApplication::setApplicationVersion(QStringLiteral(SOBAN_VERSION));
    QApplication::setDesktopFileName(programName(app));

    const auto options = AppOptions::parse(app, QApplication::arguments());
    if (!options)
        return options.error().say();

    SingleInstance instance(Places::of(app, options->profile).instanceLock);
    switch (instance.begin()) {
    case SingleInstance::Start::First:
        break;
    case SingleInstance::Start::Handed:
        return 0;
    case SingleInstance::Start::Failed:
        return Leaving{kFailed, programName(app) + QStringLiteral(": ") + instance.fault() + u'\n'}
            .say();
    }

    ui::Look &look = ui::SobanStyle::install(application);
    const ui::Translations translations(look);
    Desk desk(app, *options, look);
    const std::unique_ptr<AppWindow> window = makeWindow(desk);
    QObject::connect(&instance, &SingleInstance::raiseRequested, window.get(),
                     &AppWindow::comeForward);
    if (options->window)
        window->setGeometry(*options->window);
    window->begin(options->signIn);
    return QApplication::exec();
}

} // namespace soban::desk
