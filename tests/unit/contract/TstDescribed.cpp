// SPDX-License-Identifier: GPL-3.0-or-later
// That a member without a description does not compile is itself checked while compiling.
#include "contract/CodecImpl.h"

#include <QTest>

using namespace soban;
using namespace soban::contract;

namespace {

/// A message to which a member was added and its description forgotten.
template <typename Forgotten>
struct Message {
    int first;
    std::optional<QString> second;
    Forgotten forgotten;
};

struct Whole {
    int first;
    std::optional<QString> second;
};

struct WithDefault {
    int first;
    std::optional<QString> second;
    bool forgotten = true;
};

template <typename T>
constexpr bool isFound = soban::contract::detail::hasMoreMembers<T, int, std::optional<QString>>;

static_assert(!isFound<Whole>);
static_assert(isFound<WithDefault>);
static_assert(isFound<Message<bool>>);
static_assert(isFound<Message<int>>);
static_assert(isFound<Message<double>>);
static_assert(isFound<Message<QString>>);
static_assert(isFound<Message<Language>>);
static_assert(isFound<Message<OrderId>>);
static_assert(isFound<Message<Instant>>);
static_assert(isFound<Message<Money>>);
static_assert(isFound<Message<GeoPoint>>);
static_assert(isFound<Message<LocalizedText>>);
static_assert(isFound<Message<JsonValue>>);
static_assert(isFound<Message<QList<int>>>);
static_assert(isFound<Message<QList<LocalizedText>>>);
static_assert(isFound<Message<std::optional<int>>>);
static_assert(isFound<Message<std::optional<QString>>>);
static_assert(isFound<Message<std::optional<Money>>>);
static_assert(isFound<Message<std::optional<LocalizedText>>>);

} // namespace

class TstDescribed : public QObject {
    Q_OBJECT

private slots:
    void compiles() {
        QVERIFY(
            contract::detail::isFullyDescribed<LocalizedText>(Described<LocalizedText>::fields));
    }
};

QTEST_GUILESS_MAIN(TstDescribed)
#include "TstDescribed.moc"
