// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ShopWindow.h"
#include "desk/RunApp.h"

int main(int argc, char **argv) {
    using namespace soban;
    return desk::runApp(desk::App::Shop, argc, argv, [](desk::Desk &desk) {
        return std::make_unique<shop_app::ShopWindow>(desk);
    });
}
