// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestSuite.h"

std::unique_ptr<QObject> newTstBell();
std::unique_ptr<QObject> newTstDatabase();
std::unique_ptr<QObject> newTstDatabaseAddress();
std::unique_ptr<QObject> newTstMigrations();
std::unique_ptr<QObject> newTstNewOrders();
std::unique_ptr<QObject> newTstOrderNumbers();
std::unique_ptr<QObject> newTstReaders();
std::unique_ptr<QObject> newTstSmallStores();
std::unique_ptr<QObject> newTstSqlEventLog();
std::unique_ptr<QObject> newTstSqlNews();
std::unique_ptr<QObject> newTstStatements();
std::unique_ptr<QObject> newTstTownImporter();
std::unique_ptr<QObject> newTstWriter();
std::unique_ptr<QObject> newTstWriterConnection();
std::unique_ptr<QObject> newTstWriterFailures();
std::unique_ptr<QObject> newTstWriterNews();

int main(int argc, char **argv) {
    return soban::testing::runSuite(
        argc, argv,
        {newTstBell, newTstDatabase, newTstDatabaseAddress, newTstMigrations, newTstNewOrders,
         newTstOrderNumbers, newTstReaders, newTstSmallStores, newTstSqlEventLog, newTstSqlNews,
         newTstStatements, newTstTownImporter, newTstWriter, newTstWriterConnection,
         newTstWriterFailures, newTstWriterNews});
}
