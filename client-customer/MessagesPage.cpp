// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MessagesPage.h"

#include "client-customer/MessagesModel.h"
#include "ui/EmptyState.h"
#include "ui/Formats.h"
#include "ui/Paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTimeZone>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidest = 720;
constexpr int kMargin = 16;
constexpr int kBetween = 8;
constexpr int kSymbol = 20;

/// A message as a card: when, and what it says in full.
class MessageDelegate : public QStyledItemDelegate {
public:
    MessageDelegate(const Clock &clock, QObject *parent)
        : QStyledItemDelegate(parent), m_clock(clock) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        const Look &look = Look::of(option.widget);
        const auto *view = static_cast<const QListView *>(option.widget);
        const int width = view->viewport()->width();
        const int text =
            paragraphHeight(look, textWidthIn(look, width), words(look, index), ui::Text::Body);
        return {width, text + look.lineHeight(ui::Text::Small) + 2 * metrics::kGap12 + kBetween};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override {
        const Look &look = Look::of(option.widget);
        const Tokens &tokens = look.tokens();
        const contract::MessageView &message =
            *index.data(MessagesModel::MessageRole).value<const contract::MessageView *>();
        const QRect card = option.rect.adjusted(0, 0, 0, -kBetween);
        paintPlate(*painter, card, cardPlate(look));
        if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
            paintFocusRing(*painter, look, card.adjusted(5, 5, -5, -5), metrics::kControlRadius);
        const int symbol = look.scaled(kSymbol);
        paintIcon(
            *painter, Icon::Mail,
            QRect(card.left() + metrics::kGap16, card.top() + metrics::kGap12, symbol, symbol),
            tokens.ink2);
        const int left = card.left() + metrics::kGap16 + symbol + metrics::kGap12;
        const int width = textWidthIn(look, card.width());
        const int top = card.top() + metrics::kGap12;
        const int small = look.lineHeight(ui::Text::Small);
        paintLine(
            *painter, look, QRect(left, top, width, small),
            momentText(message.at, m_clock.now(), QTimeZone::systemTimeZone(), look.language()),
            {ui::Text::Small, Weight::Regular, tokens.ink2});
        paintParagraph(*painter, look, QRect(left, top + small, width, card.height()),
                       words(look, index), {ui::Text::Body, Weight::Regular, tokens.ink});
    }

private:
    static int textWidthIn(const Look &look, int width) {
        return width - 2 * metrics::kGap16 - look.scaled(kSymbol) - metrics::kGap12;
    }
    static QString words(const Look &look, const QModelIndex &index) {
        return index.data(MessagesModel::MessageRole)
            .value<const contract::MessageView *>()
            ->text.in(look.language());
    }

    const Clock &m_clock;
};

} // namespace

MessagesPage::MessagesPage(const Services &services, MessagesModel &messages, QWidget *parent)
    : QWidget(parent)
    , m_messages(messages)
    , m_list(new QListView)
    , m_stack(new QStackedWidget)
    , m_none(new EmptyState(Motif::Letter)) {
    m_list->setModel(&messages);
    m_list->setItemDelegate(new MessageDelegate(services.clock, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMaximumWidth(kWidest);
    m_list->viewport()->setAutoFillBackground(false);
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(kMargin, kMargin, kMargin, 0);
    row->addStretch(1);
    row->addWidget(m_list, 4);
    row->addStretch(1);
    m_stack->addWidget(m_none);
    m_stack->addWidget(middle);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(&messages, &MessagesModel::loaded, this,
            [this] { m_stack->setCurrentIndex(m_messages.rowCount() == 0 ? 0 : 1); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        emit orderChosen(
            index.data(MessagesModel::MessageRole).value<const contract::MessageView *>()->orderId);
    });
    retranslate();
}

void MessagesPage::retranslate() {
    m_list->setAccessibleName(tr("Messages"));
    m_none->setTitle(tr("No messages yet"));
    m_none->setText(tr("What we send you by SMS and KakaoTalk\nstays here too."));
    m_list->doItemsLayout();
}

void MessagesPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
