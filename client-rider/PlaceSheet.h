// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GeoPoint.h"
#include "ui/Sheet.h"

#include <optional>

namespace soban::ui {
class Button;
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::rider_app {

/// Asks for a position where there is none yet: without one, no map has a middle.
class PlaceSheet : public ui::Sheet {
    Q_OBJECT

public:
    explicit PlaceSheet(QWidget *host);

    /// "37.8813, 127.7298", as maps on the web give it.
    static std::optional<GeoPoint> placeOf(const QString &text);

signals:
    void placeChosen(const soban::GeoPoint &place);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take();
    void retranslate();

    ui::TextLabel *m_title;
    ui::TextLabel *m_why;
    ui::TextField *m_place;
    ui::FieldRow *m_row;
    ui::Button *m_back;
    ui::Button *m_done;
};

} // namespace soban::rider_app
