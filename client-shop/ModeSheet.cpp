// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ModeSheet.h"

#include "ui/Button.h"
#include "ui/Segment.h"
#include "ui/Stepper.h"
#include "ui/TextLabel.h"

#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kWidest = 480;
constexpr int kUsualExtra = 10, kMostExtra = 60, kExtraStep = 5;
/// The parts of the choice; the last, without an end, is no number here.
constexpr std::array kSpans{std::chrono::minutes(30), std::chrono::minutes(60),
                            std::chrono::minutes(120)};

} // namespace

ModeSheet::ModeSheet(ShopState &shop, QWidget *host)
    : EditSheet(host)
    , m_shop(shop)
    , m_text(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_extraLabel(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_extra(new Stepper)
    , m_untilLabel(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_until(new Segment) {
    setWidest(kWidest);
    m_text->setMostLines(0);
    m_extra->setTall(metrics::kShopHeight);
    m_extra->setBounds(kExtraStep, kMostExtra, kExtraStep);
    m_until->setTall(metrics::kShopHeight - metrics::kGap8);
    setTall(metrics::kShopHeight);
    for (QWidget *part : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_extraLabel),
                          static_cast<QWidget *>(m_extra), static_cast<QWidget *>(m_untilLabel),
                          static_cast<QWidget *>(m_until)})
        content()->addWidget(part);
    retranslate();
}

void ModeSheet::show(ShopMode mode) {
    m_mode = mode;
    // What is so already stands there to be changed.
    const auto &settings = m_shop.settings();
    const bool isOn = settings && m_shop.mode() == mode;
    m_extraBefore = isOn ? settings->mode.extraMinutes.value_or(kUsualExtra) : kUsualExtra;
    m_untilBefore = isOn && !settings->mode.until ? int(kSpans.size()) : 0;
    m_extra->setValue(m_extraBefore);
    m_until->setCurrent(m_untilBefore);
    const bool isBusy = mode == ShopMode::Busy;
    m_extraLabel->setVisible(isBusy);
    m_extra->setVisible(isBusy);
    retranslate();
    open();
    doneButton()->setFocus(Qt::OtherFocusReason);
}

bool ModeSheet::isChanged() const {
    return m_extra->value() != m_extraBefore || m_until->current() != m_untilBefore;
}

void ModeSheet::submit() {
    contract::ShopModeSetting setting{m_mode, {}, {}};
    if (m_mode == ShopMode::Busy)
        setting.extraMinutes = m_extra->value();
    const int span = m_until->current();
    if (span >= 0 && span < int(kSpans.size()))
        setting.until = m_shop.here().now + kSpans.at(span);
    m_shop.setMode(setting);
    close();
}

void ModeSheet::retranslate() {
    EditSheet::retranslate();
    const bool isBusy = m_mode == ShopMode::Busy;
    setTitle(isBusy ? tr("Busy") : tr("Pause"));
    m_text->setText(isBusy ? tr("Customers are told a longer time before they order.")
                           : tr("No new orders until then. Those that are here go on."));
    m_extraLabel->setText(tr("How much longer"));
    m_extra->setAccessibleName(m_extraLabel->text());
    m_extra->setPattern(tr("+%1 min"));
    m_untilLabel->setText(tr("For how long"));
    m_until->setAccessibleName(m_untilLabel->text());
    const int current = m_until->current();
    m_until->setParts({{tr("30 min")}, {tr("1 hour")}, {tr("2 hours")}, {tr("Until I end it")}});
    m_until->setCurrent(current);
    doneButton()->setText(isBusy ? tr("Set busy") : tr("Pause now"));
}

} // namespace soban::shop_app
