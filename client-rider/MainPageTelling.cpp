// SPDX-License-Identifier: GPL-3.0-or-later
// What a rider is told beside the pages: calls, offers, refusals, notes.
#include "client-rider/MainPage.h"

#include "client-rider/DeliveryPage.h"
#include "client-rider/Notices.h"
#include "client-rider/OfferBook.h"
#include "client-rider/OrderName.h"
#include "client-rider/ProofSheet.h"
#include "desk/Complaint.h"
#include "ui/Formats.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

namespace soban::rider_app {

using namespace ui;

void MainPage::call(const QString &whom, const QString &phone) {
    // Whether an app that opens such addresses can really make a call, nobody says: the number
    // helps in any case.
    const bool isTaken = QDesktopServices::openUrl(QUrl(QStringLiteral("tel:") + phone));
    m_notices->offer(Icon::Phone, tr("%1: %2").arg(whom, phoneText(phone)),
                     isTaken ? tr("Opened in this computer's phone app.")
                             : tr("This computer cannot call. Dial it on your phone."),
                     tr("Copy number"), [this, phone] {
                         QGuiApplication::clipboard()->setText(phoneText(phone));
                         tell(Tone::Fresh, Icon::Check, tr("The number is copied."));
                     });
}

void MainPage::tellOfOffer(const Offer &offer) {
    if (!m_duty->isOnDuty())
        return;
    m_services.sounds.play(desk::SoundKind::Offer);
    m_services.notifier.notify(
        {tr("New delivery"), OrderName::of(offer) + u" · " + moneyText(offer.pay), false});
}

void MainPage::tellRefusal(std::optional<OrderId> order, RiderStep step,
                           const client::ApiError &error) {
    if (step == RiderStep::HandOver && order) {
        if (!m_proof || !m_proof->isAsking(*order))
            tellLostHandOver(*order, error);
        return;
    }
    if (step != RiderStep::Claim) {
        const desk::Complaint complaint = desk::explain(error);
        tellForGood(Tone::Danger, Icon::Warning, complaint.what,
                    order ? named(*order, complaint.advice) : complaint.advice);
        return;
    }
    // Whoever won it, it is gone; the rest of the list may have changed with it.
    if (order && !error.isPassing())
        m_offers->remove(*order);
    if (m_duty->isOnDuty())
        m_offers->load();
    if (error.is(contract::ErrorCode::AlreadyClaimed))
        tell(Tone::Done, Icon::Info, tr("Another rider was faster."),
             tr("Choose another delivery."));
    else if (error.is(contract::ErrorCode::NotAllowedNow))
        tell(Tone::Waiting, Icon::Rider, tr("You cannot claim this one now."),
             tr("Hand over the delivery that you have first."));
    else
        tell(Tone::Done, Icon::Info, tr("It is no longer offered."),
             tr("Choose another delivery."));
}

/// The rider has left the door already, and the proof did not hold.
void MainPage::tellLostHandOver(OrderId order, const client::ApiError &error) {
    m_areOffersWanted = false;
    m_page->show(order);
    showDelivery();
    const desk::Complaint complaint = desk::explain(error);
    tellForGood(Tone::Danger, Icon::Warning, tr("Not handed over: %1").arg(complaint.what),
                named(order, complaint.advice));
    m_services.sounds.play(desk::SoundKind::Cancelled);
}

/// There may be another one in hand.
QString MainPage::named(OrderId order, const QString &words) const {
    const contract::DeliveryView *delivery = m_deliveries->find(order);
    return delivery ? OrderName::of(*delivery) + u". " + words : words;
}

void MainPage::tellNoClaim() {
    tell(Tone::Late, Icon::WifiOff, tr("Not claimed: no connection."),
         tr("Others may take it meanwhile."));
}

void MainPage::tellForGood(Tone tone, Icon icon, const QString &strong, const QString &plain) {
    m_notices->tellForGood(tone, icon, strong, plain);
}

void MainPage::tell(Tone tone, Icon icon, const QString &strong, const QString &plain) {
    m_notices->tell(tone, icon, strong, plain);
}

void MainPage::tellError(const client::ApiError &error) {
    // A lost connection is the banner's matter.
    if (error.kind != client::ApiError::Kind::Refused)
        return;
    const desk::Complaint complaint = desk::explain(error);
    tell(Tone::Danger, Icon::Warning, complaint.what, complaint.advice);
}

} // namespace soban::rider_app
