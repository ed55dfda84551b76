// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/TicketDelegate.h"

#include "client-shop/Aged.h"
#include "client-shop/Preparation.h"
#include "ui/Formats.h"
#include "ui/Words.h"

#include <QAbstractItemView>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kRingingBorder = 3;
constexpr int kSymbol = 16;
constexpr int kBellSymbol = 20;
constexpr int kTimes = 20; ///< the × between quantity and name

const contract::TicketView &ticketOf(const QModelIndex &index) {
    return *index.data(TicketBook::TicketRole).value<const contract::TicketView *>();
}

const TicketMark *markOf(const QModelIndex &index) {
    return index.data(TicketBook::MarkRole).value<const TicketMark *>();
}

/// A band across the top of a card, under its rounded corners.
void paintBand(QPainter &painter, const QRect &card, const QRect &band, const QColor &color) {
    QPainterPath top;
    top.addRoundedRect(card, metrics::kCardRadius, metrics::kCardRadius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(top, Qt::IntersectClip);
    painter.fillRect(band, color);
    painter.restore();
}

} // namespace

/// All that the parts of one painting share.
struct TicketDelegate::Canvas {
    QPainter &painter;
    const Look &look;
    const contract::TicketView &ticket;
    const TicketMark *mark;
    const TicketLayout &layout;
    Here here;
    bool hasFocus;
    bool isAged;
    Tokens tokens;
};

TicketDelegate::TicketDelegate(const StepDesk &steps, const Services &services,
                               const ShopState &shop, QObject *parent)
    : PartsDelegate(parent), m_steps(steps), m_services(services), m_shop(shop) {}

TicketLayout TicketDelegate::layoutIn(const Look &look, const QRect &row,
                                      const QModelIndex &index) const {
    const auto *column = qobject_cast<const BoardColumn *>(index.model());
    const Here here = m_shop.here();
    return TicketLayout::of(
        look, {ticketOf(index), markOf(index), here, column && column->isFirstLater(index)},
        row.topLeft(), row.width());
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const TicketLayout layout = layoutIn(Look::of(option.widget), QRect(0, 0, width, 0), index);
    return {width, layout.height() + TicketLayout::kBetween};
}

void TicketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const contract::TicketView &ticket = ticketOf(index);
    const TicketLayout layout = layoutIn(look, option.rect, index);
    const bool hasFocus =
        (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active);
    const bool isAged = m_services.isAged();
    const Canvas canvas{*painter,      look,   ticket,
                        markOf(index), layout, m_shop.here(),
                        hasFocus,      isAged, isAged ? agedTokens(look.tokens()) : look.tokens()};
    const auto *column = qobject_cast<const BoardColumn *>(index.model());
    if (!layout.heading.isEmpty() && column)
        paintHeading(canvas, column->laterCount());
    paintCard(canvas);
    paintHead(canvas);
    paintCode(canvas);
    if (layout.lane != Lane::Out)
        paintLines(canvas);
    paintDoor(canvas);
    paintRemarks(canvas);
    paintFoot(canvas);
    paintButtons(canvas);
}

void TicketDelegate::paintHeading(const Canvas &canvas, int count) const {
    const QRect box = canvas.layout.heading.adjusted(0, 0, 0, -metrics::kGap8);
    const int symbol = canvas.look.scaled(kBellSymbol);
    paintIcon(canvas.painter, Icon::Clock, QRect(box.left(), box.top(), symbol, box.height()),
              canvas.tokens.ink2);
    const QRect words = box.adjusted(symbol + metrics::kGap8, 0, 0, 0);
    ui::paintLine(canvas.painter, canvas.look, words, tr("Later"),
                  {Text::Name, Weight::Bold, canvas.tokens.ink});
    ui::paintLine(canvas.painter, canvas.look, words, QString::number(count),
                  {Text::Name, Weight::Bold, canvas.tokens.ink2, Qt::AlignRight | Qt::AlignVCenter},
                  false);
    paintRule(canvas.painter, QRect(box.left(), box.bottom(), box.width(), 1),
              canvas.tokens.control);
}

