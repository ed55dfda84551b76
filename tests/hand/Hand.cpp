// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand/Hand.h"

#include "hand/Fingers.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QDesktopServices>
#include <QListView>
#include <QScreen>
#include <QWindow>

#include <utility>

namespace soban::hand {

namespace {

constexpr int kMostTurns = 300; ///< of the wheel, or presses of Tab
/// A picture is taken when nothing was painted for so long.
constexpr std::chrono::milliseconds kCalm{120};

bool isSought(Deed deed) {
    return deed == Deed::See || deed == Deed::Press || deed == Deed::Reach || deed == Deed::Type;
}

QString valueOf(const QWidget &field) {
    const QVariant text = field.property("text");
    return text.isValid() ? text.toString() : field.property("plainText").toString();
}

/// One of several of which one is chosen: the arrows lead from one to the other.
bool areAlternatives(const QWidget *one, const QWidget *other) {
    const auto *first = qobject_cast<const QAbstractButton *>(one);
    const auto *second = qobject_cast<const QAbstractButton *>(other);
    const auto isExclusive = [](const QAbstractButton *button) {
        return button->autoExclusive() || (button->group() && button->group()->exclusive());
    };
    return first && second && isExclusive(first) && isExclusive(second) &&
           first->parentWidget() == second->parentWidget();
}

Qt::Key arrowTowards(const QWidget &from, const QWidget &to) {
    const QPoint way = to.geometry().center() - from.geometry().center();
    if (std::abs(way.x()) > std::abs(way.y()))
        return way.x() > 0 ? Qt::Key_Right : Qt::Key_Left;
    return way.y() > 0 ? Qt::Key_Down : Qt::Key_Up;
}

} // namespace

Hand::Hand(const QString &socket, Pulse::Clock::time_point startedAt, QObject *parent)
    : QObject(parent), m_pulse(startedAt) {
    connect(&m_pulse, &Pulse::rested, this, &Hand::lookAtAll);
    connect(&m_socket, &QLocalSocket::readyRead, this, &Hand::read);
    for (const char *scheme : {"http", "https"})
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "openPage");
    m_socket.connectToServer(socket);
}

