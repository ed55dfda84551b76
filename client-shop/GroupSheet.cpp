// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/GroupSheet.h"

#include "client-shop/LineList.h"
#include "client-shop/LocalizedField.h"
#include "client-shop/RefusalWords.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/Formats.h"
#include "ui/Segment.h"
#include "ui/Stepper.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kWidest = 620;
constexpr int kMostOptions = 50;
enum Kind { OneKind, SeveralKind };

} // namespace

GroupSheet::GroupSheet(QWidget *host)
    : EditSheet(host)
    , m_name(new LocalizedField(LocalizedField::Kind::Line))
    , m_kind(new Segment)
    , m_kindRow(new FieldRow(m_kind))
    , m_bounds(new QWidget)
    , m_least(new Stepper)
    , m_leastRow(new FieldRow(m_least))
    , m_most(new Stepper)
    , m_mostRow(new FieldRow(m_most))
    , m_optionsTitle(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_options(new LineList(LineList::Manner::Choice))
    , m_add(new Button(ButtonRole::Plain, Icon::Plus))
    , m_option(new QWidget)
    , m_optionName(new LocalizedField(LocalizedField::Kind::Line))
    , m_price(new TextField)
    , m_priceRow(new FieldRow(m_price))
    , m_drop(new Button(ButtonRole::Bare, Icon::Close)) {
    setWidest(kWidest);
    build();
    connectParts();
    retranslate();
}

void GroupSheet::build() {
    m_kind->setTall(metrics::kTouchHeight);
    m_least->setTall(metrics::kTouchHeight);
    m_most->setTall(metrics::kTouchHeight);
    m_options->setMovable(true);
    m_options->setFitted(true);
    m_price->setAlignment(Qt::AlignRight);
    auto *bounds = new QHBoxLayout(m_bounds);
    bounds->setContentsMargins(0, 0, 0, 0);
    bounds->setSpacing(metrics::kGap12);
    bounds->addWidget(m_leastRow, 0, Qt::AlignTop);
    bounds->addWidget(m_mostRow, 0, Qt::AlignTop);
    bounds->addStretch(1);
    auto *head = new QHBoxLayout;
    head->addWidget(m_optionsTitle, 1);
    head->addWidget(m_add);
    auto *price = new QHBoxLayout;
    price->setSpacing(metrics::kGap12);
    price->addWidget(m_priceRow, 1);
    price->addWidget(m_drop, 0, Qt::AlignBottom);
    auto *option = new QVBoxLayout(m_option);
    option->setContentsMargins(metrics::kGap12, 0, 0, 0);
    option->setSpacing(metrics::kGap12);
    option->addWidget(m_optionName);
    option->addLayout(price);
    for (QWidget *part :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_kindRow), m_bounds})
        content()->addWidget(part);
    content()->addLayout(head);
    content()->addWidget(m_options);
    content()->addWidget(m_option);
    content()->addStretch(1);
}

void GroupSheet::connectParts() {
    connect(m_name, &LocalizedField::edited, this, [this] {
        m_name->clearComplaints();
        m_group.name = m_name->text();
    });
    connect(m_kind, &Segment::chosen, this, &GroupSheet::chooseKind);
    connect(m_least, &Stepper::stepped, this, [this](int least) {
        m_group.minimum = least;
        m_group.maximum = std::max(m_group.maximum, least);
        showChoice();
    });
    connect(m_most, &Stepper::stepped, this, [this](int most) {
        m_group.maximum = most;
        m_group.minimum = std::min(m_group.minimum, most);
        showChoice();
    });
    connect(m_add, &Button::clicked, this, &GroupSheet::addOption);
    connect(m_drop, &Button::clicked, this, [this] { dropOption(m_options->current()); });
    connect(m_options, &MovableList::moveAsked, this, &GroupSheet::moveOption);
    connect(m_options, &MovableList::removeAsked, this, &GroupSheet::dropOption);
    connect(m_options, &MovableList::opened, this, [this] { m_optionName->enter(); });
    connect(m_options, &LineList::currentRowChanged, this, &GroupSheet::showOption);
    connect(m_optionName, &LocalizedField::edited, this, &GroupSheet::takeOption);
    connect(m_price, &QLineEdit::textEdited, this, &GroupSheet::takeOption);
    connect(removeButton(), &Button::clicked, this, [this] {
        close();
        emit removed();
    });
}

void GroupSheet::show(const GroupForm &group, Currency currency, bool isNew) {
    m_before = m_group = group;
    m_currency = currency;
    m_isNew = isNew;
    complain({});
    m_name->setText(group.name);
    m_name->clearComplaints();
    showList();
    m_options->setCurrent(0);
    showOption();
    showChoice();
    removeButton()->setVisible(!isNew);
    retranslate();
    open();
    m_name->enter();
}

bool GroupSheet::isChanged() const {
    return m_group != m_before;
}

void GroupSheet::chooseKind(int kind) {
    const int count = std::max(1, int(m_group.options.size()));
    m_group.minimum = kind == OneKind ? 1 : 0;
    m_group.maximum = kind == OneKind ? 1 : count;
    showChoice();
}