/// Number, age, and for when it is wanted.
void TicketDelegate::paintHead(const Canvas &canvas) const {
    const bool isOut = canvas.layout.lane == Lane::Out;
    int room = canvas.layout.number.width();
    if (!isForLater(canvas.ticket, canvas.here.now)) {
        Chip age = TicketWords::ageOf(canvas.ticket, canvas.here);
        if (canvas.isAged)
            age = agedChip(age);
        QRect place = canvas.layout.age;
        place.setLeft(place.right() + 1 - chipSize(canvas.look, age).width());
        paintChip(canvas.painter, canvas.look, place, age);
        room -= place.width() + metrics::kGap8;
    }
    const Text size = isOut ? Text::Sum : Text::Answer;
    const QString number = TicketWords::numberOf(canvas.ticket);
    const bool hasRoom = textWidth(canvas.look, number, size, Weight::Bold) <= room;
    ui::paintLine(canvas.painter, canvas.look, canvas.layout.number,
                  hasRoom ? number : QString::number(canvas.ticket.number),
                  {size, Weight::Bold, canvas.tokens.ink});
    if (const auto waiting = TicketWords::waitingOf(canvas.ticket, canvas.here);
        waiting && !canvas.layout.waiting.isEmpty())
        paintChip(canvas.painter, canvas.look, canvas.layout.waiting,
                  canvas.isAged ? agedChip(*waiting) : *waiting);
    QRect wanted = canvas.layout.wanted;
    if (wanted.isEmpty())
        return;
    const int symbol = canvas.look.scaled(kSymbol);
    paintIcon(canvas.painter, Icon::Clock,
              QRect(wanted.left(), wanted.top(), symbol, canvas.look.lineHeight(Text::Name)),
              canvas.tokens.ink);
    wanted.adjust(canvas.look.scaled(24), 0, 0, 0);
    wanted.setTop(wanted.top() + paintParagraph(canvas.painter, canvas.look, wanted,
                                                TicketWords::wantedOf(canvas.ticket, canvas.here),
                                                {Text::Name, Weight::Bold, canvas.tokens.ink}));
    paintParagraph(canvas.painter, canvas.look, wanted,
                   TicketWords::beginOf(canvas.ticket, canvas.here),
                   {Text::Body, Weight::Regular, canvas.tokens.ink2});
}

void TicketDelegate::paintCard(const Canvas &canvas) const {
    const Tokens &tokens = canvas.tokens;
    const QRect card = canvas.layout.card;
    const bool isLate = !canvas.isAged && !isForLater(canvas.ticket, canvas.here.now) &&
                        TicketWords::ageOf(canvas.ticket, canvas.here).tone == Tone::Late;
    if (canvas.mark) {
        paintMark(canvas);
    } else if (!canvas.layout.bell.isEmpty()) {
        // At 1 Hz, unless motion is reduced.
        const bool isBright = canvas.look.isMotionReduced() || canvas.here.now.ms() / 500 % 2 == 0;
        const QColor edge = isBright ? tokens.accent.ink : tokens.accentHover;
        paintPlate(canvas.painter, card,
                   {tokens.surface, edge, tokens.accentPressed, kRingingBorder, 4});
        paintBell(canvas);
    } else if (isLate && canvas.layout.lane == Lane::Preparing) {
        paintMarkedCard(canvas.painter, canvas.look, card, tokens.surface, tokens.late.ink);
    } else {
        paintPlate(canvas.painter, card, {tokens.surface, tokens.line, tokens.foot});
    }
    // Where there is a step to be taken, its button has the ring.
    if (canvas.hasFocus && !canvas.layout.mainButton())
        paintFocusRing(canvas.painter, canvas.look, card.adjusted(6, 6, -6, -8),
                       metrics::kControlRadius);
}

void TicketDelegate::paintBell(const Canvas &canvas) const {
    const Tokens &tokens = canvas.tokens;
    QRect band = canvas.layout.bell;
    paintBand(canvas.painter, canvas.layout.card, band, tokens.accent.ink);
    band.adjust(metrics::kCardPadding + kRingingBorder, 0, -metrics::kCardPadding, 0);
    const int symbol = canvas.look.scaled(kBellSymbol);
    paintIcon(canvas.painter, Icon::Ring, QRect(band.left(), band.top(), symbol, band.height()),
              tokens.onAccent);
    band.adjust(symbol + metrics::kGap8, 0, -kRingingBorder, 0);
    band.adjust(ui::paintLine(canvas.painter, canvas.look, band, tr("New order"),
                              {Text::Body, Weight::Bold, tokens.onAccent}) +
                    metrics::kGap8,
                0, 0, 0);
    ui::paintLine(
        canvas.painter, canvas.look, band, TicketWords::answerOf(canvas.ticket, canvas.here),
        {Text::Small, Weight::Regular, tokens.onAccent, Qt::AlignRight | Qt::AlignVCenter});
}

