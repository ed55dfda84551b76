// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/PictureStudio.h"

#include <QBuffer>
#include <QImage>
#include <QSemaphore>
#include <QTest>

using namespace soban;
using namespace soban::media;

namespace {

QByteArray fileOf(const QImage &image, const char *format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!image.save(&buffer, format))
        qFatal("no %s can be written", format);
    return bytes;
}

QImage painted(int width, int height, QImage::Format format = QImage::Format_RGB32) {
    QImage image(width, height, format);
    image.fill(QColor(200, 60, 40, 120));
    return image;
}

QImage read(const FinishedPicture &picture) {
    return QImage::fromData(picture.bytes);
}

/// A JPEG with an Exif segment that says: turned by a quarter, and a secret.
QByteArray turnedPhoto(int width, int height) {
    const QByteArray plain = fileOf(painted(width, height), "JPEG");
    const QByteArray tiff = QByteArray::fromHex("4d4d002a00000008"             // big endian
                                                "0001011200030000000100060000" // orientation 6
                                                "00000000") +
                            "SECRET-PLACE";
    const QByteArray payload = QByteArray("Exif\0\0", 6) + tiff;
    const auto length = quint16(payload.size() + 2);
    const QByteArray segment =
        QByteArray("\xff\xe1", 2) + char(length >> 8) + char(length & 0xff) + payload;
    return plain.left(2) + segment + plain.mid(2);
}

} // namespace

class TstPictureStudio : public QObject {
    Q_OBJECT

private slots:
    void largePhotoIsMadeSmaller() {
        const auto finished = finishPicture(fileOf(painted(3200, 1000), "JPEG"));
        QVERIFY(finished);
        QCOMPARE(finished->mediaType, QByteArray("image/jpeg"));
        QCOMPARE(QSize(finished->width, finished->height), QSize(1600, 500));
        QCOMPARE(read(*finished).size(), QSize(1600, 500));
    }

    void smallPictureKeepsItsSize() {
        const auto finished = finishPicture(fileOf(painted(31, 17), "PNG"));
        QVERIFY(finished);
        QCOMPARE(finished->mediaType, QByteArray("image/jpeg"));
        QCOMPARE(read(*finished).size(), QSize(31, 17));
    }

    void whatCanBeSeenThroughStaysSo() {
        const auto finished =
            finishPicture(fileOf(painted(2000, 100, QImage::Format_ARGB32), "PNG"));
        QVERIFY(finished);
        QCOMPARE(finished->mediaType, QByteArray("image/png"));
        QCOMPARE(read(*finished).size(), QSize(1600, 80));
        QCOMPARE(read(*finished).pixelColor(5, 5).alpha(), 120);
    }

    void thinPictureKeepsAPixel() {
        const auto finished = finishPicture(fileOf(painted(4000, 1), "PNG"));
        QVERIFY(finished);
        QCOMPARE(read(*finished).size(), QSize(1600, 1));
    }

    void photoIsTurnedUprightAndSaysNothingMore() {
        const QByteArray photo = turnedPhoto(300, 200);
        QVERIFY(photo.contains("SECRET-PLACE"));
        const auto finished = finishPicture(photo);
        QVERIFY(finished);
        QCOMPARE(QSize(finished->width, finished->height), QSize(200, 300));
        QVERIFY(!finished->bytes.contains("SECRET-PLACE") && !finished->bytes.contains("Exif"));
    }

    void textsOfAPictureAreNotKept() {
        QImage image = painted(10, 10, QImage::Format_ARGB32);
        image.setText(QStringLiteral("Author"), QStringLiteral("SECRET-NAME"));
        const QByteArray file = fileOf(image, "PNG");
        QVERIFY(file.contains("SECRET-NAME"));
        QVERIFY(!finishPicture(file)->bytes.contains("SECRET-NAME"));
    }

    void sameContentHasTheSameName() {
        QImage image = painted(10, 10);
        const auto one = finishPicture(fileOf(image, "PNG"));
        image.setText(QStringLiteral("Author"), QStringLiteral("Hana"));
        const auto same = finishPicture(fileOf(image, "PNG"));
        image.setPixelColor(1, 1, Qt::black);
        const auto other = finishPicture(fileOf(image, "PNG"));
        QCOMPARE(one->name, same->name);
        QVERIFY(one->name != other->name);
        QCOMPARE(one->name.size(), 67);
        QVERIFY(one->name.startsWith(QStringLiteral("up-")));
    }

    void whatIsNoPictureIsRefused_data() {
        QTest::addColumn<QByteArray>("file");
        const QByteArray png = fileOf(painted(50, 50), "PNG");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("drawing") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
        QTest::newRow("BMP") << fileOf(painted(5, 5), "BMP");
        QTest::newRow("signature alone") << png.left(8);
        QTest::newRow("cut PNG") << png.left(60);
        QTest::newRow("JPEG signature, PNG inside") << QByteArray("\xff\xd8\xff", 3) + png;
        QTest::newRow("PNG signature, JPEG inside") << png.left(8) + fileOf(painted(5, 5), "JPEG");
    }
    void whatIsNoPictureIsRefused() {
        QFETCH(QByteArray, file);
        const auto finished = finishPicture(file);
        QVERIFY(!finished);
        QCOMPARE(finished.error(), PictureFault::Unsupported);
    }

    void pictureBombIsNotDecoded() {
        const QByteArray bomb = fileOf(QImage(20'000, 2'001, QImage::Format_Mono), "PNG");
        QVERIFY(bomb.size() < 100'000);
        const auto finished = finishPicture(bomb);
        QVERIFY(!finished);
        QCOMPARE(finished.error(), PictureFault::TooLarge);
    }

    void tooMuchAtOnceIsTurnedDown() {
        PictureStudio studio(1, 2);
        QSemaphore begun;
        QSemaphore go;
        std::atomic<int> finished = 0;
        const auto hold = [&](const auto &) {
            begun.release();
            go.acquire();
            ++finished;
        };
        QVERIFY(studio.develop("one", hold));
        begun.acquire();
        QVERIFY(studio.develop("two", hold));
        QVERIFY(!studio.develop("three", hold));
        go.release(2);
        studio.finish();
        QCOMPARE(finished.load(), 2);
        QVERIFY(studio.develop("four", [](const auto &) {}));
    }
};

QTEST_GUILESS_MAIN(TstPictureStudio)
#include "TstPictureStudio.moc"
