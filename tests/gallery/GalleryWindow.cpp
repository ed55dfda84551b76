// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/GalleryWindow.h"

#include "gallery/Pages.h"

#include <QCoreApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPixmap>
#include <QScrollArea>

#include <algorithm>
#include <memory>

namespace soban::gallery {

using ui::Look;
using ui::Scheme;

namespace {

constexpr int kPageWidth = 1280;
constexpr double kScaleStep = 0.25;

QPixmap pictureOf(const Page &page, Language language) {
    const std::unique_ptr<QWidget> widget(page.make(language));
    const int width = std::max(kPageWidth, widget->minimumSizeHint().width());
    const int height = std::max(widget->heightForWidth(width), widget->minimumSizeHint().height());
    widget->resize(width, height);
    widget->grab();
    // What was missed by the first look, such as the tiles of a map, arrives by events.
    QCoreApplication::processEvents();
    return widget->grab();
}

} // namespace

GalleryWindow::GalleryWindow(Look &look, QWidget *parent)
    : QMainWindow(parent), m_look(look), m_list(new QListWidget), m_area(new QScrollArea) {
    setWindowTitle(QStringLiteral("Soban"));
    resize(1480, 900);
    auto *whole = new QWidget;
    auto *line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_list);
    line->addWidget(m_area, 1);
    m_list->setFixedWidth(160);
    m_list->setAccessibleName(QStringLiteral("Pages"));
    m_list->installEventFilter(this);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    setCentralWidget(whole);
    for (const Page &page : pages())
        m_list->addItem(page.name);
    connect(m_list, &QListWidget::currentRowChanged, this, &GalleryWindow::rebuild);
    connect(&m_look, &Look::languageChanged, this, &GalleryWindow::rebuild);
    m_list->setCurrentRow(0);
}

void GalleryWindow::rebuild() {
    const int row = m_list->currentRow();
    if (row >= 0)
        m_area->setWidget(pages()[row].make(m_look.language()));
}

bool GalleryWindow::steer(int key) {
    switch (key) {
    case Qt::Key_L:
        m_look.setChoice(Look::Choice::Light);
        return true;
    case Qt::Key_D:
        m_look.setChoice(Look::Choice::Dark);
        return true;
    case Qt::Key_K:
        m_look.setLanguage(Language::Korean);
        return true;
    case Qt::Key_E:
        m_look.setLanguage(Language::English);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_look.setTextScale(m_look.textScale() + kScaleStep);
        return true;
    case Qt::Key_Minus:
        m_look.setTextScale(m_look.textScale() - kScaleStep);
        return true;
    default:
        return false;
    }
}

void GalleryWindow::keyPressEvent(QKeyEvent *event) {
    if (!steer(event->key()))
        QMainWindow::keyPressEvent(event);
}

bool GalleryWindow::eventFilter(QObject *watched, QEvent *event) {
    // The list would search for letters.
    return event->type() == QEvent::KeyPress && steer(static_cast<QKeyEvent *>(event)->key())
               ? true
               : QMainWindow::eventFilter(watched, event);
}

bool GalleryWindow::render(Look &look, const QString &directory) {
    const QDir out(directory);
    if (!out.mkpath(QStringLiteral(".")))
        return false;
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const double scale : {Look::kLeastScale, Look::kMostScale}) {
            const bool isDark = scheme == Scheme::Dark;
            look.setChoice(isDark ? Look::Choice::Dark : Look::Choice::Light);
            look.setTextScale(scale);
            for (const Page &page : pages()) {
                const QString name =
                    QStringLiteral("%1-%2-%3-%4.png")
                        .arg(page.name, toText(look.language()),
                             isDark ? QStringLiteral("dark") : QStringLiteral("light"))
                        .arg(scale);
                if (!pictureOf(page, look.language()).save(out.filePath(name)))
                    return false;
            }
        }
    }
    return true;
}

} // namespace soban::gallery
