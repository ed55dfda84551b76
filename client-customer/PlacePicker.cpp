// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/PlacePicker.h"

#include "ui/Button.h"

#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kTall = 220;
constexpr int kStep = 12; ///< pixels
constexpr int kLongStep = 60;

} // namespace

PlacePicker::PlacePicker(QWidget *parent) : MapView(parent) {
    setMinimumHeight(Look::of(this).scaled(120));
    m_nearer = addZoom(Icon::Plus, Qt::Key_Plus);
    m_farther = addZoom(Icon::Minus, Qt::Key_Minus);
    retranslateZoom();
    connect(this, &MapView::groundPressed, this, &PlacePicker::put);
    connect(this, &MapView::markPressed, this, [this](const QString &id) {
        const auto mark = std::find_if(m_landmarks.cbegin(), m_landmarks.cend(),
                                       [&](const MapMark &other) { return other.id == id; });
        if (mark != m_landmarks.cend())
            put(mark->at);
    });
}

/// The same as the key, for a hand.
Button *PlacePicker::addZoom(Icon icon, Qt::Key key) {
    auto *button = new Button(ButtonRole::Plain, icon, {}, this);
    connect(button, &Button::clicked, this, [this, key] {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        keyPressEvent(&press);
    });
    return button;
}

void PlacePicker::placeZoom() {
    const QSize size = m_nearer->sizeHint();
    const int left = width() - size.width() - metrics::kGap8;
    m_nearer->setGeometry(QRect(QPoint(left, metrics::kGap8), size));
    m_farther->setGeometry(m_nearer->geometry().translated(0, size.height() + metrics::kGap4));
}

void PlacePicker::retranslateZoom() {
    m_nearer->setAccessibleName(tr("Zoom in"));
    m_nearer->setToolTip(tr("Zoom in (+)"));
    m_farther->setAccessibleName(tr("Zoom out"));
    m_farther->setToolTip(tr("Zoom out (−)"));
}

void PlacePicker::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateZoom();
    if (event->type() == QEvent::StyleChange)
        placeZoom();
    MapView::changeEvent(event);
}

QSize PlacePicker::sizeHint() const {
    return {MapView::sizeHint().width(), Look::of(this).scaled(kTall)};
}

void PlacePicker::begin(const GeoPoint &place, const QList<MapMark> &landmarks) {
    m_place = place;
    m_landmarks = landmarks;
    showMarks();
    showStart();
}

/// As near as all the landmarks let one, the pin in the middle.
void PlacePicker::showStart() {
    showEverything();
    if (m_place)
        centreOn(*m_place);
}

void PlacePicker::showEvent(QShowEvent *event) {
    MapView::showEvent(event);
    showStart(); // only now its size is known
}

void PlacePicker::resizeEvent(QResizeEvent *event) {
    MapView::resizeEvent(event);
    placeZoom();
    if (m_place)
        centreOn(*m_place);
}

void PlacePicker::put(const GeoPoint &place) {
    m_place = place;
    showMarks();
    centreOn(place);
    emit placed(place);
}

void PlacePicker::mouseMoveEvent(QMouseEvent *event) {
    MapView::mouseMoveEvent(event);
    const auto middle = centre();
    if (m_place && middle && middle->distanceMetersTo(*m_place) > metersPerPixel())
        put(*middle);
}

void PlacePicker::wheelEvent(QWheelEvent *event) {
    // About the pin, wherever the pointer is: a look from nearer does not move it.
    QWheelEvent middle(viewport()->rect().center(), event->globalPosition(), event->pixelDelta(),
                       event->angleDelta(), event->buttons(), event->modifiers(), event->phase(),
                       event->inverted());
    MapView::wheelEvent(&middle);
    if (m_place)
        centreOn(*m_place);
    event->accept();
}

void PlacePicker::showMarks() {
    QList<MapMark> marks = m_landmarks;
    if (m_place) {
        marks.append({QStringLiteral("place"), *m_place, MapMark::Kind::Pin, QString(), Icon::Pin,
                      QString(), true});
    }
    setMarks(marks);
}

void PlacePicker::keyPressEvent(QKeyEvent *event) {
    const int step = event->modifiers() & Qt::ShiftModifier ? kLongStep : kStep;
    QPoint way;
    switch (event->key()) {
    case Qt::Key_Left:
        way = {-step, 0};
        break;
    case Qt::Key_Right:
        way = {step, 0};
        break;
    case Qt::Key_Up:
        way = {0, -step};
        break;
    case Qt::Key_Down:
        way = {0, step};
        break;
    default:
        MapView::keyPressEvent(event);
        if (m_place)
            centreOn(*m_place);
        return;
    }
    if (!m_place)
        return;
    if (const auto there = placeAt(pixelOf(*m_place) + way))
        put(*there);
}

} // namespace soban::customer
