// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/RiderSettings.h"

#include "ui/FieldRow.h"

#include <QCheckBox>
#include <QEvent>
#include <QVBoxLayout>

namespace soban::rider_app {

namespace {

using namespace ui;

} // namespace

RiderSettings::RiderSettings(desk::Preferences &preferences, std::function<bool()> isSimulated,
                             QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_isSimulated(std::move(isSimulated))
    , m_title(new TextLabel(Text::Name, Weight::Bold))
    , m_simulate(new QCheckBox)
    , m_hint(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_tiles(new TextField)
    , m_tilesRow(new FieldRow(m_tiles))
    , m_attribution(new TextField)
    , m_attributionRow(new FieldRow(m_attribution)) {
    m_hint->setMostLines(6);
    m_tiles->setPlaceholderText(QStringLiteral("https://…/{z}/{x}/{y}.png"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::kGap12);
    rows->addWidget(m_title);
    rows->addWidget(m_simulate);
    rows->addWidget(m_hint);
    rows->addWidget(m_tilesRow);
    rows->addWidget(m_attributionRow);
    connect(m_simulate, &QCheckBox::clicked, this,
            [this](bool isOn) { m_preferences.setSimulatesPosition(isOn); });
    connect(m_tiles, &QLineEdit::editingFinished, this, &RiderSettings::takeTiles);
    connect(m_tiles, &QLineEdit::textEdited, this, [this] { m_tilesRow->setComplaint({}); });
    connect(m_attribution, &QLineEdit::editingFinished, this, [this] {
        if (m_attribution->text() != m_preferences.tileAttribution())
            m_preferences.setTileAttribution(m_attribution->text());
    });
    retranslate();
}

void RiderSettings::takeTiles() {
    const QString pattern = m_tiles->text().trimmed();
    const bool isGood = pattern.isEmpty() || desk::MapTiles::isPattern(pattern);
    m_tilesRow->setComplaint(isGood ? QString()
                                    : tr("The URL needs http(s)://, {z}, {x} and {y}."));
    if (isGood && pattern != m_preferences.tilePattern())
        m_preferences.setTilePattern(pattern);
}

void RiderSettings::retranslate() {
    m_title->setText(tr("Position and map"));
    m_simulate->setText(tr("Simulate my position (for trying out)"));
    m_hint->setText(tr("For trying out the app without riding: a made-up position moves along the "
                       "way by itself, and the customer sees it. Off: the position is this "
                       "computer's, or the one that you set on the map."));
    m_tilesRow->setLabel(tr("Map tile URL"));
    m_tilesRow->setHelp(tr("Empty: a plain map with distances."));
    m_attributionRow->setLabel(tr("Map attribution"));
}

void RiderSettings::showValues() {
    m_simulate->setChecked(m_isSimulated());
    m_tiles->setText(m_preferences.tilePattern());
    m_tilesRow->setComplaint({});
    m_attribution->setText(m_preferences.tileAttribution());
}

void RiderSettings::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RiderSettings::showEvent(QShowEvent *event) {
    showValues();
    QWidget::showEvent(event);
}

} // namespace soban::rider_app
