// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/PrintSettings.h"
#include "clock/Clock.h"

#include <QWidget>

namespace soban::desk {
class NoteLine;
} // namespace soban::desk

namespace soban::ui {
class Button;
class FieldRow;
class Segment;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// The part of the settings that is about kitchen tickets.
class PrintSection : public QWidget {
    Q_OBJECT

public:
    PrintSection(PrintSettings &settings, const Clock &clock, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFolder();
    void showValues();
    void retranslate();

    PrintSettings &m_settings;
    const Clock &m_clock;
    ui::TextLabel *m_title;
    ui::Segment *m_target;
    ui::FieldRow *m_targetRow;
    desk::NoteLine *m_note;
    ui::Button *m_folder;
};

} // namespace soban::shop_app
