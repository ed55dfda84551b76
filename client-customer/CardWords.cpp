// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CardWords.h"

#include <algorithm>
#include <array>

namespace soban::customer {

namespace {

struct Issuer {
    const char16_t *korean;
    const char16_t *english;
};

/// As Toss Payments names them.
constexpr std::array kIssuers{Issuer{u"국민", u"KB Kookmin"},
                              Issuer{u"농협", u"NH"},
                              Issuer{u"롯데", u"Lotte"},
                              Issuer{u"비씨", u"BC"},
                              Issuer{u"삼성", u"Samsung"},
                              Issuer{u"신한", u"Shinhan"},
                              Issuer{u"씨티", u"Citi"},
                              Issuer{u"우리", u"Woori"},
                              Issuer{u"카카오뱅크", u"KakaoBank"},
                              Issuer{u"케이뱅크", u"K bank"},
                              Issuer{u"토스뱅크", u"Toss Bank"},
                              Issuer{u"하나", u"Hana"},
                              Issuer{u"현대", u"Hyundai"}};

} // namespace

QString cardName(const QString &issuer, Language language) {
    const bool saysCard = issuer.contains(QStringLiteral("card"), Qt::CaseInsensitive) ||
                          issuer.endsWith(QStringLiteral("카드"));
    if (saysCard)
        return issuer;
    if (language == Language::Korean)
        return issuer + QStringLiteral("카드");
    const auto known = std::find_if(kIssuers.begin(), kIssuers.end(), [&](const Issuer &one) {
        return issuer == QStringView(one.korean);
    });
    const QString name = known == kIssuers.end() ? issuer : QString::fromUtf16(known->english);
    return name + QStringLiteral(" Card");
}

QString cardNumber(const QString &masked) {
    constexpr int kShown = 4;
    return QStringLiteral("···· ") + masked.right(kShown);
}

} // namespace soban::customer
