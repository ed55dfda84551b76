// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Look.h"

#include <QMainWindow>

class QListWidget;
class QScrollArea;

namespace soban::gallery {

/// All pages, one at a time. Keys: L D light and dark, K E Korean and English, + − size of text.
class GalleryWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit GalleryWindow(ui::Look &look, QWidget *parent = nullptr);

    /// Pictures of all pages, in both schemes and at both ends of the scale, in the look's present
    /// language; false if one could not be written.
    static bool render(ui::Look &look, const QString &directory);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool steer(int key);
    void rebuild();

    ui::Look &m_look;
    QListWidget *m_list;
    QScrollArea *m_area;
};

} // namespace soban::gallery
