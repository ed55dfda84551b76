// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShopBench.h"

#include "client-shop/MainPage.h"
#include "support/TestTown.h"
#include "ui/TextLabel.h"

#include <QAbstractButton>

namespace soban::testing {

namespace {

/// The dearest item without options that can be ordered.
std::optional<contract::MenuItemView> plainItem(const contract::ShopView &shop) {
    std::optional<contract::MenuItemView> item;
    for (const contract::MenuSectionView &section : shop.sections) {
        for (const contract::MenuItemView &candidate : section.items) {
            const bool isPlain =
                candidate.optionGroups.isEmpty() || candidate.optionGroups.first().minimum == 0;
            if (isPlain && !candidate.isSoldOut && !candidate.remaining &&
                (!item || item->price < candidate.price))
                item = candidate;
        }
    }
    return item;
}

} // namespace

bool ShopBench::start() {
    if (m_town.start())
        return false;
    m_look.setLanguage(Language::English);
    m_customer = makeDesk(
        {.app = desk::App::Customer, .address = m_town.address(), .folder = m_customerPlace.path()},
        m_look);
    return signIn(*m_customer, QStringLiteral("customer1@demo.soban"));
}

bool ShopBench::openWindow(bool isAgain) {
    if (!isAgain)
        m_place = std::make_unique<QTemporaryDir>();
    makeWindow(m_town.address());
    return QTest::qWaitForWindowExposed(m_window.get()) && signIn(*m_desk, m_login) && isReady();
}

bool ShopBench::openWindow(const TestTown &town) {
    m_place = std::make_unique<QTemporaryDir>();
    makeWindow(town.url().toString());
    m_desk->session().signIn(
        {TestTown::loginOf(Caller::Shop), QString::fromLatin1(TestTown::kPassword)}, m_desk.get(),
        [](const auto &) {});
    return QTest::qWaitForWindowExposed(m_window.get()) && isReady();
}

void ShopBench::makeWindow(const QString &server) {
    m_look.setLanguage(Language::English);
    m_look.setChoice(ui::Look::Choice::Light);
    m_look.setTextScale(1.0);
    constexpr std::chrono::milliseconds kGrace{300};
    m_heard.clear();
    m_desk = makeDesk({.app = desk::App::Shop,
                       .address = server,
                       .folder = m_place->path(),
                       .linkGrace = kGrace,
                       .heard = &m_heard},
                      m_look);
    m_window = std::make_unique<shop_app::ShopWindow>(*m_desk);
    m_window->begin();
    m_window->resize(1280, 800);
}

bool ShopBench::isReady() const {
    return QTest::qWaitFor(
        [this] {
            return m_window->findChild<shop_app::MainPage *>() && m_desk->link().isUp() &&
                   m_desk->sounds().mustOrdersRing();
        },
        20'000);
}

void ShopBench::closeWindow() {
    m_window.reset();
    m_desk.reset();
}

std::optional<contract::OrderView> ShopBench::order(std::optional<Instant> wantedAt) {
    const auto shop = ask(*m_customer, client::calls::shop(*m_desk->account()->shopId));
    const auto item = shop ? plainItem(*shop) : std::nullopt;
    if (!item)
        return std::nullopt;
    const int quantity = int(shop->card.minimumOrder.minor() / item->price.minor()) + 1;
    const contract::PlaceOrderRequest request{
        shop->card.id,
        Fulfilment::Collection,
        {{item->id, {}, quantity}},
        item->price.minor() * quantity,
        PaymentMethod::OnDelivery,
        {},
        {QStringLiteral("춘천시 중앙로 27"), shop->card.position},
        QStringLiteral("수저는 빼 주세요"),
        {},
        {},
        wantedAt};
    return tell(*m_customer, client::calls::placeOrder(request));
}

std::optional<contract::OrderView> ShopBench::bouquet(Instant wantedAt) {
    const auto shop = ask(*m_customer, client::calls::shop(*m_desk->account()->shopId));
    if (!shop || shop->sections.isEmpty())
        return std::nullopt;
    const contract::MenuItemView &item = shop->sections.first().items.first();
    LineChoice line{item.id, {}, 1};
    for (const OptionGroup &group : item.optionGroups) {
        for (int i = 0; i < group.minimum; ++i)
            line.options.append(group.options.at(i).id);
    }
    const auto quote =
        ask(*m_customer, client::calls::quote({shop->card.id, Fulfilment::OwnDelivery, {line}}));
    if (!quote)
        return std::nullopt;
    const contract::PlaceOrderRequest request{
        shop->card.id,
        Fulfilment::OwnDelivery,
        {line},
        quote->total.minor(),
        PaymentMethod::OnDelivery,
        {},
        {QStringLiteral("춘천시 중앙로 27"), shop->card.position},
        {},
        {},
        QStringLiteral("생일 축하해요"),
        wantedAt};
    return tell(*m_customer, client::calls::placeOrder(request));
}

bool ShopBench::accept(OrderId order, int minutes) {
    const auto ticket = ask(*m_desk, client::calls::ticket(order));
    return ticket && tell(*m_desk, client::calls::acceptTicket(order, ticket->version, {minutes}));
}

bool ShopBench::finish(OrderId order) {
    auto ticket = ask(*m_desk, client::calls::ticket(order));
    if (ticket && ticket->state == OrderState::Accepted)
        ticket = tell(*m_desk, client::calls::startTicket(order, ticket->version));
    if (ticket && ticket->state == OrderState::Preparing)
        ticket = tell(*m_desk, client::calls::finishTicket(order, ticket->version));
    return ticket && ticket->state == OrderState::Ready;
}

bool ShopBench::complete(OrderId order) {
    const auto seen = ask(*m_customer, client::calls::order(order));
    if (!seen || !finish(order))
        return false;
    const auto ticket = ask(*m_desk, client::calls::ticket(order));
    return ticket && tell(*m_desk, client::calls::collectTicket(order, ticket->version,
                                                                {seen->handOverCode}));
}

std::optional<contract::ReviewView> ShopBench::review(OrderId order, int stars,
                                                      const QString &words) {
    return tell(*m_customer, client::calls::writeReview(order, {stars, words}));
}

bool ShopBench::sees(const QString &words) const {
    const auto labels = m_window->findChildren<ui::TextLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const ui::TextLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

void ShopBench::save(QWidget &window, const QString &name) {
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(350);
    QDir().mkpath(folder);
    window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

void ShopBench::saveInEachLook(const QString &name) {
    if (qEnvironmentVariableIsEmpty("SOBAN_PICTURES"))
        return;
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

QString ShopBench::nameless() const {
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (!isNamed)
            return QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                   widget->objectName();
    }
    return {};
}

} // namespace soban::testing
