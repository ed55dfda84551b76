// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/TestCards.h"

#include <algorithm>
#include <array>

namespace soban::sandbox {

std::span<const TestCard> testCards() {
    using namespace std::chrono_literals;
    static const std::array cards{
        TestCard{TestCardKind::Normal,
                 {QStringLiteral("정상 결제"), QStringLiteral("Always pays")},
                 QStringLiteral("현대"),
                 QStringLiteral("43301234****123*"),
                 {}},
        TestCard{TestCardKind::Second,
                 {QStringLiteral("정상 결제 (두 번째 카드)"),
                  QStringLiteral("Always pays, another card")},
                 QStringLiteral("국민"),
                 QStringLiteral("94450321****777*"),
                 {}},
        TestCard{TestCardKind::Declined,
                 {QStringLiteral("잔액 부족으로 거절"), QStringLiteral("Declined: no money left")},
                 QStringLiteral("신한"),
                 QStringLiteral("45184455****000*"),
                 QStringLiteral("REJECT_CARD_PAYMENT")},
        TestCard{TestCardKind::Expired,
                 {QStringLiteral("유효기간 만료로 거절"), QStringLiteral("Declined: card expired")},
                 QStringLiteral("롯데"),
                 QStringLiteral("51230099****001*"),
                 QStringLiteral("INVALID_CARD_EXPIRATION")},
        TestCard{TestCardKind::Limited,
                 {QStringLiteral("3만원 초과는 거절"), QStringLiteral("Declined above 30,000 won")},
                 QStringLiteral("삼성"),
                 QStringLiteral("36516677****300*"),
                 QStringLiteral("EXCEED_MAX_AMOUNT"),
                 30'000},
        TestCard{TestCardKind::Slow,
                 {QStringLiteral("3초 뒤에 응답"), QStringLiteral("Pays, answers after 3 seconds")},
                 QStringLiteral("하나"),
                 QStringLiteral("49099988****003*"),
                 {},
                 0,
                 3s},
        TestCard{TestCardKind::Stuck,
                 {QStringLiteral("결제되지만 응답이 너무 늦음"),
                  QStringLiteral("Pays, but answers too late (12 seconds)")},
                 QStringLiteral("우리"),
                 QStringLiteral("53876655****012*"),
                 {},
                 0,
                 12s},
    };
    return cards;
}

const TestCard &testCard(TestCardKind kind) {
    const auto cards = testCards();
    return *std::find_if(cards.begin(), cards.end(),
                         [kind](const TestCard &card) { return card.kind == kind; });
}

} // namespace soban::sandbox
