// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/WrappingWidget.h"

#include <optional>

namespace soban::ui {

class Button;

/// What an empty page shows on its table.
enum class Motif { Bowl, Lens, Bag, Bell, Scooter, Letter };

/// An empty page: what is missing, why, and what to do next.
class EmptyState : public WrappingWidget {
    Q_OBJECT

public:
    explicit EmptyState(Motif motif, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Lines break at '\n': at the ends of sentences.
    void setText(const QString &text);
    /// Hidden while `text` is empty.
    void setAction(Icon icon, const QString &text);
    Button *button() const { return m_button; }
    /// How high its place is: what does not fit with the picture asks for its words alone.
    void setRoom(int height);

    int heightForWidth(int width) const override;

signals:
    void acted();

protected:
    int hintWidth() const override;
    int leastWidth() const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Parts;

    /// Without the picture where it would take the room of the words.
    Parts parts(int width, std::optional<int> height = {}) const;
    void arrange();

    Motif m_motif;
    QString m_title;
    QString m_text;
    std::optional<int> m_room;
    Button *m_button;
};

} // namespace soban::ui
