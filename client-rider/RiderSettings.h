// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/Services.h"

#include <QWidget>

class QCheckBox;

namespace soban::ui {
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::rider_app {

/// What only a rider sets: where the position comes from, and the map's tiles.
class RiderSettings : public QWidget {
    Q_OBJECT

public:
    RiderSettings(desk::Preferences &preferences, std::function<bool()> isSimulated,
                  QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void takeTiles();
    void retranslate();
    void showValues();

    desk::Preferences &m_preferences;
    std::function<bool()> m_isSimulated;
    ui::TextLabel *m_title;
    QCheckBox *m_simulate;
    ui::TextLabel *m_hint;
    ui::TextField *m_tiles;
    ui::FieldRow *m_tilesRow;
    ui::TextField *m_attribution;
    ui::FieldRow *m_attributionRow;
};

} // namespace soban::rider_app
