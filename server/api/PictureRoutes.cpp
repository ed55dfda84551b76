// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/PictureRoutes.h"

#include "contract/Catalogue.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;
using media::FinishedPicture;
using media::PictureFault;

namespace {

/// A picture, or the word that the caller has it already.
http::Answer pictureAnswer(const http::Request &request, const QByteArray &mediaType,
                           const QByteArray &bytes, const QByteArray &tag,
                           const QByteArray &caching) {
    if (request.header("If-None-Match") == tag)
        return http::Answer::empty(304).withHeader("ETag", tag);
    return http::Answer::withBody(200, mediaType, bytes)
        .withHeader("ETag", tag)
        .withHeader("Cache-Control", caching)
        .withHeader("X-Content-Type-Options", "nosniff");
}

} // namespace

void PictureShelf::addFolder(const QString &folder) {
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.svg")}, QDir::Files)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            m_svgs.insert(name.chopped(4), file.readAll());
    }
}

const QByteArray *PictureShelf::find(const QString &name) const {
    const auto found = m_svgs.constFind(name);
    return found == m_svgs.cend() ? nullptr : &*found;
}

PictureRoutes::PictureRoutes(CommandDesk &commands, ReadPool &readers, const PictureShelf &shelf,
                             media::PictureStudio &studio)
    : m_commands(commands), m_readers(readers), m_shelf(shelf), m_studio(studio) {}

RouteFunctions PictureRoutes::functions() {
    return {{RouteId::GetPicture, [this](const Call &call) { get(call); }},
            {RouteId::UploadPicture, [this](const Call &call) { upload(call); }}};
}

void PictureRoutes::get(const Call &call) {
    const QString name = call.params.value(u"name");
    const QByteArray *svg = m_shelf.find(name);
    if (!svg)
        return getUploaded(call, name);
    const QByteArray tag =
        '"' + QCryptographicHash::hash(*svg, QCryptographicHash::Sha256).toHex().left(16) + '"';
    call.reply.send(
        pictureAnswer(call.request, "image/svg+xml", *svg, tag, "public, max-age=86400"));
}

void PictureRoutes::getUploaded(const Call &call, const QString &name) {
    answerFromReader(m_readers, call, [request = call.request, name](const ReadModel &model) {
        const auto picture = model.pictures.picture(name);
        if (!picture)
            return problemAnswer(Problem::of(ErrorCode::NotFound));
        // The name is made of the content, which therefore never changes.
        return pictureAnswer(request, picture->mediaType, picture->bytes,
                             '"' + name.toLatin1() + '"', "public, max-age=31536000, immutable");
    });
}

void PictureRoutes::upload(const Call &call) {
    const auto then = [this, call](const Result<FinishedPicture, PictureFault> &finished) {
        if (finished)
            keep(call, *finished);
        else if (finished.error() == PictureFault::TooLarge)
            refuse(call, ErrorCode::PayloadTooLarge);
        else
            refuse(call, ErrorCode::UnsupportedPicture);
    };
    if (!m_studio.develop(call.request.body(), then))
        refuse(call, ErrorCode::Unavailable);
}

void PictureRoutes::keep(const Call &call, const FinishedPicture &picture) {
    m_commands.run(call, [by = call.account(), picture](const WriteModel &model) {
        if (const auto problem = model.pictures.keep(picture, by))
            return CommandAnswer::refused(*problem);
        const contract::PictureView view{picture.name, picture.width, picture.height};
        return CommandAnswer{201, contract::encode(view), true, {}};
    });
}

} // namespace soban::api
