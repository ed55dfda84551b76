// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>

class QPainter;

namespace soban::ui {

/// The one set of icons: a box of 24, strokes of 2 with round ends, one colour.
enum class Icon {
    Bag,
    Bell,
    Backspace,
    Box,
    Camera,
    Cancel,
    Card,
    Chart,
    Chat,
    Check,
    Clock,
    Done,
    Door,
    Down,
    Download,
    Drag,
    Edit,
    Eye,
    Flame,
    Flower,
    Gear,
    Info,
    Keyboard,
    Left,
    List,
    Lock,
    Mail,
    Minus,
    Navigate,
    Pause,
    Phone,
    Pin,
    Plus,
    Pot,
    Print,
    Receipt,
    Refund,
    Rider,
    Right,
    Ring,
    Search,
    Soban,
    Star,
    StarOutline,
    Store,
    Swap,
    Undo,
    User,
    Volume,
    Warning,
    Wifi,
    WifiOff,
    Close,
};

/// The icon at `size` device-independent pixels, in one colour; kept in Qt's pixmap cache.
QPixmap pixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio);

void paintIcon(QPainter &painter, Icon icon, const QRect &box, const QColor &color);

/// For menus and trays.
QIcon asIcon(Icon icon, const QColor &color);

/// A drawing of the apps' own, such as the logo, by the name of its file in `shared/ui/art`.
void paintArt(QPainter &painter, const QString &name, const QRectF &box);

/// The same with its one line colour and its one accent replaced: what empty pages show.
void paintLineArt(QPainter &painter, const QString &name, const QRectF &box, const QColor &line,
                  const QColor &accent);

} // namespace soban::ui

template <>
struct soban::EnumText<soban::ui::Icon> {
    using I = soban::ui::Icon;
    /// The text is the name of the file in `shared/ui/icons`.
    static constexpr std::array entries{
        std::pair{I::Bag, "bag"},        std::pair{I::Bell, "bell"},
        std::pair{I::Backspace, "bksp"}, std::pair{I::Box, "box"},
        std::pair{I::Camera, "camera"},  std::pair{I::Cancel, "cancel"},
        std::pair{I::Card, "card"},      std::pair{I::Chart, "chart"},
        std::pair{I::Chat, "chat"},      std::pair{I::Check, "check"},
        std::pair{I::Clock, "clock"},    std::pair{I::Done, "done"},
        std::pair{I::Door, "door"},      std::pair{I::Down, "down"},
        std::pair{I::Download, "down2"}, std::pair{I::Drag, "drag"},
        std::pair{I::Edit, "edit"},      std::pair{I::Eye, "eye"},
        std::pair{I::Flame, "flame"},    std::pair{I::Flower, "flower"},
        std::pair{I::Gear, "gear"},      std::pair{I::Info, "info"},
        std::pair{I::Keyboard, "key"},   std::pair{I::Left, "left"},
        std::pair{I::List, "list"},      std::pair{I::Lock, "lock"},
        std::pair{I::Mail, "mail"},      std::pair{I::Minus, "minus"},
        std::pair{I::Navigate, "nav"},   std::pair{I::Pause, "pause"},
        std::pair{I::Phone, "phone"},    std::pair{I::Pin, "pin"},
        std::pair{I::Plus, "plus"},      std::pair{I::Pot, "pot"},
        std::pair{I::Print, "print"},    std::pair{I::Receipt, "receipt"},
        std::pair{I::Refund, "refund"},  std::pair{I::Rider, "rider"},
        std::pair{I::Right, "right"},    std::pair{I::Ring, "ring"},
        std::pair{I::Search, "search"},  std::pair{I::Soban, "soban"},
        std::pair{I::Star, "star"},      std::pair{I::StarOutline, "staroutline"},
        std::pair{I::Store, "store"},    std::pair{I::Swap, "swap"},
        std::pair{I::Undo, "undo"},      std::pair{I::User, "user"},
        std::pair{I::Volume, "vol"},     std::pair{I::Warning, "warn"},
        std::pair{I::Wifi, "wifi"},      std::pair{I::WifiOff, "wifioff"},
        std::pair{I::Close, "x"}};
};
