// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/EmptyState.h"
#include "ui/Look.h"
#include "ui/ScrollPane.h"

#include <algorithm>

namespace soban::ui {

/// The place of an empty page that must not dictate how high its window is: first the picture gives
/// way, and then the words and the button scroll.
class EmptyPane : public ScrollPane {
    Q_OBJECT

public:
    explicit EmptyPane(EmptyState *state, QWidget *parent = nullptr)
        : ScrollPane(parent), m_state(state) {
        setContent(state);
    }

    QSize sizeHint() const override { return m_state->sizeHint(); }
    QSize minimumSizeHint() const override {
        constexpr int kLeastHeight = 72;
        return {std::min(m_state->minimumSizeHint().width(), Look::of(this).scaled(kLeastWidth)),
                Look::of(this).scaled(kLeastHeight)};
    }

protected:
    void resizeEvent(QResizeEvent *event) override {
        m_state->setRoom(viewport()->height());
        ScrollPane::resizeEvent(event);
    }

private:
    static constexpr int kLeastWidth = 200;

    EmptyState *m_state;
};

} // namespace soban::ui
