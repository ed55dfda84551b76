// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/TicketLayout.h"

#include "ui/Formats.h"

#include <algorithm>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kBellHeight = 36;
constexpr int kRingingBorder = 3;
constexpr int kCodeHeight = 36;
constexpr int kQuantity = 48; ///< the column of quantities, with its ×
constexpr int kRemarkPadding = 6;
constexpr int kRemarkSymbol = 24;
constexpr int kMinuteButton = 52;
constexpr int kMarkPadding = 4;
constexpr int kStepHeight = 48;
constexpr int kHeading = 36;
constexpr int kOpens = 16;
constexpr int kWidestMinutes = 88; ///< what there must be room for

/// Goes down a card and gives out its rows.
class Pen {
public:
    Pen(const QRect &card) : m_left(card.left()), m_width(card.width()), m_y(card.top()) {}

    QRect row(int height) {
        const QRect box(m_left, m_y, m_width, height);
        m_y += height;
        return box;
    }
    void skip(int pixels) { m_y += pixels; }
    void indent(int pixels) {
        m_left += pixels;
        m_width -= 2 * pixels;
    }
    int width() const { return m_width; }
    int y() const { return m_y; }

private:
    int m_left;
    int m_width;
    int m_y;
};

void placeLines(TicketLayout &made, Pen &pen, const Look &look, const QList<LineChange> &lines) {
    const int quantity = look.scaled(kQuantity);
    const int width = pen.width() - quantity;
    for (const LineChange &marked : lines) {
        const OrderLine &line = marked.line;
        const bool isMarked = marked.kind != LineChange::Kind::Kept;
        const int top = pen.y();
        pen.skip(isMarked ? kMarkPadding : 0);
        const QString options = TicketWords::optionsOf(line, look.language());
        const int name =
            paragraphHeight(look, width, line.name.in(look.language()), Text::Name, Weight::Bold);
        const int below = options.isEmpty() ? 0 : paragraphHeight(look, width, options, Text::Body);
        const QRect first = pen.row(name);
        const QRect second = pen.row(below);
        const QRect change = pen.row(isMarked ? look.lineHeight(Text::Body) : 0);
        pen.skip(isMarked ? kMarkPadding : 0);
        made.lines.append({marked, QRect(first.left(), top, first.width(), pen.y() - top),
                           QRect(first.left(), first.top(), quantity, look.lineHeight(Text::Name)),
                           first.adjusted(quantity, 0, 0, 0),
                           options.isEmpty() ? QRect() : second.adjusted(quantity, 0, 0, 0),
                           isMarked ? change.adjusted(quantity, 0, 0, 0) : QRect()});
        pen.skip(metrics::kGap4);
    }
}

void placeDoor(TicketLayout &made, Pen &pen, const Look &look,
               const TicketLayout::Content &content) {
    const QStringList door = TicketWords::doorOf(content.ticket, content.mark);
    if (door.isEmpty())
        return;
    const int width = pen.width() - look.scaled(kRemarkSymbol);
    pen.skip(metrics::kGap4);
    made.door = pen.row(paragraphHeight(look, width, door.join(u'\n'), Text::Body));
}

void placeRemarks(TicketLayout &made, Pen &pen, const Look &look,
                  const TicketLayout::Content &content) {
    const QStringList remarks = TicketWords::remarksOf(content.ticket, content.mark);
    if (remarks.isEmpty())
        return;
    const int width = pen.width() - 2 * metrics::kGap8 - look.scaled(kRemarkSymbol);
    pen.skip(metrics::kGap4);
    made.remarks =
        pen.row(paragraphHeight(look, width, remarks.join(u'\n'), Text::Body, Weight::Bold) +
                2 * kRemarkPadding);
}

