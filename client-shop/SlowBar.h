// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace soban::shop_app {

/// Shows that something is under way, if it takes long enough to be noticed. Takes up its height
/// all the time, so that nothing jumps.
class SlowBar : public QWidget {
    Q_OBJECT

public:
    static constexpr int kNoticedMs = 300;

    explicit SlowBar(QWidget *parent = nullptr);

    void begin();
    void end();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QTimer m_patience;
    QTimer m_step;
    int m_at = 0; ///< how far the piece has run, in steps
};

} // namespace soban::shop_app
