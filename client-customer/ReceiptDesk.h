// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"

#include <QWidget>

namespace soban::customer {

/// Puts an order's receipt on paper or into a file, as its customer chooses in a dialog over the
/// window.
class ReceiptDesk : public QObject {
    Q_OBJECT

public:
    explicit ReceiptDesk(QWidget *owner) : QObject(owner), m_owner(owner) {}

    void print(const contract::OrderView &order, const QList<contract::PaymentView> &payments);
    void savePdf(const contract::OrderView &order, const QList<contract::PaymentView> &payments);

signals:
    void failed(); ///< it could not be printed or saved
    void saved(const QString &file);

private:
    QWidget *m_owner;
};

} // namespace soban::customer
