// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/Tokens.h"

#include <QAbstractButton>

#include <optional>

class QButtonGroup;

namespace soban::ui {

/// One of a few, side by side in one frame: delivery or collection, normal, busy or paused.
class Segment : public QWidget {
    Q_OBJECT

public:
    struct Part {
        QString text;
        std::optional<Icon> symbol = {};
        Tone tone = Tone::Accent; ///< of the part while it is chosen
        QString name = {};        ///< what a part without text is called
    };

    explicit Segment(QWidget *parent = nullptr);

    /// Replaces all parts; the present choice stays where there still is such a part.
    void setParts(const QList<Part> &parts);
    int current() const;
    void setCurrent(int index); ///< says nothing
    void setPartEnabled(int index, bool enabled);
    void setTall(int pixels);

signals:
    void chosen(int index); ///< by the person

private:
    QButtonGroup *m_group;
    int m_tall = metrics::kDenseHeight;
};

} // namespace soban::ui
