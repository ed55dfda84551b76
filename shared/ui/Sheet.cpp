// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Sheet.h"

#include "ui/Paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTextDocument>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace soban::ui {

namespace {

constexpr int kLeastMargin = 24; ///< between the panel and the window's edges
constexpr int kRoomy = 700;      ///< a window so high, at a text scale of 1, leaves it

class Panel : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override {
        const Tokens &tokens = Look::of(this).tokens();
        QPainter painter(this);
        paintPlate(painter, rect(),
                   {tokens.surface, tokens.line, tokens.rim, 1, metrics::kSheetFoot,
                    metrics::kSheetRadius});
    }
};

/// Those that lie open over `sheet`, from below to the top.
QList<Sheet *> sheetsAbove(const Sheet &sheet, const QWidget &host) {
    // Children stand in the order in which they were raised.
    QList<Sheet *> sheets = host.findChildren<Sheet *>(QString(), Qt::FindDirectChildrenOnly);
    sheets.erase(sheets.begin(), std::find(sheets.begin(), sheets.end(), &sheet) + 1);
    sheets.removeIf([](const Sheet *other) { return !other->isVisible(); });
    return sheets;
}

} // namespace

Sheet::Sheet(QWidget *host)
    : QWidget(host), m_host(host), m_panel(new Panel(this)), m_column(new QVBoxLayout(m_panel)) {
    m_column->setContentsMargins(metrics::kGap24, metrics::kGap24, metrics::kGap24,
                                 metrics::kGap24 + metrics::kSheetFoot);
    m_column->setSpacing(metrics::kGap12);
    setFocusPolicy(Qt::NoFocus);
    host->installEventFilter(this);
    m_panel->installEventFilter(this);
    hide();
}

void Sheet::setWidest(int pixels) {
    m_widest = pixels;
    place();
}

void Sheet::setDismissible(bool dismissible) {
    m_isDismissible = dismissible;
}

bool Sheet::isTouched() const {
    // Qt counts as modified what a person has typed since the text was last set.
    const auto fields = m_panel->findChildren<QLineEdit *>();
    const auto texts = m_panel->findChildren<QTextEdit *>();
    return m_isTouched ||
           std::any_of(fields.begin(), fields.end(),
                       [](const QLineEdit *field) { return field->isModified(); }) ||
           std::any_of(texts.begin(), texts.end(),
                       [](const QTextEdit *text) { return text->document()->isModified(); });
}

void Sheet::open() {
    if (!isVisible()) {
        // Of this window, also while another one is in front.
        m_focusBefore = m_host->window()->focusWidget();
        m_isTouched = false;
        m_seenTop.reset();
    }
    setGeometry(m_host->rect());
    show();
    raise();
    place();
    if (!m_panel->isAncestorOf(QApplication::focusWidget()))
        focusNextPrevChild(true);
}

void Sheet::close() {
    if (!isVisible())
        return;
    QWidget *window = m_host->window();
    const bool hadFocus = window->focusWidget() && isAncestorOf(window->focusWidget());
    hide();
    const QList<Sheet *> above = sheetsAbove(*this, *m_host);
    if (!above.isEmpty()) {
        // The top one keeps the keyboard; what lay below this one has it again after the last.
        for (Sheet *sheet : above) {
            if (sheet->m_focusBefore && isAncestorOf(sheet->m_focusBefore))
                sheet->m_focusBefore = m_focusBefore;
        }
        if (hadFocus)
            above.last()->focusNextPrevChild(true);
        emit closed();
        return;
    }
    // What had the keyboard may have gone meanwhile: then nothing has it, neither in here nor what
    // Qt finds next, which a careless Space would press.
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else if (hadFocus && window->focusWidget())
        window->focusWidget()->clearFocus();
    emit closed();
}

void Sheet::place() {
    const Look &look = Look::of(this);
    const int width = std::min(look.scaled(m_widest), this->width() - 2 * metrics::kGap8);
    const int wanted = m_panel->hasHeightForWidth() ? m_panel->heightForWidth(width)
                                                    : m_panel->sizeHint().height();
    // Large text needs the room that a low window lacks.
    const int margin = height() > look.scaled(kRoomy) ? kLeastMargin : metrics::kGap8;
    const int centred = (height() - std::min(wanted, height() - 2 * margin)) / 2;
    // One that may yet grow begins further up.
    const int top = m_isTopKept ? m_seenTop.value_or(std::max(margin, centred / 3)) : centred;
    const QSize size(width, std::min(wanted, height() - top - margin));
    m_panel->setGeometry(QRect(QPoint((this->width() - size.width()) / 2, top), size));
}

bool Sheet::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_host && event->type() == QEvent::Resize)
        setGeometry(m_host->rect());
    if (watched == m_panel && event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::eventFilter(watched, event);
}

bool Sheet::event(QEvent *event) {
    // What lies below must not act while it is covered.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Sheet::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && m_isDismissible)
        close();
    event->accept();
}

void Sheet::mousePressEvent(QMouseEvent *event) {
    if (m_isDismissible && !isTouched() &&
        !m_panel->geometry().contains(event->position().toPoint()))
        close();
    event->accept();
}

void Sheet::paintEvent(QPaintEvent *) {
    QPainter(this).fillRect(rect(), Look::of(this).tokens().scrim);
    if (!m_seenTop)
        m_seenTop = m_panel->y();
}

void Sheet::resizeEvent(QResizeEvent *) {
    m_seenTop.reset();
    place();
}

bool Sheet::focusNextPrevChild(bool next) {
    // While it closes, Qt looks for the next one to have the keyboard: not in here.
    if (!isVisible())
        return QWidget::focusNextPrevChild(next);
    // Round within the panel: the chain of the window's widgets, less those outside.
    QWidget *start = QApplication::focusWidget();
    if (!start || !m_panel->isAncestorOf(start))
        start = m_panel;
    QWidget *widget = start;
    do {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        const bool isReachable = m_panel->isAncestorOf(widget) && widget->isVisibleTo(this) &&
                                 widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
                                 !widget->focusProxy(); // or one would stay at a view for ever
        if (isReachable) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (widget != start);
    return true;
}

} // namespace soban::ui
