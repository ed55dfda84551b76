// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace soban {

/// Which pictures there are, drawn or uploaded: what people name has to be one of them.
class PictureNames {
public:
    virtual ~PictureNames() = default;
    virtual bool contains(const QString &name) const = 0;
};

} // namespace soban