void TicketDelegate::paintMark(const Canvas &canvas) const {
    const Tokens &tokens = canvas.tokens;
    const bool isOver = canvas.mark->isOver();
    const ToneColors tone = isOver ? tokens.danger : tokens.waiting;
    const bool isBright =
        !canvas.look.isMotionReduced() && canvas.mark->isFlashing(canvas.here.now);
    paintMarkedCard(canvas.painter, canvas.look, canvas.layout.card, tokens.surface, tone.ink);
    QRect band = canvas.layout.band;
    paintBand(canvas.painter, canvas.layout.card, band, isBright ? tone.ink : tone.soft);
    const QColor ink = isBright ? tone.soft : tone.ink;
    canvas.painter.fillRect(QRect(band.left(), band.bottom() - 1, band.width(), 2), tone.ink);
    const int symbol = canvas.look.scaled(kBellSymbol);
    band.adjust(metrics::kCardPadding, 0, -metrics::kCardPadding, 0);
    const bool lacksRider = canvas.mark->kind == TicketMark::Kind::NoRider;
    paintIcon(canvas.painter,
              isOver       ? Icon::Cancel
              : lacksRider ? Icon::Rider
                           : Icon::Swap,
              QRect(band.left(), band.top(), symbol, band.height()), ink);
    band.adjust(symbol + metrics::kGap8, 0, 0, 0);
    const QString when = canvas.here.clock(canvas.mark->at);
    const int taken = textWidth(canvas.look, when, Text::Small) + metrics::kGap8;
    const QString words = TicketWords::markWords(*canvas.mark);
    ui::paintLine(canvas.painter, canvas.look, band.adjusted(0, 0, -taken, 0), words,
                  {Text::Body, Weight::Bold, ink});
    ui::paintLine(canvas.painter, canvas.look, band, when,
                  {Text::Small, Weight::Regular, ink, Qt::AlignRight | Qt::AlignVCenter});
}

void TicketDelegate::paintCode(const Canvas &canvas) const {
    const QRect box = canvas.layout.code;
    if (box.isEmpty())
        return;
    const Tokens &tokens = canvas.tokens;
    paintPlate(canvas.painter, box, {tokens.sunken, {}, {}, 0, 0, metrics::kChipRadius});
    const QRect inner = box.adjusted(metrics::kGap12, 0, -metrics::kGap12, 0);
    ui::paintLine(canvas.painter, canvas.look, inner, tr("Pick-up code"),
                  {Text::Small, Weight::Regular, tokens.ink2});
    ui::paintLine(canvas.painter, canvas.look, inner, canvas.ticket.pickUpCode,
                  {Text::Sum, Weight::Bold, tokens.ink, Qt::AlignRight | Qt::AlignVCenter}, false);
}

void TicketDelegate::paintLines(const Canvas &canvas) const {
    for (const TicketLayout::Line &place : canvas.layout.lines)
        paintLine(canvas, place);
}

void TicketDelegate::paintLine(const Canvas &canvas, const TicketLayout::Line &place) const {
    const Tokens &tokens = canvas.tokens;
    const Language language = canvas.look.language();
    const OrderLine &line = place.what.line;
    const bool isOff = place.what.kind == LineChange::Kind::Removed ||
                       canvas.ticket.state == OrderState::Cancelled;
    const QColor ink = isOff ? tokens.ink2 : tokens.ink;
    if (!place.change.isEmpty()) {
        const QRect across(canvas.layout.card.left() + 2, place.whole.top(),
                           canvas.layout.card.width() - 4, place.whole.height());
        canvas.painter.fillRect(across, tokens.waiting.soft);
        canvas.painter.fillRect(QRect(across.topLeft(), QSize(5, across.height())),
                                tokens.waiting.ink);
        ui::paintLine(canvas.painter, canvas.look, place.change, TicketWords::changeOf(place.what),
                      {Text::Body, Weight::Bold, tokens.waiting.ink});
    }
    const int times = canvas.look.scaled(kTimes);
    ui::paintLine(canvas.painter, canvas.look, place.quantity.adjusted(0, 0, -times - 4, 0),
                  QString::number(line.quantity),
                  {Text::Name, Weight::Bold, ink, Qt::AlignRight | Qt::AlignVCenter, isOff}, false);
    ui::paintLine(canvas.painter, canvas.look,
                  place.quantity.adjusted(place.quantity.width() - times, 0, 0, 0),
                  QStringLiteral("×"), {Text::Body, Weight::Regular, tokens.ink2});
    paintParagraph(canvas.painter, canvas.look, place.name, line.name.in(language),
                   {Text::Name, Weight::Bold, ink, Qt::AlignLeft | Qt::AlignVCenter, isOff});
    if (!place.options.isEmpty())
        paintParagraph(canvas.painter, canvas.look, place.options,
                       TicketWords::optionsOf(line, language),
                       {Text::Body, Weight::Regular, tokens.ink2});
}

