// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/MenuBook.h"

#include "client/Calls.h"

namespace soban::shop_app {

namespace {

using contract::OwnItemView;
using contract::OwnMenuView;
using contract::OwnSectionView;

constexpr int kMostTries = 3;
constexpr int kNoticedMs = 300;

client::ApiError staleError() {
    using contract::ErrorCode;
    const contract::Problem problem = contract::Problem::of(ErrorCode::StaleVersion);
    return {client::ApiError::Kind::Refused, problem.status, problem, {}, {}};
}

} // namespace

MenuBook::MenuBook(const Services &services, QObject *parent)
    : QObject(parent), m_services(services) {
    connect(&services.events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (event.type == EventType::ShopChanged && m_menu)
                    load();
            });
    connect(&services.events, &client::EventStream::resyncNeeded, this, &MenuBook::load);
    m_slow.setSingleShot(true);
    m_slow.setInterval(kNoticedMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_isSlow = true;
        emit slowChanged();
    });
}

void MenuBook::load() {
    m_loading = std::make_unique<QObject>();
    m_services.api.send(client::calls::ownMenu(), m_loading.get(),
                        client::Callback<OwnMenuView>([this](const auto &answer) {
                            m_loading.release()->deleteLater(); // it is its own context
                            if (answer)
                                take(*answer);
                            else
                                emit failed(answer.error());
                            showBusy();
                            emit slowChanged();
                        }));
    showBusy();
}

void MenuBook::take(const OwnMenuView &menu) {
    if (m_menu && m_menu->version > menu.version)
        return;
    const auto before = m_menu;
    m_menu = menu;
    for (auto task = m_shelf.cbegin(); task != m_shelf.cend(); ++task) {
        if (OwnItemView *item = find(task.key()))
            item->soldOut = task->last().request.soldOut; // as it will be
    }
    // What has lost its last item stays, until it is taken away.
    for (const OwnSectionView &section : before ? before->sections : QList<OwnSectionView>()) {
        const bool isThere =
            std::any_of(m_menu->sections.cbegin(), m_menu->sections.cend(),
                        [&](const OwnSectionView &other) { return other.name == section.name; });
        if (!isThere && m_keepEmptied && !m_planned.contains(section.name))
            m_planned.append(section.name);
    }
    m_keepEmptied = false;
    for (const OwnSectionView &section : m_menu->sections)
        m_planned.removeAll(section.name);
    emit changed();
}

const OwnItemView *MenuBook::item(MenuItemId id) const {
    return const_cast<MenuBook *>(this)->find(id);
}

OwnItemView *MenuBook::find(MenuItemId id) {
    if (!m_menu)
        return nullptr;
    for (OwnSectionView &section : m_menu->sections) {
        for (OwnItemView &item : section.items) {
            if (item.id == id)
                return &item;
        }
    }
    return nullptr;
}

std::optional<LocalizedText> MenuBook::sectionOf(MenuItemId id) const {
    for (const OwnSectionView &section : m_menu ? m_menu->sections : QList<OwnSectionView>()) {
        for (const OwnItemView &item : section.items) {
            if (item.id == id)
                return section.name;
        }
    }
    return std::nullopt;
}

QList<MenuBook::Section> MenuBook::sections() const {
    QList<Section> sections;
    for (const OwnSectionView &section : m_menu ? m_menu->sections : QList<OwnSectionView>())
        sections.append({section.name, int(section.items.size())});
    for (const LocalizedText &name : m_planned)
        sections.append({name, 0});
    return sections;
}

bool MenuBook::planSection(const LocalizedText &name) {
    const QList<Section> present = sections();
    if (std::any_of(present.cbegin(), present.cend(),
                    [&](const Section &section) { return section.name == name; }))
        return false;
    m_planned.append(name);
    emit changed();
    return true;
}

void MenuBook::renamePlanned(const LocalizedText &from, const LocalizedText &to) {
    const qsizetype at = m_planned.indexOf(from);
    if (at < 0)
        return;
    m_planned[at] = to;
    emit changed();
}

void MenuBook::dropPlanned(const LocalizedText &name) {
    m_planned.removeAll(name);
    emit changed();
}

void MenuBook::edit(Edit edit, Emptied emptied, QObject *context,
                    client::Callback<OwnMenuView> answered) {
    m_tasks.push_back({std::move(edit), emptied, context, std::move(answered)});
    pump();
}

void MenuBook::pump() {
    showBusy();
    if (m_isSending || m_tasks.empty() || !m_menu)
        return;
    contract::MenuDraft draft = menu_edits::draftOf(*m_menu);
    if (!m_tasks.front().edit(draft)) {
        finish(staleError());
        return;
    }
    m_isSending = true;
    m_services.commands.submit(
        client::calls::editMenu(m_menu->version, draft), this,
        client::Callback<OwnMenuView>([this](const auto &answer) { settle(answer); }));
}

void MenuBook::settle(const Result<OwnMenuView, client::ApiError> &answer) {
    const bool isStale = !answer && answer.error().is(contract::ErrorCode::StaleVersion);
    if (isStale && ++m_tasks.front().tries < kMostTries) {
        reloadAndRepeat();
        return;
    }
    m_isSending = false;
    if (answer) {
        m_keepEmptied = m_tasks.front().emptied == Emptied::Stay;
        take(*answer);
    }
    finish(answer);
}

void MenuBook::reloadAndRepeat() {
    m_services.api.send(client::calls::ownMenu(), this,
                        client::Callback<OwnMenuView>([this](const auto &answer) {
                            m_isSending = false;
                            if (!answer) {
                                finish(answer.error());
                                return;
                            }
                            take(*answer);
                            pump();
                        }));
}

void MenuBook::finish(const Result<OwnMenuView, client::ApiError> &answer) {
    const Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    if (task.context && task.answered)
        task.answered(answer);
    pump();
}

void MenuBook::shelve(MenuItemId item, const contract::AvailabilityRequest &request,
                      QObject *context, client::Callback<OwnItemView> answered) {
    if (OwnItemView *shown = find(item)) {
        shown->soldOut = request.soldOut;
        emit changed();
    }
    m_shelf[item].append({request, context, std::move(answered)});
    if (m_shelf[item].size() == 1)
        pumpShelf(item);
    showBusy();
}

void MenuBook::pumpShelf(MenuItemId item) {
    if (m_shelf.value(item).isEmpty()) {
        m_shelf.remove(item);
        showBusy();
        return;
    }
    const client::Command<OwnItemView> command{
        client::calls::setAvailability(item, m_shelf[item].first().request), {}};
    m_services.commands.submit(command, this,
                               client::Callback<OwnItemView>([this, item](const auto &answer) {
                                   const ShelfTask task = m_shelf[item].takeFirst();
                                   if (answer && m_shelf[item].isEmpty())
                                       put(*answer);
                                   if (!answer) {
                                       emit failed(answer.error());
                                       load();
                                   }
                                   if (task.context && task.answered)
                                       task.answered(answer);
                                   pumpShelf(item);
                               }));
}

void MenuBook::put(const OwnItemView &item) {
    if (OwnItemView *shown = find(item.id))
        *shown = item;
    emit changed();
}

void MenuBook::showBusy() {
    const bool isBusy = !m_tasks.empty() || !m_shelf.isEmpty() || (m_loading && !m_menu);
    if (isBusy && !m_slow.isActive() && !m_isSlow)
        m_slow.start();
    if (isBusy)
        return;
    m_slow.stop();
    if (std::exchange(m_isSlow, false))
        emit slowChanged();
}

} // namespace soban::shop_app
