// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Link.h"
#include "ui/Tokens.h"

#include <QWidget>

namespace soban::rider_app {

/// How fresh the list below it is: live, or as of when.
class LinkMark : public QWidget {
    Q_OBJECT

public:
    explicit LinkMark(const desk::Link &link, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const desk::Link &m_link;
    QString m_words;
};

} // namespace soban::rider_app
