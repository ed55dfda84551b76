// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/Tokens.h"
#include "ui/WrappingWidget.h"

namespace soban::customer {

/// What has happened, on a soft ground: a sentence and what it means. As a box among other things,
/// or as the band at the head of a card.
class NoticeBox : public ui::WrappingWidget {
    Q_OBJECT

public:
    enum class Shape { Box, Band };

    NoticeBox(ui::Tone tone, ui::Icon icon, Shape shape = Shape::Box, QWidget *parent = nullptr);

    void setTone(ui::Tone tone, ui::Icon icon);
    void setWords(const QString &title, const QString &text);

    int heightForWidth(int width) const override;

protected:
    int hintWidth() const override;
    int leastWidth() const override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Measures;
    Measures measures(int width) const;

    ui::Tone m_tone;
    ui::Icon m_icon;
    Shape m_shape;
    QString m_title;
    QString m_text;
};

} // namespace soban::customer
