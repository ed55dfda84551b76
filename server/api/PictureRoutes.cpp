// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/PictureRoutes.h"

#include "api/EntityTag.h"
#include "contract/Catalogue.h"

#include <QDir>
#include <QFile>

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;
using media::FinishedPicture;
using media::PictureFault;

namespace {

http::Answer pictureAnswer(const QByteArray &mediaType, const QByteArray &bytes,
                           const QByteArray &caching) {
    return http::Answer::withBody(200, mediaType, bytes)
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
    const auto answer = pictureAnswer("image/svg+xml", *svg, "public, max-age=86400");
    call.reply.send(TaggedAnswer(tagOf(*svg), answer).to(call.request));
}

void PictureRoutes::getUploaded(const Call &call, const QString &name) {
    answerFromReader(m_readers, call, [request = call.request, name](const ReadModel &model) {
        const auto picture = model.pictures.picture(name);
        if (!picture)
            return problemAnswer(Problem::of(ErrorCode::NotFound));
        // The name is made of the content, which therefore never changes.
        const auto answer = pictureAnswer(picture->mediaType, picture->bytes,
                                          "public, max-age=31536000, immutable");
        return TaggedAnswer('"' + name.toLatin1() + '"', answer).to(request);
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
