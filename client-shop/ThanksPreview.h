// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/WrappingWidget.h"

namespace soban::shop_app {

/// The shop's thanks as a message that a customer gets.
class ThanksPreview : public ui::WrappingWidget {
    Q_OBJECT

public:
    explicit ThanksPreview(QWidget *parent = nullptr);

    void setWords(const QString &shop, const QString &thanks);

    int heightForWidth(int width) const override;

protected:
    int hintWidth() const override;
    int leastWidth() const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString words() const;

    QString m_shop;
    QString m_thanks;
};

} // namespace soban::shop_app
