// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Tokens.h"

#include <QWidget>

namespace soban::ui {

/// A small whole number between two buttons: how many, how many minutes. Keys: + − ↑ ↓ Home End.
class Stepper : public QWidget {
    Q_OBJECT

public:
    explicit Stepper(QWidget *parent = nullptr);

    int value() const { return m_value; }
    void setValue(int value); ///< kept within the bounds; says nothing
    void setBounds(int least, int most, int step = 1);
    void setTall(int pixels);
    /// How the value reads: "%1" alone unless told, "%1분".
    void setPattern(const QString &pattern);

    /// The two ends, for those who cannot see them; as with `PartsDelegate`.
    Q_INVOKABLE QStringList partWords() const;
    Q_INVOKABLE QRect partBox(int part) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void stepped(int value); ///< by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void stepTo(int value);
    QRect minusRect() const;
    QRect plusRect() const;
    void tellAccessibility();

    int m_value = 1;
    int m_least = 0;
    int m_most = 99;
    int m_step = 1;
    int m_tall = metrics::kDenseHeight;
    QString m_pattern = QStringLiteral("%1");
    Qt::ArrowType m_pressed = Qt::NoArrow;
};

} // namespace soban::ui
