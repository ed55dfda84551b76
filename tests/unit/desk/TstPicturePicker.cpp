// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/PicturePicker.h"
#include "ui/SobanStyle.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace soban::desk;

class TstPicturePicker : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_owner = std::make_unique<QWidget>();
        m_owner->show();
        m_picker = new PicturePicker(m_owner.get());
        m_picker->setPreview(40);
        m_picked = std::make_unique<QSignalSpy>(m_picker, &PicturePicker::picked);
        m_failed = std::make_unique<QSignalSpy>(m_picker, &PicturePicker::failed);
    }
    void cleanup() { m_owner.reset(); }

    void givesTheFileAndAPreview() {
        m_picker->read(picture());
        QVERIFY(m_picker->isReading());
        QTRY_COMPARE(m_picked->size(), 1);
        QVERIFY(!m_picker->isReading());
        QVERIFY(m_picked->first()[0].toByteArray().startsWith("\x89PNG"));
        const auto preview = m_picked->first()[1].value<QImage>();
        QVERIFY(preview.width() >= 40 && preview.width() == preview.height());
    }

    void slowDiskDoesNotHoldUpTheWindow() {
        // Opening a pipe waits for who writes into it.
        const QByteArray path = m_files.filePath(QStringLiteral("slow.png")).toLocal8Bit();
        QCOMPARE(mkfifo(path.constData(), 0600), 0);
        m_picker->read(QString::fromLocal8Bit(path));
        QTest::qWait(200); // the window lives
        QVERIFY(m_picker->isReading());
        QFile writer(QString::fromLocal8Bit(path));
        QVERIFY(writer.open(QIODevice::WriteOnly));
        writer.write("no picture");
        writer.close();
        QTRY_COMPARE(m_failed->size(), 1);
    }

    void saysWhatItCannotUse_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<PicturePicker::Fault>("fault");
        using Fault = PicturePicker::Fault;
        QTest::newRow("words") << QByteArray("no picture") << Fault::Unusable;
        QTest::newRow("broken") << QByteArray("\x89PNG that is broken") << Fault::Unusable;
        QTest::newRow("drawing") << QByteArray("<svg viewBox='0 0 1 1'/>") << Fault::Unusable;
        QTest::newRow("empty") << QByteArray() << Fault::Unusable;
        QTest::newRow("huge") << QByteArray(PicturePicker::kMostBytes + 1, 'x') << Fault::TooLarge;
    }
    void saysWhatItCannotUse() {
        QFETCH(QByteArray, bytes);
        QFETCH(PicturePicker::Fault, fault);
        m_picker->read(file("some.png", bytes));
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(m_failed->first()[0].value<PicturePicker::Fault>(), fault);
        QCOMPARE(m_picked->size(), 0);
    }

    void missingFileIsUnusable() {
        m_picker->read(m_files.filePath(QStringLiteral("nowhere.png")));
        QTRY_COMPARE(m_failed->size(), 1);
    }

    void onlyTheLastOneCounts() {
        m_picker->read(file("first.png", "no picture"));
        m_picker->read(picture());
        QTRY_COMPARE(m_picked->size(), 1);
        QTest::qWait(50);
        QCOMPARE(m_failed->size(), 0);
    }

    void mayGoWhileItReads() {
        m_picker->read(picture());
        m_owner.reset();
        QTest::qWait(100);
    }

    void dialogStandsOverItsOwner() {
        m_picker->choose(QStringLiteral("A photo"));
        auto *dialog = m_owner->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(dialog->windowTitle(), QStringLiteral("A photo"));
        dialog->selectFile(picture());
        dialog->findChild<QLineEdit *>()->setText(picture());
        QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(m_picked->size(), 1);
    }

private:
    QString file(const char *name, const QByteArray &bytes) const {
        const QString path = m_files.filePath(QString::fromLatin1(name));
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? path
                                                                                  : QString();
    }
    QString picture() const {
        const QString path = m_files.filePath(QStringLiteral("photo.png"));
        QImage image(320, 200, QImage::Format_RGB32);
        image.fill(QColor(0x8a, 0x5a, 0x30));
        return image.save(path) ? path : QString();
    }

    QTemporaryDir m_files;
    std::unique_ptr<QWidget> m_owner;
    PicturePicker *m_picker = nullptr;
    std::unique_ptr<QSignalSpy> m_picked;
    std::unique_ptr<QSignalSpy> m_failed;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    soban::ui::SobanStyle::install(application);
    TstPicturePicker test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstPicturePicker.moc"
