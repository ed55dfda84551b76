// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestSuite.h"

std::unique_ptr<QObject> newTstFill();
std::unique_ptr<QObject> newTstOptions();
std::unique_ptr<QObject> newTstOutcome();
std::unique_ptr<QObject> newTstRounds();

int main(int argc, char **argv) {
    return soban::testing::runSuite(argc, argv,
                                    {newTstFill, newTstOptions, newTstOutcome, newTstRounds});
}
