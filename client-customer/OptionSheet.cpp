// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OptionSheet.h"

#include "client-customer/Cart.h"
#include "client-customer/GreetingCard.h"
#include "client-customer/StateChip.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/FittingPane.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"
#include "ui/Stepper.h"
#include "ui/TextLabel.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kSheetWidth = 900;
constexpr int kPicture = 256;
constexpr int kLeftWidth = 340;
constexpr int kLeastGroups = 240;
constexpr int kRing = 6; ///< room for the ring around what has the focus

/// The quiet ground at the left of the sheet, rounded as the sheet is.
class LeftGround : public QWidget {
protected:
    void paintEvent(QPaintEvent *) override {
        const Tokens &tokens = Look::of(this).tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0, 0, 20, 20), metrics::kSheetRadius - 1,
                                metrics::kSheetRadius - 1);
        painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.line);
    }
};

/// The line above the foot, and the one below the head: what scrolls goes below them.
class EdgeRule : public QWidget {
public:
    EdgeRule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter(this).fillRect(rect(), Look::of(this).tokens().line);
    }
};

} // namespace

OptionSheet::OptionSheet(desk::PictureStore &pictures, QWidget *host)
    : Sheet(host), m_pictures(pictures) {
    setWidest(kSheetWidth);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(makeLeft());
    body->addWidget(makeRight(), 1);
    column()->setContentsMargins(1, 1, 1, metrics::kSheetFoot);
    column()->setSpacing(0);
    column()->addLayout(body, 1);
    column()->addWidget(new EdgeRule);
    column()->addWidget(makeFoot());
    connect(m_close, &Button::clicked, this, &Sheet::close);
    connect(m_quantity, &Stepper::stepped, this, &OptionSheet::reprice);
    connect(m_add, &Button::clicked, this, &OptionSheet::submit);
    connect(&m_pictures, &desk::PictureStore::pictureReady, this, [this](const QString &name) {
        if (m_item && m_item->picture == name)
            m_picture->setPicture(
                m_pictures.picture(name, QSize(kPicture, kPicture), devicePixelRatioF()));
    });
}

QWidget *OptionSheet::makeLeft() {
    m_picture = new PictureLabel(kPicture);
    m_name = new TextLabel(Text::Answer, Weight::Bold);
    m_name->setMostLines(0);
    m_description = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_description->setMostLines(0);
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(metrics::kGap24, metrics::kGap24, metrics::kGap24, metrics::kGap16);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::kGap12);
    column->addWidget(m_name);
    column->addWidget(m_description);
    column->addStretch(1);
    auto *pane = new FittingPane;
    pane->setContent(words);
    m_left = new LeftGround;
    auto *whole = new QVBoxLayout(m_left);
    whole->setContentsMargins(0, 0, 1, 0);
    whole->addWidget(pane);
    return m_left;
}

void OptionSheet::fitLeft() {
    const Look &look = Look::of(this);
    // Large text needs the width for the options, and the height for the words.
    m_left->setFixedWidth(std::min(look.scaled(kLeftWidth), std::max(width() * 3 / 10, 1)));
    const int side = std::min(
        {look.scaled(kPicture), m_left->width() - 2 * metrics::kGap24, std::max(height() / 3, 1)});
    m_picture->setFixedSize(std::max(side, 1), std::max(side, 1));
}

void OptionSheet::resizeEvent(QResizeEvent *event) {
    fitLeft();
    Sheet::resizeEvent(event);
}

QWidget *OptionSheet::makeRight() {
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(metrics::kGap24 - kRing, metrics::kGap16, metrics::kGap8, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kRing, 0, metrics::kGap16, 0);
    head->setSpacing(metrics::kGap8);
    m_shop = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_escape = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_close = new Button(ButtonRole::Plain, Icon::Close);
    m_close->setTall(metrics::kDenseHeight);
    head->addWidget(m_shop, 1);
    head->addWidget(m_escape);
    head->addWidget(m_close);
    column->addLayout(head);
    column->addSpacing(metrics::kGap12);
    column->addWidget(new EdgeRule);
    m_scroll = new FittingPane;
    m_scroll->setMinimumHeight(kLeastGroups);
    column->addWidget(m_scroll, 1);
    return right;
}

