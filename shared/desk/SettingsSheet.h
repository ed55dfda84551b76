// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Desk.h"
#include "ui/Sheet.h"

#include <vector>

class QCheckBox;
class QVBoxLayout;

namespace soban::ui {
class Button;
class FieldRow;
class Segment;
class Stepper;
class TextLabel;
} // namespace soban::ui

namespace soban::desk {

class NoteLine;

/// The sounds that an app has at all.
QList<SoundKind> soundsOf(App app);

/// What the person may set: language, look, size of text, motion, sounds; and the way out. What is
/// set holds at once.
class SettingsSheet : public ui::Sheet {
    Q_OBJECT

public:
    SettingsSheet(Desk &desk, QWidget *window);

    /// Takes in what an app has to set beyond the common; before the account.
    void addSection(QWidget *section);

signals:
    void signOutChosen();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct SoundRow {
        SoundKind kind;
        QCheckBox *isHeard;
        ui::Button *listen;
    };

    void build();
    QWidget *soundRow(SoundKind kind);
    void join();
    void retranslate();
    void showValues();
    static QString nameOf(SoundKind kind);

    Desk &m_desk;
    ui::TextLabel *m_title;
    ui::Segment *m_language;
    ui::FieldRow *m_languageRow;
    ui::Segment *m_scheme;
    ui::FieldRow *m_schemeRow;
    ui::Stepper *m_textSize;
    ui::FieldRow *m_textSizeRow;
    QCheckBox *m_motion;
    ui::TextLabel *m_soundsTitle;
    ui::Stepper *m_volume;
    ui::FieldRow *m_volumeRow;
    std::vector<SoundRow> m_sounds;
    NoteLine *m_mustRing;
    QVBoxLayout *m_sections;
    ui::TextLabel *m_account;
    ui::Button *m_signOut;
    ui::Button *m_done;
};

} // namespace soban::desk
