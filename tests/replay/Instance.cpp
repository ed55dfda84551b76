// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Instance.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace soban::replay {

namespace {

constexpr double kLongestDayMinutes = 14 * 24 * 60;
constexpr double kFarthestMeters = 70'000; ///< from one edge of a town to the other
constexpr qint64 kLargestFile = 64 << 20;

const QString kOrders = QStringLiteral("orders.txt");
const QString kCouriers = QStringLiteral("couriers.txt");
const QString kRestaurants = QStringLiteral("restaurants.txt");
const QString kParameters = QStringLiteral("instance_parameters.txt");

/// Thrown and caught within this file only: a table is read in many small steps, each of which can
/// find a fault.
struct Malformed {
    InstanceFault fault;
};

/// A tab-separated table whose first line names its columns.
class Table {
public:
    Table(const QString &file, const QByteArray &text) : m_file(file) {
        int number = 0;
        for (const QByteArray &raw : text.split('\n')) {
            ++number;
            const QByteArray line = raw.endsWith('\r') ? raw.chopped(1) : raw;
            if (line.trimmed().isEmpty())
                continue;
            const QList<QByteArray> cells = line.split('\t');
            if (m_columns.isEmpty())
                readHeader(cells, number);
            else
                addRow(cells, number);
        }
        if (m_columns.isEmpty())
            fail(0, QStringLiteral("is empty"));
    }

    int rows() const { return int(m_rows.size()); }
    int lineOf(int row) const { return m_rows[row].line; }

    QString text(int row, const char *column) const {
        const QString cell = QString::fromUtf8(cellOf(row, column));
        if (cell.isEmpty())
            fail(lineOf(row), QStringLiteral("%1 is empty").arg(QString::fromLatin1(column)));
        return cell;
    }

    double number(int row, const char *column, double least, double most) const {
        const QByteArray cell = cellOf(row, column);
        bool isNumber = false;
        const double value = cell.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(value) || value < least || value > most) {
            fail(lineOf(row), QStringLiteral("%1 is \"%2\" and must be a number from %3 to %4")
                                  .arg(QString::fromLatin1(column), QString::fromUtf8(cell))
                                  .arg(least)
                                  .arg(most));
        }
        return value;
    }

    [[noreturn]] void fail(int line, const QString &what) const {
        throw Malformed{{m_file, line, what}};
    }

private:
    struct Row {
        int line;
        QList<QByteArray> cells;
    };

    void readHeader(const QList<QByteArray> &names, int line) {
        for (int i = 0; i < names.size(); ++i) {
            const QByteArray name = names[i].trimmed().toLower();
            if (m_columns.contains(name))
                fail(line, QStringLiteral("has two columns %1").arg(QString::fromUtf8(name)));
            m_columns.insert(name, i);
        }
        m_headerLine = line;
    }

    void addRow(const QList<QByteArray> &cells, int line) {
        if (cells.size() != m_columns.size()) {
            fail(line, QStringLiteral("has %1 columns where the header has %2")
                           .arg(cells.size())
                           .arg(m_columns.size()));
        }
        m_rows.append({line, cells});
    }

    QByteArray cellOf(int row, const char *column) const {
        const auto found = m_columns.constFind(QByteArray(column));
        if (found == m_columns.cend()) {
            fail(m_headerLine,
                 QStringLiteral("has no column \"%1\"").arg(QString::fromLatin1(column)));
        }
        return m_rows[row].cells[*found].trimmed();
    }

    QString m_file;
    QHash<QByteArray, int> m_columns;
    int m_headerLine = 1;
    QList<Row> m_rows;
};

/// Names must be there once each, for others refer to them.
class Names {
public:
    QString take(const Table &table, int row, const char *column) {
        const QString name = table.text(row, column);
        if (m_taken.contains(name))
            table.fail(table.lineOf(row), QStringLiteral("%1 is there twice").arg(name));
        m_taken.insert(name);
        return name;
    }

private:
    QSet<QString> m_taken;
};

Spot spotOf(const Table &table, int row) {
    constexpr double kAny = 1e7;
    return {table.number(row, "x", -kAny, kAny), table.number(row, "y", -kAny, kAny)};
}

double minuteOf(const Table &table, int row, const char *column, double least = 0) {
    return table.number(row, column, least, kLongestDayMinutes);
}

void needRows(const Table &table) {
    if (table.rows() == 0)
        table.fail(0, QStringLiteral("has no rows"));
}

