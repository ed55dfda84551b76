// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace soban::ui {

/// A panel over its window, which waits darkened below. Esc and a click beside it close it; the
/// keyboard stays within it; what had the focus before has it again afterwards, if it is there.
///
/// A click beside it is easily made by mistake, so it closes nothing that would be missed: neither
/// text that was typed into its fields nor what `setTouched` says. Esc is pressed on purpose.
class Sheet : public QWidget {
    Q_OBJECT

public:
    /// Covers `host`, follows its size and is deleted with it.
    explicit Sheet(QWidget *host);

    /// Where the content goes; its size hint decides the panel's size, up to the window's.
    QVBoxLayout *column() const { return m_column; }
    /// At most so wide, in unscaled pixels.
    void setWidest(int pixels);
    /// Whether Esc and a click beside it close it; true unless told.
    void setDismissible(bool dismissible);
    /// Its upper edge stays where it was first seen while what it holds becomes longer or shorter,
    /// so that nothing in it moves from under the pointer.
    void setTopKept(bool kept) { m_isTopKept = kept; }
    /// Something other than text was entered: a choice, a number. Each `open` begins untouched.
    void setTouched(bool touched) { m_isTouched = touched; }
    /// Whether it holds something that a careless click must not lose.
    bool isTouched() const;

    void open();
    void close(); ///< does not delete it
    bool isOpen() const { return isVisible(); }

signals:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();

    QWidget *m_host;
    QWidget *m_panel;
    QVBoxLayout *m_column;
    QPointer<QWidget> m_focusBefore;
    int m_widest = 560;
    bool m_isDismissible = true;
    bool m_isTouched = false;
    bool m_isTopKept = false;
    std::optional<int> m_seenTop; ///< since it was opened, or its window had another size
};

} // namespace soban::ui
