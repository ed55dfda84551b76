// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace soban::rider_app {

/// Four places for the digits of the customer's code; takes them from the keyboard as well.
class CodeCells : public QWidget {
    Q_OBJECT

public:
    static constexpr int kDigits = 4;
    static constexpr int kTall = 60; ///< at a text scale of 1, unless said otherwise

    explicit CodeCells(QWidget *parent = nullptr);

    void setTall(int pixels);
    const QString &code() const { return m_code; }
    bool isFull() const { return m_code.size() == kDigits; }
    void clear();
    void add(QChar digit);
    void removeLast();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void settle();

    QString m_code;
    int m_tall = kTall;
};

} // namespace soban::rider_app
