// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ItemFields.h"

#include "client-shop/LineList.h"
#include "client-shop/LocalizedField.h"
#include "client-shop/PicturePart.h"
#include "client-shop/SaleWords.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kPictureSide = 92;
constexpr int kBeside = 280; ///< from this width on two amounts stand side by side
constexpr int kMostGroups = 20;

} // namespace

ItemFields::ItemFields(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_picture(new PicturePart(services, kPictureSide))
    , m_name(new LocalizedField(LocalizedField::Kind::Line))
    , m_sale(new SalePart)
    , m_price(new TextField)
    , m_priceRow(new FieldRow(m_price))
    , m_section(new QComboBox)
    , m_sectionRow(new FieldRow(m_section))
    , m_left(new TextField)
    , m_leftRow(new FieldRow(m_left))
    , m_perDay(new TextField)
    , m_perDayRow(new FieldRow(m_perDay))
    , m_description(new LocalizedField(LocalizedField::Kind::Paragraph))
    , m_groupsTitle(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_groupList(new LineList(LineList::Manner::Doors))
    , m_addGroup(new Button(ButtonRole::Plain, Icon::Plus))
    , m_groupsComplaint(new TextLabel(Text::Small, Weight::Bold, Ink::Danger)) {
    m_complaints.add(QStringLiteral("name"), m_name);
    m_complaints.add(QStringLiteral("description"), m_description);
    m_complaints.add(QStringLiteral("priceMinor"), m_priceRow);
    m_complaints.add(QStringLiteral("stock.remaining"), m_leftRow);
    m_complaints.add(QStringLiteral("stock.perDay"), m_perDayRow);
    build();
    connectParts();
    retranslate();
}

void ItemFields::build() {
    for (TextField *amount : {m_price, m_left, m_perDay})
        amount->setAlignment(Qt::AlignRight);
    m_groupList->setMovable(true);
    m_groupList->setFitted(true);
    m_groupsComplaint->setMostLines(0);
    m_groupsComplaint->hide();
    m_section->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_section->setMinimumContentsLength(6);
    const auto pair = [this](QWidget *one, QWidget *other) {
        auto *box = new QBoxLayout(QBoxLayout::LeftToRight);
        box->setSpacing(metrics::kGap12);
        box->addWidget(one, 1, Qt::AlignTop);
        box->addWidget(other, 1, Qt::AlignTop);
        m_pairs.append(box);
        return box;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, metrics::kGap12, 6); // room for the focus ring
    column->setSpacing(metrics::kGap12);
    column->addWidget(m_picture);
    column->addWidget(m_sale);
    column->addLayout(pair(m_priceRow, m_sectionRow));
    column->addLayout(pair(m_leftRow, m_perDayRow));
    column->addWidget(m_name);
    column->addWidget(m_description);
    column->addWidget(m_groupsTitle);
    column->addWidget(m_groupList);
    column->addWidget(m_groupsComplaint);
    column->addWidget(m_addGroup);
    column->addStretch(1);
}

void ItemFields::connectParts() {
    connect(m_picture, &PicturePart::edited, this, &ItemFields::edited);
    connect(m_picture, &PicturePart::sendingChanged, this, &ItemFields::edited);
    connect(m_name, &LocalizedField::edited, this, &ItemFields::edited);
    connect(m_description, &LocalizedField::edited, this, &ItemFields::edited);
    connect(m_sale, &SalePart::edited, this, &ItemFields::edited);
    for (const auto &[field, row] :
         {std::pair{m_price, m_priceRow}, {m_left, m_leftRow}, {m_perDay, m_perDayRow}})
        connect(field, &QLineEdit::textEdited, this, [this, row = row] {
            row->setComplaint({});
            emit edited();
        });
    connect(m_section, &QComboBox::activated, this, &ItemFields::edited);
    connect(m_groupList, &MovableList::opened, this, &ItemFields::groupAsked);
    connect(m_groupList, &MovableList::moveAsked, this, [this](int from, int to) {
        m_groups.move(from, to);
        showGroups();
        m_groupList->setCurrent(to);
        emit edited();
    });
    connect(m_addGroup, &Button::clicked, this, [this] { emit groupAsked(-1); });
}

ItemForm ItemFields::form() const {
    const LocalizedText section = m_sections.value(m_section->currentIndex());
    return {m_name->text(),  m_description->text(), section,
            m_price->text(), m_picture->name(),     m_sale->sale(),
            m_left->text(),  m_perDay->text(),      m_groups};
}

void ItemFields::setForm(const ItemForm &form) {
    m_name->setText(form.name);
    m_description->setText(form.description);
    m_section->setCurrentIndex(int(m_sections.indexOf(form.section)));
    for (const auto &[field, text] :
         {std::pair{m_price, form.price}, {m_left, form.left}, {m_perDay, form.perDay}}) {
        if (field->text() != text)
            field->setText(text);
    }
    m_picture->setName(form.picture);
    m_sale->setSale(form.sale);
    setGroups(form.groups);
}

void ItemFields::setSections(const QList<LocalizedText> &names) {
    const LocalizedText before = m_sections.value(m_section->currentIndex());
    if (names == m_sections && m_section->count() == names.size())
        return;
    m_sections = names;
    m_section->clear();
    for (const LocalizedText &name : names)
        m_section->addItem(name.in(Look::of(this).language()));
    m_section->setCurrentIndex(int(names.indexOf(before)));
}

void ItemFields::setTitle(const QString &title) {
    m_picture->setTitle(title);
}

void ItemFields::setCurrency(Currency currency) {
    m_currency = currency;
    m_price->setSuffix(currency == Currency::krw() ? tr("won") : currency.code());
}

void ItemFields::setTimes(const SalePart::Times &times) {
    m_sale->setTimes(times);
}

void ItemFields::setGroups(const QList<GroupForm> &groups) {
    m_groups = groups;
    showGroups();
}

void ItemFields::showGroups() {
    QList<Line> lines;
    for (const GroupForm &group : m_groups)
        lines.append({group.name.in(Look::of(this).language()), SaleWords::choiceOf(group)});
    m_groupList->setLines(lines);
    m_groupList->setVisible(!lines.isEmpty());
    m_addGroup->setEnabled(lines.size() < kMostGroups);
}

void ItemFields::clearComplaints() {
    m_complaints.clear();
    m_sectionRow->setComplaint({});
    m_picture->setComplaint({});
    m_groupsComplaint->hide();
}

bool ItemFields::complainAt(const QString &field, const QString &complaint) {
    if (field.startsWith(QStringLiteral("optionGroups"))) {
        m_groupsComplaint->setText(complaint);
        m_groupsComplaint->show();
        m_groupList->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (field == QStringLiteral("picture")) {
        m_picture->setComplaint(complaint);
        return true;
    }
    return m_complaints.say(field, complaint);
}

bool ItemFields::isPictureSending() const {
    return m_picture->isSending();
}

void ItemFields::enter() {
    m_name->enter();
}

void ItemFields::arrange() {
    const bool isBeside = width() >= Look::of(this).scaled(kBeside);
    for (QBoxLayout *pair : std::as_const(m_pairs))
        pair->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ItemFields::retranslate() {
    m_name->setLabels(tr("Name in Korean"), tr("Name in English"));
    m_description->setLabels(tr("Description in Korean"), tr("Description in English"));
    m_priceRow->setLabel(tr("Price"));
    m_sectionRow->setLabel(tr("Section"));
    m_leftRow->setLabel(tr("In stock now"));
    m_perDayRow->setLabel(tr("Stock per day"));
    m_left->setPlaceholderText(tr("no limit"));
    m_perDay->setPlaceholderText(tr("not reset"));
    m_groupsTitle->setText(tr("Option groups"));
    m_groupList->setAccessibleName(m_groupsTitle->text());
    m_addGroup->setText(tr("Add option group"));
    setCurrency(m_currency);
    for (int i = 0; i < m_sections.size(); ++i)
        m_section->setItemText(i, m_sections.at(i).in(Look::of(this).language()));
    showGroups();
}

void ItemFields::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ItemFields::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
