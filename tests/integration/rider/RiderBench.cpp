// SPDX-License-Identifier: GPL-3.0-or-later
#include "RiderBench.h"

#include "client-rider/OfferDelegate.h"
#include "ui/Look.h"

#include <QDir>

namespace soban::testing {

using namespace std::chrono_literals;

void RiderBench::open(const QString &address, bool again, rider_app::ReceiverMaker receiver) {
    close(); // what a test left that failed: it still writes into its folder
    if (!again || !m_place)
        m_place = std::make_unique<QTemporaryDir>();
    DeskSetup setup{desk::App::Rider, address, m_place->path(), linkGrace};
    setup.stream.blockedAfter = blockedAfter;
    setup.stream.reconnect = {100ms, 300ms};
    setup.queue.retry = {100ms, 300ms};
    m_desk = makeDesk(setup, m_look);
    m_window = std::make_unique<rider_app::RiderWindow>(*m_desk, std::move(receiver));
    m_window->begin();
    m_window->resize(480, 800);
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(isNew ? signUp(*m_desk, rider) : signIn(*m_desk, rider));
    if (isOnDutyExpected)
        QTRY_VERIFY_WITH_TIMEOUT(sees("On duty"), 10'000);
    if (isNewsExpected)
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->link().isUp(), 10'000);
}

void RiderBench::close() {
    m_window.reset();
    m_desk.reset();
}

bool RiderBench::press(const char *words) {
    auto *button = find<QAbstractButton>(QString::fromUtf8(words));
    if (!button || !button->isEnabled())
        return false;
    QCoreApplication::processEvents(); // the layout is done later
    const QPoint at = button->mapTo(m_window.get(), button->rect().center());
    const QWidget *top = m_window->childAt(at);
    if (top != button && !button->isAncestorOf(top))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool RiderBench::collect() {
    return press("Collect ₩") && press("Received, card or cash");
}

QListView *RiderBench::offers(int count) {
    QListView *list = nullptr;
    const bool isThere = QTest::qWaitFor([&] {
        list = find<QListView>(QStringLiteral("Deliveries near you"));
        return list && list->model()->rowCount() == count;
    });
    return isThere ? list : nullptr;
}

bool RiderBench::pressClaim() {
    QListView *list = offers(1);
    if (!list)
        return false;
    QCoreApplication::processEvents();
    const QRect card = list->visualRect(list->model()->index(0, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      rider_app::OfferDelegate::buttonIn(m_look, card).center());
    return true;
}

void RiderBench::save(const QString &page) {
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(250);
    QDir().mkpath(folder);
    m_window->grab().save(QDir(folder).filePath(page + QStringLiteral(".png")));
}

void RiderBench::picture(const QString &page) {
    if (qEnvironmentVariableIsEmpty("SOBAN_PICTURES"))
        return;
    using Choice = ui::Look::Choice;
    const QString name = page + u'-' + QString(toText(m_look.language()));
    save(name + QStringLiteral("-light"));
    m_look.setChoice(Choice::Dark);
    save(name + QStringLiteral("-dark"));
    m_look.setChoice(Choice::Light);
}

} // namespace soban::testing
