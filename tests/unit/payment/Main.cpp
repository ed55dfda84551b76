// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestSuite.h"

std::unique_ptr<QObject> newTstCards();
std::unique_ptr<QObject> newTstChange();
std::unique_ptr<QObject> newTstChargeRunner();
std::unique_ptr<QObject> newTstHintBox();
std::unique_ptr<QObject> newTstPayAgain();
std::unique_ptr<QObject> newTstPayments();
std::unique_ptr<QObject> newTstRefundRunner();
std::unique_ptr<QObject> newTstRefunds();

int main(int argc, char **argv) {
    return soban::testing::runSuite(argc, argv,
                                    {newTstCards, newTstChange, newTstChargeRunner, newTstHintBox,
                                     newTstPayAgain, newTstPayments, newTstRefundRunner,
                                     newTstRefunds});
}
