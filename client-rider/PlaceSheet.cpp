// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/PlaceSheet.h"

#include "ui/Button.h"
#include "ui/FieldRow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kWidest = 440;

} // namespace

PlaceSheet::PlaceSheet(QWidget *host)
    : Sheet(host)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_why(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_place(new TextField)
    , m_row(new FieldRow(m_place))
    , m_back(new Button(ButtonRole::Plain))
    , m_done(new Button(ButtonRole::Primary, Icon::Pin)) {
    setWidest(kWidest);
    m_why->setMostLines(4);
    m_place->setPlaceholderText(QStringLiteral("37.8813, 127.7298"));
    column()->addWidget(m_title);
    column()->addWidget(m_why);
    column()->addWidget(m_row);
    auto *answers = new QHBoxLayout;
    answers->addWidget(m_back);
    answers->addWidget(m_done, 1);
    column()->addLayout(answers);
    connect(m_back, &Button::clicked, this, &Sheet::close);
    connect(m_done, &Button::clicked, this, &PlaceSheet::take);
    connect(m_place, &QLineEdit::textEdited, this, [this] { m_row->setComplaint({}); });
    retranslate();
}

std::optional<GeoPoint> PlaceSheet::placeOf(const QString &text) {
    const QStringList parts = text.split(u',');
    if (parts.size() != 2)
        return std::nullopt;
    bool isLatitude = false;
    bool isLongitude = false;
    const double latitude = parts.first().trimmed().toDouble(&isLatitude);
    const double longitude = parts.last().trimmed().toDouble(&isLongitude);
    return isLatitude && isLongitude ? GeoPoint::of(latitude, longitude) : std::nullopt;
}

void PlaceSheet::take() {
    const auto place = placeOf(m_place->text());
    if (!place) {
        m_row->setComplaint(tr("Two numbers with a comma between them, as the example shows."));
        m_place->setFocus(Qt::OtherFocusReason);
        return;
    }
    close();
    emit placeChosen(*place);
}

void PlaceSheet::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_back->hasFocus())
            close();
        else
            take();
        return;
    }
    Sheet::keyPressEvent(event);
}

void PlaceSheet::retranslate() {
    setAccessibleName(tr("Where are you?"));
    m_title->setText(tr("Where are you?"));
    m_why->setText(tr("Deliveries are shown around you. Type your position once; later you set it "
                      "on the map."));
    m_row->setLabel(tr("Latitude, longitude"));
    m_back->setText(tr("Back"));
    m_done->setText(tr("Go on duty"));
}

void PlaceSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::rider_app
