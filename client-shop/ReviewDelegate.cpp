// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ReviewDelegate.h"

#include "client-shop/Aged.h"
#include "ui/ButtonPaint.h"
#include "ui/Stars.h"

#include <QAbstractItemView>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kBetween = 10;
constexpr int kPhoto = 96;
constexpr int kStars = 18;
constexpr int kFirstEditor = 160; ///< before it has been made

const contract::ReviewView &reviewOf(const QModelIndex &index) {
    return *index.data(ReviewBook::ReviewRole).value<const contract::ReviewView *>();
}

QRect rowOf(const QStyleOptionViewItem &option) {
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return {option.rect.topLeft(),
            QSize(view ? view->viewport()->width() : option.rect.width(), 0)};
}

} // namespace

/// Where everything of a review stands.
struct ReviewDelegate::Places {
    QRect card;
    QRect head;  ///< stars and author; the moment at the right
    QRect order; ///< what was ordered
    QRect words; ///< empty if there are none
    QRect photo; ///< empty if there is none
    QRect answer;
    QRect editor;
    QRect button;
};

struct ReviewDelegate::Canvas {
    QPainter &painter;
    const Look &look;
    const contract::ReviewView &review;
    const Places &parts;
    bool hasFocus;
    bool isAged;
    Tokens tokens;
};

ReviewDelegate::ReviewDelegate(ReviewBook &book, const Services &services, const ShopState &shop,
                               QObject *parent)
    : PartsDelegate(parent), m_book(book), m_services(services), m_shop(shop) {}

std::optional<OrderId> ReviewDelegate::drafted() const {
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        const contract::ReviewView *review = m_book.find(draft.key());
        const bool isNews = !draft->trimmed().isEmpty() && review &&
                            draft->trimmed() != review->answer.value_or(QString());
        if (isNews)
            return draft.key();
    }
    return std::nullopt;
}

QString ReviewDelegate::orderWords(const contract::ReviewView &review, Language language) const {
    const contract::TicketView *ticket = m_book.ticket(review.orderId);
    if (!ticket)
        return QString(QChar::Nbsp);
    QStringList items;
    for (const OrderLine &line : ticket->lines)
        items.append(QStringLiteral("%1 × %2").arg(line.quantity).arg(line.name.in(language)));
    return tr("No. %1").arg(ticket->number) + u" · " + items.join(QStringLiteral(", "));
}

QString ReviewDelegate::answerHead(const contract::ReviewView &review, Language language) const {
    return review.answeredAt
               ? tr("Your answer · %1").arg(m_shop.here().moment(*review.answeredAt, language))
               : tr("Your answer");
}

QString ReviewDelegate::buttonText(const contract::ReviewView &review) {
    return review.answer ? tr("Change the answer") : tr("Answer");
}

ReviewDelegate::Places ReviewDelegate::placesIn(const Look &look, const QRect &row,
                                                const contract::ReviewView &review) const {
    Places parts;
    const int left = row.left() + metrics::kGap16;
    const int whole = row.width() - 2 * metrics::kGap16;
    const int photo = review.photo ? look.scaled(kPhoto) : 0;
    const int width = photo > 0 ? whole - photo - metrics::kGap16 : whole;
    int y = row.top() + metrics::kGap12;
    const int top = y;
    const auto take = [&](int wide, int high) {
        const QRect box(left, y, wide, high);
        y += high;
        return box;
    };
    parts.head = take(width, look.lineHeight(Text::Name));
    parts.order = take(width, paragraphHeight(look, width, orderWords(review, look.language()),
                                              Text::Small, Weight::Regular, 2));
    if (!review.words.isEmpty()) {
        y += metrics::kGap8;
        parts.words = take(width, paragraphHeight(look, width, review.words, Text::Body));
    }
    if (photo > 0) {
        parts.photo = QRect(left + whole - photo, top, photo, photo);
        y = std::max(y, parts.photo.bottom() + 1);
    }
    if (review.answer) {
        y += metrics::kGap8;
        const int inner = whole - 2 * metrics::kGap12;
        parts.answer = take(whole, look.lineHeight(Text::Small) +
                                       paragraphHeight(look, inner, *review.answer, Text::Body) +
                                       2 * metrics::kGap8);
    }
    y += metrics::kGap8;
    if (m_edited == review.orderId) {
        parts.editor = take(whole, m_editor ? m_editor->heightFor(whole) : kFirstEditor);
    } else {
        parts.button = take(whole, look.scaled(metrics::kTouchHeight));
        parts.button.setWidth(
            std::min(whole, textWidth(look, buttonText(review), Text::Body, Weight::Bold) +
                                look.scaled(28) + 2 * metrics::kGap24));
    }
    y += metrics::kGap12 + metrics::kFoot;
    parts.card = QRect(row.left(), row.top(), row.width(), y - row.top());
    return parts;
}

QRect ReviewDelegate::buttonRect(const QWidget *view, const QRect &row,
                                 const contract::ReviewView &review) const {
    return placesIn(Look::of(view), row, review).button;
}

