// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"
#include "domain/Id.h"

#include <QFile>
#include <QHash>

namespace soban::shop_app {

/// What became of an order's ticket on this computer.
enum class PrintState {
    Begun,  ///< went to the printer, and nobody wrote down how that ended
    Done,   ///< is on paper
    Failed, ///< is not
};

/// Remembers which tickets are on paper, also through a power cut: a line for each step, synced
/// before the next one is taken. Knows nothing of threads; slow.
class PrintLog {
public:
    using States = QHash<OrderId, PrintState>;

    explicit PrintLog(QString file) : m_file(std::move(file)) {}

    /// Reads what is there and forgets what is long past. Damaged lines count as not written.
    States open();
    /// False if it could not be made durable.
    bool write(OrderId order, PrintState state);

private:
    QFile m_file;
};

} // namespace soban::shop_app

template <>
struct soban::EnumText<soban::shop_app::PrintState> {
    using S = soban::shop_app::PrintState;
    static constexpr std::array entries{std::pair{S::Begun, "begun"}, std::pair{S::Done, "done"},
                                        std::pair{S::Failed, "failed"}};
};
