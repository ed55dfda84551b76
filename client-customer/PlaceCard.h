// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace soban::customer {

/// A place to be pressed: the word for it and its address, in full, behind a circle (one of
/// several) or a pin (what is chosen; a press leads to the others).
class PlaceCard : public QAbstractButton {
    Q_OBJECT

public:
    enum class Mark { Circle, Pin };

    explicit PlaceCard(Mark mark, QWidget *parent = nullptr);

    /// `label` may be empty.
    void setPlace(const QString &label, const QString &text);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int wordsWidth(int width) const;
    void paintMark(QPainter &painter, const QRect &box);

    Mark m_mark;
    QString m_label;
    QString m_text;
};

} // namespace soban::customer
