// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/PlacePicker.h"

#include "ui/Button.h"
#include "ui/MapPaint.h"

#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>
#include <iterator>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kTall = 220;
constexpr int kStep = 12; ///< pixels
constexpr int kLongStep = 60;
constexpr int kShownAtFirst = 4; ///< landmarks

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
    std::stable_sort(m_landmarks.begin(), m_landmarks.end(),
                     [&](const MapMark &one, const MapMark &other) {
                         return one.at.distanceMetersTo(place) < other.at.distanceMetersTo(place);
                     });
    showStart();
}

/// As near as the nearest landmarks let one, the pin in the middle.
void PlacePicker::showStart() {
    showMarks(m_landmarks.first(std::min<qsizetype>(m_landmarks.size(), kShownAtFirst)));
    showEverything();
    if (m_place)
        centreOn(*m_place);
    showApart();
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
    centreOn(place);
    showApart();
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
    showApart();
    event->accept();
}

/// As many landmarks as stand beside each other at this scale, with their names: the one nearest to
/// the pin, by which its place is told, and then those that were first.
QList<MapMark> PlacePicker::apart() const {
    const Look &look = Look::of(this);
    const int pin = pinSize(look);
    QList<MapMark> kept;
    QList<QRect> taken;
    QList<MapMark> byRank = m_landmarks;
    const auto nearest =
        std::min_element(byRank.begin(), byRank.end(), [&](const auto &one, const auto &other) {
            return m_place &&
                   one.at.distanceMetersTo(*m_place) < other.at.distanceMetersTo(*m_place);
        });
    if (nearest != byRank.end())
        std::rotate(byRank.begin(), nearest, nearest + 1);
    for (const MapMark &mark : std::as_const(byRank)) {
        const int name = textWidth(look, mark.label, Text::Small);
        QRect box(0, 0, std::max(pin, name) + metrics::kGap8,
                  pin + look.lineHeight(Text::Small) + metrics::kGap8);
        box.moveCenter(pixelOf(mark.at));
        const bool isFree = std::none_of(taken.cbegin(), taken.cend(),
                                         [&](const QRect &other) { return other.intersects(box); });
        if (!isFree)
            continue;
        taken.append(box);
        kept.append(mark);
    }
    return kept;
}

void PlacePicker::showApart() {
    m_shown = apart();
    showMarks(m_shown);
    emit landmarksShown();
}

QList<MapMark> PlacePicker::landmarksInSight() const {
    QList<MapMark> seen;
    std::copy_if(
        m_shown.cbegin(), m_shown.cend(), std::back_inserter(seen),
        [this](const MapMark &mark) { return viewport()->rect().contains(pixelOf(mark.at)); });
    return seen;
}

void PlacePicker::showMarks(QList<MapMark> landmarks) {
    if (m_place) {
        landmarks.append({QStringLiteral("place"), *m_place, MapMark::Kind::Pin, QString(),
                          Icon::Pin, QString(), true});
    }
    setMarks(landmarks);
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
        showApart();
        return;
    }
    if (!m_place)
        return;
    if (const auto there = placeAt(pixelOf(*m_place) + way))
        put(*there);
}

} // namespace soban::customer
