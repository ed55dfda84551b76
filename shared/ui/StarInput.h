// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace soban::ui {

/// Asks for one to five stars, with a word for each. Keys: 1 to 5, arrows, Home, End.
class StarInput : public QWidget {
    Q_OBJECT

public:
    explicit StarInput(QWidget *parent = nullptr);

    int value() const { return m_value; } ///< 0: none chosen yet
    void setValue(int value);             ///< kept within 0 to 5; says nothing

    /// The stars, for those who cannot see them; as with `PartsDelegate`.
    Q_INVOKABLE QStringList partWords() const;
    Q_INVOKABLE QRect partBox(int part) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void chosen(int value); ///< by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int side() const;
    QRect starsRect() const;
    int valueAt(const QPointF &position) const; ///< 0: beside the stars
    void choose(int value);
    void retranslate();

    int m_value = 0;
    int m_hovered = 0;
    bool m_isPressed = false;
};

} // namespace soban::ui
