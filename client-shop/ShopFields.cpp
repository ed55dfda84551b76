// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ShopFields.h"

#include "client-shop/LocalizedField.h"
#include "client-shop/PicturePart.h"
#include "client-shop/ThanksPreview.h"
#include "ui/Card.h"
#include "ui/FieldRow.h"
#include "ui/Formats.h"
#include "ui/Stepper.h"
#include "ui/Words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>

#include <algorithm>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kPictureSide = 92;
constexpr int kTwoColumns = 820; ///< from this width on they stand side by side
constexpr int kMostMinutes = 240, kMinuteStep = 5;
constexpr std::array kWays{Fulfilment::PlatformRider, Fulfilment::OwnDelivery,
                           Fulfilment::Collection};

} // namespace

ShopFields::ShopFields(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_picture(new PicturePart(services, kPictureSide))
    , m_fixed(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_description(new LocalizedField(LocalizedField::Kind::Paragraph))
    , m_phone(new TextField)
    , m_phoneRow(new FieldRow(m_phone))
    , m_waysTitle(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_waysComplaint(new TextLabel(Text::Small, Weight::Bold, Ink::Danger))
    , m_usualBox(new QComboBox)
    , m_usualRow(new FieldRow(m_usualBox))
    , m_radius(new TextField)
    , m_radiusRow(new FieldRow(m_radius))
    , m_fee(new TextField)
    , m_feeRow(new FieldRow(m_fee))
    , m_minimum(new TextField)
    , m_minimumRow(new FieldRow(m_minimum))
    , m_preparation(new Stepper)
    , m_preparationRow(new FieldRow(m_preparation))
    , m_thanks(new LocalizedField(LocalizedField::Kind::Paragraph))
    , m_previewTitle(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_preview(new ThanksPreview)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_rest(new QVBoxLayout) {
    m_complaints.add(QStringLiteral("description"), m_description);
    m_complaints.add(QStringLiteral("thanks"), m_thanks);
    m_complaints.add(QStringLiteral("phone"), m_phoneRow);
    m_complaints.add(QStringLiteral("deliveryRadiusMeters"), m_radiusRow);
    m_complaints.add(QStringLiteral("deliveryFeeMinor"), m_feeRow);
    m_complaints.add(QStringLiteral("minimumOrderMinor"), m_minimumRow);
    build();
    connectParts();
    retranslate();
    arrange();
}

void ShopFields::build() {
    for (TextField *amount : {m_radius, m_fee, m_minimum})
        amount->setAlignment(Qt::AlignRight);
    m_radius->setSuffix(QStringLiteral("km"));
    m_preparation->setTall(metrics::kTouchHeight);
    m_preparation->setBounds(1, kMostMinutes, kMinuteStep);
    m_fixed->setMostLines(0);
    m_waysComplaint->setMostLines(0);
    m_waysComplaint->hide();
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::kGap16);
    left->addWidget(makeShopCard());
    left->addWidget(makeThanksCard());
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::kGap16);
    right->addWidget(makeDeliveryCard());
    right->addLayout(m_rest);
    right->addStretch(1);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(metrics::kGap16);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
}

Card *ShopFields::makeShopCard() {
    auto *card = new Card;
    m_titles.append(new TextLabel(Text::Name, Weight::Bold));
    card->column()->setSpacing(metrics::kGap12);
    card->column()->addWidget(m_titles.last());
    card->column()->addWidget(m_picture);
    card->column()->addWidget(m_fixed);
    card->column()->addWidget(m_description);
    card->column()->addWidget(m_phoneRow);
    return card;
}

Card *ShopFields::makeDeliveryCard() {
    auto *card = new Card;
    m_titles.append(new TextLabel(Text::Name, Weight::Bold));
    card->column()->setSpacing(metrics::kGap12);
    card->column()->addWidget(m_titles.last());
    auto *ways = new QVBoxLayout;
    ways->setSpacing(0);
    ways->addWidget(m_waysTitle);
    for (std::size_t i = 0; i < kWays.size(); ++i) {
        m_ways.append(new QCheckBox);
        ways->addWidget(m_ways.last());
    }
    ways->addWidget(m_waysComplaint);
    card->column()->addLayout(ways);
    for (FieldRow *row : {m_usualRow, m_radiusRow, m_feeRow, m_minimumRow})
        card->column()->addWidget(row);
    card->column()->addWidget(m_preparationRow, 0, Qt::AlignLeft);
    return card;
}

Card *ShopFields::makeThanksCard() {
    auto *card = new Card;
    m_titles.append(new TextLabel(Text::Name, Weight::Bold));
    card->column()->setSpacing(metrics::kGap12);
    card->column()->addWidget(m_titles.last());
    card->column()->addWidget(m_thanks);
    card->column()->addWidget(m_previewTitle);
    card->column()->addWidget(m_preview);
    return card;
}

void ShopFields::connectParts() {
    connect(m_picture, &PicturePart::edited, this, &ShopFields::edited);
    connect(m_picture, &PicturePart::sendingChanged, this, &ShopFields::edited);
    connect(m_description, &LocalizedField::edited, this, &ShopFields::edited);
    connect(m_thanks, &LocalizedField::edited, this, [this] {
        showPreview();
        emit edited();
    });
    for (const TextField *field : {m_phone, m_radius, m_fee, m_minimum})
        connect(field, &QLineEdit::textEdited, this, &ShopFields::edited);
    connect(m_preparation, &Stepper::stepped, this, &ShopFields::edited);
    for (QCheckBox *way : std::as_const(m_ways))
        connect(way, &QCheckBox::clicked, this, [this] {
            showUsual();
            emit edited();
        });
    connect(m_usualBox, &QComboBox::activated, this, [this](int index) {
        m_usual = Fulfilment(m_usualBox->itemData(index).toInt());
        emit edited();
    });
}

QList<Fulfilment> ShopFields::chosen() const {
    QList<Fulfilment> ways; // in the order in which they came, new ones after them
    for (const Fulfilment way : m_given + QList<Fulfilment>(kWays.begin(), kWays.end())) {
        const auto box = std::find(kWays.begin(), kWays.end(), way) - kWays.begin();
        if (!ways.contains(way) && m_ways.at(box)->isChecked())
            ways.append(way);
    }
    const qsizetype usual = ways.indexOf(m_usual);
    if (usual > 0)
        ways.move(usual, 0);
    return ways;
}

ShopForm ShopFields::form() const {
    return {m_description->text(), m_thanks->text(),       m_phone->text(),
            m_picture->name(),     m_radius->text(),       m_fee->text(),
            m_minimum->text(),     m_preparation->value(), chosen()};
}

void ShopFields::setForm(const ShopForm &form) {
    m_description->setText(form.description);
    m_thanks->setText(form.thanks);
    for (const auto &[field, text] : {std::pair{m_phone, form.phone},
                                      {m_radius, form.radius},
                                      {m_fee, form.fee},
                                      {m_minimum, form.minimum}}) {
        if (field->text() != text)
            field->setText(text);
    }
    m_picture->setName(form.picture);
    m_preparation->setValue(form.preparationMinutes);
    for (std::size_t i = 0; i < kWays.size(); ++i)
        m_ways.at(qsizetype(i))->setChecked(form.fulfilments.contains(kWays[i]));
    m_given = form.fulfilments;
    m_usual = form.fulfilments.value(0, Fulfilment::PlatformRider);
    showUsual();
    showPreview();
}

void ShopFields::setShop(const contract::ShopSettingsView &shop) {
    m_shop = shop;
    const Language language = Look::of(this).language();
    m_picture->setTitle(shop.name.in(language));
    m_fixed->setText(shop.address.text + u'\n' +
                     tr("Name and address can only be changed by the operator."));
    const QString unit = shop.deliveryFee.currency() == Currency::krw()
                             ? tr("won")
                             : shop.deliveryFee.currency().code();
    m_fee->setSuffix(unit);
    m_minimum->setSuffix(unit);
    showPreview();
}

void ShopFields::showUsual() {
    const QList<Fulfilment> ways = chosen();
    m_usualBox->clear();
    for (const Fulfilment way : ways)
        m_usualBox->addItem(Words::of(way), int(way));
    m_usualBox->setCurrentIndex(int(std::max<qsizetype>(0, ways.indexOf(m_usual))));
    m_usualRow->setVisible(ways.size() > 1);
}

void ShopFields::showPreview() {
    const Language language = Look::of(this).language();
    m_preview->setWords(m_shop ? m_shop->name.in(language) : QString(),
                        m_thanks->text().in(language));
}

void ShopFields::clearComplaints() {
    m_complaints.clear();
    m_waysComplaint->hide();
    m_picture->setComplaint({});
}

bool ShopFields::complainAt(const QString &field, const QString &complaint) {
    if (field.startsWith(QStringLiteral("fulfilments"))) {
        m_waysComplaint->setText(complaint);
        m_waysComplaint->show();
        m_ways.first()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return m_complaints.say(field, complaint);
}

bool ShopFields::isPictureSending() const {
    return m_picture->isSending();
}

void ShopFields::enter() {
    m_description->enter();
}

void ShopFields::arrange() {
    const bool isWide = width() >= Look::of(this).scaled(kTwoColumns);
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ShopFields::retranslate() {
    // In the order in which the cards are made.
    const QStringList titles{tr("The shop"), tr("Thanks"), tr("Delivery and preparation")};
    for (int i = 0; i < m_titles.size(); ++i)
        m_titles.at(i)->setText(titles.at(i));
    m_description->setLabels(tr("About the shop, in Korean"), tr("About the shop, in English"));
    m_phoneRow->setLabel(tr("Phone"));
    m_waysTitle->setText(tr("Delivery options"));
    for (std::size_t i = 0; i < kWays.size(); ++i)
        m_ways.at(qsizetype(i))->setText(Words::of(kWays[i]));
    m_usualRow->setLabel(tr("Preselected for customers"));
    m_radiusRow->setLabel(tr("Delivery radius"));
    m_feeRow->setLabel(tr("Delivery fee"));
    m_minimumRow->setLabel(tr("Minimum order"));
    m_preparationRow->setLabel(tr("Usual preparation time"));
    m_preparation->setPattern(tr("%1 min"));
    m_thanks->setLabels(tr("Thanks in Korean"), tr("Thanks in English"));
    m_previewTitle->setText(tr("The message that customers get"));
    showUsual();
    if (m_shop)
        setShop(contract::ShopSettingsView(*m_shop));
}

void ShopFields::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ShopFields::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
