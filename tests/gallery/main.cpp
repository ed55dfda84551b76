// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/GalleryWindow.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

int main(int argc, char **argv) {
    using namespace soban;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("soban-gallery"));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Every component of the apps in every state.\n"
                       "Keys: L D light and dark, K E Korean and English, + - size of text."));
    parser.addHelpOption();
    const QCommandLineOption out(QStringLiteral("out"),
                                 QStringLiteral("Write pictures of all pages and end."),
                                 QStringLiteral("dir"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("ko or en."),
                                      QStringLiteral("language"), QStringLiteral("ko"));
    parser.addOptions({out, language});
    parser.process(application);

    ui::Look &look = ui::SobanStyle::install(application);
    look.setLanguage(enumFromText<Language>(parser.value(language)).value_or(Language::Korean));
    const ui::Translations translations(look);
    if (parser.isSet(out)) {
        if (gallery::GalleryWindow::render(look, parser.value(out)))
            return 0;
        std::fprintf(stderr, "soban-gallery: cannot write to %s\n", qPrintable(parser.value(out)));
        return 1;
    }
    gallery::GalleryWindow window(look);
    window.show();
    return QApplication::exec();
}
