// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/UndoBar.h"

#include "ui/Bars.h"
#include "ui/Button.h"
#include "ui/Paint.h"
#include "ui/TextLabel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPointer>

#include <algorithm>

namespace soban::ui {

namespace {

constexpr int kSecondMs = 1'000;
constexpr int kBarSide = 16;
constexpr int kBarSymbol = 20;
constexpr int kFromEdge = 20;
constexpr int kOverStrip = 3;   ///< between it and the window's edge, over the line of state
constexpr int kPageMargin = 16; ///< of a page, above that line: nothing is hidden there
constexpr int kOneLine = 640;   ///< up to here what it tells stays on one line
constexpr int kStep = 8;

/// Gives the keyboard back as the bar goes, rather than to whatever Qt finds next.
class UndoButton : public Button {
public:
    UndoButton() : Button(ButtonRole::Lacquer, Icon::Undo) {
        setFocusPolicy(Qt::TabFocus); // the mouse leaves the keyboard where it is
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
            if (now == this)
                m_before = old;
        });
    }

protected:
    void hideEvent(QHideEvent *event) override {
        if (hasFocus() && m_before && m_before->isVisible())
            m_before->setFocus(Qt::OtherFocusReason);
        Button::hideEvent(event);
    }

private:
    QPointer<QWidget> m_before;
};

} // namespace

UndoBar::UndoBar(QWidget *host)
    : QWidget(host)
    , m_host(host)
    , m_text(new TextLabel(Text::Body, Weight::Bold, Ink::OnLacquer))
    , m_undo(new UndoButton)
    , m_icon(Icon::Check) {
    auto *row = new QHBoxLayout(this);
    row->setSpacing(metrics::kGap12);
    m_text->setMostLines(0); // what has failed takes more words than what is done
    m_undo->setTall(metrics::kDenseHeight);
    row->addWidget(m_text);
    row->addWidget(m_undo);
    host->installEventFilter(this);
    m_second.setInterval(kSecondMs);
    connect(&m_second, &QTimer::timeout, this, &UndoBar::tick);
    connect(m_undo, &Button::clicked, this, [this] {
        m_mayUndo = false;
        end();
        emit undone();
    });
    hide();
}

void UndoBar::offer(const QString &text, int ms) {
    begin(Icon::Check, text, ms, true);
}

void UndoBar::tell(Icon icon, const QString &text, int ms) {
    begin(icon, text, ms, false);
}

void UndoBar::begin(Icon icon, const QString &text, int ms, bool mayUndo) {
    end();
    m_icon = icon;
    m_text->setText(text);
    setAccessibleName(text);
    m_mayUndo = mayUndo;
    m_leftMs = ms;
    m_undo->setVisible(mayUndo);
    retranslate();
    m_second.start();
    show();
    raise();
    place();
    qApp->installEventFilter(this); // what comes beneath it
}

void UndoBar::tick() {
    m_leftMs -= kSecondMs;
    if (m_leftMs <= 0)
        end();
    else
        retranslate();
}

void UndoBar::end() {
    m_second.stop();
    qApp->removeEventFilter(this);
    hide();
    if (std::exchange(m_mayUndo, false))
        emit over();
}

void UndoBar::retranslate() {
    m_undo->setText(tr("Undo %1 s").arg((m_leftMs + kSecondMs - 1) / kSecondMs));
}

void UndoBar::setLeft(int left) {
    m_left = left;
    place();
}

void UndoBar::place() {
    // Wide rather than high: it hides less.
    const Look &look = Look::of(this);
    const int whole = textWidth(look, m_text->text(), Text::Body, Weight::Bold) + 1;
    const int beside = m_undo->isHidden() ? 0 : m_undo->sizeHint().width() + metrics::kGap12;
    const QMargins around(kBarSide + look.scaled(kBarSymbol) + metrics::kGap12, metrics::kGap4,
                          metrics::kGap8, metrics::kGap4 + metrics::kRimWidth);
    layout()->setContentsMargins(around);
    const int room = m_host->width() - 2 * kFromEdge - around.left() - around.right() - beside;
    m_text->setFixedWidth(std::max(1, std::min({whole, look.scaled(kOneLine), room})));
    layout()->activate();
    resize(sizeHint().width(), heightForWidth(sizeHint().width()));
    move(freePlace());
}

