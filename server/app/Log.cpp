// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Log.h"

#include "contract/Json.h"

#include <QMessageLogContext>

#include <cstdio>

namespace soban::app {

namespace {

const Clock *s_clock = nullptr;

const char *levelOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message) {
    using namespace Qt::StringLiterals;
    contract::JsonWriter writer;
    writer.beginObject();
    writer.key("time"_L1);
    writer.token(s_clock->now().rfc3339().view());
    writer.key("level"_L1);
    writer.token(QLatin1StringView(levelOf(type)));
    writer.key("category"_L1);
    writer.value(QString::fromUtf8(context.category));
    writer.key("message"_L1);
    writer.value(message);
    writer.endObject();
    const QByteArray line = writer.bytes() + '\n';
    // One call a line: lines of several threads do not mix.
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

} // namespace

void logAsJson(const Clock &clock) {
    s_clock = &clock;
    qInstallMessageHandler(writeLine);
}

} // namespace soban::app