Hand::~Hand() {
    for (const char *scheme : {"http", "https"})
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

void Hand::openPage(const QUrl &page) {
    m_pages.append(page.toString(QUrl::FullyEncoded));
}

void Hand::read() {
    const Pulse::Aside aside(m_pulse);
    while (m_socket.canReadLine()) {
        if (const auto request = readRequest(m_socket.readLine()))
            begin(*request);
    }
}

void Hand::begin(const Request &request) {
    auto task = std::make_unique<Task>();
    task->request = request;
    task->reply.id = request.id;
    task->deadline.setSingleShot(true);
    connect(&task->deadline, &QTimer::timeout, this, [this, task = task.get()] {
        fail(*task);
        finish(task->request.id);
    });
    task->deadline.start(request.limitMs);
    m_tasks.push_back(std::move(task));
}

void Hand::lookAtAll() {
    const Pulse::Aside aside(m_pulse);
    const bool isAny = std::any_of(m_tasks.begin(), m_tasks.end(),
                                   [this](const auto &task) { return isPossible(*task); });
    if (!isAny || std::exchange(m_isWorkDue, true))
        return;
    QMetaObject::invokeMethod(this, &Hand::work, Qt::QueuedConnection);
}

bool Hand::isPossible(const Task &task) const {
    const Request &request = task.request;
    switch (request.deed) {
    case Deed::See:
        return Seeker::look(request.target, Seeker::Need::Seen).found.has_value();
    case Deed::Miss:
        return !Seeker::look(request.target, Seeker::Need::Seen).found;
    case Deed::Press:
    case Deed::Reach:
    case Deed::Type:
        return Seeker::look(request.target, Seeker::Need::Pressable).found.has_value();
    case Deed::Keys:
        return Fingers::keyboardWindow();
    case Deed::Listen:
        return m_ears.hears(request.text);
    case Deed::Browse:
        return !m_pages.isEmpty();
    case Deed::Picture:
        return isCalm();
    case Deed::Read:
    case Deed::Measure:
        return true;
    }
    return false;
}

bool Hand::isCalm() const {
    if (Pulse::Clock::now() - m_pulse.lastPaint() > kCalm)
        return true;
    QTimer::singleShot(kCalm, this, [] {}); // something happens then, and it is looked at again
    return false;
}

void Hand::work() {
    m_isWorkDue = false;
    // Tasks end while others begin: not by position.
    QList<qint64> due;
    {
        const Pulse::Aside aside(m_pulse);
        for (const auto &task : m_tasks) {
            if (isPossible(*task))
                due.append(task->request.id);
        }
    }
    for (const qint64 id : std::as_const(due)) {
        const auto task = std::find_if(m_tasks.begin(), m_tasks.end(),
                                       [id](const auto &one) { return one->request.id == id; });
        if (task != m_tasks.end() && attempt(**task) == Outcome::Done)
            finish(id);
    }
}

Hand::Outcome Hand::attempt(Task &task) {
    const Request &request = task.request;
    Sighting sighting;
    if (isSought(request.deed)) {
        const auto need = request.deed == Deed::See ? Seeker::Need::Seen : Seeker::Need::Pressable;
        sighting = Seeker::look(request.target, need);
        if (!sighting.found)
            return Outcome::Later;
        task.reply.texts = sighting.found->texts;
    }
    task.reply.isDone = true;
    switch (request.deed) {
    case Deed::Press:
        return press(task, *sighting.found);
    case Deed::Type:
        return type(task, *sighting.found);
    case Deed::Reach:
        return reach(task, *sighting.found);
    case Deed::Keys:
        return pressKeys(task);
    case Deed::Picture:
        return savePicture(task);
    case Deed::Read:
        task.reply.texts = Seeker::everything();
        break;
    case Deed::Measure:
        m_pulse.fill(task.reply.measures);
        task.reply.measures.sounds = m_ears.sounds();
        task.reply.measures.warnings = m_ears.warnings();
        task.reply.measures.shortened = m_ears.shortened();
        break;
    case Deed::Browse:
        task.reply.texts = std::exchange(m_pages, {});
        break;
    case Deed::Listen:
        task.reply.texts = m_ears.sounds();
        break;
    case Deed::See:
    case Deed::Miss:
        break;
    }
    return Outcome::Done;
}

Hand::Outcome Hand::press(Task &task, const Found &found) {
    if (const auto hiding = Seeker::paneHiding(found)) {
        if (++task.turns > kMostTurns) {
            task.reply.isDone = false;
            task.reply.why = QStringLiteral("the wheel does not bring it into view");
            return Outcome::Done;
        }
        QWidget *pane = hiding->pane;
        Fingers::turnWheel(*pane->window(), pane->mapTo(pane->window(), pane->rect().center()),
                           hiding->isBelow);
        return Outcome::GoingOn;
    }
    const QPointer<QWidget> window = found.widget->window();
    const QPoint place = found.widget->mapTo(window, found.middle());
    // A hand is slower than a page that has just been opened: what is pressed has its place by
    // then, and is let go of where it was pressed.
    if (std::exchange(task.seenAt, place) != place) {
        QTimer::singleShot(0, this, [] {}); // after which it is looked at again
        return Outcome::GoingOn;
    }
    const QPointer<QWidget> meant = found.widget;
    QWidget *receiver = Fingers::pressDown(*window, place);
    if (!receiver || (meant && receiver != meant && !meant->isAncestorOf(receiver))) {
        task.reply.isDone = false;
        task.reply.why = receiver ? Seeker::nameOf(*receiver) + QStringLiteral(" got the press")
                                  : QStringLiteral("nothing got the press");
    }
    // The answer goes first, because what is begun by a press may wait for presses itself.
    const auto letGo = [window, place] {
        if (window && window->windowHandle())
            Fingers::letGo(*window, place);
    };
    QMetaObject::invokeMethod(this, letGo, Qt::QueuedConnection);
    return Outcome::Done;
}

Hand::Outcome Hand::type(Task &task, const Found &found) {
    QWidget *field = found.widget;
    if (field != QApplication::focusWidget()) {
        const Outcome pressed = press(task, found);
        if (pressed == Outcome::GoingOn || !task.reply.isDone)
            return pressed;
        if (++task.presses > 2) {
            task.reply.isDone = false;
            task.reply.why = QStringLiteral("it does not take the keyboard");
            return Outcome::Done;
        }
        return Outcome::GoingOn;
    }
    Fingers::press(Qt::CTRL | Qt::Key_A);
    Fingers::type(task.request.text);
    const QString value = valueOf(*field);
    if (value != task.request.text) {
        task.reply.isDone = false;
        task.reply.why = QStringLiteral("it then says “%1”").arg(value);
    }
    return Outcome::Done;
}

Hand::Outcome Hand::reach(Task &task, const Found &found) {
    QWidget *goal = found.view ? static_cast<QWidget *>(found.view) : found.widget.data();
    QWidget *present = QApplication::focusWidget();
    const bool isThere = present && (present == goal || goal->isAncestorOf(present));
    const int row = found.view ? found.view->currentIndex().row() : -1;
    if (isThere && row == found.row)
        return Outcome::Done;
    if (++task.turns > kMostTurns) {
        task.reply.isDone = false;
        task.reply.why = QStringLiteral("the keyboard does not get there; it is at ") +
                         (present ? Seeker::nameOf(*present) : QStringLiteral("nothing"));
        return Outcome::Done;
    }
    if (isThere) {
        const auto *list = qobject_cast<const QListView *>(found.view);
        const bool isAcross = list && list->flow() == QListView::LeftToRight;
        const bool isOn = row < found.row;
        Fingers::press(isAcross ? (isOn ? Qt::Key_Right : Qt::Key_Left)
                                : (isOn ? Qt::Key_Down : Qt::Key_Up));
    } else {
        Fingers::press(areAlternatives(present, goal) ? arrowTowards(*present, *goal)
                                                      : Qt::Key_Tab);
    }
    return Outcome::GoingOn;
}

Hand::Outcome Hand::pressKeys(Task &task) {
    const QKeySequence keys = QKeySequence::fromString(task.request.text);
    for (int i = 0; i < keys.count(); ++i)
        Fingers::press(keys[uint(i)]);
    if (keys.isEmpty() || keys[0].key() == Qt::Key_unknown)
        Fingers::type(task.request.text);
    return Outcome::Done;
}

Hand::Outcome Hand::savePicture(Task &task) {
    const Pulse::Aside aside(m_pulse);
    int number = 0;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (!window->isVisible() || !window->windowHandle())
            continue;
        // What the screen shows, not what the window would paint now.
        const QPixmap picture = window->screen()->grabWindow(window->winId());
        const QString path = number == 0 ? task.request.text
                                         : QString(task.request.text)
                                               .replace(QStringLiteral(".png"),
                                                        QStringLiteral("-%1.png").arg(number));
        ++number;
        if (!picture.save(path)) {
            task.reply.isDone = false;
            task.reply.why = QStringLiteral("cannot write ") + path;
        }
    }
    return Outcome::Done;
}

void Hand::fail(Task &task) {
    const Request &request = task.request;
    task.reply.isDone = false;
    switch (request.deed) {
    case Deed::Miss:
        task.reply.why = QStringLiteral("it is still there");
        break;
    case Deed::Listen:
        task.reply.why =
            QStringLiteral("it rings: “%1”; was heard: %2")
                .arg(m_ears.ringing().join(u' '), m_ears.sounds().join(QStringLiteral(", ")));
        break;
    case Deed::Keys:
        task.reply.why = QStringLiteral("no window has the keyboard");
        break;
    default:
        if (isSought(request.deed))
            task.reply.why =
                Seeker::look(request.target, request.deed == Deed::See ? Seeker::Need::Seen
                                                                       : Seeker::Need::Pressable)
                    .why;
        if (task.reply.why.isEmpty())
            task.reply.why = QStringLiteral("it takes too long");
    }
}

void Hand::finish(qint64 id) {
    const auto task = std::find_if(m_tasks.begin(), m_tasks.end(),
                                   [id](const auto &one) { return one->request.id == id; });
    (*task)->reply.atMs = m_clock.now().ms();
    m_socket.write(encode((*task)->reply));
    m_socket.flush();
    m_tasks.erase(task);
}

} // namespace soban::hand
