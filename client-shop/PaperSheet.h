// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Look.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QPainter;

namespace soban::shop_app {

/// A row of print: words at the left, which wrap, and words at the right edge, which do not.
struct PaperRow {
    QString left;
    QString right = {};
    ui::Text text = ui::Text::Body;
    ui::Weight weight = ui::Weight::Regular;
    int indent = 0;         ///< in pixels of 1/96 inch, as all lengths here
    int gap = 0;            ///< above it
    bool isRuled = false;   ///< with a line above it
    bool isInverse = false; ///< white on black: not to be overlooked

    bool operator==(const PaperRow &) const = default;
};

/// What is to be printed: black on white, from top to bottom. May be painted in any thread.
class PaperSheet {
public:
    static constexpr double kPixelsPerInch = 96;

    PaperSheet(QString title, QList<PaperRow> rows)
        : m_title(std::move(title)), m_rows(std::move(rows)) {}

    /// For the printer's queue and the file's properties.
    const QString &title() const { return m_title; }
    /// What can be read on it, row by row.
    QStringList lines() const;
    int heightAt(int width) const;
    /// Draws all rows; where the next one does not fit on the page, `turn` is called and it goes to
    /// the top. Without a page height there is one page.
    void paint(QPainter &painter, int width, int pageHeight = 0,
               const std::function<void()> &turn = {}) const;

private:
    QString m_title;
    QList<PaperRow> m_rows;
};

} // namespace soban::shop_app
