// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/Tokens.h"
#include "ui/WrappingWidget.h"

#include <QList>

#include <optional>

namespace soban::ui {

class Look;

enum class StepState { Done, Now, ToCome, Failed };

/// One step on the way of an order.
struct TimelineStep {
    StepState state = StepState::ToCome;
    QString title;
    QString detail; ///< beside the title; below it where there is no room
    QString time;   ///< at the right: "19:02", "about 19:32"
    /// Instead of what the state says: refunded is done too, but green; waiting is a failure that
    /// may still end well.
    std::optional<Icon> icon = std::nullopt;
    Tone tone = Tone::Plain;

    bool operator==(const TimelineStep &) const = default;
};

/// What has happened, what happens now and what is to come, from top to bottom. Rows spread over a
/// height that is larger than needed, up to a limit.
class Timeline : public WrappingWidget {
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);

    const QList<TimelineStep> &steps() const { return m_steps; }
    void setSteps(const QList<TimelineStep> &steps);

    int heightForWidth(int width) const override;

protected:
    int hintWidth() const override;
    int leastWidth() const override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row;

    QList<Row> rows(int width) const;
    static void paintWords(QPainter &painter, const Look &look, const Row &row,
                           const TimelineStep &step, const QRect &box);
    void retranslate();

    QList<TimelineStep> m_steps;
};

} // namespace soban::ui
