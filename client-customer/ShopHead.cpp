// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopHead.h"

#include "ui/Button.h"

#include <QEvent>

#include <algorithm>

namespace soban::customer {

using namespace ui;

namespace {

constexpr int kPicture = 72;
constexpr int kSymbol = 14;
constexpr int kFactGap = 14;
/// What a shop turns to is told in so much at most, but for large exceptions.
constexpr int kChipRoom = 156;

} // namespace

struct ShopHead::Places {
    Text nameSize;
    QRect picture, name, favourite, reviews;
    QList<QRect> chips;
    QList<QRect> facts;
    int height;
};

ShopHead::ShopHead(QWidget *parent)
    : WrappingWidget(parent)
    , m_picture(new PictureLabel(kPicture, this))
    , m_favourite(new Button(ButtonRole::Plain, Icon::StarOutline, {}, this))
    , m_reviews(new Button(ButtonRole::Bare, Icon::Chat, {}, this)) {
    m_favourite->setTall(metrics::kDenseHeight);
    m_reviews->setTall(metrics::kDenseHeight);
    m_reviews->hide();
    connect(m_reviews, &Button::clicked, this, &ShopHead::reviewsChosen);
    setTabOrder(m_favourite, m_reviews);
    connect(m_favourite, &Button::clicked, this, &ShopHead::favouriteToggled);
    retranslate();
}

void ShopHead::setName(const QString &name) {
    m_name = name;
    setAccessibleName(name);
    m_picture->setSubject(name);
    arrange();
}

void ShopHead::setChips(const QList<Chip> &chips) {
    m_chips = chips;
    describe();
    arrange();
}

void ShopHead::setFacts(const QList<ShopFact> &facts) {
    m_facts = facts;
    describe();
    arrange();
}

void ShopHead::describe() {
    QStringList words;
    for (const Chip &chip : std::as_const(m_chips))
        words.append(chip.strong);
    for (const ShopFact &fact : std::as_const(m_facts))
        words.append(QStringList{fact.strong, fact.plain}.join(u' ').trimmed());
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void ShopHead::setFavourite(bool isFavourite) {
    m_isFavourite = isFavourite;
    m_favourite->setRole(isFavourite ? ButtonRole::Soft : ButtonRole::Plain);
    m_favourite->setSymbol(isFavourite ? Icon::Star : Icon::StarOutline);
    retranslate();
}

void ShopHead::setReviews(const QString &words) {
    m_reviews->setText(words);
    m_reviews->setVisible(!words.isEmpty());
    arrange();
}

void ShopHead::setLow(bool isLow) {
    if (std::exchange(m_isLow, isLow) == isLow)
        return;
    m_picture->setVisible(!isLow);
    arrange();
}

/// Smaller where a word of it would be broken.
Text ShopHead::nameSize(int room) const {
    const Look &look = Look::of(this);
    const QStringList words = m_name.split(u' ');
    const bool isWhole = std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return textWidth(look, word, Text::Answer, Weight::Bold) < room;
    });
    return m_isLow || !isWhole ? Text::Sum : Text::Answer;
}

void ShopHead::retranslate() {
    m_reviews->setToolTip(tr("Read the reviews"));
    const QString words = m_isFavourite ? tr("Remove from favourites") : tr("Add to favourites");
    m_favourite->setAccessibleName(words);
    m_favourite->setToolTip(words);
}

int ShopHead::factWidth(const ShopFact &fact) const {
    const Look &look = Look::of(this);
    const int strong = textWidth(look, fact.strong, Text::Body, Weight::Bold);
    const int plain = textWidth(look, fact.plain, Text::Body);
    return look.scaled(kSymbol) + 6 + strong + plain +
           (fact.strong.isEmpty() || fact.plain.isEmpty() ? 0 : metrics::kGap4);
}

ShopHead::Places ShopHead::places(int width) const {
    const Look &look = Look::of(this);
    Places all{};
    const int side = m_isLow ? 0 : look.scaled(kPicture);
    const QSize favourite = m_favourite->sizeHint();
    all.favourite = QRect(QPoint(width - favourite.width(), 0), favourite);
    const int left = m_isLow ? 0 : side + metrics::kGap16;
    const int room = std::max(1, width - left);
    const int nameRoom = std::max(1, room - favourite.width() - metrics::kGap12);
    all.nameSize = nameSize(nameRoom);
    const int name = textWidth(look, m_name, all.nameSize, Weight::Bold) + 1;
    const int nameTall = paragraphHeight(look, nameRoom, m_name, all.nameSize, Weight::Bold);
    all.name = QRect(left, 0, std::min(name, nameRoom), nameTall);
    int y = nameTall;
    placeChips(all, left, nameRoom, width, y);
    y += metrics::kGap4;
    placeFacts(all, left, width, y);
    const int words = y;
    // The button stands beside the name.
    all.height = std::max({words, side, favourite.height()});
    all.picture = QRect(0, 0, side, side);
    const int down = (all.height - words) / 2;
    all.name.translate(0, down);
    all.reviews.translate(0, down);
    for (QList<QRect> *rects : {&all.chips, &all.facts}) {
        for (QRect &rect : *rects)
            rect.translate(0, down);
    }
    return all;
}

