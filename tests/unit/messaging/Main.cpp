// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestSuite.h"

std::unique_ptr<QObject> newTstMessageSender();
std::unique_ptr<QObject> newTstOutbox();
std::unique_ptr<QObject> newTstScribe();
std::unique_ptr<QObject> newTstTexts();

int main(int argc, char **argv) {
    return soban::testing::runSuite(argc, argv,
                                    {newTstTexts, newTstScribe, newTstOutbox, newTstMessageSender});
}
