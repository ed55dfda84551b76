// SPDX-License-Identifier: GPL-3.0-or-later
// The hand is told what to do over its socket, as by a tour, in front of a small window.
#include "hand/Hand.h"

#include <QApplication>
#include <QEventLoop>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocalServer>
#include <QLoggingCategory>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QVBoxLayout>

using namespace soban::hand;

namespace {

Q_LOGGING_CATEGORY(soundLog, "soban.desk.sounds", QtWarningMsg)

/// A row with two painted buttons; says where they are, as `ui::PartsDelegate` does.
class TwoButtons : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    Q_INVOKABLE QStringList partWords(const QModelIndex &) const {
        return {QStringLiteral("Less"), QStringLiteral("More")};
    }
    Q_INVOKABLE QRect partBox(const QModelIndex &, const QRect &row, int part) const {
        return part < 0 ? QRect() : QRect(row.left() + part * 50, row.top(), 50, row.height());
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override {
        return {100, 40};
    }

signals:
    void pressed(int row, int part);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override {
        if (event->type() == QEvent::MouseButtonRelease) {
            const int x = static_cast<QMouseEvent *>(event)->position().toPoint().x();
            emit pressed(index.row(), (x - option.rect.left()) / 50);
        }
        return false;
    }
};

} // namespace

class TstHand : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void messagesSurviveTheWire();
    void pressesWhatItSees();
    void waitsUntilItCanBePressed();
    void refusesWhatIsDisabled();
    void refusesWhatIsCovered();
    void noticesThatSomethingElseGotThePress();
    void turnsTheWheelToWhatIsBelow();
    void typesLettersOfAnyLanguage();
    void walksByTheKeyboard();
    void pressesPartsOfARow();
    void wordsHavePlaces();
    void hearsWhatRings();
    void takesThePulse();

private:
    Reply ask(const Request &request);
    Reply press(const QString &button, int limitMs = 5'000);

    QTemporaryDir m_folder;
    std::unique_ptr<QLocalServer> m_server;
    std::unique_ptr<Hand> m_hand;
    QLocalSocket *m_tour = nullptr;
    std::unique_ptr<QWidget> m_window;
    QVBoxLayout *m_column = nullptr;
    qint64 m_last = 0;
};

void TstHand::init() {
    m_server = std::make_unique<QLocalServer>();
    QVERIFY(m_server->listen(m_folder.filePath(QStringLiteral("hand"))));
    m_hand = std::make_unique<Hand>(m_server->fullServerName(), Pulse::Clock::now());
    QTRY_VERIFY(m_server->hasPendingConnections());
    m_tour = m_server->nextPendingConnection();
    m_window = std::make_unique<QWidget>();
    m_window->resize(400, 300);
    m_column = new QVBoxLayout(m_window.get());
}

void TstHand::cleanup() {
    m_hand.reset();
    m_server.reset();
    m_window.reset();
}

