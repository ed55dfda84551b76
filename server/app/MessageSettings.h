// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace soban::app {

/// What can be set of messages to customers' phones. None are sent while no gateway is named.
struct MessageSettings {
    QUrl kannelUrl; ///< empty: Kannel is not used
    QString kannelUser;
    QString kannelPasswordFile; ///< empty: SOBAN_KANNEL_PASSWORD
    QUrl solapiUrl;             ///< empty: Solapi is not used
    QString solapiKey;
    QString solapiSecretFile; ///< empty: SOBAN_SOLAPI_SECRET
    QString kakaoChannel;     ///< empty: nothing goes by KakaoTalk
    QString kakaoTemplates;   ///< a file with the templates that are admitted there
    QString sender;           ///< the number that messages come from
    QUrl reportUrl;           ///< under which gateways reach the server; empty: public.url
    int timeoutMs = 5000;
    int failures = 5; ///< among twice as many calls: then a gateway is left alone
    int restMs = 10'000;
    int usefulMinutes = 120;

    bool isOn() const { return !kannelUrl.isEmpty() || !solapiUrl.isEmpty(); }
};

} // namespace soban::app
