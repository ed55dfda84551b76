// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Identity.h"

#include "contract/SharedWire.h"

namespace soban::contract {

template <>
struct Described<RegisterRequest> {
    static constexpr const char *name = "RegisterRequest";
    static constexpr auto fields =
        std::tuple{field("role", &RegisterRequest::role),
                   field("login", &RegisterRequest::login, {3, 254}),
                   field("password", &RegisterRequest::password, {8, 256}),
                   field("name", &RegisterRequest::name, {1, 60}),
                   field("phone", &RegisterRequest::phone, {3, 30}),
                   field("language", &RegisterRequest::language)};
};

template <>
struct Described<SignInRequest> {
    static constexpr const char *name = "SignInRequest";
    static constexpr auto fields =
        std::tuple{field("login", &SignInRequest::login, {1, 254}),
                   field("password", &SignInRequest::password, {1, 256})};
};

template <>
struct Described<RefreshRequest> {
    static constexpr const char *name = "RefreshRequest";
    static constexpr auto fields =
        std::tuple{field("refreshToken", &RefreshRequest::refreshToken, {1, 200})};
};

template <>
struct Described<SessionView> {
    static constexpr const char *name = "Session";
    static constexpr auto fields =
        std::tuple{field("accessToken", &SessionView::accessToken),
                   field("accessExpiresAt", &SessionView::accessExpiresAt),
                   field("refreshToken", &SessionView::refreshToken),
                   field("refreshExpiresAt", &SessionView::refreshExpiresAt),
                   field("account", &SessionView::account)};
};

template <>
struct Described<CardRegistrationView> {
    static constexpr const char *name = "CardRegistration";
    static constexpr auto fields = std::tuple{field("url", &CardRegistrationView::url)};
};

template <>
struct Described<CardView> {
    static constexpr const char *name = "Card";
    static constexpr auto fields =
        std::tuple{field("id", &CardView::id), field("brand", &CardView::brand),
                   field("maskedNumber", &CardView::maskedNumber),
                   field("registeredAt", &CardView::registeredAt)};
};

template <>
struct Described<CardList> {
    static constexpr const char *name = "CardList";
    static constexpr auto fields = std::tuple{field("cards", &CardList::cards)};
};

template <>
struct Described<MessageView> {
    static constexpr const char *name = "Message";
    static constexpr auto fields = std::tuple{field("id", &MessageView::id),
                                              field("orderId", &MessageView::orderId),
                                              field("kind", &MessageView::kind),
                                              field("shopName", &MessageView::shopName),
                                              field("orderNumber", &MessageView::orderNumber),
                                              field("text", &MessageView::text),
                                              field("at", &MessageView::at)};
};

template <>
struct Described<MessageList> {
    static constexpr const char *name = "MessageList";
    static constexpr auto fields = std::tuple{field("messages", &MessageList::messages),
                                              field("nextCursor", &MessageList::nextCursor)};
};

template <>
struct Described<Nothing> {
    static constexpr const char *name = "Nothing";
    static constexpr auto fields = std::tuple{};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::RegisterRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::SignInRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::RefreshRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::AccountView);
SOBAN_INSTANTIATE_CODEC(soban::contract::SessionView);
SOBAN_INSTANTIATE_CODEC(soban::contract::CardRegistrationView);
SOBAN_INSTANTIATE_CODEC(soban::contract::CardList);
SOBAN_INSTANTIATE_CODEC(soban::contract::MessageList);
SOBAN_INSTANTIATE_CODEC(soban::contract::Nothing);
