// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/SettingsSheet.h"

#include "desk/ContentScroll.h"
#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/Segment.h"
#include "ui/Stepper.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::desk {

using namespace soban::ui;
using Choice = Look::Choice;

namespace {

constexpr std::array kChoices{Choice::System, Choice::Light, Choice::Dark};
constexpr int kTextStep = 25;
constexpr int kVolumeStep = 10;

} // namespace

QList<SoundKind> soundsOf(App app) {
    switch (app) {
    case App::Customer:
        return {SoundKind::Step, SoundKind::Message};
    case App::Shop:
        return {SoundKind::NewOrder, SoundKind::TicketChanged, SoundKind::Cancelled,
                SoundKind::Message};
    case App::Rider:
        return {SoundKind::Offer, SoundKind::Step, SoundKind::Cancelled, SoundKind::Message};
    }
    return {};
}

SettingsSheet::SettingsSheet(Desk &desk, QWidget *window)
    : Sheet(window)
    , m_desk(desk)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_language(new Segment)
    , m_languageRow(new FieldRow(m_language))
    , m_scheme(new Segment)
    , m_schemeRow(new FieldRow(m_scheme))
    , m_textSize(new Stepper)
    , m_textSizeRow(new FieldRow(m_textSize))
    , m_motion(new QCheckBox)
    , m_soundsTitle(new TextLabel(Text::Name, Weight::Bold))
    , m_volume(new Stepper)
    , m_volumeRow(new FieldRow(m_volume))
    , m_mustRing(new NoteLine(Icon::Bell, Ink::Ink2))
    , m_sections(new QVBoxLayout)
    , m_account(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_signOut(new Button(ButtonRole::Plain, Icon::Door))
    , m_done(new Button(ButtonRole::Primary)) {
    build();
    join();
    retranslate();
}

void SettingsSheet::build() {
    setWidest(480);
    m_textSize->setBounds(qRound(Look::kLeastScale * 100), qRound(Look::kMostScale * 100),
                          kTextStep);
    m_textSize->setPattern(QStringLiteral("%1 %"));
    m_volume->setBounds(0, 100, kVolumeStep);
    m_volume->setPattern(QStringLiteral("%1 %"));
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    // Room for the focus ring within the scrolled area.
    rows->setContentsMargins(metrics::kGap8, metrics::kGap8, metrics::kGap16, metrics::kGap8);
    rows->setSpacing(metrics::kGap12);
    for (FieldRow *row : {m_languageRow, m_schemeRow, m_textSizeRow})
        rows->addWidget(row);
    rows->addWidget(m_motion);
    rows->addSpacing(metrics::kGap8);
    rows->addWidget(m_soundsTitle);
    rows->addWidget(m_volumeRow);
    const QList<SoundKind> kinds = soundsOf(m_desk.app());
    for (const SoundKind kind : kinds)
        rows->addWidget(soundRow(kind));
    rows->addWidget(m_mustRing);
    rows->addLayout(m_sections);
    rows->addSpacing(metrics::kGap8);
    rows->addWidget(m_account);
    rows->addWidget(m_signOut);
    rows->addStretch(1);
    column()->addWidget(m_title);
    column()->addWidget(new ContentScroll(content), 1);
    column()->addWidget(m_done);
}

void SettingsSheet::addSection(QWidget *section) {
    m_sections->addWidget(section);
    // The keyboard comes by where the eye does.
    setTabOrder(m_sounds.back().listen, section);
    setTabOrder(section, m_signOut);
}

QWidget *SettingsSheet::soundRow(SoundKind kind) {
    auto *row = new QWidget;
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    auto *isHeard = new QCheckBox;
    auto *listen = new Button(ButtonRole::Bare, Icon::Volume);
    across->addWidget(isHeard, 1);
    across->addWidget(listen);
    connect(isHeard, &QCheckBox::clicked, this,
            [this, kind](bool heard) { m_desk.preferences().setMuted(kind, !heard); });
    connect(listen, &Button::clicked, this, [this, kind] { m_desk.sounds().demonstrate(kind); });
    m_sounds.push_back({kind, isHeard, listen});
    return row;
}

void SettingsSheet::join() {
    Preferences &preferences = m_desk.preferences();
    connect(m_language, &Segment::chosen, this, [&preferences](int index) {
        preferences.setLanguage(index == 0 ? Language::Korean : Language::English);
    });
    connect(m_scheme, &Segment::chosen, this,
            [&preferences](int index) { preferences.setScheme(kChoices[std::size_t(index)]); });
    connect(m_textSize, &Stepper::stepped, this,
            [&preferences](int percent) { preferences.setTextScale(percent / 100.0); });
    connect(m_motion, &QCheckBox::clicked, this,
            [&preferences](bool reduced) { preferences.setMotionReduced(reduced); });
    connect(m_volume, &Stepper::stepped, this,
            [&preferences](int percent) { preferences.setVolumePercent(percent); });
    connect(&preferences, &Preferences::soundsChanged, this, &SettingsSheet::showValues);
    connect(&preferences, &Preferences::lookChanged, this, &SettingsSheet::showValues);
    connect(m_signOut, &Button::clicked, this, [this] {
        close();
        emit signOutChosen();
    });
    connect(m_done, &Button::clicked, this, &Sheet::close);
}

QString SettingsSheet::nameOf(SoundKind kind) {
    switch (kind) {
    case SoundKind::NewOrder:
        return tr("New order");
    case SoundKind::TicketChanged:
        return tr("Changed order");
    case SoundKind::Cancelled:
        return tr("Cancelled order");
    case SoundKind::Offer:
        return tr("New delivery nearby");
    case SoundKind::Message:
        return tr("New message");
    case SoundKind::Step:
        return tr("Order update");
    }
    return {};
}

void SettingsSheet::retranslate() {
    m_title->setText(tr("Settings"));
    setAccessibleName(tr("Settings"));
    m_languageRow->setLabel(tr("Language"));
    m_language->setParts({{QStringLiteral("한국어")}, {QStringLiteral("English")}});
    m_schemeRow->setLabel(tr("Appearance"));
    m_scheme->setParts({{tr("Follow the system")}, {tr("Light")}, {tr("Dark")}});
    m_textSizeRow->setLabel(tr("Text size"));
    m_motion->setText(tr("Reduce motion"));
    m_soundsTitle->setText(tr("Sounds"));
    m_volumeRow->setLabel(tr("Volume"));
    for (const SoundRow &row : m_sounds) {
        row.isHeard->setText(nameOf(row.kind));
        row.listen->setAccessibleName(tr("Play: %1").arg(nameOf(row.kind)));
        row.listen->setToolTip(row.listen->accessibleName());
    }
    m_mustRing->setText(tr("While the shop is open, new orders always ring."));
    m_signOut->setText(tr("Sign out"));
    m_done->setText(tr("Done"));
    showValues();
}

void SettingsSheet::showValues() {
    const Preferences &preferences = m_desk.preferences();
    const Look &look = Look::of(this);
    m_language->setCurrent(look.language() == Language::Korean ? 0 : 1);
    const auto choice = std::find(kChoices.begin(), kChoices.end(), look.choice());
    m_scheme->setCurrent(int(choice - kChoices.begin()));
    m_textSize->setValue(qRound(look.textScale() * 100));
    m_motion->setChecked(preferences.isMotionReduced());
    m_volume->setValue(preferences.volumePercent());
    for (const SoundRow &row : m_sounds)
        row.isHeard->setChecked(!preferences.isMuted(row.kind));
    m_mustRing->setVisible(m_desk.app() == App::Shop);
    const auto &account = m_desk.account();
    m_account->setText(account ? tr("Signed in as %1 (%2)").arg(account->name, account->login)
                               : QString());
    m_account->setVisible(account.has_value());
    m_signOut->setVisible(account.has_value());
}

void SettingsSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

void SettingsSheet::showEvent(QShowEvent *event) {
    showValues();
    Sheet::showEvent(event);
}

} // namespace soban::desk