/// What has become of it stands beside the sum where there is room for both.
void placeOutcome(TicketLayout &made, Pen &pen, const Look &look,
                  const TicketLayout::Content &content) {
    const QString outcome = TicketWords::outcomeOf(content.ticket, content.here);
    const int symbol = look.scaled(kOpens);
    const int sum = textWidth(look, moneyText(content.ticket.total), Text::Small);
    const int room = pen.width() - symbol - metrics::kGap4 - sum - metrics::kGap8;
    const bool isBeside = textWidth(look, outcome, Text::Small) <= room;
    if (!isBeside)
        made.outcome = pen.row(paragraphHeight(look, pen.width(), outcome, Text::Small));
    made.foot = pen.row(look.lineHeight(Text::Body));
    if (isBeside)
        made.outcome = QRect(made.foot.topLeft(), QSize(room, made.foot.height()));
    made.opens = QRect(made.foot.right() + 1 - symbol, made.foot.top(), symbol, made.foot.height());
    made.foot.setRight(made.opens.left() - metrics::kGap4 - 1);
}

/// Takes the printer off the end of a row.
void placePrint(TicketLayout &made, QRect &row) {
    const int side = row.height();
    made.buttons.append({TicketPart::Print, QRect(row.right() + 1 - side, row.top(), side, side)});
    row.setRight(row.right() - side - metrics::kGap8);
}

/// While a rider is coming there is no step to be taken, and the printer stands here.
void placeCode(TicketLayout &made, Pen &pen, const Look &look,
               const TicketLayout::Content &content) {
    const bool hasStep =
        content.mark || TicketWords::stepOf(content.ticket, kWidestMinutes, content.here);
    pen.skip(metrics::kGap4);
    made.code = pen.row(look.scaled(hasStep ? kCodeHeight : kStepHeight));
    if (!hasStep)
        placePrint(made, made.code);
}

/// First what has happened is to be seen, and then comes the next step.
void placeAcknowledge(TicketLayout &made, Pen &pen, const Look &look) {
    pen.skip(metrics::kGap8);
    made.buttons.append({TicketPart::Acknowledge, pen.row(look.scaled(kStepHeight))});
}

/// Among those that are being prepared it is not to be taken for one of them.
void placeWaiting(TicketLayout &made, Pen &pen, const Look &look,
                  const TicketLayout::Content &content) {
    const auto chip = TicketWords::waitingOf(content.ticket, content.here);
    if (!chip)
        return;
    made.waiting = pen.row(chipSize(look, *chip).height());
    pen.skip(metrics::kGap4);
}

void placeWanted(TicketLayout &made, Pen &pen, const Look &look,
                 const TicketLayout::Content &content) {
    const QString wanted = TicketWords::wantedOf(content.ticket, content.here);
    if (wanted.isEmpty())
        return;
    const int width = pen.width() - look.scaled(kRemarkSymbol);
    const QString begin = TicketWords::beginOf(content.ticket, content.here);
    made.wanted = pen.row(paragraphHeight(look, width, wanted, Text::Name, Weight::Bold) +
                          (begin.isEmpty() ? 0 : paragraphHeight(look, width, begin, Text::Body)));
}

void placeButtons(TicketLayout &made, Pen &pen, const Look &look,
                  const TicketLayout::Content &content) {
    const auto step = TicketWords::stepOf(content.ticket, kWidestMinutes, content.here);
    if (!step)
        return;
    const bool isNew = step->action == Action::Accept;
    const bool hasMinutes = isNew && !content.ticket.wantedAt;
    pen.skip(metrics::kGap8);
    QRect row = pen.row(look.scaled(isNew ? metrics::kShopHeight : kStepHeight));
    if (hasMinutes) {
        // The minutes stand beside the promise that they change, or below it where it is narrow.
        const int words = textWidth(look, step->words, Text::Name, Weight::Bold);
        int side = look.scaled(kMinuteButton);
        const bool isBeside =
            words + 2 * metrics::kGap12 <= row.width() - 2 * (side + metrics::kGap8);
        QRect minutes = row;
        if (isBeside) {
            row.adjust(side + metrics::kGap8, 0, -side - metrics::kGap8, 0);
        } else {
            pen.skip(metrics::kGap8);
            minutes = pen.row(look.scaled(metrics::kTouchHeight));
            side = (minutes.width() - metrics::kGap8) / 2;
        }
        const QSize size(side, minutes.height());
        made.buttons.append({TicketPart::Less, QRect(minutes.topLeft(), size)});
        made.buttons.append(
            {TicketPart::More, QRect(QPoint(minutes.right() + 1 - side, minutes.top()), size)});
    }
    if (made.lane == Lane::Preparing || made.lane == Lane::Ready)
        placePrint(made, row);
    made.buttons.append({TicketPart::Step, row});
    if (isNew && content.ticket.allowedActions.contains(Action::Refuse)) {
        pen.skip(metrics::kGap4);
        made.buttons.append({TicketPart::Refuse, pen.row(look.scaled(metrics::kTouchHeight))});
    }
}

