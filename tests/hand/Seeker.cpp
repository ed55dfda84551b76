// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand/Seeker.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace soban::hand {

namespace {

QString withoutMnemonic(QString text) {
    static const QRegularExpression kMark(QStringLiteral("&(.)"));
    return text.replace(kMark, QStringLiteral("\\1"));
}

bool isField(const QWidget &widget) {
    return qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QTextEdit *>(&widget) ||
           qobject_cast<const QPlainTextEdit *>(&widget);
}

QString contentOf(const QWidget &widget) {
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return line->displayText();
    if (const auto *text = qobject_cast<const QTextEdit *>(&widget))
        return text->toPlainText();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        return text->toPlainText();
    return {};
}

/// What the label says that stands for a widget.
QString labelOf(const QWidget &widget) {
    for (const QLabel *label : widget.window()->findChildren<QLabel *>()) {
        if (label->buddy() == &widget)
            return withoutMnemonic(label->text());
    }
    return {};
}

/// By which a widget is found.
QStringList namesOf(const QWidget &widget) {
    QStringList names{widget.accessibleName()};
    if (names.first().isEmpty() && isField(widget))
        names.append(labelOf(widget));
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        names.append(withoutMnemonic(button->text()));
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        names.append(label->text());
    names.removeAll(QString());
    return names;
}

QStringList textsOf(const QWidget &widget) {
    QStringList texts = namesOf(widget);
    texts += {contentOf(widget), widget.accessibleDescription()};
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

bool isKind(const QWidget &widget, const QString &kind) {
    if (kind.isEmpty())
        return true;
    if (kind == u"button")
        return qobject_cast<const QAbstractButton *>(&widget);
    if (kind == u"field")
        return isField(widget);
    if (kind == u"list")
        return qobject_cast<const QAbstractItemView *>(&widget);
    if (kind == u"text")
        return qobject_cast<const QLabel *>(&widget);
    for (const QMetaObject *type = widget.metaObject(); type; type = type->superClass()) {
        if (QString::fromLatin1(type->className()).section(QStringLiteral("::"), -1) == kind)
            return true;
    }
    return false;
}

bool anyMatches(const QStringList &texts, const QRegularExpression &pattern) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const QString &text) { return pattern.match(text).hasMatch(); });
}

QString rowText(const QAbstractItemView &view, int row) {
    const QModelIndex index = view.model()->index(row, 0, view.rootIndex());
    const QString spoken = index.data(Qt::AccessibleTextRole).toString();
    return spoken.isEmpty() ? index.data(Qt::DisplayRole).toString() : spoken;
}

int rowWith(const QAbstractItemView &view, const QList<Words> &pieces) {
    const int rows = view.model() ? view.model()->rowCount(view.rootIndex()) : 0;
    for (int row = 0; row < rows; ++row) {
        const QString text = rowText(view, row);
        if (std::all_of(pieces.begin(), pieces.end(), [&](const Words &piece) {
                return Seeker::patternOf(piece, false).match(text).hasMatch();
            }))
            return row;
    }
    return -1;
}

/// Which of the words that a thing says stand on its parts is the one that is sought.
int partWith(const QStringList &parts, const Words &words) {
    const QRegularExpression pattern = Seeker::patternOf(words, true);
    for (int i = 0; i < parts.size(); ++i) {
        if (pattern.match(parts.at(i)).hasMatch())
            return i;
    }
    return -1;
}

/// The parts of a widget or of a row; see ui/PartsDelegate.h.
Sighting partOf(Found found, QObject &teller, const Words &words) {
    QStringList parts;
    QRect box;
    if (found.view) {
        const QModelIndex index = found.view->model()->index(found.row, 0);
        QMetaObject::invokeMethod(&teller, "partWords", Q_RETURN_ARG(QStringList, parts),
                                  Q_ARG(QModelIndex, index));
        QMetaObject::invokeMethod(&teller, "partBox", Q_RETURN_ARG(QRect, box),
                                  Q_ARG(QModelIndex, index), Q_ARG(QRect, found.box),
                                  Q_ARG(int, partWith(parts, words)));
    } else {
        QMetaObject::invokeMethod(&teller, "partWords", Q_RETURN_ARG(QStringList, parts));
        const int part = partWith(parts, words);
        if (part >= 0)
            QMetaObject::invokeMethod(&teller, "partBox", Q_RETURN_ARG(QRect, box),
                                      Q_ARG(int, part));
    }
    if (box.isEmpty())
        return {{}, QStringLiteral("its parts are: ") + parts.join(QStringLiteral(" | "))};
    found.box = box;
    return {found, {}};
}

Sighting inWidget(QWidget &widget, const Target &target) {
    Found found{&widget, widget.rect(), textsOf(widget)};
    if (!target.row.isEmpty()) {
        auto *view = qobject_cast<QAbstractItemView *>(&widget);
        const int row = view ? rowWith(*view, target.row) : -1;
        if (row < 0)
            return {{}, Seeker::nameOf(widget) + QStringLiteral(" has no such row")};
        const QModelIndex index = view->model()->index(row, 0, view->rootIndex());
        found = {view->viewport(), view->visualRect(index), {rowText(*view, row)}, view, row};
        if (!target.part.isEmpty())
            return partOf(found, *view->itemDelegateForIndex(index), target.part);
        return {found, {}};
    }
    return target.part.isEmpty() ? Sighting{found, {}} : partOf(found, widget, target.part);
}