QList<Restaurant> restaurantsOf(const Table &table) {
    needRows(table);
    Names names;
    QList<Restaurant> restaurants;
    for (int row = 0; row < table.rows(); ++row)
        restaurants.append({names.take(table, row, "restaurant"), spotOf(table, row)});
    return restaurants;
}

QList<Courier> couriersOf(const Table &table) {
    needRows(table);
    Names names;
    QList<Courier> couriers;
    for (int row = 0; row < table.rows(); ++row) {
        const double on = minuteOf(table, row, "on_time");
        couriers.append({names.take(table, row, "courier"), spotOf(table, row), on,
                         minuteOf(table, row, "off_time", on)});
    }
    return couriers;
}

QList<PlacedOrder> ordersOf(const Table &table, const QList<Restaurant> &restaurants) {
    needRows(table);
    QHash<QString, int> indexes;
    for (int i = 0; i < restaurants.size(); ++i)
        indexes.insert(restaurants[i].name, i);
    Names names;
    QList<PlacedOrder> orders;
    for (int row = 0; row < table.rows(); ++row) {
        const QString restaurant = table.text(row, "restaurant");
        if (!indexes.contains(restaurant)) {
            table.fail(table.lineOf(row),
                       QStringLiteral("names the restaurant %1, which %2 does not have")
                           .arg(restaurant, kRestaurants));
        }
        const double placed = minuteOf(table, row, "placement_time");
        orders.append({names.take(table, row, "order"), spotOf(table, row), placed,
                       indexes.value(restaurant), minuteOf(table, row, "ready_time", placed)});
    }
    return orders;
}

/// Everything has to lie in one town, or nobody could reach anybody.
void needOneTown(const Instance &instance) {
    double least[2] = {1e9, 1e9};
    double most[2] = {-1e9, -1e9};
    const auto widen = [&](const Spot &spot) {
        const double axes[2] = {spot.x, spot.y};
        for (int i = 0; i < 2; ++i) {
            least[i] = std::min(least[i], axes[i]);
            most[i] = std::max(most[i], axes[i]);
        }
    };
    for (const Restaurant &restaurant : instance.restaurants)
        widen(restaurant.spot);
    for (const Courier &courier : instance.couriers)
        widen(courier.spot);
    for (const PlacedOrder &order : instance.orders)
        widen(order.spot);
    if (std::max(most[0] - least[0], most[1] - least[1]) > kFarthestMeters) {
        throw Malformed{{kOrders, 0,
                         QStringLiteral("and its companions span more than %1 km")
                             .arg(kFarthestMeters / 1000)}};
    }
}

QByteArray contentOf(const QString &folder, const QString &name) {
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        throw Malformed{
            {file.fileName(), 0, QStringLiteral("cannot be read: ") + file.errorString()}};
    if (file.size() > kLargestFile)
        throw Malformed{{file.fileName(), 0, QStringLiteral("is too large")}};
    return file.readAll();
}

} // namespace

QString InstanceFault::toText() const {
    return line > 0 ? QStringLiteral("%1, line %2: %3").arg(file).arg(line).arg(what)
                    : QStringLiteral("%1 %2").arg(file, what);
}

Result<Instance, InstanceFault> parseInstance(const InstanceTexts &texts) {
    try {
        Instance instance{};
        instance.restaurants = restaurantsOf(Table(kRestaurants, texts.restaurants));
        instance.couriers = couriersOf(Table(kCouriers, texts.couriers));
        instance.orders = ordersOf(Table(kOrders, texts.orders), instance.restaurants);
        const Table parameters(kParameters, texts.parameters);
        if (parameters.rows() != 1)
            parameters.fail(0, QStringLiteral("must have one row below its header"));
        instance.metersPerMinute = parameters.number(0, "meters_per_minute", 1, 100'000);
        instance.pickUpMinutes = minuteOf(parameters, 0, "pickup service minutes");
        instance.dropOffMinutes = minuteOf(parameters, 0, "dropoff service minutes");
        needOneTown(instance);
        return instance;
    } catch (const Malformed &malformed) {
        return malformed.fault;
    }
}

Result<Instance, InstanceFault> readInstance(const QString &folder) {
    InstanceTexts texts;
    try {
        texts = {contentOf(folder, kOrders), contentOf(folder, kCouriers),
                 contentOf(folder, kRestaurants), contentOf(folder, kParameters)};
    } catch (const Malformed &malformed) {
        return malformed.fault;
    }
    auto instance = parseInstance(texts);
    if (instance)
        return instance;
    InstanceFault fault = instance.error();
    fault.file = QDir(folder).filePath(fault.file);
    return fault;
}

} // namespace soban::replay
