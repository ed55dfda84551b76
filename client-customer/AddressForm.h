// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Customer.h"
#include "contract/Problem.h"
#include "ui/MapPin.h"

#include <QWidget>

namespace soban::ui {
class Button;
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::desk {
class MapTiles;
} // namespace soban::desk

namespace soban::customer {

class PlacePicker;

/// One address: its text, a label, and where it is on the map.
class AddressForm : public QWidget {
    Q_OBJECT

public:
    explicit AddressForm(desk::MapTiles &tiles, QWidget *parent = nullptr);

    /// Empty fields, and the pin at `start`.
    void beginNew(const GeoPoint &start, const QList<ui::MapMark> &landmarks);
    void beginEdit(const contract::SavedAddress &saved, const QList<ui::MapMark> &landmarks);
    /// Shows a refusal at the field that it is about; false if it is about none of them.
    bool complain(const contract::Problem &problem);
    void setBusy(bool busy);

signals:
    void submitted(const soban::contract::SavedAddress &saved);
    void left(); ///< back to where it was opened from

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void begin(const QString &label, const Address &address, const QList<ui::MapMark> &landmarks);
    void submit();
    void clearComplaints();
    void explainMap();
    QString whereThePinStands() const;
    void retranslate();

    const desk::MapTiles &m_tiles;
    QList<ui::MapMark> m_landmarks;
    bool m_isNew = true;
    bool m_isPinMoved = false;
    ui::TextLabel *m_title;
    ui::TextField *m_text;
    ui::TextField *m_label;
    ui::FieldRow *m_textRow;
    ui::FieldRow *m_labelRow;
    PlacePicker *m_map;
    ui::FieldRow *m_mapRow;
    ui::Button *m_save;
    ui::Button *m_back;
};

} // namespace soban::customer
