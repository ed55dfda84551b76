// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/MenuEdits.h"
#include "client-shop/Services.h"

#include <QTimer>

#include <deque>

namespace soban::shop_app {

/// The shop's own menu, kept up with the events, and the way in which it is changed.
///
/// The server takes whole menus with the version they were made from. Changes are given here as
/// what they do to the menu: one after the other, and again on the newer menu when it has changed
/// meanwhile elsewhere. Sections exist there only with items; those without stand here alone until
/// they get some.
class MenuBook : public QObject {
    Q_OBJECT

public:
    /// False: it does not fit the menu as it is now.
    using Edit = std::function<bool(contract::MenuDraft &)>;

    struct Section {
        LocalizedText name;
        int count = 0; ///< of items
    };

    MenuBook(const Services &services, QObject *parent = nullptr);

    void load();
    /// Nothing until it has come.
    const std::optional<contract::OwnMenuView> &menu() const { return m_menu; }
    const contract::OwnItemView *item(MenuItemId id) const;
    std::optional<LocalizedText> sectionOf(MenuItemId id) const;
    /// All, the empty ones last.
    QList<Section> sections() const;
    /// A section that has no items yet; false if there is one of that name.
    bool planSection(const LocalizedText &name);
    void renamePlanned(const LocalizedText &from, const LocalizedText &to);
    void dropPlanned(const LocalizedText &name);

    /// Whether a section that has lost its last item stands here for new ones.
    enum class Emptied { Stay, Go };
    /// Answered with `stale_version` when the edit no longer fits.
    void edit(Edit edit, Emptied emptied, QObject *context,
              client::Callback<contract::OwnMenuView> answered);
    /// Shown at once; those about one item go one after the other.
    void shelve(MenuItemId item, const contract::AvailabilityRequest &request,
                QObject *context = nullptr, client::Callback<contract::OwnItemView> answered = {});
    /// A change has been under way for longer than one notices.
    bool isSlow() const { return m_isSlow; }
    bool isLoading() const { return m_loading != nullptr; }

signals:
    void changed();
    void slowChanged();
    void failed(const soban::client::ApiError &error);

private:
    struct Task {
        Edit edit;
        Emptied emptied;
        QPointer<QObject> context;
        client::Callback<contract::OwnMenuView> answered;
        int tries = 0;
    };
    struct ShelfTask {
        contract::AvailabilityRequest request;
        QPointer<QObject> context;
        client::Callback<contract::OwnItemView> answered;
    };

    void take(const contract::OwnMenuView &menu);
    void pump();
    void settle(const Result<contract::OwnMenuView, client::ApiError> &answer);
    void reloadAndRepeat();
    void finish(const Result<contract::OwnMenuView, client::ApiError> &answer);
    void pumpShelf(MenuItemId item);
    void put(const contract::OwnItemView &item);
    contract::OwnItemView *find(MenuItemId id);
    void showBusy();

    Services m_services;
    std::optional<contract::OwnMenuView> m_menu;
    QList<LocalizedText> m_planned;
    bool m_keepEmptied = false;
    std::unique_ptr<QObject> m_loading;
    std::deque<Task> m_tasks; ///< the first is under way while `m_isSending`
    bool m_isSending = false;
    QHash<MenuItemId, QList<ShelfTask>> m_shelf; ///< the first of each is under way
    QTimer m_slow;
    bool m_isSlow = false;
};

} // namespace soban::shop_app