void GroupSheet::addOption() {
    m_group.options.append({{}, {}, QStringLiteral("0")});
    showList();
    m_options->setCurrent(int(m_group.options.size()) - 1);
    showChoice();
    m_optionName->enter();
}

void GroupSheet::dropOption(int row) {
    if (row < 0 || row >= m_group.options.size())
        return;
    m_group.options.removeAt(row);
    const int count = std::max(1, int(m_group.options.size()));
    m_group.maximum = std::min(m_group.maximum, count);
    m_group.minimum = std::min(m_group.minimum, m_group.maximum);
    showList();
    m_options->setCurrent(std::min(row, int(m_group.options.size()) - 1));
    showOption();
    showChoice();
}

void GroupSheet::moveOption(int from, int to) {
    m_group.options.move(from, to);
    showList();
    m_options->setCurrent(to);
}

void GroupSheet::takeOption() {
    const int row = m_options->current();
    if (row < 0 || row >= m_group.options.size())
        return;
    m_optionName->clearComplaints();
    m_priceRow->setComplaint({});
    m_group.options[row].name = m_optionName->text();
    m_group.options[row].price = m_price->text();
    showList();
}

void GroupSheet::showOption() {
    const OptionForm option = m_group.options.value(m_options->current());
    m_option->setVisible(m_options->current() >= 0 && !m_group.options.isEmpty());
    m_optionName->clearComplaints();
    m_priceRow->setComplaint({});
    m_optionName->setText(option.name);
    if (m_price->text() != option.price)
        m_price->setText(option.price);
}

void GroupSheet::showList() {
    QList<Line> lines;
    for (const OptionForm &option : m_group.options) {
        const auto price = amountOf(option.price, m_currency);
        const auto money = price ? Money::of(*price, m_currency) : std::nullopt;
        const QString name = option.name.in(Look::of(this).language());
        lines.append({name.isEmpty() ? tr("New option") : name,
                      !money || money->isZero() ? QString() : surchargeText(*money),
                      {},
                      name.isEmpty()});
    }
    m_options->setLines(lines);
    m_options->setVisible(!lines.isEmpty());
    m_add->setEnabled(lines.size() < kMostOptions);
}

void GroupSheet::showChoice() {
    const int count = std::max(1, int(m_group.options.size()));
    const bool isOne = m_group.minimum == 1 && m_group.maximum == 1;
    m_kind->setCurrent(isOne ? OneKind : SeveralKind);
    m_bounds->setVisible(!isOne);
    m_least->setBounds(0, count);
    m_least->setValue(m_group.minimum);
    m_most->setBounds(1, count);
    m_most->setValue(m_group.maximum);
}

bool GroupSheet::check() {
    const auto isFit = [](const QString &name) {
        return !name.trimmed().isEmpty() && name.size() <= kLongestName;
    };
    for (const Language language : {Language::Korean, Language::English}) {
        if (!isFit(m_group.name.in(language))) {
            m_name->setComplaint(language, RefusalWords::ofName());
            m_name->enter(language);
            return false;
        }
    }
    if (m_group.options.isEmpty()) {
        complain(tr("Add at least one option."));
        return false;
    }
    for (int row = 0; row < m_group.options.size(); ++row) {
        const OptionForm &option = m_group.options.at(row);
        for (const Language language : {Language::Korean, Language::English}) {
            if (isFit(option.name.in(language)))
                continue;
            m_options->setCurrent(row);
            m_optionName->setComplaint(language, RefusalWords::ofName());
            m_optionName->enter(language);
            return false;
        }
        const auto price = amountOf(option.price, m_currency);
        if (!price || *price > kHighestPrice) {
            m_options->setCurrent(row);
            m_priceRow->setComplaint(RefusalWords::ofAmount(m_currency));
            m_price->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

void GroupSheet::submit() {
    complain({});
    if (!check())
        return;
    close();
    emit done(m_group);
}

void GroupSheet::retranslate() {
    EditSheet::retranslate();
    setTitle(m_isNew ? tr("New option group") : tr("Option group"));
    m_name->setLabels(tr("Name in Korean"), tr("Name in English"));
    m_kindRow->setLabel(tr("How many may be chosen"));
    m_kind->setParts({{tr("Exactly one")}, {tr("Several, or none")}});
    m_leastRow->setLabel(tr("At least"));
    m_mostRow->setLabel(tr("At most"));
    m_optionsTitle->setText(tr("Options, in their order"));
    m_options->setAccessibleName(m_optionsTitle->text());
    m_add->setText(tr("Add option"));
    m_optionName->setLabels(tr("Option in Korean"), tr("Option in English"));
    m_priceRow->setLabel(tr("Extra price"));
    m_drop->setText(tr("Remove option"));
    removeButton()->setText(tr("Remove the group"));
    doneButton()->setText(tr("Apply"));
    showList();
}

} // namespace soban::shop_app