QWidget *OptionSheet::makeFoot() {
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(metrics::kGap24, metrics::kGap12 + 2, metrics::kGap24,
                            metrics::kGap12 + 2);
    row->setSpacing(metrics::kGap16);
    m_quantity = new Stepper;
    m_quantity->setTall(metrics::kShopHeight);
    m_quantity->setBounds(1, kLargestQuantity);
    auto *sums = new QVBoxLayout;
    sums->setSpacing(0);
    m_sum = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_sum->setMostLines(0);
    m_count = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_total = new TextLabel(Text::Sum, Weight::Bold);
    m_total->setKeptWhole(true);
    auto *total = new QHBoxLayout;
    total->setSpacing(metrics::kGap8);
    total->addWidget(m_total);
    total->addWidget(m_count, 1);
    sums->addStretch(1);
    sums->addWidget(m_sum);
    sums->addLayout(total);
    sums->addStretch(1);
    m_add = new Button(ButtonRole::Primary, Icon::Bag);
    m_add->setTall(metrics::kShopHeight);
    m_add->setDefault(true);
    row->addWidget(m_quantity);
    row->addLayout(sums, 1);
    row->addWidget(m_add, 1);
    return foot;
}

void OptionSheet::show(const contract::MenuItemView &item, const contract::ShopCard &shop) {
    m_item = item;
    m_shopName = shop.name;
    m_isFlowers = shop.kind == ShopKind::Flowers;
    m_quantity->setValue(1);
    m_picture->setPicture(
        m_pictures.picture(item.picture, QSize(kPicture, kPicture), devicePixelRatioF()));
    fillGroups();
    retranslate();
    fitLeft();
    open();
    m_add->setFocus(Qt::OtherFocusReason);
}

void OptionSheet::fillGroups() {
    m_groups.clear();
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(kRing, 0, metrics::kGap16, 0);
    column->setSpacing(0);
    for (const OptionGroup &group : m_item->optionGroups)
        column->addWidget(makeGroup(group));
    column->addStretch(1);
    m_scroll->setContent(list); // deletes the one before
}

QWidget *OptionSheet::makeGroup(const OptionGroup &group) {
    const Language language = Look::of(this).language();
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, metrics::kGap12, 0, metrics::kGap12);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    auto *name = new TextLabel(Text::Name, Weight::Bold);
    name->setText(group.name.in(language));
    auto *rule = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    auto *need = new StateChip;
    head->setSpacing(metrics::kGap8);
    head->addWidget(name);
    head->addWidget(need);
    head->addWidget(rule, 1);
    column->addLayout(head);
    column->addSpacing(kRing + metrics::kGap4);
    Group made{group, box, need, rule, {}};
    const bool isSingle = group.minimum == 1 && group.maximum == 1;
    for (int i = 0; i < group.options.size(); ++i) {
        const MenuOption &option = group.options.at(i);
        auto *row = new ChoiceRow(isSingle ? ChoiceRow::Kind::One : ChoiceRow::Kind::Any,
                                  option.name.in(language));
        row->setDetail(surchargeText(option.price));
        // What must be chosen is the person's to choose, unless there is nothing else.
        row->setChecked(group.options.size() <= group.minimum);
        column->addWidget(row);
        made.rows.append(row);
        connect(row, &ChoiceRow::toggled, this, &OptionSheet::reprice);
    }
    if (m_isFlowers && offersGreetingCard(group)) {
        auto *note = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
        note->setMostLines(0);
        note->setText(tr("You write its message at the checkout."));
        column->addSpacing(metrics::kGap8);
        column->addWidget(note);
    }
    m_groups.append(made);
    return box;
}

