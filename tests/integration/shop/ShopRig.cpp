// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShopRig.h"

#include "client-shop/MenuEdits.h"
#include "contract/Identity.h"
#include "contract/Routes.h"
#include "support/ShopEdit.h"
#include "ui/Look.h"

#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>
#include <QTest>
#include <QTextEdit>
#include <QUuid>

namespace soban::testing {

using contract::RouteId;

namespace {

const QString kLogin = QStringLiteral("shop1@demo.soban");
const QString kPassword = QStringLiteral("soban-demo");

} // namespace

std::optional<QString> ShopRig::start() {
    if (const auto fault = m_town.start())
        return fault;
    m_api = std::make_unique<ApiCaller>(QUrl(m_town.address()));
    const auto session =
        call(RouteId::SignIn, {}, contract::encode(contract::SignInRequest{kLogin, kPassword}))
            .as<contract::SessionView>();
    if (!session)
        return QStringLiteral("the owner cannot sign in");
    m_token = session->accessToken.toLatin1();
    m_shop = session->account.shopId;
    return std::nullopt;
}

void ShopRig::openWindow() {
    m_look.setLanguage(Language::English);
    m_look.setChoice(ui::Look::Choice::Light);
    m_look.setTextScale(1.0);
    m_place = std::make_unique<QTemporaryDir>();
    m_desk = makeDesk(
        {.app = desk::App::Shop, .address = m_town.address(), .folder = m_place->path()}, m_look);
    m_window = std::make_unique<shop_app::ShopWindow>(*m_desk);
    m_window->begin();
    m_window->resize(1280, 800);
    m_desk->session().signIn({kLogin, kPassword}, m_desk.get(), [](const auto &) {});
}

void ShopRig::closeWindow() {
    m_window.reset();
    m_desk.reset();
    m_place.reset();
}

bool ShopRig::isIn() const {
    return m_desk->account() && m_desk->link().isUp();
}

QWidget *ShopRig::named(const QString &name) const {
    QWidget *found = nullptr;
    const auto widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isIt = widget->accessibleName() == name || (button && button->text() == name);
        const bool isWork = button || (widget->focusPolicy() & Qt::TabFocus);
        if (isIt && isWork && widget->isVisible())
            found = widget; // the last one made stands above the others
    }
    return found;
}

bool ShopRig::press(const QString &name) const {
    QWidget *widget = named(name);
    if (!widget || !widget->isEnabled())
        return false;
    QTest::mouseClick(widget, Qt::LeftButton);
    return true;
}

bool ShopRig::write(const QString &name, const QString &text) const {
    QWidget *widget = named(name);
    if (!widget)
        return false;
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(widget, Qt::Key_Delete);
    if (auto *paragraph = qobject_cast<QTextEdit *>(widget))
        paragraph->insertPlainText(text); // no test types Hangul by keys
    else if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        line->insert(text);
        emit line->textEdited(line->text());
    }
    return true;
}

void ShopRig::save(const QString &name) const {
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(400);
    QDir().mkpath(folder);
    m_window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

void ShopRig::saveInEachLook(const QString &name) const {
    save(name + QStringLiteral("-en-light"));
    m_look.setLanguage(Language::Korean);
    save(name + QStringLiteral("-ko-light"));
    m_look.setChoice(ui::Look::Choice::Dark);
    save(name + QStringLiteral("-ko-dark"));
    m_look.setTextScale(2.0);
    save(name + QStringLiteral("-ko-dark-200"));
    m_look.setLanguage(Language::English);
    m_look.setChoice(ui::Look::Choice::Light);
    save(name + QStringLiteral("-en-light-200"));
    m_look.setTextScale(1.0);
}

ApiAnswer ShopRig::call(RouteId id, const QStringList &parts, const QByteArray &body,
                        std::optional<int> version) {
    const contract::Route &route = contract::route(id);
    ApiCall call;
    call.method = QByteArray(toText(route.method).latin1());
    call.target = contract::pathOf(id, parts).toLatin1();
    call.body = body;
    if (route.access == contract::Access::SignedIn)
        call.token = m_token;
    if (route.takesKey)
        call.key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    if (version)
        call.atVersion(*version);
    return m_api->call(call);
}

contract::ShopView ShopRig::shown() {
    m_shown = call(RouteId::GetShop, {m_shop->toText()}).as<contract::ShopView>();
    return *m_shown;
}

const contract::MenuItemView *ShopRig::shownItem(MenuItemId id) {
    shown();
    for (const contract::MenuSectionView &section : m_shown->sections) {
        for (const contract::MenuItemView &item : section.items) {
            if (item.id == id)
                return &item;
        }
    }
    return nullptr;
}

contract::ShopSettingsView ShopRig::settings() {
    return *call(RouteId::GetOwnShop).as<contract::ShopSettingsView>();
}

contract::OwnMenuView ShopRig::menu() {
    return *call(RouteId::GetOwnMenu).as<contract::OwnMenuView>();
}

int ShopRig::editMenu(const std::function<void(contract::MenuDraft &)> &edit) {
    const contract::OwnMenuView now = menu();
    contract::MenuDraft draft = shop_app::menu_edits::draftOf(now);
    edit(draft);
    return call(RouteId::EditMenu, {}, contract::encode(draft), now.version).status;
}

int ShopRig::editShop(const std::function<void(contract::ShopSettingsRequest &)> &edit) {
    const contract::ShopSettingsView now = settings();
    contract::ShopSettingsRequest request = editOf(now);
    edit(request);
    return call(RouteId::EditShop, {}, contract::encode(request), now.version).status;
}

} // namespace soban::testing
