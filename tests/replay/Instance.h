// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace soban::replay {

/// A place on the instance's plane, in metres.
struct Spot {
    double x;
    double y;
    bool operator==(const Spot &) const = default;
};

struct Restaurant {
    QString name;
    Spot spot;
};

/// A courier and their shift, in minutes of the day.
struct Courier {
    QString name;
    Spot spot;
    double onMinute;
    double offMinute;
};

struct PlacedOrder {
    QString name;
    Spot spot; ///< where it is to be brought
    double placedMinute;
    int restaurant; ///< index into `restaurants`
    double readyMinute;
};

/// One day of the Meal Delivery Routing Problem's public instances: who orders what kind of thing
/// where and when, and who is there to bring it.
struct Instance {
    QList<Restaurant> restaurants;
    QList<Courier> couriers;
    QList<PlacedOrder> orders;
    double metersPerMinute;
    double pickUpMinutes;  ///< a courier's time at the shop
    double dropOffMinutes; ///< and at the door
};

/// The four files of an instance as they are read.
struct InstanceTexts {
    QByteArray orders;
    QByteArray couriers;
    QByteArray restaurants;
    QByteArray parameters;
};

/// What is wrong with an instance, and where.
struct InstanceFault {
    QString file;
    int line; ///< from 1; 0: the file as a whole
    QString what;

    QString toText() const;
};

/// Tab-separated tables with a header line each; columns are found by their names, further ones
/// are left alone.
Result<Instance, InstanceFault> parseInstance(const InstanceTexts &texts);

/// Reads orders.txt, couriers.txt, restaurants.txt and instance_parameters.txt of a folder.
Result<Instance, InstanceFault> readInstance(const QString &folder);

} // namespace soban::replay