void OptionSheet::limit(Group &group) {
    int chosen = 0;
    for (const ChoiceRow *row : std::as_const(group.rows))
        chosen += row->isChecked();
    const bool isSingle = group.group.minimum == 1 && group.group.maximum == 1;
    for (ChoiceRow *row : std::as_const(group.rows))
        row->setEnabled(!m_item->isSoldOut &&
                        (isSingle || row->isChecked() || chosen < group.group.maximum));
    const bool isNeeded = group.group.minimum > 0;
    group.need->setChip(
        {{}, isNeeded ? tr("Required") : tr("Optional"), {}, isNeeded ? Tone::Accent : Tone::Done});
    const QString rule = isSingle ? tr("choose one")
                         : group.group.minimum == 0
                             ? tr("up to %1, %2 chosen").arg(group.group.maximum).arg(chosen)
                             : tr("%1 to %2, %3 chosen")
                                   .arg(group.group.minimum)
                                   .arg(group.group.maximum)
                                   .arg(chosen);
    group.rule->setText(rule);
}

LineChoice OptionSheet::choice() const {
    LineChoice line{m_item->id, {}, m_quantity->value()};
    for (const Group &group : m_groups) {
        for (int i = 0; i < group.rows.size(); ++i) {
            if (group.rows.at(i)->isChecked())
                line.options.append(group.group.options.at(i).id);
        }
    }
    return line;
}

void OptionSheet::submit() {
    const int lacking = lackingGroup();
    if (lacking < 0) {
        emit added(choice());
        close();
        return;
    }
    const Group &group = m_groups.at(lacking);
    group.rows.first()->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(group.box, 0, metrics::kGap12);
}

int OptionSheet::lackingGroup() const {
    for (int i = 0; i < m_groups.size(); ++i) {
        int chosen = 0;
        for (const ChoiceRow *row : m_groups.at(i).rows)
            chosen += row->isChecked();
        if (chosen < m_groups.at(i).group.minimum)
            return i;
    }
    return -1;
}

void OptionSheet::reprice() {
    for (Group &group : m_groups)
        limit(group);
    const LineChoice line = choice();
    // By its own prices: the cart may hold another shop's goods.
    const auto one = priceOf(m_item->price, m_item->optionGroups, line.options);
    const auto all = one ? one->times(line.quantity) : std::nullopt;
    if (!all)
        return;
    const Money options = one->minus(m_item->price).value_or(Money::zero(one->currency()));
    m_sum->setText(options.isZero()
                       ? QString()
                       : tr("%1 + options %2 = %3")
                             .arg(moneyText(m_item->price), moneyText(options), moneyText(*one)));
    m_sum->setVisible(!options.isZero());
    m_total->setText(moneyText(*all));
    m_count->setText(line.quantity > 1 ? tr("%1 pieces").arg(line.quantity) : QString());
    const int lacking = lackingGroup();
    m_quantity->setEnabled(!m_item->isSoldOut);
    m_add->setEnabled(!m_item->isSoldOut);
    m_add->setText(m_item->isSoldOut ? tr("Sold out")
                   : lacking >= 0
                       ? tr("Choose %1 first")
                             .arg(m_groups.at(lacking).group.name.in(Look::of(this).language()))
                       : tr("Add for %1").arg(moneyText(*all)));
}

void OptionSheet::retranslate() {
    if (!m_item)
        return;
    const Language language = Look::of(this).language();
    m_name->setText(m_item->name.in(language));
    m_description->setText(m_item->description.in(language));
    m_picture->setSubject(m_item->name.in(language));
    m_shop->setText(m_shopName.in(language));
    m_quantity->setAccessibleName(tr("Quantity"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_escape->setText(QStringLiteral("Esc"));
    setAccessibleName(m_name->text());
    reprice();
}

void OptionSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        fitLeft();
    Sheet::changeEvent(event);
}

} // namespace soban::customer
