// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

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
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace soban::customer