/// Visible widgets of a window, itself first.
void collect(QWidget &widget, QWidgetList &all) {
    all.append(&widget);
    for (QObject *child : widget.children()) {
        auto *part = qobject_cast<QWidget *>(child);
        if (part && part->isVisible() && !part->isWindow())
            collect(*part, all);
    }
}

} // namespace

QRegularExpression Seeker::patternOf(const Words &words, bool isWhole) {
    static const QRegularExpression kPlace(QStringLiteral("%(\\d|n)"));
    QString text = words.context.isEmpty()
                       ? words.text
                       : QCoreApplication::translate(words.context.toUtf8().constData(),
                                                     words.text.toUtf8().constData());
    if (!words.context.isEmpty())
        text = withoutMnemonic(text);
    for (const QString &argument : words.arguments)
        text = text.arg(argument);
    QStringList pieces;
    for (const QString &piece : text.split(kPlace))
        pieces.append(QRegularExpression::escape(piece));
    const QString pattern = pieces.join(QStringLiteral(".*"));
    return QRegularExpression(isWhole ? QRegularExpression::anchoredPattern(pattern) : pattern,
                              QRegularExpression::DotMatchesEverythingOption);
}

QString Seeker::nameOf(const QWidget &widget) {
    const QString name = namesOf(widget).value(0);
    const QString type = QString::fromLatin1(widget.metaObject()->className());
    return name.isEmpty() ? type : QStringLiteral("%1 “%2”").arg(type, name);
}

QWidgetList Seeker::windows() {
    if (QWidget *popup = QApplication::activePopupWidget())
        return {popup};
    if (QWidget *dialog = QApplication::activeModalWidget())
        return {dialog};
    QWidgetList windows;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window->windowType() != Qt::ToolTip)
            windows.append(window);
    }
    return windows;
}

QString Seeker::cover(const Found &found) {
    QWidget *window = found.widget->window();
    const QPoint place = found.widget->mapTo(window, found.middle());
    if (!window->rect().contains(place))
        return QStringLiteral("the edge of the window");
    QWidget *top = window->childAt(place);
    if (!top)
        top = window;
    if (top == found.widget || found.widget->isAncestorOf(top))
        return {};
    return nameOf(*top);
}

namespace {

/// The innermost pane in which a point of a widget is not to be seen.
std::optional<Seeker::Hiding> paneHidingPoint(const QWidget *of, QPoint point) {
    for (auto *widget = const_cast<QWidget *>(of); widget && !widget->isWindow();
         widget = widget->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
        if (!area || area->viewport() != widget)
            continue;
        const QPoint there = of->mapTo(widget, point);
        if (!widget->rect().contains(there))
            return Seeker::Hiding{widget, there.y() >= widget->height()};
    }
    return std::nullopt;
}

} // namespace

std::optional<Seeker::Hiding> Seeker::paneHiding(const Found &found) {
    auto hiding = paneHidingPoint(found.widget, found.middle());
    // A pane within another one may have to be brought into view first.
    for (auto outer = hiding; outer;
         outer = paneHidingPoint(outer->pane, outer->pane->rect().center()))
        hiding = outer;
    return hiding;
}

Sighting Seeker::look(const Target &target, Need need) {
    const QRegularExpression words = patternOf(target.words, true);
    const QRegularExpression said = patternOf(target.description, false);
    Sighting best{{}, QStringLiteral("it is not to be seen")};
    for (QWidget *window : windows()) {
        QWidgetList all;
        collect(*window, all);
        for (QWidget *widget : std::as_const(all)) {
            if (!isKind(*widget, target.kind) ||
                (!target.words.isEmpty() && !anyMatches(namesOf(*widget), words)) ||
                (!target.description.isEmpty() &&
                 !said.match(widget->accessibleDescription()).hasMatch()))
                continue;
            const Sighting sighting = inWidget(*widget, target);
            if (!sighting.found) {
                best.why = sighting.why;
                continue;
            }
            const bool isInView = !paneHiding(*sighting.found);
            const QString cover = isInView ? Seeker::cover(*sighting.found) : QString();
            if (!cover.isEmpty())
                best.why = QStringLiteral("%1 is covered by %2").arg(nameOf(*widget), cover);
            else if (need == Need::Pressable && !sighting.found->widget->isEnabled())
                best.why = nameOf(*widget) + QStringLiteral(" is disabled");
            else
                return sighting;
        }
    }
    return best;
}

QStringList Seeker::everything() {
    QStringList lines;
    for (QWidget *window : windows()) {
        QWidgetList all;
        collect(*window, all);
        for (QWidget *widget : std::as_const(all)) {
            const QStringList texts = textsOf(*widget);
            if (!texts.isEmpty())
                lines.append(
                    QString::fromLatin1(widget->metaObject()->className()) +
                    (widget->isEnabled() ? QStringLiteral(": ") : QStringLiteral(" (disabled): ")) +
                    texts.join(QStringLiteral(" | ")));
            const auto *view = qobject_cast<QAbstractItemView *>(widget);
            const int rows = view && view->model() ? view->model()->rowCount() : 0;
            for (int row = 0; row < rows; ++row)
                lines.append(QStringLiteral("   - ") + rowText(*view, row));
        }
    }
    return lines;
}

} // namespace soban::hand