/// Over the line of state; nothing where the window has none, or where a button is in the way.
std::optional<QPoint> UndoBar::placeOverStrip(const QList<int> &across) const {
    const auto *strip = m_host->findChild<StatusStrip *>();
    if (!strip || !strip->isVisible())
        return std::nullopt;
    const int y = m_host->height() - kOverStrip - height();
    for (const bool mayCoverRows : {false, true}) {
        for (const int x : across) {
            const QRect place(QPoint(x, y), size());
            if (!coversButton(place) &&
                (mayCoverRows || !coversRow(place.adjusted(0, kPageMargin, 0, 0))))
                return place.topLeft();
        }
    }
    return std::nullopt;
}

/// The first place over nothing that somebody may be about to press; buttons count more than rows.
QPoint UndoBar::freePlace() const {
    const int right = m_host->width() - width() - kFromEdge;
    const int low = m_host->height() - height() - kFromEdge;
    const int centre = (m_host->width() - width()) / 2;
    const QList<int> across = m_left > 0 ? QList<int>{centre, std::min(m_left, right)}
                                         : QList<int>{centre, right, kFromEdge};
    if (const auto place = placeOverStrip(across))
        return *place;
    for (int y = low; y > m_host->height() / 2; y -= kStep) {
        for (const int x : across) {
            const QRect place(QPoint(x, y), size());
            if (!coversButton(place) && !coversRow(place))
                return place.topLeft();
        }
    }
    const int x = m_left > 0 ? across.last() : centre;
    for (int y = low; y > m_host->height() / 2; y -= kStep) {
        if (!coversButton(QRect(QPoint(x, y), size())))
            return {x, y};
    }
    return {x, low};
}

bool UndoBar::coversButton(const QRect &place) const {
    const auto buttons = m_host->findChildren<QAbstractButton *>();
    return std::any_of(buttons.begin(), buttons.end(), [&](const QAbstractButton *button) {
        if (!button->isVisible() || isAncestorOf(button))
            return false;
        const QRect seen = button->visibleRegion().boundingRect();
        return place.intersects(seen.translated(button->mapTo(m_host, QPoint())));
    });
}

bool UndoBar::coversRow(const QRect &place) const {
    const auto views = m_host->findChildren<QAbstractItemView *>();
    return std::any_of(views.begin(), views.end(), [&](const QAbstractItemView *view) {
        if (!view->isVisible())
            return false;
        const QRect within =
            place.translated(-view->viewport()->mapTo(m_host, QPoint())) & view->viewport()->rect();
        for (int y = within.top(); y <= within.bottom(); y += kStep) {
            for (int x = within.left(); x <= within.right(); x += kStep) {
                if (view->indexAt({x, y}).isValid())
                    return true;
            }
        }
        return false;
    });
}

bool UndoBar::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_host && event->type() == QEvent::Resize && !isHidden())
        place();
    const bool isArrival = event->type() == QEvent::Show || event->type() == QEvent::Move ||
                           event->type() == QEvent::Resize;
    if (isArrival && !isHidden() && qobject_cast<QAbstractButton *>(watched) &&
        !isAncestorOf(static_cast<QWidget *>(watched)))
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!isHidden() && coversButton(geometry()))
                    place();
            },
            Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void UndoBar::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    paintPlate(painter, rect(), {tokens.lacquer, {}, tokens.rim, 0, metrics::kRimWidth});
    paintIcon(painter, m_icon,
              QRect(kBarSide, 0, look.scaled(kBarSymbol), height() - metrics::kRimWidth),
              tokens.onLacquer);
}

void UndoBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange && !isHidden())
        end();
    if (event->type() == QEvent::StyleChange && isVisible())
        place();
    QWidget::changeEvent(event);
}

} // namespace soban::ui
