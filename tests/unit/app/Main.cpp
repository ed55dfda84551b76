// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestSuite.h"

std::unique_ptr<QObject> newTstCrashPoints();
std::unique_ptr<QObject> newTstFileLimit();
std::unique_ptr<QObject> newTstHousekeeping();
std::unique_ptr<QObject> newTstNullModel();
std::unique_ptr<QObject> newTstSettings();
std::unique_ptr<QObject> newTstTimerClerk();
std::unique_ptr<QObject> newTstTimerService();
std::unique_ptr<QObject> newTstWriteBench();

int main(int argc, char **argv) {
    return soban::testing::runSuite(argc, argv,
                                    {newTstCrashPoints, newTstFileLimit, newTstHousekeeping,
                                     newTstNullModel, newTstSettings, newTstTimerClerk,
                                     newTstTimerService, newTstWriteBench});
}
