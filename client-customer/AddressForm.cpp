// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/AddressForm.h"

#include "client-customer/PlacePicker.h"
#include "desk/MapTiles.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/FittingPane.h"
#include "ui/Formats.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

namespace soban::customer {

namespace {

using namespace ui;

// As the server takes them.
constexpr int kLongestLabel = 40;
constexpr int kLongestText = 200;
constexpr int kRing = 6; ///< room for the ring around what has the focus
constexpr int kThereMeters = 15;

/// Of the eight directions the one that leads from a place to another: 0 is north, 2 is east.
int directionOf(const GeoPoint &from, const GeoPoint &to) {
    const double north = to.latitude() - from.latitude();
    const double east =
        (to.longitude() - from.longitude()) * std::cos(qDegreesToRadians(from.latitude()));
    const double turn = qRadiansToDegrees(std::atan2(east, north));
    return (qRound(turn / 45) + 8) % 8;
}

} // namespace

AddressForm::AddressForm(desk::MapTiles &tiles, QWidget *parent) : QWidget(parent), m_tiles(tiles) {
    build();
    tiles.serve(*m_map);
    connect(m_save, &Button::clicked, this, &AddressForm::submit);
    connect(m_text, &TextField::returnPressed, this, &AddressForm::submit);
    connect(m_label, &TextField::returnPressed, this, &AddressForm::submit);
    connect(m_back, &Button::clicked, this, &AddressForm::left);
    connect(&tiles, &desk::MapTiles::usabilityChanged, this, &AddressForm::explainMap);
    connect(m_map, &PlacePicker::placed, this, [this] {
        m_isPinMoved = true;
        m_mapRow->setComplaint({});
    });
    connect(m_map, &PlacePicker::landmarksShown, this, &AddressForm::explainMap);
    retranslate();
}

void AddressForm::build() {
    m_title = new TextLabel(Text::Sum, Weight::Bold);
    m_text = new TextField;
    m_text->setSymbol(Icon::Pin);
    m_text->setMaxLength(kLongestText);
    m_label = new TextField;
    m_label->setMaxLength(kLongestLabel);
    m_map = new PlacePicker;
    m_textRow = new FieldRow(m_text);
    m_labelRow = new FieldRow(m_label);
    m_mapRow = new FieldRow(m_map);
    m_save = new Button(ButtonRole::Primary, Icon::Check);
    m_back = new Button(ButtonRole::Plain);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metrics::kGap8);
    answers->addStretch(1);
    answers->addWidget(m_back);
    answers->addWidget(m_save);
    auto *fields = new QWidget;
    auto *inner = new QVBoxLayout(fields);
    inner->setContentsMargins(kRing, kRing, kRing, kRing);
    inner->setSpacing(metrics::kGap12);
    inner->addWidget(m_textRow);
    inner->addWidget(m_labelRow);
    inner->addWidget(m_mapRow, 1);
    auto *pane = new FittingPane;
    pane->setContent(fields);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_title);
    column->addWidget(pane, 1);
    column->addLayout(answers);
}

void AddressForm::beginNew(const GeoPoint &start, const QList<MapMark> &landmarks) {
    m_isNew = true;
    begin({}, {QString(), start}, landmarks);
}

void AddressForm::beginEdit(const contract::SavedAddress &saved, const QList<MapMark> &landmarks) {
    m_isNew = false;
    begin(saved.label, saved.address, landmarks);
}

void AddressForm::begin(const QString &label, const Address &address,
                        const QList<MapMark> &landmarks) {
    m_isPinMoved = false;
    m_landmarks = landmarks;
    m_text->setText(address.text);
    m_label->setText(label);
    m_map->begin(address.position, landmarks);
    setBusy(false);
    clearComplaints();
    retranslate();
    m_text->setFocus(Qt::TabFocusReason);
}

void AddressForm::clearComplaints() {
    for (FieldRow *row : {m_textRow, m_labelRow, m_mapRow})
        row->setComplaint({});
}

