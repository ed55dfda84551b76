// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/KitchenTicket.h"

#include "client-shop/TicketWords.h"
#include "ui/Formats.h"
#include "ui/Paint.h"
#include "ui/Words.h"

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kLineIndent = 12;

} // namespace

/// Writes one ticket from top to bottom.
class KitchenTicket::Writer {
public:
    Writer(const contract::TicketView &ticket, const Circumstances &how)
        : m_ticket(ticket), m_how(how) {}

    QList<PaperRow> rows() {
        writeHead();
        writeTimes();
        writeLines();
        writeRemarks();
        writeMoney();
        return m_rows;
    }

private:
    QString clock(Instant moment) const { return m_how.here.clock(moment); }

    void writeHead() {
        // A slip of what it was hangs in the kitchen already.
        if (m_ticket.beforeChange || m_how.isCopy)
            m_rows.append({.left = m_ticket.beforeChange ? tr("CHANGED") : tr("COPY"),
                           .right = clock(m_ticket.beforeChange ? m_ticket.beforeChange->changedAt
                                                                : m_how.here.now),
                           .text = Text::Name,
                           .weight = Weight::Bold,
                           .isInverse = true});
        m_rows.append({.left = m_how.shop, .text = Text::Body, .gap = metrics::kGap4});
        const QString number = QString::number(m_ticket.number);
        const bool isHuge = textWidth(Look(), number, Text::Code, Weight::Bold) <= width();
        m_rows.append(
            {.left = number, .text = isHuge ? Text::Code : Text::Digits, .weight = Weight::Bold});
        m_rows.append(
            {.left = Words::of(m_ticket.fulfilment), .text = Text::Sum, .weight = Weight::Bold});
    }

    void writeTimes() {
        const Instant placed = m_ticket.times.placed.value_or(m_ticket.times.created);
        m_rows.append(
            {.left = tr("Ordered"), .right = m_how.here.shortMoment(placed, m_how.language)});
        if (m_ticket.wantedAt) {
            m_rows.append({.left = tr("Wanted"),
                           .right = m_how.here.moment(*m_ticket.wantedAt, m_how.language),
                           .text = Text::Name,
                           .weight = Weight::Bold});
        } else if (m_ticket.times.accepted && m_ticket.preparationMinutes) {
            const std::chrono::minutes promise(*m_ticket.preparationMinutes);
            m_rows.append({.left = tr("Ready by"),
                           .right = clock(*m_ticket.times.accepted + promise),
                           .text = Text::Name,
                           .weight = Weight::Bold});
        }
        if (m_ticket.fulfilment == Fulfilment::PlatformRider && !m_ticket.pickUpCode.isEmpty())
            m_rows.append({.left = tr("Pick-up code"),
                           .right = m_ticket.pickUpCode,
                           .text = Text::Name,
                           .weight = Weight::Bold});
    }

    void writeLines() {
        bool isFirst = true;
        for (const OrderLine &line : m_ticket.lines) {
            m_rows.append(
                {.left =
                     QStringLiteral("%1 × %2").arg(line.quantity).arg(line.name.in(m_how.language)),
                 .text = Text::Sum,
                 .weight = Weight::Bold,
                 .gap = isFirst ? 0 : metrics::kGap8,
                 .isRuled = isFirst});
            for (const PricedOption &option : line.options)
                m_rows.append({.left = QStringLiteral("· ") + option.inFull().in(m_how.language),
                               .text = Text::Name,
                               .indent = kLineIndent});
            isFirst = false;
        }
    }

    void writeRemark(const QString &label, const QString &words) {
        if (words.isEmpty())
            return;
        m_rows.append({.left = label, .text = Text::Small, .isRuled = true});
        m_rows.append({.left = words, .text = Text::Name, .weight = Weight::Bold});
    }

    void writeRemarks() {
        writeRemark(tr("Note"), m_ticket.note);
        writeRemark(tr("Words on the card"), m_ticket.cardText);
        if (m_ticket.recipient)
            writeRemark(tr("For"),
                        m_ticket.recipient->name + u'\n' + phoneText(m_ticket.recipient->phone));
        if (m_ticket.fulfilment == Fulfilment::OwnDelivery && m_ticket.address)
            writeRemark(tr("Deliver to"), m_ticket.address->text);
    }

    void writeMoney() {
        m_rows.append({.left = tr("Total"),
                       .right = moneyText(m_ticket.total),
                       .text = Text::Sum,
                       .weight = Weight::Bold,
                       .isRuled = true});
        if (m_ticket.paymentState == PaymentState::Due)
            m_rows.append({.left = tr("To be collected"),
                           .right = moneyText(m_ticket.total),
                           .text = Text::Name,
                           .weight = Weight::Bold,
                           .gap = metrics::kGap4,
                           .isInverse = true});
        else
            m_rows.append({.left = TicketWords::paymentOf(m_ticket)});
        m_rows.append({.left = tr("Printed %1").arg(clock(m_how.here.now)),
                       .text = Text::Small,
                       .gap = metrics::kGap8});
    }

    const contract::TicketView &m_ticket;
    const Circumstances &m_how;
    QList<PaperRow> m_rows;
};

int KitchenTicket::width() {
    constexpr double kMmPerInch = 25.4;
    return int((kPaperMm - 2 * kMarginMm) / kMmPerInch * PaperSheet::kPixelsPerInch);
}

PaperSheet KitchenTicket::sheetOf(const contract::TicketView &ticket, const Circumstances &how) {
    return {tr("Ticket %1").arg(ticket.number), Writer(ticket, how).rows()};
}

} // namespace soban::shop_app
