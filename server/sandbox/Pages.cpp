// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Pages.h"

#include <QLocale>

namespace soban::sandbox::pages {

namespace {

constexpr auto kFrame = R"(<!doctype html>
<html lang="%1"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>%2</title><style>
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,"Noto Sans CJK KR","Noto Sans KR",sans-serif;
margin:0;background:#f3f5f8;color:#191f28}
main{max-width:26rem;margin:8vh auto;padding:1.5rem;background:#fff;border-radius:1rem;
box-shadow:0 1px 12px #0002}
h1{font-size:1.25rem;margin:0 0 .25rem}p{margin:.25rem 0 1rem;color:#5b6573}
button{display:block;width:100%;margin:.5rem 0;
padding:.75rem 1rem;text-align:left;font:inherit;color:inherit;
background:#f3f5f8;border:2px solid transparent;
border-radius:.75rem;cursor:pointer}
button:hover,button:focus-visible{border-color:#3182f6}
button small{display:block;color:#5b6573}button.plain{background:none;text-align:center;color:#5b6573}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0}
dd{margin:0;text-align:right}
@media(prefers-color-scheme:dark){body{background:#101216;color:#eceff3}
main,button.plain{background:#1a1d23}
button{background:#262a32}p,button small,button.plain{color:#a5aebb}}
</style></head><body><main>%3</main></body></html>
)";

QString escaped(const QString &text) {
    return text.toHtmlEscaped();
}

http::Answer page(int status, Language language, const QString &title, const QString &content) {
    const QString html = QString::fromUtf8(kFrame).arg(
        language == Language::Korean ? QStringLiteral("ko") : QStringLiteral("en"), escaped(title),
        content);
    return http::Answer::withBody(status, "text/html; charset=utf-8", html.toUtf8())
        .withHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .withHeader("Referrer-Policy", "no-referrer")
        .withHeader("Cache-Control", "no-store");
}

QString heading(const QString &title, const QString &words) {
    return QStringLiteral("<h1>%1</h1><p>%2</p>").arg(escaped(title), escaped(words));
}

QString hidden(const char *name, const QString &value) {
    return QStringLiteral("<input type=\"hidden\" name=\"%1\" value=\"%2\">")
        .arg(QLatin1StringView(name), escaped(value));
}

QString cardButton(Language language, const TestCard &card) {
    return QStringLiteral("<button name=\"card\" value=\"%1\">%2 %3<small>%4</small></button>")
        .arg(QString(toText(card.kind)), escaped(card.company), escaped(card.maskedNumber),
             escaped(card.label.in(language)));
}

} // namespace

http::Answer cardRegistration(Language language, const QString &customerKey,
                              const QUrl &returnUrl) {
    const LocalizedText title{QStringLiteral("카드 등록 (테스트)"),
                              QStringLiteral("Add a card (test)")};
    const LocalizedText words{
        QStringLiteral("실제 카드는 사용되지 않습니다. 테스트 카드를 골라 주세요."),
        QStringLiteral("No real card is involved. Choose a test card.")};
    const LocalizedText leave{QStringLiteral("취소"), QStringLiteral("Cancel")};
    QString content = heading(title.in(language), words.in(language)) +
                      QStringLiteral("<form method=\"post\" action=\"/card-registration\">") +
                      hidden("customerKey", customerKey) +
                      hidden("returnUrl", returnUrl.toString(QUrl::FullyEncoded));
    for (const TestCard &card : testCards())
        content += cardButton(language, card);
    content +=
        QStringLiteral("<button class=\"plain\" name=\"card\" value=\"cancel\">%1</button></form>")
            .arg(escaped(leave.in(language)));
    return page(200, language, title.in(language), content);
}

http::Answer badVisit(Language language) {
    const LocalizedText title{QStringLiteral("카드를 등록할 수 없습니다"),
                              QStringLiteral("This card can't be added")};
    const LocalizedText words{QStringLiteral("앱으로 돌아가 다시 시도해 주세요."),
                              QStringLiteral("Go back to the app and try again.")};
    return page(400, language, title.in(language), heading(title.in(language), words.in(language)));
}

http::Answer receipt(Language language, const LedgerPayment &payment) {
    const bool korean = language == Language::Korean;
    const QLocale locale(korean ? QLocale::Korean : QLocale::English);
    const auto row = [](const QString &name, const QString &value) {
        return QStringLiteral("<dt>%1</dt><dd>%2</dd>").arg(escaped(name), escaped(value));
    };
    const auto won = [&](qint64 amount) {
        const QString number = locale.toString(amount);
        return korean ? QString(number + u'원') : QString(u'₩' + number);
    };
    const QString title =
        korean ? QStringLiteral("영수증 (테스트)") : QStringLiteral("Receipt (test)");
    const QString content =
        heading(title, payment.orderName) + QStringLiteral("<dl>") +
        row(korean ? QStringLiteral("결제") : QStringLiteral("Paid"), won(payment.totalWon)) +
        row(korean ? QStringLiteral("환불") : QStringLiteral("Refunded"),
            won(payment.totalWon - payment.balanceWon)) +
        row(korean ? QStringLiteral("카드") : QStringLiteral("Card"),
            testCard(payment.card).maskedNumber) +
        row(korean ? QStringLiteral("시각") : QStringLiteral("Time"),
            tossTime(payment.approvedAt.value_or(payment.requestedAt))) +
        QStringLiteral("</dl>");
    return page(200, language, title, content);
}

} // namespace soban::sandbox::pages
