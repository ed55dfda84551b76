// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CartLine.h"

#include "ui/Formats.h"
#include "ui/Paint.h"
#include "ui/Stepper.h"
#include "ui/TextLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

/// What parts one line from the next.
class Rule : public QWidget {
public:
    Rule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter(this).fillRect(rect(), Look::of(this).tokens().line);
    }
};

} // namespace

CartLine::CartLine(QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel(Text::Body, Weight::Bold))
    , m_price(new TextLabel(Text::Body, Weight::Bold))
    , m_detail(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_quantity(new Stepper) {
    m_name->setMostLines(0);
    m_price->setKeptWhole(true);
    m_detail->setMostLines(0);
    m_quantity->setBounds(0, kLargestQuantity);
    connect(m_quantity, &Stepper::stepped, this, &CartLine::quantityChosen);
    auto *upper = new QHBoxLayout;
    upper->addWidget(m_name, 1);
    upper->addWidget(m_price, 0, Qt::AlignTop);
    auto *lower = new QHBoxLayout;
    lower->addWidget(m_detail, 1);
    lower->addWidget(m_quantity);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap4);
    column->addLayout(upper);
    column->addLayout(lower);
    column->addSpacing(metrics::kGap4);
    column->addWidget(new Rule);
}

void CartLine::setLine(const OrderLine &line, Language language, bool isFixed) {
    const QString name = line.name.in(language);
    m_name->setText(isFixed ? name + u" ×" + QString::number(line.quantity) : name);
    m_price->setText(moneyText(line.total));
    QStringList options;
    for (const PricedOption &option : line.options)
        options.append(option.inFull().in(language));
    m_detail->setText(options.join(QStringLiteral(" · ")));
    m_quantity->setValue(line.quantity);
    m_quantity->setAccessibleName(tr("Quantity of %1").arg(name));
    m_quantity->setVisible(!isFixed);
}

} // namespace soban::customer
