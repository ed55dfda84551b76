// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestSuite.h"

std::unique_ptr<QObject> newTstAttention();
std::unique_ptr<QObject> newTstCatalogue();
std::unique_ptr<QObject> newTstShopOffice();
std::unique_ptr<QObject> newTstStockWarden();

int main(int argc, char **argv) {
    return soban::testing::runSuite(
        argc, argv, {newTstAttention, newTstCatalogue, newTstShopOffice, newTstStockWarden});
}
