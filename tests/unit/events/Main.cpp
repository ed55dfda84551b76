// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestSuite.h"

std::unique_ptr<QObject> newTstEventRecord();
std::unique_ptr<QObject> newTstIdSource();
std::unique_ptr<QObject> newTstOwnWork();
std::unique_ptr<QObject> newTstSagaPage();

int main(int argc, char **argv) {
    return soban::testing::runSuite(
        argc, argv, {newTstEventRecord, newTstIdSource, newTstOwnWork, newTstSagaPage});
}
