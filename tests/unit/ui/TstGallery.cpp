// SPDX-License-Identifier: GPL-3.0-or-later
#include "UiTest.h"

#include "gallery/Pages.h"

#include <QAbstractButton>
#include <QLabel>

#include <memory>

using namespace soban;
using namespace soban::ui;

class TstGallery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { testLook(); }

    void everyComponentSaysWhatItIs_data() { pages(); }
    void everyComponentSaysWhatItIs() {
        QFETCH(int, page);
        const std::unique_ptr<QWidget> widget(gallery::pages()[page].make(Language::English));
        const auto all = widget->findChildren<QWidget *>();
        for (const QWidget *child : all) {
            const QString type = QString::fromLatin1(child->metaObject()->className());
            // What has words is named by them; what only holds others needs no name.
            const auto *button = qobject_cast<const QAbstractButton *>(child);
            const bool isPainted = !child->isHidden() &&
                                   type.startsWith(QStringLiteral("soban::ui::")) &&
                                   !child->layout() && !(button && !button->text().isEmpty()) &&
                                   !qobject_cast<const QLabel *>(child);
            QVERIFY2(!isPainted || !child->accessibleName().isEmpty(), qPrintable(type));
        }
    }

    void pagesFitAtEveryScale_data() { pages(); }
    void pagesFitAtEveryScale() {
        QFETCH(int, page);
        for (const double scale : {1.0, 1.5, 2.0}) {
            testLook().setTextScale(scale);
            const std::unique_ptr<QWidget> widget(gallery::pages()[page].make(Language::Korean));
            const int width = std::max(1280, widget->minimumSizeHint().width());
            widget->resize(
                width, std::max(widget->heightForWidth(width), widget->minimumSizeHint().height()));
            widget->grab();
            const auto all = widget->findChildren<QWidget *>();
            for (const QWidget *child : all) {
                if (!child->isHidden() && child->hasHeightForWidth() && !child->layout())
                    QVERIFY2(child->height() >= child->heightForWidth(child->width()),
                             child->metaObject()->className());
            }
        }
        testLook().setTextScale(1.0);
    }

private:
    static void pages() {
        QTest::addColumn<int>("page");
        for (int i = 0; i < gallery::pages().size(); ++i)
            QTest::newRow(qUtf8Printable(gallery::pages()[i].name)) << i;
    }
};

QTEST_MAIN(TstGallery)
#include "TstGallery.moc"
