// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FocusRing.h"

#include "ui/Bars.h"
#include "ui/Look.h"

#include <QApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QTextEdit>

namespace soban::ui {

namespace {

constexpr const char *kKeyboardUsed = "sobanKeyboardUsed";

bool isTypedInto(const QObject *object) {
    return qobject_cast<const QLineEdit *>(object) || qobject_cast<const QTextEdit *>(object);
}

/// On the lacquered bars the accent of the light scheme would not be seen.
bool isOnLacquer(const QWidget *widget) {
    for (; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const TopBar *>(widget) || qobject_cast<const Rail *>(widget))
            return true;
    }
    return false;
}

} // namespace

/// Shows and hides the ring of the widget that it is a child of.
class FocusWatcher : public QObject {
public:
    explicit FocusWatcher(QWidget *widget) : QObject(widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::FocusIn) {
            const auto reason = static_cast<QFocusEvent *>(event)->reason();
            const bool byKeyboard =
                reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                reason == Qt::ShortcutFocusReason ||
                (reason != Qt::MouseFocusReason && qApp->property(kKeyboardUsed).toBool());
            if (byKeyboard || isTypedInto(watched))
                showAround(static_cast<QWidget *>(watched));
        } else if (event->type() == QEvent::FocusOut && m_ring) {
            m_ring->setWidget(nullptr);
        } else if (event->type() == QEvent::StyleChange && m_ring && m_ring->widget()) {
            // Qt hides it then, but the widget still has the keyboard.
            QMetaObject::invokeMethod(m_ring, "show", Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void showAround(QWidget *widget) {
        if (!m_ring)
            m_ring = new FocusRing(widget);
        m_ring->setWidget(widget);
    }

    QPointer<FocusRing> m_ring; ///< Qt makes it a child of the widget's parent
};

void FocusRing::watch(QWidget *widget) {
    constexpr const char *kWatched = "sobanFocusRing";
    if (widget->property(kWatched).toBool())
        return;
    widget->setProperty(kWatched, true);
    new FocusWatcher(widget);
}

void FocusRing::setKeyboardUsed(bool used) {
    qApp->setProperty(kKeyboardUsed, used);
}

FocusRing::FocusRing(QWidget *parent) : QFocusFrame(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void FocusRing::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Look::of(this).tokens();
    const qreal inset = metrics::kFocusWidth / 2.0;
    const qreal radius = metrics::kControlRadius + metrics::kFocusOffset + inset;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(isOnLacquer(widget()) ? tokens.onLacquer : tokens.accent.ink, metrics::kFocusWidth));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}

} // namespace soban::ui
