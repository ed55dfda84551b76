// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Codec.h"
#include "contract/Town.h"

#include <QFile>
#include <QTest>

using namespace soban;
using namespace soban::contract;

namespace {

const QString kDemo = QStringLiteral(SOBAN_SOURCE_DIR "/server/demo/");

QByteArray demoTown() {
    QFile file(kDemo + QStringLiteral("town.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isSpoken(const LocalizedText &text) {
    return !text.ko.isEmpty() && !text.en.isEmpty();
}

bool isTimeOfDay(const QString &text) {
    return text == u"24:00" || QTime::fromString(text, QStringLiteral("HH:mm")).isValid();
}

bool hasPicture(const QString &name) {
    return name.isEmpty() || QFile::exists(QStringLiteral("%1pictures/%2.svg").arg(kDemo, name));
}

} // namespace

/// The demo town that is shipped: a wrong letter in it would be met by the first person who tries.
class TstTown : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void hasEverybody();
    void loginsAreUnique();
    void shopsAreSound();
    void menusAreSound();
    void refusesWhatIsUnknown();

private:
    std::optional<Town> m_town;
};

void TstTown::initTestCase() {
    auto read = decode<Town>(demoTown());
    QVERIFY2(read.ok(),
             read.ok() ? "" : qPrintable(QString(read.error().field + u' ' + read.error().detail)));
    m_town = std::move(read).value();
}

void TstTown::hasEverybody() {
    QVERIFY(!m_town->customers.isEmpty());
    QVERIFY(!m_town->riders.isEmpty());
    QVERIFY(!m_town->shops.isEmpty());
    QVERIFY(QTimeZone::isTimeZoneIdAvailable(m_town->timeZone.toLatin1()));
}

void TstTown::loginsAreUnique() {
    QStringList logins;
    for (const TownCustomer &customer : m_town->customers)
        logins.append(customer.login);
    for (const TownRider &rider : m_town->riders)
        logins.append(rider.login);
    for (const TownShop &shop : m_town->shops)
        logins.append(shop.owner.login);
    QCOMPARE(logins.removeDuplicates(), qsizetype(0));
}

void TstTown::shopsAreSound() {
    for (const TownShop &shop : m_town->shops) {
        QVERIFY2(isSpoken(shop.name) && isSpoken(shop.description) && isSpoken(shop.thanks),
                 qPrintable(shop.name.en));
        QVERIFY2(hasPicture(shop.picture), qPrintable(shop.picture));
        QVERIFY2(!shop.hours.isEmpty() && !shop.sections.isEmpty(), qPrintable(shop.name.en));
        for (const TownHours &hours : shop.hours)
            QVERIFY2(isTimeOfDay(hours.opens) && isTimeOfDay(hours.closes),
                     qPrintable(hours.opens));
        for (const QString &holiday : shop.holidays)
            QVERIFY2(QDate::fromString(holiday, Qt::ISODate).isValid(), qPrintable(holiday));
    }
}

void TstTown::menusAreSound() {
    for (const TownShop &shop : m_town->shops) {
        for (const TownSection &section : shop.sections) {
            QVERIFY2(isSpoken(section.name) && !section.items.isEmpty(), qPrintable(shop.name.en));
            for (const TownItem &item : section.items) {
                QVERIFY2(isSpoken(item.name), qPrintable(item.name.ko));
                QVERIFY2(hasPicture(item.picture), qPrintable(item.picture));
                for (const TownOptionGroup &group : item.optionGroups) {
                    QVERIFY2(isSpoken(group.name) && group.minimum <= group.maximum &&
                                 group.maximum <= group.options.size(),
                             qPrintable(item.name.en));
                    for (const TownOption &option : group.options)
                        QVERIFY2(isSpoken(option.name), qPrintable(item.name.en));
                }
            }
        }
    }
}

void TstTown::refusesWhatIsUnknown() {
    QByteArray json = demoTown();
    json.replace("\"onDuty\"", "\"onduty\"");
    const auto read = decode<Town>(json);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::UnknownField);
    QCOMPARE(read.error().field, QStringLiteral("riders[0].onduty"));
}

QTEST_GUILESS_MAIN(TstTown)
#include "TstTown.moc"
