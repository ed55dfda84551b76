// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopHead.h"

#include "ui/Button.h"

#include <QEvent>

namespace soban::customer {

using namespace ui;

namespace {

constexpr int kPicture = 72;
constexpr int kSymbol = 14;
constexpr int kFactGap = 14;

} // namespace

struct ShopHead::Places {
    QRect picture, name, state, age, favourite, reviews;
    QList<QRect> facts;
    int height;
};

ShopHead::ShopHead(QWidget *parent)
    : WrappingWidget(parent)
    , m_picture(new PictureLabel(kPicture, this))
    , m_favourite(new Button(ButtonRole::Bare, Icon::Star, {}, this))
    , m_reviews(new Button(ButtonRole::Plain, Icon::Chat, {}, this)) {
    m_favourite->setTall(metrics::kDenseHeight);
    m_reviews->setTall(metrics::kDenseHeight);
    m_reviews->hide();
    connect(m_reviews, &Button::clicked, this, &ShopHead::reviewsChosen);
    setTabOrder(m_reviews, m_favourite);
    connect(m_favourite, &Button::clicked, this, &ShopHead::favouriteToggled);
    retranslate();
}

void ShopHead::setName(const QString &name) {
    m_name = name;
    setAccessibleName(name);
    m_picture->setSubject(name);
    arrange();
}

void ShopHead::setState(const Chip &state) {
    m_state = state;
    arrange();
}

void ShopHead::setAge(const std::optional<Chip> &age) {
    m_age = age;
    arrange();
}

void ShopHead::setFacts(const QList<ShopFact> &facts) {
    m_facts = facts;
    QStringList words{m_state.strong};
    for (const ShopFact &fact : facts)
        words.append(QStringList{fact.strong, fact.plain}.join(u' ').trimmed());
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    arrange();
}

void ShopHead::setFavourite(bool isFavourite) {
    m_isFavourite = isFavourite;
    m_favourite->setRole(isFavourite ? ButtonRole::Soft : ButtonRole::Plain);
    retranslate();
}

void ShopHead::setReviews(bool hasReviews) {
    m_reviews->setVisible(hasReviews);
    arrange();
}

void ShopHead::retranslate() {
    m_reviews->setAccessibleName(tr("Reviews"));
    m_reviews->setToolTip(m_reviews->accessibleName());
    const QString words = m_isFavourite ? tr("No longer a favourite") : tr("Make it a favourite");
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
    const int side = look.scaled(kPicture);
    const QSize favourite = m_favourite->sizeHint();
    all.favourite = QRect(QPoint(width - favourite.width(), 0), favourite);
    const QSize reviews = m_reviews->isHidden() ? QSize() : m_reviews->sizeHint();
    const int beside = reviews.isEmpty() ? 0 : reviews.width() + metrics::kGap8;
    all.reviews = QRect(QPoint(all.favourite.left() - beside, 0), reviews);
    const int left = side + metrics::kGap16;
    const int room = std::max(1, width - left);
    const int nameRoom = std::max(1, room - favourite.width() - beside - metrics::kGap12);
    const int line = look.lineHeight(Text::Answer);
    const int name = textWidth(look, m_name, Text::Answer, Weight::Bold) + 1;
    const QSize state = chipSize(look, m_state);
    const QSize age = m_age ? chipSize(look, *m_age) : QSize();
    const int used = name + metrics::kGap12 + state.width();
    const int nameTall =
        std::min(2 * line, paragraphHeight(look, nameRoom, m_name, Text::Answer, Weight::Bold, 2));
    all.name = QRect(left, 0, std::min(name, nameRoom), nameTall);
    int y = nameTall;
    if (used <= nameRoom) {
        all.state =
            QRect(QPoint(left + name + metrics::kGap12, (line - state.height()) / 2), state);
    } else {
        all.state = QRect(QPoint(left, y + metrics::kGap4), state);
        y = all.state.bottom() + 1;
    }
    if (!age.isEmpty()) {
        // Beside the button if there is room, else on a line of its own.
        const int right = nameRoom + left - age.width();
        if (all.state.top() < line && all.state.right() + metrics::kGap12 <= right) {
            all.age = QRect(QPoint(right, (line - age.height()) / 2), age);
        } else {
            all.age = QRect(QPoint(left, y + metrics::kGap4), age);
            y = all.age.bottom() + 1;
        }
    }
    y += metrics::kGap4;
    int x = left;
    const int tall = look.lineHeight(Text::Body);
    for (const ShopFact &fact : m_facts) {
        const int factRoom = factWidth(fact);
        if (x > left && x + factRoom > width) {
            x = left;
            y += tall;
        }
        all.facts.append(QRect(x, y, factRoom, tall));
        x += factRoom + kFactGap;
    }
    const int words = y + tall;
    all.height = std::max(words, side);
    all.picture = QRect(0, 0, side, side);
    const int down = (all.height - words) / 2;
    for (QRect *rect : {&all.name, &all.state, &all.age})
        rect->translate(0, down);
    for (QRect &rect : all.facts)
        rect.translate(0, down);
    return all;
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
                   {Text::Answer, Weight::Bold, tokens.ink}, 2);
    paintChip(painter, look, all.state, m_state);
    if (m_age)
        paintChip(painter, look, all.age, *m_age);
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
