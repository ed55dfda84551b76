// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <optional>

namespace soban::desk {

/// Lets the person choose a picture from a file, and reads it without holding up the window: disks
/// may be slow, phones on a cable even more.
class PicturePicker : public QObject {
    Q_OBJECT

public:
    /// What the server takes.
    static constexpr qint64 kMostBytes = qint64(4) * 1024 * 1024;

    enum class Fault {
        Unusable, ///< not a PNG or JPEG, damaged, or not to be read at all
        TooLarge,
    };

    /// The dialog stands over `owner`, whose child this is.
    explicit PicturePicker(QWidget *owner);

    /// The side of the preview, in unscaled pixels; 0: none is made.
    void setPreview(int side) { m_side = side; }
    /// Opens the dialog and reads what is chosen there.
    void choose(const QString &title);
    /// Reads `path`; what was being read before is forgotten.
    void read(const QString &path);
    bool isReading() const { return m_isReading; }

signals:
    void readingChanged(bool isReading);
    void picked(const QByteArray &bytes, const QImage &preview);
    void failed(soban::desk::PicturePicker::Fault fault);

private:
    struct Read {
        QByteArray bytes;
        QImage preview;
        std::optional<Fault> fault = {};
    };
    static Read readFile(const QString &path, int pixels);
    void take(const Read &read);

    QWidget *m_owner;
    int m_side = 0;
    int m_last = 0; ///< the number of the reading that counts
    bool m_isReading = false;
};

} // namespace soban::desk
