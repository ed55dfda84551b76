// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestSuite.h"

std::unique_ptr<QObject> newTstFrameReader();
std::unique_ptr<QObject> newTstHistogram();
std::unique_ptr<QObject> newTstHttpLoad();
std::unique_ptr<QObject> newTstOpenSchedule();
std::unique_ptr<QObject> newTstResponseReader();

int main(int argc, char **argv) {
    return soban::testing::runSuite(argc, argv,
                                    {newTstFrameReader, newTstHistogram, newTstHttpLoad,
                                     newTstOpenSchedule, newTstResponseReader});
}
