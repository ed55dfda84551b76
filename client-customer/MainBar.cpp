// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MainBar.h"

#include "client-customer/BarButton.h"
#include "ui/NavButton.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::customer {

using namespace ui;

MainBar::MainBar(const QList<Icon> &icons, QWidget *parent)
    : TopBar(parent)
    , m_place(new BarButton(BarButton::Kind::Choice, Icon::Pin))
    , m_person(new BarButton(BarButton::Kind::Person, Icon::User)) {
    m_gap = new QSpacerItem(metrics::kGap24, 0);
    row()->addSpacerItem(m_gap);
    row()->addWidget(m_place, 0, Qt::AlignVCenter);
    row()->addStretch(1);
    for (const Icon icon : icons) {
        auto *way = new NavButton(NavButton::Place::Top, icon);
        const int index = int(m_ways.size());
        connect(way, &NavButton::clicked, this, [this, index] { emit wayChosen(index); });
        m_ways.append(way);
        row()->addWidget(way);
    }
    row()->addWidget(m_person, 0, Qt::AlignVCenter);
    connect(m_place, &BarButton::clicked, this, &MainBar::placeWanted);
    connect(m_person, &BarButton::clicked, this, &MainBar::personChosen);
    setCurrent(0);
    retranslate();
}

void MainBar::setPlace(const QString &place) {
    m_place->setText(place);
    m_place->setToolTip(place);
    m_place->updateGeometry();
    arrange();
}

void MainBar::setPerson(const QString &name) {
    m_person->setText(name);
    retranslate();
    arrange();
}

void MainBar::setWays(const QStringList &names) {
    for (int i = 0; i < m_ways.size(); ++i)
        m_ways.at(i)->setText(names.value(i));
    arrange();
}

void MainBar::setCurrent(int way) {
    m_ways.at(way)->setChecked(true);
}

void MainBar::setBadge(int way, int count) {
    m_ways.at(way)->setBadge(count);
    arrange();
}

int MainBar::roomWanted(bool isRoomy) const {
    int room = brandRoom(isRoomy) + (isRoomy ? metrics::kGap24 : 0) + 2 * row()->spacing() +
               row()->contentsMargins().right();
    for (const NavButton *way : m_ways)
        room += row()->spacing() + way->widthWhen(!isRoomy);
    return room;
}

void MainBar::arrange() {
    const bool isRoomy =
        roomWanted(true) + m_place->comfortableWidth() + m_person->comfortableWidth() <= width();
    setNameShown(isRoomy);
    m_gap->changeSize(isRoomy ? metrics::kGap24 : 0, 0);
    for (NavButton *way : std::as_const(m_ways))
        way->setUpright(!isRoomy);
    row()->invalidate();
}

QSize MainBar::minimumSizeHint() const {
    // The words of the ways can stand below, even while they do not.
    return {roomWanted(false) + m_place->minimumSizeHint().width() +
                m_person->minimumSizeHint().width(),
            TopBar::minimumSizeHint().height()};
}

void MainBar::retranslate() {
    m_place->setAccessibleDescription(tr("Where to"));
    m_person->setAccessibleDescription(tr("Your account"));
    m_person->setToolTip(tr("%1: your account").arg(m_person->text()));
}

void MainBar::changeEvent(QEvent *event) {
    TopBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        arrange();
}

void MainBar::resizeEvent(QResizeEvent *event) {
    TopBar::resizeEvent(event);
    arrange();
}

} // namespace soban::customer
