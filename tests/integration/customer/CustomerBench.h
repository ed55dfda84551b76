// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's real window for tests: opened on a server, looked through, pressed and pictured.
#pragma once

#include "client-customer/CustomerWindow.h"
#include "ui/Look.h"

#include <QTemporaryDir>

class QListView;

namespace soban::ui {
class Button;
} // namespace soban::ui

namespace soban::testing {

class TestTown;

class CustomerBench {
public:
    /// From then on a test fails if anything paints on nothing, as Qt then complains.
    explicit CustomerBench(ui::Look &look);
    ~CustomerBench() { close(); }
    Q_DISABLE_COPY_MOVE(CustomerBench)

    /// Opens the window with a profile of its own and signs in. False if the shops do not come.
    bool open(const QString &server, const QString &login, const QString &password);
    /// As the customer of a town, in English; waits until its news come.
    bool open(const TestTown &town);
    /// The same without signing in: the way in is shown.
    void openSignedOut(const QString &server);
    void close();

    customer::CustomerWindow &window() const { return *m_window; }
    desk::Desk &desk() const { return *m_desk; }

    /// The first visible widget of a kind whose text or name holds `words`.
    template <typename W>
    W *find(const QString &words) const {
        for (W *widget : m_window->findChildren<W *>()) {
            const QString text = widget->property("text").toString() + widget->accessibleName();
            if (widget->isVisible() && text.contains(words))
                return widget;
        }
        return nullptr;
    }
    QListView *list(const QString &name) const;
    /// The first visible button whose text begins so; null if there is none.
    ui::Button *button(const char *beginning) const;
    /// Whether these words stand somewhere, be it that they are only read out.
    bool sees(const char *words) const;

    /// By mouse, at the window, as a hand would: false if something else covers the widget.
    bool press(QWidget *widget) const;
    static void press(QListView *view, int row);

    /// In the sheet with an item's options: chooses the first of whatever must be chosen, and adds
    /// it to the cart.
    bool addWithOptions() const;

    /// One key to what has the keyboard; to the window if nothing has it.
    void key(Qt::Key key, Qt::KeyboardModifiers with = {}) const;
    void type(const QString &words) const;
    /// Tab until the focus is on something whose text or name holds `words`; false if it comes
    /// round without.
    bool tabTo(const QString &words) const;
    /// Whether a ring, or a delegate's own mark, shows where the keyboard is.
    bool isFocusSeen() const;

    /// Saves a picture of the window as `page`.png in the folder SOBAN_PICTURES, if that is set.
    void save(const QString &page) const;
    /// Saves it in each language and scheme.
    void picture(const QString &page) const;

private:
    ui::Look &m_look;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<customer::CustomerWindow> m_window;
};

} // namespace soban::testing
