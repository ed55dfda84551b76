// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/Tokens.h"
#include "ui/WrappingWidget.h"

namespace soban::ui {

class Button;
class TextLabel;

/// A thin line across the window that says how things are: no connection, a payment that is being
/// asked about. Never in the way of what is still possible. Grows where its words need more lines.
class Banner : public WrappingWidget {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void tell(Tone tone, Icon icon, const QString &strong, const QString &plain = {});
    /// A button at its end; empty: none.
    void offer(const QString &action);

    int heightForWidth(int width) const override;

signals:
    void actionChosen();

protected:
    int hintWidth() const override;
    int leastWidth() const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Where its parts are at a width.
    struct Places {
        QRect strong, plain, action;
        int height;
    };
    Places places(int width) const;
    void arrange();

    Tone m_tone = Tone::Waiting;
    Icon m_icon = Icon::Info;
    TextLabel *m_strong;
    TextLabel *m_plain;
    Button *m_action;
};

} // namespace soban::ui
