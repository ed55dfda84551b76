// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Services.h"
#include "contract/Catalogue.h"
#include "desk/PicturePicker.h"

#include <QWidget>

class QProgressBar;
class QTimer;

namespace soban::ui {
class Button;
class PictureLabel;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// A picture, and the way to another one: a file is chosen, or dropped upon it, and sent at once;
/// its name counts from the next saving on.
class PicturePart : public QWidget {
    Q_OBJECT

public:
    PicturePart(const Services &services, int side, QWidget *parent = nullptr);

    QString name() const { return m_name; }
    void setName(const QString &name); ///< says nothing
    /// Beside the picture, and what it shows.
    void setTitle(const QString &title);
    void setComplaint(const QString &complaint);
    bool isSending() const { return m_call != nullptr; }
    /// What a chosen file does.
    void useFile(const QByteArray &file);

signals:
    void edited();
    void sendingChanged();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void complain(desk::PicturePicker::Fault fault);
    void take(const Result<contract::PictureView, client::ApiError> &answer);
    void show();
    void retranslate();

    Services m_services;
    int m_side;
    QString m_name;
    desk::PicturePicker *m_picker;
    ui::PictureLabel *m_picture;
    ui::TextLabel *m_title;
    ui::Button *m_choose;
    ui::Button *m_clear;
    QProgressBar *m_progress;
    QTimer *m_step;
    ui::TextLabel *m_complaint;
    std::unique_ptr<QObject> m_call;
};

} // namespace soban::shop_app
