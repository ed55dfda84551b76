// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/DeliveryBook.h"
#include "client-rider/DoorMoney.h"
#include "client-rider/Services.h"
#include "ui/Icons.h"
#include "ui/Sheet.h"

class QStackedWidget;
class QVBoxLayout;

namespace soban::desk {
class ContentScroll;
class PicturePicker;
} // namespace soban::desk

namespace soban::ui {
class Banner;
class Button;
class ChoiceRow;
class PictureLabel;
class Segment;
class TextLabel;
} // namespace soban::ui

namespace soban::rider_app {

class CodeCells;

/// The hand-over: what is to be paid at the door first, then the proof, by the customer's four
/// digits or by a photo of where the goods are.
class ProofSheet : public ui::Sheet {
    Q_OBJECT

public:
    ProofSheet(const Services &services, DeliveryBook &deliveries, DoorMoney &doorMoney,
               QWidget *host);

    void show(const contract::DeliveryView &delivery);
    /// The picture in `file` is to be the proof.
    void usePhoto(const QString &file);
    /// Whether it waits for the answer to what proves this delivery.
    bool isAsking(OrderId order) const { return isOpen() && m_isAsking && m_order == order; }

signals:
    /// Neither a code nor a photo: the goods go back.
    void nobodyTakesIt(soban::OrderId order);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Way { ByCode, ByPhoto };

    void makeSaying();
    QWidget *makePad();
    QWidget *makePhoto();
    void connectParts();
    void turnTo(int way);
    void choose(int way);
    void choosePhoto();
    void takePhoto(const QByteArray &bytes, const QImage &image);
    void receive(bool received);
    void fit();
    void bringNextIntoView();
    void focusFirst();
    bool isPaid() const;
    void submit();
    void setAsking(bool isAsking);
    void tellRefusal(const client::ApiError &error);
    void complain(ui::Icon icon, const QString &what, const QString &advice);
    void refresh();
    void retranslate();

    Services m_services;
    DeliveryBook &m_deliveries;
    DoorMoney &m_doorMoney;
    std::optional<OrderId> m_order;
    std::optional<Money> m_due; ///< at the door
    bool m_isAsking = false;
    QByteArray m_photo; ///< as the file is
    desk::PicturePicker *m_picker;
    ui::TextLabel *m_bag; ///< which order it is
    ui::TextLabel *m_address;
    ui::TextLabel *m_note;
    ui::TextLabel *m_collect;
    ui::ChoiceRow *m_received;
    ui::Segment *m_way;
    QStackedWidget *m_saying; ///< what is to be done, or what was wrong
    ui::TextLabel *m_ask;
    ui::Banner *m_banner;
    ui::Banner *m_longest; ///< never seen: keeps the room for any complaint, so that no key moves
    CodeCells *m_cells;
    QList<ui::Button *> m_keys; ///< the digits, and the way back
    ui::Button *m_back = nullptr;
    ui::TextLabel *m_photoHint = nullptr;
    ui::PictureLabel *m_picture = nullptr;
    ui::Button *m_file = nullptr;
    QStackedWidget *m_stack;
    desk::ContentScroll *m_scroll = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QVBoxLayout *m_pad = nullptr;
    ui::Button *m_leave;
    ui::Button *m_nobody;
    ui::Button *m_done;
};

} // namespace soban::rider_app
