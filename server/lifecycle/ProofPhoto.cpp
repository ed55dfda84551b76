// SPDX-License-Identifier: GPL-3.0-or-later
#include "lifecycle/ProofPhoto.h"

namespace soban {

std::optional<contract::Problem> keepProof(Order &order, const QString &photo,
                                           const PictureNames &uploaded) {
    if (!uploaded.contains(photo))
        return contract::Problem::at(contract::ErrorCode::InvalidValue, QStringLiteral("photo"),
                                     QStringLiteral("names no picture"));
    order.proofPhoto = photo;
    return std::nullopt;
}

} // namespace soban
