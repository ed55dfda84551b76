// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ThanksPreview.h"

#include "ui/Paint.h"

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSymbol = 24;
constexpr int kPadding = 12;

int inset(const Look &look) {
    return kPadding + look.scaled(kSymbol) + metrics::kGap12;
}

} // namespace

ThanksPreview::ThanksPreview(QWidget *parent) : WrappingWidget(parent) {}

void ThanksPreview::setWords(const QString &shop, const QString &thanks) {
    m_shop = shop;
    m_thanks = thanks.trimmed();
    setAccessibleName(tr("Message to customers"));
    setAccessibleDescription(words());
    refit();
    update();
}

QString ThanksPreview::words() const {
    return m_thanks.isEmpty() ? tr("Without words there is no message.") : m_thanks;
}

int ThanksPreview::hintWidth() const {
    return Look::of(this).scaled(320);
}

int ThanksPreview::leastWidth() const {
    return Look::of(this).scaled(160);
}

int ThanksPreview::heightForWidth(int width) const {
    const Look &look = Look::of(this);
    const int room = width - inset(look) - kPadding;
    return 2 * kPadding + look.lineHeight(Text::Small) +
           paragraphHeight(look, room, words(), Text::Body);
}

void ThanksPreview::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    paintPlate(painter, rect(), {tokens.sunken, {}, {}, 0, 0, metrics::kCardRadius});
    const int symbol = look.scaled(kSymbol);
    paintIcon(painter, Icon::Mail, QRect(kPadding, kPadding, symbol, symbol), tokens.ink2);
    const QRect room = rect().adjusted(inset(look), kPadding, -kPadding, -kPadding);
    paintLine(painter, look,
              QRect(room.left(), room.top(), room.width(), look.lineHeight(Text::Small)), m_shop,
              {Text::Small, Weight::Bold, tokens.ink2});
    paintParagraph(painter, look, room.adjusted(0, look.lineHeight(Text::Small), 0, 0), words(),
                   {Text::Body, Weight::Regular, m_thanks.isEmpty() ? tokens.ink2 : tokens.ink});
}

} // namespace soban::shop_app