void AddressForm::setBusy(bool busy) {
    m_save->setBusy(busy);
}

void AddressForm::submit() {
    clearComplaints();
    const QString text = m_text->text().trimmed();
    if (text.isEmpty()) {
        m_textRow->setComplaint(tr("Enter the street, the building and the unit."));
        m_text->setFocus(Qt::TabFocusReason);
        return;
    }
    if (m_isNew && !m_isPinMoved) {
        m_mapRow->setComplaint(tr("Move the map first: riders follow the pin."));
        m_map->setFocus(Qt::TabFocusReason);
        return;
    }
    emit submitted({m_label->text().trimmed(), {text, *m_map->place()}});
}

bool AddressForm::complain(const contract::Problem &problem) {
    const QString field = problem.field.value_or(QString());
    if (field.contains(QLatin1StringView("position"))) {
        m_mapRow->setComplaint(tr("This place cannot be used. Move the pin."));
        m_map->setFocus(Qt::TabFocusReason);
    } else if (field.endsWith(QLatin1StringView("label"))) {
        m_labelRow->setComplaint(tr("This label cannot be used. Choose another one."));
        m_label->setFocus(Qt::TabFocusReason);
    } else if (field.endsWith(QLatin1StringView("text"))) {
        m_textRow->setComplaint(tr("This address cannot be used. Write it in another way."));
        m_text->setFocus(Qt::TabFocusReason);
    } else {
        return false;
    }
    return true;
}

void AddressForm::retranslate() {
    m_title->setText(m_isNew ? tr("New address") : tr("Change the address"));
    m_textRow->setLabel(tr("Address"));
    m_textRow->setHelp(tr("Street, building and unit. It does not move the pin on the map."));
    m_labelRow->setLabel(tr("Label"));
    m_label->setPlaceholderText(tr("Home"));
    m_mapRow->setLabel(tr("Where it is on the map"));
    explainMap();
    m_save->setText(tr("Save"));
    m_back->setText(tr("Back"));
}

/// Without streets nobody sees where the pin is: it is told.
void AddressForm::explainMap() {
    QStringList sentences;
    if (m_map->place())
        sentences.append(whereThePinStands());
    sentences.append(
        tr("Riders follow the pin: move the map until it stands on the door. Drag it, click on the "
           "place, or use the arrow keys."));
    if (!m_tiles.isUsable())
        sentences.append(tr("This map has no streets: the shops show where you are."));
    m_mapRow->setHelp(sentences.join(u' '));
}

/// By a shop that is drawn on the map; only where none is, by one that lies beyond its edge.
QString AddressForm::whereThePinStands() const {
    const GeoPoint pin = *m_map->place();
    const QList<MapMark> seen = m_map->landmarksInSight();
    const QList<MapMark> &known = seen.isEmpty() ? m_landmarks : seen;
    const auto nearest = std::min_element(
        known.cbegin(), known.cend(), [&](const MapMark &one, const MapMark &other) {
            return one.at.distanceMetersTo(pin) < other.at.distanceMetersTo(pin);
        });
    if (nearest == known.cend())
        return tr("The pin stands at %1, %2.")
            .arg(pin.latitude(), 0, 'f', 5)
            .arg(pin.longitude(), 0, 'f', 5);
    const int meters = qRound(nearest->at.distanceMetersTo(pin));
    if (meters < kThereMeters)
        return tr("The pin stands at “%1”.").arg(nearest->label);
    const std::array ways{tr("north"), tr("north-east"), tr("east"), tr("south-east"),
                          tr("south"), tr("south-west"), tr("west"), tr("north-west")};
    return (seen.isEmpty() ? tr("The pin stands %1 %2 of “%3”, which lies outside this map.")
                           : tr("The pin stands %1 %2 of “%3”."))
        .arg(distanceText(meters), ways.at(size_t(directionOf(nearest->at, pin))), nearest->label);
}

void AddressForm::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
