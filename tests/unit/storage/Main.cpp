// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestSuite.h"

std::unique_ptr<QObject> newTstDatabase();
std::unique_ptr<QObject> newTstDatabaseAddress();
std::unique_ptr<QObject> newTstMigrations();
std::unique_ptr<QObject> newTstReaders();
std::unique_ptr<QObject> newTstSmallStores();
std::unique_ptr<QObject> newTstSqlEventLog();
std::unique_ptr<QObject> newTstTownImporter();
std::unique_ptr<QObject> newTstWriter();
std::unique_ptr<QObject> newTstWriterConnection();
std::unique_ptr<QObject> newTstWriterFailures();

int main(int argc, char **argv) {
    return soban::testing::runSuite(argc, argv,
                                    {newTstDatabase, newTstDatabaseAddress, newTstMigrations,
                                     newTstReaders, newTstSmallStores, newTstSqlEventLog,
                                     newTstTownImporter, newTstWriter, newTstWriterConnection,
                                     newTstWriterFailures});
}
