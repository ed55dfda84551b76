// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/RiderWindow.h"
#include "support/DemoTown.h"

#include <QAbstractButton>
#include <QListView>

namespace soban::testing {

/// A rider's window, signed in, as a hand and an eye have it.
class RiderBench {
public:
    static constexpr auto kRider = "rider1@demo.soban";

    explicit RiderBench(ui::Look &look) : m_look(look) {}

    /// Files of their own, or with `again` those of the window before.
    void open(const QString &address, bool again = false, rider_app::ReceiverMaker receiver = {});
    void close();

    /// Before `open`: how soon a lost line is told.
    std::chrono::milliseconds linkGrace{300};
    std::chrono::milliseconds blockedAfter{10'000};
    bool isOnDutyExpected = true;
    bool isNewsExpected = true;
    QString rider = QString::fromLatin1(kRider);
    bool isNew = false; ///< the rider has no account yet

    desk::Desk &desk() { return *m_desk; }
    rider_app::RiderWindow &window() { return *m_window; }

    /// The first visible widget of a kind whose text or name holds `words`.
    template <typename W>
    W *find(const QString &words) const {
        if (!m_window)
            return nullptr;
        for (W *widget : m_window->findChildren<W *>()) {
            const QString text =
                widget->property("text").toString() + u' ' + widget->accessibleName();
            if (widget->isVisible() && text.contains(words))
                return widget;
        }
        return nullptr;
    }
    bool sees(const char *words) const {
        return find<QWidget>(QString::fromUtf8(words)) != nullptr;
    }
    /// By the window, as a hand would: what covers the button gets the click.
    bool press(const char *words);

    /// At the door: what is due is received, and the way is free for the proof.
    bool collect();

    /// The list of offers, once it has as many; null if that does not happen.
    QListView *offers(int count);
    /// Presses the button on the first offer's card.
    bool pressClaim();

    /// Saves the window as `page`.png in the folder SOBAN_PICTURES, if that is set.
    void save(const QString &page);
    /// Saves it in both schemes, named after its language.
    void picture(const QString &page);

private:
    ui::Look &m_look;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<rider_app::RiderWindow> m_window;
};

} // namespace soban::testing
