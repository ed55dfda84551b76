// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Bars.h"

class QSpacerItem;

namespace soban::ui {
class NavButton;
} // namespace soban::ui

namespace soban::customer {

class BarButton;

/// The bar above the customer's pages: where to, the ways to the pages, and the person. Where there
/// is little room, first the product's name goes and the ways' words stand below their icons; then
/// the address takes more lines.
class MainBar : public ui::TopBar {
    Q_OBJECT

public:
    /// `icons`: of the ways, in the order of the pages.
    explicit MainBar(const QList<ui::Icon> &icons, QWidget *parent = nullptr);

    void setPlace(const QString &place);
    void setPerson(const QString &name);
    void setWays(const QStringList &names);
    void setCurrent(int way);
    void setBadge(int way, int count);
    BarButton *person() const { return m_person; }

    QSize minimumSizeHint() const override;

signals:
    void placeWanted();
    void wayChosen(int way);
    void personChosen();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void arrange();
    /// Of all but what the address and the person take.
    int roomWanted(bool isRoomy) const;

    QSpacerItem *m_gap;
    BarButton *m_place;
    BarButton *m_person;
    QList<ui::NavButton *> m_ways;
};

} // namespace soban::customer
