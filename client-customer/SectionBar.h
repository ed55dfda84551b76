// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QScrollArea;

namespace soban::customer {

/// The sections of a menu, side by side; the one that is on screen is underlined.
class SectionBar : public QWidget {
    Q_OBJECT

public:
    explicit SectionBar(QWidget *parent = nullptr);

    void setSections(const QStringList &names);
    void setCurrent(int section);

signals:
    void chosen(int section);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void reveal();

    QButtonGroup *m_group;
    QHBoxLayout *m_row;
    QScrollArea *m_scroll; ///< names are whole: those that have no room are scrolled to
};

} // namespace soban::customer
