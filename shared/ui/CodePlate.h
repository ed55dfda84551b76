// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/WrappingWidget.h"

#include <optional>

namespace soban::ui {

/// A code on a lacquer plate, as large as it goes: to be read out, or shown to someone across a
/// counter.
class CodePlate : public WrappingWidget {
    Q_OBJECT

public:
    enum class Layout {
        Cells, ///< an octagon for each character; the hint is below
        Whole, ///< one huge octagon; the hint is beside the title
    };

    explicit CodePlate(Layout layout, QWidget *parent = nullptr);

    const QString &code() const { return m_code; }
    void setCode(const QString &code);
    void setTitle(const QString &title); ///< what the code is for; also the accessible name
    void setHint(const QString &hint);   ///< what to do with it
    void setSymbol(std::optional<Icon> symbol);
    /// At most so many pixels for the code of a whole plate, where its page is low; never so few
    /// that it is not read across a counter.
    void setMostTall(int pixels);

    int heightForWidth(int width) const override;

protected:
    int hintWidth() const override;
    int leastWidth() const override;
    void paintEvent(QPaintEvent *event) override;

private:
    int padding() const;
    int titleHeight() const;
    int codeHeight(int width) const;
    int hintHeight(int width) const;
    bool isHintBelow(int width) const;
    void tellAccessibility();
    void paintHead(QPainter &painter, const QRect &box, bool hasHint) const;
    void paintCells(QPainter &painter, const QRect &box) const;
    void paintWhole(QPainter &painter, const QRect &box) const;

    Layout m_layout;
    QString m_code;
    QString m_title;
    QString m_hint;
    std::optional<Icon> m_symbol;
    int m_mostTall;
};

} // namespace soban::ui
