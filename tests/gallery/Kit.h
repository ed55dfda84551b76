// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of the gallery are put together from.
#pragma once

#include "ui/Icons.h"
#include "ui/Look.h"
#include "ui/Paint.h"

#include <QVBoxLayout>
#include <QWidget>

#include <functional>

namespace soban::gallery {

/// Sample words in the language of the page.
class Say {
public:
    explicit Say(Language language) : m_language(language) {}
    QString operator()(const char *ko, const char *en) const {
        return QString::fromUtf8(m_language == Language::Korean ? ko : en);
    }

private:
    Language m_language;
};

/// Words.
class Caption : public QWidget {
    Q_OBJECT

public:
    explicit Caption(const QString &words, ui::Text text = ui::Text::Small,
                     ui::Weight weight = ui::Weight::Regular, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_words;
    ui::Text m_text;
    ui::Weight m_weight;
};

/// Something painted, of a size that may depend on the look.
class Canvas : public QWidget {
    Q_OBJECT

public:
    using Size = std::function<QSize(const ui::Look &)>;
    using Paint = std::function<void(QPainter &, const ui::Look &, const QRect &)>;

    Canvas(Size size, Paint paint, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Size m_size;
    Paint m_paint;
};

/// A card, with a small caption above if there is one.
class Ground : public QWidget {
    Q_OBJECT

public:
    explicit Ground(const QString &caption = {}, QWidget *parent = nullptr);

    QVBoxLayout *column() const { return m_column; }
    Ground *with(QWidget *widget, int stretch = 0);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
};

/// Widgets side by side; each takes the same share.
QWidget *row(const QList<QWidget *> &widgets, bool isSpread = true);
/// A page: its title and what is on it, from top to bottom.
QWidget *page(const QString &title, const QString &note, const QList<QWidget *> &parts);
/// A banner that says both and offers what can be done, if that has a name.
QWidget *banner(ui::Tone tone, ui::Icon icon, const QString &strong, const QString &plain,
                const QString &action);
/// `widget` at a fixed width, that of the window it belongs to.
QWidget *wide(int width, QWidget *widget);

} // namespace soban::gallery