/// Side by side, as far as there is room; what people say of it follows how it is rated.
void ShopHead::placeFacts(Places &all, int left, int width, int &y) const {
    const int line = Look::of(this).lineHeight(Text::Body);
    const QSize reviews = m_reviews->isHidden() ? QSize(0, 0) : m_reviews->sizeHint();
    int x = left;
    int tall = line; // of the row
    const auto goOn = [&](int wide) {
        if (x == left || x + wide <= width)
            return;
        x = left;
        y += tall;
        tall = line;
    };
    for (const ShopFact &fact : m_facts) {
        const int factRoom = factWidth(fact);
        goOn(factRoom);
        all.facts.append(QRect(x, y, factRoom, line));
        x += factRoom + kFactGap;
        if (all.facts.size() > 1 || reviews.isEmpty())
            continue;
        goOn(reviews.width());
        all.reviews = QRect(QPoint(x, y), reviews);
        x += reviews.width() + kFactGap;
        tall = std::max(line, reviews.height());
    }
    for (QRect &fact : all.facts) {
        if (fact.top() == all.reviews.top())
            fact.translate(0, (std::max(line, reviews.height()) - line) / 2);
    }
    y += tall;
}

void ShopHead::placeChips(Places &all, int left, int nameRoom, int width, int &y) const {
    const Look &look = Look::of(this);
    const int line = look.lineHeight(all.nameSize);
    // Beside the name, up to the buttons, where any usual chip has room: one in the place of
    // another does not move the menu. Below it otherwise, as wide as it gets.
    const int first = m_chips.isEmpty() ? 0 : chipSize(look, m_chips.first()).width();
    const int beside = all.name.right() + 1 + metrics::kGap12;
    bool isBeside = all.name.height() <= line &&
                    beside + std::max(first, look.scaled(kChipRoom)) <= left + nameRoom;
    int x = isBeside ? beside : left;
    int top = isBeside ? 0 : y + metrics::kGap4;
    for (const Chip &chip : m_chips) {
        const QSize size = chipSize(look, chip);
        const int right = isBeside ? left + nameRoom : width;
        const bool isFirstBelow = !isBeside && x == left;
        if (x + size.width() > right && !isFirstBelow) {
            isBeside = false;
            x = left;
            top = y + metrics::kGap4;
        }
        if (!isBeside)
            y = top + size.height();
        const int at = isBeside ? (line - size.height()) / 2 : top;
        all.chips.append(QRect(QPoint(x, at), size));
        x += size.width() + metrics::kGap8;
    }
}

int ShopHead::heightForWidth(int width) const {
    return places(width).height;
}

int ShopHead::hintWidth() const {
    return Look::of(this).scaled(480);
}

int ShopHead::leastWidth() const {
    return Look::of(this).scaled(240);
}

void ShopHead::arrange() {
    placeParts();
    refit();
}

void ShopHead::placeParts() {
    const Places all = places(width());
    m_picture->setGeometry(all.picture);
    m_favourite->setGeometry(all.favourite);
    m_reviews->setGeometry(all.reviews);
}

void ShopHead::resizeEvent(QResizeEvent *event) {
    WrappingWidget::resizeEvent(event);
    arrange();
}

void ShopHead::changeEvent(QEvent *event) {
    WrappingWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        arrange();
}

bool ShopHead::event(QEvent *event) {
    if (event->type() == QEvent::LayoutRequest)
        placeParts(); // one of them has another size than before
    return WrappingWidget::event(event);
}

void ShopHead::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const Places all = places(width());
    QPainter painter(this);
    paintParagraph(painter, look, all.name.adjusted(0, 0, 2, 0), m_name,
                   {all.nameSize, Weight::Bold, tokens.ink});
    for (int i = 0; i < m_chips.size(); ++i)
        paintChip(painter, look, all.chips.at(i), m_chips.at(i));
    const int symbol = look.scaled(kSymbol);
    for (int i = 0; i < m_facts.size(); ++i) {
        const ShopFact &fact = m_facts.at(i);
        QRect box = all.facts.at(i);
        paintIcon(painter, fact.icon, QRect(box.left(), box.top(), symbol, box.height()),
                  fact.icon == Icon::Star ? tokens.waiting.ink : tokens.ink2);
        box.adjust(symbol + 6, 0, 2, 0);
        if (!fact.strong.isEmpty()) {
            const int used = paintLine(painter, look, box, fact.strong,
                                       {Text::Body, Weight::Bold, tokens.ink}, false);
            box.adjust(used + metrics::kGap4, 0, 0, 0);
        }
        paintLine(painter, look, box, fact.plain, {Text::Body, Weight::Regular, tokens.ink2},
                  false);
    }
}

} // namespace soban::customer
