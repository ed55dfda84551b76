// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/ShortcutSheet.h"

#include "desk/ContentScroll.h"
#include "ui/Button.h"
#include "ui/Paint.h"
#include "ui/TextLabel.h"

#include <QAction>
#include <QEvent>
#include <QVBoxLayout>

namespace soban::desk {

using namespace soban::ui;

namespace {

constexpr int kRow = 40;
constexpr int kCap = 28;

} // namespace

QList<ShortcutRow> shortcutsOf(const QWidget *window) {
    QList<ShortcutRow> rows;
    const QList<QAction *> actions = window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        // Keys of a page that is not seen do nothing now.
        const auto *page = qobject_cast<const QWidget *>(action->parent());
        if (page && !page->isVisibleTo(window))
            continue;
        QStringList keys;
        const QList<QKeySequence> sequences = action->shortcuts();
        for (const QKeySequence &sequence : sequences)
            keys.append(sequence.toString(QKeySequence::NativeText));
        const QString what = action->text().remove(u'&');
        const bool isKnown = std::any_of(
            rows.begin(), rows.end(), [&what](const ShortcutRow &row) { return row.what == what; });
        if (!keys.isEmpty() && !what.isEmpty() && action->isEnabled() && action->isVisible() &&
            !isKnown)
            rows.append({what, keys.join(QStringLiteral(" · "))});
    }
    return rows;
}

/// The rows, painted: name at the left, keys on a cap at the right.
class ShortcutSheet::List : public QWidget {
public:
    List() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

    void setRows(const QList<ShortcutRow> &rows) {
        m_rows = rows;
        QStringList words;
        for (const ShortcutRow &row : rows)
            words.append(row.what + QStringLiteral(": ") + row.keys);
        setAccessibleDescription(words.join(QStringLiteral(", ")));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override {
        const Look &look = Look::of(this);
        int width = look.scaled(320);
        for (const ShortcutRow &row : m_rows) {
            width = std::max(width, textWidth(look, row.what, Text::Body) + capWidth(row) +
                                        metrics::kGap24);
        }
        return {width, int(m_rows.size()) * look.scaled(kRow)};
    }
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override {
        const Look &look = Look::of(this);
        const Tokens &tokens = look.tokens();
        const int tall = look.scaled(kRow);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const QRect row(0, int(i) * tall, width(), tall);
            if (i > 0)
                paintRule(painter, row, tokens.line);
            const int capTall = look.scaled(kCap);
            QRect cap(0, row.top() + (tall - capTall) / 2, capWidth(m_rows[i]), capTall);
            cap.moveRight(row.right());
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.sunken);
            painter.drawRoundedRect(cap, metrics::kChipRadius, metrics::kChipRadius);
            paintLine(painter, look, cap, m_rows[i].keys,
                      {Text::Small, Weight::Bold, tokens.ink2, Qt::AlignCenter}, false);
            paintLine(painter, look, row.adjusted(0, 0, -cap.width() - metrics::kGap12, 0),
                      m_rows[i].what, {Text::Body, Weight::Regular, tokens.ink});
        }
    }

private:
    int capWidth(const ShortcutRow &row) const {
        const Look &look = Look::of(this);
        return textWidth(look, row.keys, Text::Small, Weight::Bold) + look.scaled(16);
    }

    QList<ShortcutRow> m_rows;
};

ShortcutSheet::ShortcutSheet(QWidget *window)
    : Sheet(window)
    , m_window(window)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_list(new List)
    , m_done(new Button(ButtonRole::Plain)) {
    setWidest(480);
    column()->addWidget(m_title);
    column()->addWidget(new ContentScroll(m_list), 1);
    column()->addWidget(m_done);
    connect(m_done, &Button::clicked, this, &Sheet::close);
    retranslate();
}

void ShortcutSheet::openAfresh() {
    open();
    m_list->setRows(shortcutsOf(m_window)); // its new size is heard of only once it is shown
}

void ShortcutSheet::retranslate() {
    m_title->setText(tr("Shortcuts"));
    setAccessibleName(tr("Shortcuts"));
    m_list->setAccessibleName(tr("Shortcuts"));
    m_done->setText(tr("Close"));
    if (isOpen())
        m_list->setRows(shortcutsOf(m_window));
}

void ShortcutSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::desk
