// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ModeSheet.h"

#include "ui/Button.h"
#include "ui/Segment.h"
#include "ui/Stepper.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kWidest = 480;
constexpr int kUsualExtra = 10, kMostExtra = 60, kExtraStep = 5;
/// The parts of the choice; the last, without an end, is no number here.
constexpr std::array kSpans{std::chrono::minutes(30), std::chrono::minutes(60),
                            std::chrono::minutes(120)};

} // namespace

ModeSheet::ModeSheet(ShopState &shop, const Clock &clock, QWidget *host)
    : Sheet(host)
    , m_shop(shop)
    , m_clock(clock)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_text(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_extraLabel(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_extra(new Stepper)
    , m_untilLabel(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_until(new Segment)
    , m_back(new Button(ButtonRole::Plain))
    , m_done(new Button(ButtonRole::Primary, Icon::Check)) {
    setWidest(kWidest);
    m_text->setMostLines(3);
    m_extra->setTall(metrics::kShopHeight);
    m_extra->setBounds(kExtraStep, kMostExtra, kExtraStep);
    m_until->setTall(metrics::kShopHeight - metrics::kGap8);
    m_back->setTall(metrics::kShopHeight);
    m_done->setTall(metrics::kShopHeight);
    m_done->setDefault(true);
    auto *answers = new QHBoxLayout;
    answers->addWidget(m_back);
    answers->addWidget(m_done, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_text),
                          static_cast<QWidget *>(m_extraLabel), static_cast<QWidget *>(m_extra),
                          static_cast<QWidget *>(m_untilLabel), static_cast<QWidget *>(m_until)})
        column()->addWidget(part);
    column()->addLayout(answers);
    connect(m_back, &Button::clicked, this, &Sheet::close);
    connect(m_done, &Button::clicked, this, &ModeSheet::submit);
    retranslate();
}

void ModeSheet::show(ShopMode mode) {
    m_mode = mode;
    m_extra->setValue(kUsualExtra);
    m_until->setCurrent(0);
    const bool isBusy = mode == ShopMode::Busy;
    m_extraLabel->setVisible(isBusy);
    m_extra->setVisible(isBusy);
    retranslate();
    open();
    m_done->setFocus(Qt::OtherFocusReason);
}

void ModeSheet::submit() {
    contract::ShopModeSetting setting{m_mode, {}, {}};
    if (m_mode == ShopMode::Busy)
        setting.extraMinutes = m_extra->value();
    const int span = m_until->current();
    if (span >= 0 && span < int(kSpans.size()))
        setting.until = m_clock.now() + kSpans.at(span);
    m_shop.setMode(setting);
    close();
}

void ModeSheet::retranslate() {
    const bool isBusy = m_mode == ShopMode::Busy;
    m_title->setText(isBusy ? tr("Busy") : tr("Pause"));
    setAccessibleName(m_title->text());
    m_text->setText(isBusy ? tr("Customers are told a longer time before they order.")
                           : tr("No new orders until then. Those that are here go on."));
    m_extraLabel->setText(tr("How much longer"));
    m_extra->setAccessibleName(m_extraLabel->text());
    m_extra->setPattern(tr("+%1 min"));
    m_untilLabel->setText(tr("For how long"));
    m_until->setAccessibleName(m_untilLabel->text());
    const int current = m_until->current();
    m_until->setParts({{tr("30 min")}, {tr("1 hour")}, {tr("2 hours")}, {tr("Until I say")}});
    m_until->setCurrent(current);
    m_back->setText(tr("Back"));
    m_done->setText(isBusy ? tr("Say so") : tr("Pause now"));
}

void ModeSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::shop_app
