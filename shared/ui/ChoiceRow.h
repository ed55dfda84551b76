// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Paint.h"

#include <QAbstractButton>

namespace soban::ui {

/// A row to choose by: a circle (one of several) or a box (any of several), words at its left, a
/// detail at its right. All of its height is the target.
class ChoiceRow : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind { One, Any };

    ChoiceRow(Kind kind, const QString &text, QWidget *parent = nullptr);

    void setDetail(const QString &detail);  ///< at the right: a price, a time
    void setChip(std::optional<Chip> chip); ///< in the place of the detail: "sold out"
    void setCarded(bool carded);            ///< with a frame of its own instead of a rule below

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintMark(QPainter &painter, const QRect &box) const;

    Kind m_kind;
    QString m_detail;
    std::optional<Chip> m_chip;
    bool m_isCarded = false;
};

} // namespace soban::ui