QList<ReviewDelegate::Part> ReviewDelegate::partsIn(const QRect &row,
                                                    const QModelIndex &index) const {
    const contract::ReviewView &review = reviewOf(index);
    const QRect button = placesIn(Look::of(nullptr), row, review).button;
    return button.isEmpty() ? QList<Part>() : QList<Part>{{buttonText(review), button}};
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const QRect row = rowOf(option);
    const Places parts = placesIn(Look::of(option.widget), row, reviewOf(index));
    return {row.width(), parts.card.height() + kBetween};
}

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const contract::ReviewView &review = reviewOf(index);
    const Places parts = placesIn(look, option.rect, review);
    const bool hasFocus =
        (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active);
    const bool isAged = m_services.isAged();
    const Tokens tokens = isAged ? agedTokens(look.tokens()) : look.tokens();
    const Canvas canvas{*painter, look, review, parts, hasFocus, isAged, tokens};
    paintPlate(*painter, parts.card, {tokens.surface, tokens.line, tokens.foot});
    paintHead(canvas);
    paintParagraph(*painter, look, parts.order, orderWords(review, look.language()),
                   {Text::Small, Weight::Regular, tokens.ink2}, 2);
    if (!parts.words.isEmpty())
        paintParagraph(*painter, look, parts.words, review.words,
                       {Text::Body, Weight::Regular, tokens.ink});
    if (!parts.photo.isEmpty())
        paintPicture(*painter, parts.photo,
                     m_services.pictures.picture(*review.photo, parts.photo.size(),
                                                 painter->device()->devicePixelRatioF()),
                     {false, isAged});
    paintAnswer(canvas);
    paintButton(canvas);
}

void ReviewDelegate::paintHead(const Canvas &canvas) const {
    const Look &look = canvas.look;
    QRect box = canvas.parts.head;
    const QString moment = m_shop.here().moment(canvas.review.writtenAt, look.language());
    const int stars = look.scaled(kStars);
    paintStars(canvas.painter, look,
               QRect(box.left(), box.top() + (box.height() - stars) / 2, 6 * stars, stars),
               canvas.review.stars);
    paintLine(
        canvas.painter, look, box, moment,
        {Text::Small, Weight::Regular, canvas.tokens.ink2, Qt::AlignRight | Qt::AlignVCenter});
    const int gap = look.scaled(metrics::kGap8);
    box.adjust(6 * stars + gap, 0, -textWidth(look, moment, Text::Small) - gap, 0);
    box.adjust(paintLine(canvas.painter, look, box, canvas.review.author,
                         {Text::Name, Weight::Bold, canvas.tokens.ink}) +
                   gap,
               0, 0, 0);
    const Chip chip{Icon::Chat, tr("not answered"), {}, canvas.isAged ? Tone::Done : Tone::Waiting};
    if (!canvas.review.answer && chipSize(look, chip).width() <= box.width())
        paintChip(canvas.painter, look, box, chip);
}

void ReviewDelegate::paintAnswer(const Canvas &canvas) const {
    const QRect box = canvas.parts.answer;
    if (box.isEmpty())
        return;
    const Tokens &tokens = canvas.tokens;
    paintPlate(canvas.painter, box, {tokens.sunken, {}, {}, 0, 0, metrics::kChipRadius});
    QRect inner = box.adjusted(metrics::kGap12, metrics::kGap8, -metrics::kGap12, 0);
    const int head = canvas.look.lineHeight(Text::Small);
    inner.setHeight(head);
    paintLine(canvas.painter, canvas.look, inner, answerHead(canvas.review, canvas.look.language()),
              {Text::Small, Weight::Bold, tokens.ink2});
    paintParagraph(canvas.painter, canvas.look, inner.translated(0, head), *canvas.review.answer,
                   {Text::Body, Weight::Regular, tokens.ink});
}

void ReviewDelegate::paintButton(const Canvas &canvas) const {
    const QRect box = canvas.parts.button;
    if (box.isEmpty()) {
        return;
    }
    ButtonFace face;
    face.tall = metrics::kTouchHeight;
    face.role = canvas.review.answer ? ButtonRole::Plain : ButtonRole::Soft;
    face.symbol = canvas.review.answer ? Icon::Edit : Icon::Chat;
    face.text = buttonText(canvas.review);
    if (m_press.isDown(canvas.review.orderId))
        face.state |= QStyle::State_Sunken;
    if (canvas.hasFocus)
        paintFocusRing(canvas.painter, canvas.look, box, metrics::kControlRadius);
    paintButtonPlate(canvas.painter, canvas.look, box, face);
    paintButtonLabel(canvas.painter, canvas.look, box, face);
}

QWidget *ReviewDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const {
    const contract::ReviewView &review = reviewOf(index);
    const QString text = m_drafts.value(review.orderId, review.answer.value_or(QString()));
    auto *editor = new AnswerEditor(review.author, text, parent);
    m_editor = editor;
    emit editorMade(editor, review.orderId);
    return editor;
}

void ReviewDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const {
    editor->setGeometry(placesIn(Look::of(option.widget), option.rect, reviewOf(index)).editor);
}

bool ReviewDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                                 const QStyleOptionViewItem &option, const QModelIndex &index) {
    const contract::ReviewView &review = reviewOf(index);
    const auto outcome = m_press.follow(event, [&](QPoint point) -> std::optional<OrderId> {
        const bool isThere = buttonRect(option.widget, option.rect, review).contains(point);
        return isThere ? std::optional(review.orderId) : std::nullopt;
    });
    if (outcome.pressed)
        emit answerAsked(*outcome.pressed);
    return outcome.isTaken;
}

} // namespace soban::shop_app
