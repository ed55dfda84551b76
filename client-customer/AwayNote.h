// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace soban::ui {
class Button;
} // namespace soban::ui

namespace soban::customer {

class NoticeBox;
class PlaceBook;

/// Says that another than the customer's usual address is chosen, and leads back with one press.
/// Shows itself only then.
class AwayNote : public QWidget {
    Q_OBJECT

public:
    explicit AwayNote(PlaceBook &places, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    PlaceBook &m_places;
    NoticeBox *m_note;
    ui::Button *m_back;
};

} // namespace soban::customer
