// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/DeliveryBook.h"
#include "client-rider/DutyDesk.h"
#include "client-rider/OfferBook.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QListView;
class QStackedWidget;

namespace soban::ui {
class Button;
class EmptyState;
class MapView;
class TextLabel;
} // namespace soban::ui

namespace soban::rider_app {

class LinkMark;

/// The deliveries near the rider: on a map with numbered pins, and in a list. The one stands for
/// the other.
class OffersPage : public QWidget {
    Q_OBJECT

public:
    OffersPage(const Services &services, DutyDesk &duty, OfferBook &offers,
               DeliveryBook &deliveries, QWidget *parent = nullptr);

    /// Takes the keyboard: to the deliveries, or to what can be done without any.
    void enter();
    /// The next press on the map, or Enter there, sets the position.
    void placeMyself();
    /// Where the map begins at the top of the page.
    int mapLeft() const;

signals:
    /// Without a connection nobody can say who is first.
    void claimImpossible(soban::OrderId order);
    /// Back to what the rider has in hand.
    void inHandChosen();
    void mapLeftChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    bool isWide() const;
    void arrange();
    void fitHead();
    void connectParts();
    void claim(OrderId order);
    void refresh();
    void tellInHand();
    void refreshMap();
    QList<int> rowsAt(const GeoPoint &shop) const;
    void choosePin(const QString &id);
    void setPlacing(bool isPlacing);
    void retranslate();

    Services m_services;
    DutyDesk &m_duty;
    OfferBook &m_offers;
    DeliveryBook &m_deliveries;
    QBoxLayout *m_both;
    QWidget *m_side;
    ui::MapView *m_map;
    ui::Button *m_inHand; ///< there while something is
    ui::TextLabel *m_title;
    LinkMark *m_mark;
    ui::Button *m_here;
    QListView *m_list;
    QStackedWidget *m_stack;
    ui::EmptyState *m_none;
    QTimer m_ages;
};

} // namespace soban::rider_app
