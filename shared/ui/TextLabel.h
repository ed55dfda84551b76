// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Look.h"

#include <QLabel>

namespace soban::ui {

/// The colours in which text is set; each scheme has its own.
enum class Ink { Ink, Ink2, Ink3, Accent, Fresh, Waiting, Late, Danger, OnLacquer, OnLacquer2 };

QColor colorOf(const Tokens &tokens, Ink ink);

/// Words in one of the sizes of `Text`, with their line heights. Wraps between words as far as
/// `setMostLines` allows (1 unless told).
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(Text text, Weight weight = Weight::Regular, Ink ink = Ink::Ink,
                       QWidget *parent = nullptr);

    void setInk(Ink ink);
    /// 0: as many as it takes.
    void setMostLines(int lines);
    /// Money and codes: never shortened, and the layout keeps room for all of it.
    void setKeptWhole(bool kept);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_mostLines != 1; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Text m_text;
    Weight m_weight;
    Ink m_ink;
    int m_mostLines = 1;
    bool m_isKeptWhole = false;
};

} // namespace soban::ui
