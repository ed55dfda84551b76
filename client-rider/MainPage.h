// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/DeliveryBook.h"
#include "client-rider/DutyDesk.h"
#include "client-rider/OfferBook.h"
#include "ui/Icons.h"
#include "ui/Tokens.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace soban::ui {
class EmptyState;
class NavButton;
class TextLabel;
class TopBar;
} // namespace soban::ui

namespace soban::rider_app {

class DeliveryPage;
class DeliverySheet;
class DoorMoney;
class DutySwitch;
class Earnings;
class EarningsPage;
class HistoryPage;
class Notices;
class OffersPage;
class PlaceSheet;
class ProofSheet;

/// The pages of one signed-in rider, with the bar above and the ways below.
class MainPage : public QWidget {
    Q_OBJECT

public:
    enum Page { Deliveries, History, Takings, Me };

    explicit MainPage(const Services &services, QWidget *parent = nullptr);
    ~MainPage() override;

    ui::TopBar *bar() const { return m_bar; }
    QWidget *ways() const { return m_footer; }
    void showPage(int page);
    void switchDuty();
    void takeNextStep();
    void placeMyself();
    /// Of the deliveries: the one in hand, or those near.
    void showOffers(bool areWanted);
    ProofSheet *proofSheet();

signals:
    void settingsChosen();
    void reconnectChosen();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeBar();
    void makeWays();
    void fitBar();
    void connectParts();
    void connectSteps();
    void showDuty();
    void showDelivery();
    void keepFocusInSight();
    void placeNotices();
    void focusNext();
    void showSum();
    void showWaiting();
    static QString whoCalledOff(const contract::DeliveryView *delivery);
    void tellOfOffer(const Offer &offer);
    void connectRefusals();
    void tellRefusal(std::optional<OrderId> order, RiderStep step, const client::ApiError &error);
    void tellLostHandOver(OrderId order, const client::ApiError &error);
    QString named(OrderId order, const QString &words) const;
    void tellNoClaim();
    /// Why nobody takes it.
    void askToBringBack(OrderId order);
    void askForPlace();
    void openDelivery(soban::OrderId order);
    /// Through whatever opens telephone numbers on this machine; the number can be copied.
    void call(const QString &whom, const QString &phone);
    void tell(ui::Tone tone, ui::Icon icon, const QString &strong, const QString &plain = {});
    /// Stays until it is acknowledged.
    void tellForGood(ui::Tone tone, ui::Icon icon, const QString &strong, const QString &plain);
    void tellError(const client::ApiError &error);
    void retranslate();

    Services m_services;
    DutyDesk *m_duty;
    OfferBook *m_offers;
    DeliveryBook *m_deliveries;
    Earnings *m_earnings;
    ui::TopBar *m_bar = nullptr;
    DutySwitch *m_switch = nullptr;
    ui::TextLabel *m_sum = nullptr;
    ui::TextLabel *m_count = nullptr;
    QWidget *m_footer = nullptr;
    QList<ui::NavButton *> m_ways;
    DoorMoney *m_doorMoney;
    QStackedWidget *m_stack;
    QStackedWidget *m_first; ///< off duty, offers, a delivery in hand
    ui::EmptyState *m_off;
    OffersPage *m_offersPage;
    DeliveryPage *m_page;
    HistoryPage *m_history;
    EarningsPage *m_takings;
    Notices *m_notices = nullptr;
    ProofSheet *m_proof = nullptr;  ///< covers the window: made when first needed
    PlaceSheet *m_place = nullptr;  ///< likewise
    QPointer<DeliverySheet> m_past; ///< likewise
    bool m_areOffersWanted = false;
    bool m_isLineSlow = false; ///< some step had to wait
};

} // namespace soban::rider_app
