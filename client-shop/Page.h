// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

namespace soban::shop_app {

/// A page beside the rail, with words of its own in the head.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Is shown now: takes the keyboard and looks at what is there.
    virtual void enter() { setFocus(Qt::OtherFocusReason); }
    /// For the head; empty: the shop and its day.
    virtual QString title() const { return {}; }
    virtual QString detail() const { return {}; }
    /// Instead of the one above every page.
    virtual bool hasOwnHead() const { return false; }
    /// Something was entered that the server does not know.
    virtual bool hasUnsaved() const { return false; }
    /// Calls `then` once nothing gets lost by it, perhaps after a question; or never.
    virtual void leave(std::function<void()> then) { then(); }
    /// The same before everything goes: for what another page would not lose.
    virtual void leaveForGood(std::function<void()> then) { leave(std::move(then)); }

protected:
    /// Puts the parts where there is room for them: after each change of size or look.
    virtual void arrange() {}
    /// All words, in the present language.
    virtual void retranslate() {}

    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

signals:
    void headChanged();
    /// Something has been done that `undo` takes back, for some seconds.
    void undoOffered(const QString &what, const std::function<void()> &undo);
};

} // namespace soban::shop_app
