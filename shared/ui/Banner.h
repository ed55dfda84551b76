// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/Tokens.h"

#include <QWidget>

class QHBoxLayout;

namespace soban::ui {

class Button;
class TextLabel;

/// A thin line across the window that says how things are: no connection, a payment that is being
/// asked about. Never in the way of what is still possible.
class Banner : public QWidget {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void tell(Tone tone, Icon icon, const QString &strong, const QString &plain = {});
    /// A button at its end; empty: none.
    void offer(const QString &action);

signals:
    void actionChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Waiting;
    Icon m_icon = Icon::Info;
    QHBoxLayout *m_row;
    TextLabel *m_strong;
    TextLabel *m_plain;
    Button *m_action;
};

} // namespace soban::ui
