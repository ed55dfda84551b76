// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace soban::ui {

/// A raised ground for what belongs together. Never a card in a card.
class Card : public QWidget {
    Q_OBJECT

public:
    enum class Ground { Surface, Lacquer };

    explicit Card(QWidget *parent = nullptr);
    explicit Card(Ground ground, QWidget *parent = nullptr);

    QVBoxLayout *column() const { return m_column; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
    QVBoxLayout *m_column;
};

} // namespace soban::ui
