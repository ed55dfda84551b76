// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/RiderWindow.h"
#include "desk/RunApp.h"

int main(int argc, char **argv) {
    using namespace soban;
    return desk::runApp(desk::App::Rider, argc, argv, [](desk::Desk &desk) {
        return std::make_unique<rider_app::RiderWindow>(desk);
    });
}
