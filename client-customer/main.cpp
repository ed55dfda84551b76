// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CustomerWindow.h"
#include "desk/RunApp.h"

int main(int argc, char **argv) {
    using namespace soban;
    return desk::runApp(desk::App::Customer, argc, argv, [](desk::Desk &desk) {
        return std::make_unique<customer::CustomerWindow>(desk);
    });
}
