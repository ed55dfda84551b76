// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/OrderBook.h"
#include "desk/PicturePicker.h"
#include "ui/Sheet.h"

class QTextEdit;

namespace soban::ui {
class Banner;
class Button;
class PictureLabel;
class StarInput;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

/// Stars and words about an order that has come.
class ReviewSheet : public ui::Sheet {
    Q_OBJECT

public:
    ReviewSheet(const Services &services, QWidget *host);

    void show(const contract::OrderView &order);

signals:
    void written(soban::OrderId order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void upload(const QByteArray &file, const QImage &preview);
    void complain(desk::PicturePicker::Fault fault);
    void submit();
    void complain(const client::ApiError &error);
    void retranslate();

    Services m_services;
    std::optional<OrderId> m_order;
    LocalizedText m_shop;
    desk::PicturePicker *m_picker;
    ui::TextLabel *m_title;
    ui::TextLabel *m_text;
    ui::Banner *m_banner;
    ui::StarInput *m_stars;
    QTextEdit *m_words;
    ui::Button *m_addPhoto;
    ui::PictureLabel *m_photo;
    std::optional<QString> m_photoName; ///< as the server keeps it
    ui::Button *m_send;
    ui::Button *m_later;
};

} // namespace soban::customer