/// A press on the number shows all of the ticket.
void placeOpening(TicketLayout &made, const Look &look, const contract::TicketView &ticket) {
    const int symbol = look.scaled(kOpens);
    const QString number = TicketWords::numberOf(ticket);
    const int words = textWidth(look, number, Text::Answer, Weight::Bold);
    QRect box = made.number;
    box.setWidth(std::min(words + metrics::kGap4 + symbol, box.width()));
    made.opens = QRect(box.right() + 1 - symbol, box.top(), symbol, box.height());
    // As high as a finger needs.
    made.buttons.append(
        {TicketPart::Open, box.adjusted(0, -metrics::kGap4, metrics::kGap4, metrics::kGap4)});
}

} // namespace

TicketLayout TicketLayout::of(const Look &look, const Content &content, QPoint origin, int width) {
    const contract::TicketView &ticket = content.ticket;
    const TicketMark *mark = content.mark;
    TicketLayout made;
    if (content.isFirstLater)
        made.heading = QRect(origin, QSize(width, look.scaled(kHeading)));
    made.card = QRect(origin + QPoint(0, made.heading.height()), QSize(width, 0));
    Pen pen(made.card);
    const Lane lane = laneOf(ticket, mark).value_or(Lane::Out);
    made.lane = lane;
    if (mark) {
        made.band = pen.row(look.scaled(kBellHeight));
    } else if (lane == Lane::New) {
        made.bell = pen.row(look.scaled(kBellHeight));
        pen.indent(kRingingBorder);
    }
    pen.indent(metrics::kCardPadding);
    pen.skip(metrics::kGap8);
    const QRect head = pen.row(look.lineHeight(Text::Answer));
    made.number = head;
    made.age = head;
    if (lane == Lane::Out) {
        // Whoever is driving there needs to know where.
        if (ticket.state == OrderState::PickedUp && ticket.fulfilment == Fulfilment::OwnDelivery) {
            placeDoor(made, pen, look, content);
            placeRemarks(made, pen, look, content);
            pen.skip(metrics::kGap4);
        }
        placeOutcome(made, pen, look, content);
    } else {
        placeOpening(made, look, ticket);
        placeWaiting(made, pen, look, content);
        placeWanted(made, pen, look, content);
        if (lane == Lane::Ready && ticket.fulfilment == Fulfilment::PlatformRider)
            placeCode(made, pen, look, content);
        pen.skip(metrics::kGap4);
        placeLines(made, pen, look, markedLines(ticket, mark));
        placeDoor(made, pen, look, content);
        placeRemarks(made, pen, look, content);
        pen.skip(metrics::kGap4);
        made.foot = pen.row(look.lineHeight(Text::Body));
    }
    if (mark)
        placeAcknowledge(made, pen, look);
    else
        placeButtons(made, pen, look, content);
    pen.skip(metrics::kCardPadding + metrics::kFoot);
    made.card.setBottom(pen.y() - 1);
    return made;
}

const TicketLayout::Pressable *TicketLayout::mainButton() const {
    const auto found = std::find_if(buttons.cbegin(), buttons.cend(), [](const Pressable &button) {
        return button.part == TicketPart::Step || button.part == TicketPart::Acknowledge;
    });
    return found == buttons.cend() ? nullptr : &*found;
}

std::optional<TicketPart> TicketLayout::partAt(QPoint point) const {
    for (const Pressable &button : buttons) {
        if (button.box.contains(point))
            return button.part;
    }
    const bool isOpenable = lane == Lane::Out && card.contains(point);
    return isOpenable ? std::optional(TicketPart::Open) : std::nullopt;
}

} // namespace soban::shop_app