Reply TstHand::ask(const Request &request) {
    Request numbered = request;
    numbered.id = ++m_last;
    m_tour->write(encode(numbered));
    // An event loop as the programs have one; that of QTRY_VERIFY never waits for events.
    QEventLoop loop;
    QTimer::singleShot(15'000, &loop, &QEventLoop::quit);
    connect(m_tour, &QLocalSocket::readyRead, &loop, &QEventLoop::quit);
    if (!m_tour->canReadLine())
        loop.exec();
    const auto reply = readReply(m_tour->readLine());
    [&] { QVERIFY(reply && reply->id == m_last); }();
    return reply.value_or(Reply{});
}

Reply TstHand::press(const QString &button, int limitMs) {
    return ask({0, Deed::Press, {QStringLiteral("button"), {{}, button, {}}}, {}, limitMs});
}

void TstHand::messagesSurviveTheWire() {
    const Request request{
        7,
        Deed::Type,
        {QStringLiteral("field"),
         {QStringLiteral("soban::X"), QStringLiteral("a%1"), {QStringLiteral("b")}},
         {{{}, QStringLiteral("줄\n바꿈"), {}}},
         {{}, QStringLiteral("+"), {}},
         {{}, QStringLiteral("said"), {}}},
        QStringLiteral("글"),
        1234};
    QCOMPARE(readRequest(encode(request)), request);
    const Reply reply{7,
                      true,
                      QStringLiteral("why"),
                      {QStringLiteral("one"), QStringLiteral("둘")},
                      99,
                      {1.5, 2.5, QStringLiteral("what"), 3, {QStringLiteral("rings")}, {}}};
    QCOMPARE(readReply(encode(reply)), reply);
    QVERIFY(!readRequest(encode(reply)));
    QVERIFY(!readReply("nothing\n"));
}

void TstHand::pressesWhatItSees() {
    auto *button = new QPushButton(QStringLiteral("&Go on"));
    m_column->addWidget(button);
    m_window->show();
    const QSignalSpy clicked(button, &QPushButton::clicked);
    const Reply reply = press(QStringLiteral("Go on"));
    QVERIFY2(reply.isDone, qPrintable(reply.why));
    QTRY_COMPARE(clicked.count(), 1);
}

void TstHand::waitsUntilItCanBePressed() {
    auto *button = new QPushButton(QStringLiteral("Later"));
    m_column->addWidget(button);
    button->setEnabled(false);
    m_window->show();
    const QSignalSpy clicked(button, &QPushButton::clicked);
    QTimer::singleShot(200, button, [button] { button->setEnabled(true); });
    QVERIFY(press(QStringLiteral("Later")).isDone);
    QTRY_COMPARE(clicked.count(), 1);
}

void TstHand::refusesWhatIsDisabled() {
    auto *button = new QPushButton(QStringLiteral("Never"));
    m_column->addWidget(button);
    button->setEnabled(false);
    m_window->show();
    const Reply reply = press(QStringLiteral("Never"), 300);
    QVERIFY(!reply.isDone);
    QVERIFY2(reply.why.endsWith(QStringLiteral("is disabled")), qPrintable(reply.why));
}

void TstHand::refusesWhatIsCovered() {
    auto *button = new QPushButton(QStringLiteral("Below"));
    m_column->addWidget(button);
    m_window->show();
    auto *cover = new QLabel(QStringLiteral("Curtain"), m_window.get());
    cover->setGeometry(m_window->rect());
    cover->show();
    const QSignalSpy clicked(button, &QPushButton::clicked);
    const Reply reply = press(QStringLiteral("Below"), 300);
    QVERIFY(!reply.isDone);
    QVERIFY2(reply.why.contains(QStringLiteral("is covered by QLabel “Curtain”")),
             qPrintable(reply.why));
    QCOMPARE(clicked.count(), 0);
    cover->hide();
    QVERIFY(press(QStringLiteral("Below")).isDone);
    QTRY_COMPARE(clicked.count(), 1);
}

void TstHand::noticesThatSomethingElseGotThePress() {
    // It looks pressable, but all presses of the window are taken by somebody else.
    auto *button = new QPushButton(QStringLiteral("Robbed"));
    auto *thief = new QLabel(QStringLiteral("Thief"));
    m_column->addWidget(button);
    m_column->addWidget(thief);
    m_window->show();
    thief->grabMouse();
    const Reply reply = press(QStringLiteral("Robbed"));
    thief->releaseMouse();
    QVERIFY(!reply.isDone);
    QVERIFY2(reply.why.contains(QStringLiteral("“Thief” got the press")), qPrintable(reply.why));
}

void TstHand::turnsTheWheelToWhatIsBelow() {
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    for (int i = 0; i < 60; ++i)
        column->addWidget(new QPushButton(QStringLiteral("Number %1").arg(i)));
    auto *area = new QScrollArea;
    area->setWidget(content);
    m_column->addWidget(area);
    m_window->show();
    auto *last = content->findChildren<QPushButton *>().last();
    const QSignalSpy clicked(last, &QPushButton::clicked);
    const Reply reply = press(last->text());
    QVERIFY2(reply.isDone, qPrintable(reply.why));
    QTRY_COMPARE(clicked.count(), 1);
    QVERIFY(press(QStringLiteral("Number 0")).isDone); // and up again
}

void TstHand::typesLettersOfAnyLanguage() {
    auto *field = new QLineEdit(QStringLiteral("before"));
    field->setAccessibleName(QStringLiteral("Note"));
    m_column->addWidget(new QPushButton(QStringLiteral("First")));
    m_column->addWidget(field);
    m_window->show();
    const QString text = QStringLiteral("문 앞에 놓아 주세요, No. 7!");
    const Reply reply =
        ask({0, Deed::Type, {QStringLiteral("field"), {{}, QStringLiteral("Note"), {}}}, text});
    QVERIFY2(reply.isDone, qPrintable(reply.why));
    QCOMPARE(field->text(), text);
}

void TstHand::walksByTheKeyboard() {
    for (const char *name : {"One", "Two", "Three"})
        m_column->addWidget(new QPushButton(QString::fromLatin1(name)));
    m_window->show();
    m_window->activateWindow();
    auto *three = m_window->findChildren<QPushButton *>().last();
    const QSignalSpy clicked(three, &QPushButton::clicked);
    const Reply reply =
        ask({0, Deed::Reach, {QStringLiteral("button"), {{}, QStringLiteral("Three"), {}}}});
    QVERIFY2(reply.isDone, qPrintable(reply.why));
    QVERIFY(three->hasFocus());
    QVERIFY(ask({0, Deed::Keys, {}, QStringLiteral("Space")}).isDone);
    QTRY_COMPARE(clicked.count(), 1);
}

void TstHand::pressesPartsOfARow() {
    QStringListModel model({QStringLiteral("No. 1, soup"), QStringLiteral("No. 2, flowers")});
    auto *list = new QListView;
    list->setAccessibleName(QStringLiteral("Tickets"));
    auto *delegate = new TwoButtons(list);
    list->setModel(&model);
    list->setItemDelegate(delegate);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_column->addWidget(list);
    m_window->show();
    QSignalSpy pressed(delegate, &TwoButtons::pressed);
    Target more{QStringLiteral("list"), {{}, QStringLiteral("Tickets"), {}}};
    more.row = {{{}, QStringLiteral("No. %1"), {QStringLiteral("2")}}};
    more.part = {{}, QStringLiteral("More"), {}};
    const Reply reply = ask({0, Deed::Press, more});
    QVERIFY2(reply.isDone, qPrintable(reply.why));
    QTRY_COMPARE(pressed.count(), 1);
    QCOMPARE(pressed.first(), (QList<QVariant>{1, 1}));
    more.part.text = QStringLiteral("Most");
    const Reply none = ask({0, Deed::Press, more, {}, 300});
    QVERIFY2(none.why.contains(QStringLiteral("Less | More")), qPrintable(none.why));
    delete list;
}

void TstHand::wordsHavePlaces() {
    const auto matches = [](const Words &words, const char *text) {
        return Seeker::patternOf(words, true).match(QString::fromUtf8(text)).hasMatch();
    };
    const Words open{{}, QStringLiteral("Order for %1 (%2)"), {}};
    QVERIFY(matches(open, "Order for ₩12,000 (2)"));
    QVERIFY(!matches(open, "Order for ₩12,000"));
    const Words filled{{}, QStringLiteral("Accept · %1 min"), {QStringLiteral("25")}};
    QVERIFY(matches(filled, "Accept · 25 min"));
    QVERIFY(!matches(filled, "Accept · 20 min"));
}

void TstHand::hearsWhatRings() {
    m_window->show();
    const Request ringing{0, Deed::Listen, {}, QStringLiteral("rings new_order"), 300};
    QVERIFY(!ask(ringing).isDone);
    qCInfo(soundLog, "rings new_order");
    QVERIFY(ask(ringing).isDone);
    const Request once{0, Deed::Listen, {}, QStringLiteral("plays offer"), 300};
    QVERIFY(!ask(once).isDone);
    const Request silence{0, Deed::Listen, {}, {}, 300};
    QVERIFY(!ask(silence).isDone);
    qCInfo(soundLog, "stops new_order");
    const Reply reply = ask(silence);
    QVERIFY(reply.isDone);
    QCOMPARE(reply.texts,
             (QStringList{QStringLiteral("rings new_order"), QStringLiteral("stops new_order")}));
}

void TstHand::takesThePulse() {
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY(ask({0, Deed::Measure}).measures.firstPaintMs > 0);
    QTimer::singleShot(0, m_window.get(), [] { QThread::msleep(150); });
    QTRY_VERIFY(ask({0, Deed::Measure}).measures.longestMs >= 150);
    const Measures measures = ask({0, Deed::Measure}).measures;
    QVERIFY2(measures.longestMs < 2'000, qPrintable(measures.longestWhat));
    QVERIFY(measures.longOnes >= 1);
}

QTEST_MAIN(TstHand)
#include "TstHand.moc"
