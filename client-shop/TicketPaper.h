// SPDX-License-Identifier: GPL-3.0-or-later
// How a ticket comes onto paper or into a file. Slow: not for the window's thread.
#pragma once

#include "client-shop/PaperSheet.h"

namespace soban::shop_app {

enum class PrintFault {
    NoPrinter,    ///< the system knows none
    PrinterFault, ///< the printer does not take it
    FileFault,    ///< the file cannot be written
};

struct PrintOutcome {
    std::optional<PrintFault> fault = {};
    QString where = {}; ///< the printer's name, or the file
};

/// On the system's usual printer.
PrintOutcome printTicket(const PaperSheet &sheet);
/// All of it or nothing.
PrintOutcome writeTicketPdf(const PaperSheet &sheet, const QString &file);
/// The same as bytes.
QByteArray ticketPdf(const PaperSheet &sheet);
/// All of it or nothing; makes the folder.
PrintOutcome writeFile(const QString &file, const QByteArray &bytes);

} // namespace soban::shop_app