void TicketDelegate::paintDoor(const Canvas &canvas) const {
    const QRect box = canvas.layout.door;
    if (box.isEmpty())
        return;
    paintIcon(canvas.painter, Icon::Pin,
              QRect(box.left(), box.top(), canvas.look.scaled(kSymbol),
                    canvas.look.lineHeight(Text::Body)),
              canvas.tokens.ink2);
    paintParagraph(canvas.painter, canvas.look, box.adjusted(canvas.look.scaled(24), 0, 0, 0),
                   TicketWords::doorOf(canvas.ticket, canvas.mark).join(u'\n'),
                   {Text::Body, Weight::Regular, canvas.tokens.ink});
}

void TicketDelegate::paintRemarks(const Canvas &canvas) const {
    const QRect box = canvas.layout.remarks;
    if (box.isEmpty())
        return;
    const Tokens &tokens = canvas.tokens;
    paintPlate(canvas.painter, box, {tokens.waiting.soft, {}, {}, 0, 0, metrics::kChipRadius});
    const int symbol = canvas.look.scaled(24);
    const int tall = canvas.look.lineHeight(Text::Body);
    const QRect inner = box.adjusted(metrics::kGap8, 6, -metrics::kGap8, -6);
    paintIcon(canvas.painter, Icon::Chat,
              QRect(inner.left(), inner.top(), canvas.look.scaled(kSymbol), tall),
              tokens.waiting.ink);
    paintParagraph(canvas.painter, canvas.look, inner.adjusted(symbol, 0, 0, 0),
                   TicketWords::remarksOf(canvas.ticket, canvas.mark).join(u'\n'),
                   {Text::Body, Weight::Bold, tokens.waiting.ink});
}

void TicketDelegate::paintFoot(const Canvas &canvas) const {
    const Tokens &tokens = canvas.tokens;
    const bool isOut = canvas.layout.lane == Lane::Out;
    QRect box = canvas.layout.foot;
    const QString total = moneyText(canvas.ticket.total);
    const Weight weight = isOut ? Weight::Regular : Weight::Bold;
    const Text size = isOut ? Text::Small : Text::Body;
    ui::paintLine(
        canvas.painter, canvas.look, box, total,
        {size, weight, isOut ? tokens.ink2 : tokens.ink, Qt::AlignRight | Qt::AlignVCenter}, false);
    if (isOut) {
        paintOutcome(canvas);
        return;
    }
    box.setRight(box.right() - textWidth(canvas.look, total, size, weight) - metrics::kGap8);
    const int symbol = canvas.look.scaled(kSymbol);
    paintIcon(canvas.painter, Words::iconOf(canvas.ticket.fulfilment),
              QRect(box.left(), box.top(), symbol, box.height()), tokens.ink2);
    box.setLeft(box.left() + symbol + metrics::kGap4);
    ui::paintLine(canvas.painter, canvas.look, box, TicketWords::wayOf(canvas.ticket),
                  {Text::Small, Weight::Regular, tokens.ink2});
}

void TicketDelegate::paintOutcome(const Canvas &canvas) const {
    const TextStyle style{Text::Small, Weight::Regular, canvas.tokens.ink2};
    const QString outcome = TicketWords::outcomeOf(canvas.ticket, canvas.here);
    const QRect box = canvas.layout.outcome;
    if (box.top() == canvas.layout.foot.top())
        ui::paintLine(canvas.painter, canvas.look, box, outcome, style);
    else
        paintParagraph(canvas.painter, canvas.look, box, outcome, style);
    paintIcon(canvas.painter, Icon::Right, canvas.layout.opens, canvas.tokens.ink3);
}

