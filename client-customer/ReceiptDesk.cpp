// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ReceiptDesk.h"

#include "client-customer/OrderSteps.h"
#include "client-customer/ReceiptPaper.h"
#include "ui/Look.h"

#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

namespace soban::customer {

void ReceiptDesk::print(const contract::OrderView &order,
                        const QList<contract::PaymentView> &payments) {
    const Language language = ui::Look::of(m_owner).language();
    const ui::ReceiptContent content = OrderSteps::paper(order, payments, language);
    auto printer = std::make_shared<QPrinter>();
    auto *dialog = new QPrintDialog(printer.get(), m_owner->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer, content, language] {
        if (!ReceiptPaper(content, language).print(*printer))
            emit failed();
    });
    // The dialog works with the printer until it is gone.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void ReceiptDesk::savePdf(const contract::OrderView &order,
                          const QList<contract::PaymentView> &payments) {
    const Language language = ui::Look::of(m_owner).language();
    const ui::ReceiptContent content = OrderSteps::paper(order, payments, language);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_owner->window(), tr("Save the receipt"), folder,
                                   QStringLiteral("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(OrderSteps::fileName(order, language));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, content, language](const QString &file) {
                if (ReceiptPaper(content, language).savePdf(file))
                    emit saved(QDir::toNativeSeparators(file));
                else
                    emit failed();
            });
    dialog->open();
}

} // namespace soban::customer
