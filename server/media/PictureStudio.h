// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArray>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace soban::media {

enum class PictureFault {
    Unsupported, ///< no PNG, no JPEG, or damaged
    TooLarge,    ///< too many pixels to be decoded
};

/// A picture as it is kept: turned upright, made smaller, and with nothing in it but what it shows
/// (a photo says where and when it was taken).
struct FinishedPicture {
    QString name; ///< made of what the picture shows: the same picture has the same name
    QByteArray mediaType;
    QByteArray bytes;
    int width;
    int height;
};

/// Decodes an uploaded file for good and encodes it anew. By its content, whatever it is called.
Result<FinishedPicture, PictureFault> finishPicture(const QByteArray &file);

/// Finishes pictures on threads of its own: a bounded queue, so that uploads fill neither the cores
/// nor the memory.
class PictureStudio {
public:
    using Then = std::function<void(const Result<FinishedPicture, PictureFault> &)>;

    explicit PictureStudio(int threads = 1, int mostPending = 16);
    /// Waits for what is pending; its callbacks are still called.
    ~PictureStudio() { finish(); }
    Q_DISABLE_COPY_MOVE(PictureStudio)

    /// Any thread; `then` comes on a thread of the studio. False when too much is pending: `then`
    /// never comes.
    [[nodiscard]] bool develop(const QByteArray &file, Then then);
    /// Waits until nothing is pending: before what the callbacks use is destroyed.
    void finish() { m_pool.waitForDone(); }

private:
    const int m_mostPending;
    std::atomic<int> m_pending = 0;
    QThreadPool m_pool;
};

} // namespace soban::media
