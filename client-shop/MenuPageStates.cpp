// SPDX-License-Identifier: GPL-3.0-or-later
// How items are sold out and on again from the menu's list.
#include "client-shop/MenuPage.h"

#include "client-shop/MenuTable.h"
#include "client-shop/SaleWords.h"

#include <QMenu>

namespace soban::shop_app {

using contract::OwnItemView;

Instant MenuPage::endOfToday() const {
    const Instant now = m_services.clock.now();
    return m_shop.settings() ? shop_app::endOfToday(*m_shop.settings(), now)
                             : now + std::chrono::hours(24);
}

void MenuPage::act(MenuItemId id, RowPart part) {
    const OwnItemView *item = m_book.item(id);
    if (!item)
        return;
    markRow(id);
    const Shelf shelf = shelfOf(*item);
    const bool isUnclear = shelf == Shelf::Hidden || (shelf == Shelf::SoldOut && !item->soldOut);
    if (part == RowPart::More || isUnclear)
        offerStates(*item);
    else if (shelf == Shelf::SoldOut)
        shelve(id, std::nullopt);
    else
        shelve(id, SoldOut{endOfToday()});
}

void MenuPage::offerStates(const OwnItemView &item) {
    delete m_states;
    m_states = new QMenu(this);
    const MenuItemId id = item.id;
    const Here here = m_shop.here();
    const Language language = ui::Look::of(this).language();
    const auto until = [&](Instant moment) -> QString {
        return u' ' + SaleWords::untilWords(moment, here, language);
    };
    const Instant today = endOfToday();
    m_states->addAction(tr("Available"), this, [this, id] { sellAgain(id); });
    m_states->addSeparator();
    m_states->addAction(tr("Sold out for the rest of today"), this,
                        [this, id, today] { shelve(id, SoldOut{today}); });
    m_states->addAction(
        tr("Sold out for 4 hours,") + until(here.now + kSoldOutHours), this,
        [this, id] { shelve(id, SoldOut{m_services.clock.now() + kSoldOutHours}); });
    m_states->addAction(tr("Sold out until I change it"), this,
                        [this, id] { shelve(id, SoldOut{}); });
    m_states->addSeparator();
    m_states->addAction(tr("Hidden from the menu"), this, [this, id] { hideItem(id, true); });
    m_states->popup(placeOfStates(id));
    m_states->setActiveAction(m_states->actions().first());
}

/// Below the state and flush with its right, above it where the window ends: all of it within the
/// window, on the table. In global coordinates.
QPoint MenuPage::placeOfStates(MenuItemId id) const {
    const QRect state =
        m_table->partRect(id, RowPart::More).united(m_table->partRect(id, RowPart::Sell));
    const QRect button(m_table->viewport()->mapToGlobal(state.topLeft()), state.size());
    const QRect within(window()->mapToGlobal(QPoint()), window()->size());
    const QSize size = m_states->sizeHint();
    const int x = std::max(within.left(), button.right() + 1 - size.width());
    const bool fitsBelow = button.bottom() + 1 + size.height() <= within.bottom();
    return {x,
            fitsBelow ? button.bottom() + 1 : std::max(within.top(), button.top() - size.height())};
}

void MenuPage::shelve(MenuItemId id, const std::optional<SoldOut> &soldOut) {
    const OwnItemView *item = m_book.item(id);
    if (!item)
        return;
    const bool wasHidden = item->isHidden;
    const std::optional<SoldOut> before = item->soldOut;
    const QString name = item->name.in(ui::Look::of(this).language());
    if (wasHidden)
        hideItem(id, false);
    m_book.shelve(id, {soldOut, {}});
    emit undoOffered(soldOut ? tr("%1: sold out").arg(name) : tr("%1: available again").arg(name),
                     [this, id, before, wasHidden] {
                         m_book.shelve(id, {before, {}});
                         if (wasHidden)
                             hideItem(id, true);
                     });
}

void MenuPage::sellAgain(MenuItemId id) {
    const OwnItemView *item = m_book.item(id);
    if (!item)
        return;
    if (!item->stock || item->stock->remaining > 0) {
        shelve(id, std::nullopt);
        return;
    }
    // There is some again: as much as a day begins with, or without a count.
    if (item->isHidden)
        hideItem(id, false);
    m_book.shelve(id, {{}, contract::StockRequest{{}, item->stock->perDay}});
}

void MenuPage::hideItem(MenuItemId id, bool hidden) {
    m_book.edit(
        [id, hidden](contract::MenuDraft &draft) {
            return menu_edits::setHidden(draft, id, hidden);
        },
        MenuBook::Emptied::Stay, this,
        [this](const auto &answer) {
            if (!answer)
                emit m_book.failed(answer.error());
        });
}

} // namespace soban::shop_app