void TicketDelegate::paintButtons(const Canvas &canvas) const {
    for (const TicketLayout::Pressable &button : canvas.layout.buttons) {
        if (button.part == TicketPart::Open) {
            paintIcon(canvas.painter, Icon::Right, canvas.layout.opens, canvas.tokens.ink3);
            continue;
        }
        if (canvas.hasFocus && &button == canvas.layout.mainButton())
            paintFocusRing(canvas.painter, canvas.look, button.box, metrics::kControlRadius);
        const ButtonFace face = faceOf(canvas, button);
        paintButtonPlate(canvas.painter, canvas.look, button.box, face);
        paintButtonLabel(canvas.painter, canvas.look, button.box, face);
    }
}

ButtonFace TicketDelegate::faceOf(const Canvas &canvas,
                                  const TicketLayout::Pressable &button) const {
    ButtonFace face;
    face.tall = metrics::kShopHeight;
    if (m_press.isDown({canvas.ticket.id, button.part}))
        face.state |= QStyle::State_Sunken;
    if (button.part == TicketPart::Print) {
        face.symbol = Icon::Print;
        return face;
    }
    face.text = wordsOn(button.part, canvas.ticket, canvas.mark);
    if (button.part == TicketPart::Less || button.part == TicketPart::More) {
        // Beside the promise that they change there may be no room for the unit.
        const int words = textWidth(canvas.look, face.text, Text::Name, Weight::Bold);
        if (words + metrics::kGap8 > button.box.width())
            face.text = (button.part == TicketPart::Less ? u'−' : u'+') +
                        QString::number(StepDesk::kMinuteStep);
        return face;
    }
    if (button.part == TicketPart::Refuse) {
        face.role = ButtonRole::Bare;
        face.tall = metrics::kDenseHeight;
        face.symbol = Icon::Right;
        face.isSymbolTrailing = true;
        return face;
    }
    if (button.part == TicketPart::Acknowledge) {
        face.symbol = Icon::Check;
    } else if (const auto step = TicketWords::stepOf(
                   canvas.ticket, m_steps.minutesFor(canvas.ticket), canvas.here)) {
        face.role = step->role;
        face.symbol = step->icon;
        const int words = textWidth(canvas.look, step->words, Text::Name, Weight::Bold);
        if (words + metrics::kGap16 > button.box.width() && !step->brief.isEmpty())
            face.text = step->brief;
    }
    const int words = textWidth(canvas.look, face.text, Text::Name, Weight::Bold);
    if (words + canvas.look.scaled(28) + metrics::kGap8 > button.box.width())
        face.symbol.reset();
    return face;
}

QString TicketDelegate::wordsOn(TicketPart part, const contract::TicketView &ticket,
                                const TicketMark *mark) const {
    switch (part) {
    case TicketPart::Less:
        return tr("−%1 min").arg(StepDesk::kMinuteStep);
    case TicketPart::More:
        return tr("+%1 min").arg(StepDesk::kMinuteStep);
    case TicketPart::Refuse:
        return tr("Decline");
    case TicketPart::Open:
        return tr("Details of %1").arg(TicketWords::numberOf(ticket));
    case TicketPart::Print:
        return tr("Print");
    case TicketPart::Acknowledge:
        return mark->isOver() ? tr("Remove from the board") : tr("Seen");
    case TicketPart::Step:
        break;
    }
    const auto step = TicketWords::stepOf(ticket, m_steps.minutesFor(ticket), m_shop.here());
    return step ? step->words : QString();
}

QList<TicketDelegate::Part> TicketDelegate::partsIn(const QRect &row,
                                                    const QModelIndex &index) const {
    const contract::TicketView &ticket = ticketOf(index);
    const TicketMark *mark = markOf(index);
    QList<Part> parts;
    for (const auto &button : layoutIn(Look::of(nullptr), row, index).buttons)
        parts.append({wordsOn(button.part, ticket, mark), button.box});
    return parts;
}

bool TicketDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                                 const QStyleOptionViewItem &option, const QModelIndex &index) {
    const OrderId order = ticketOf(index).id;
    const auto outcome = m_press.follow(event, [&](QPoint point) -> std::optional<Press> {
        const auto part = layoutIn(Look::of(option.widget), option.rect, index).partAt(point);
        return part ? std::optional(Press{order, *part}) : std::nullopt;
    });
    if (outcome.pressed)
        emit partPressed(outcome.pressed->order, outcome.pressed->part);
    return outcome.isTaken;
}

} // namespace soban::shop_app
