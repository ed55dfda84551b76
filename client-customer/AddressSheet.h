// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/PlaceBook.h"
#include "contract/Catalogue.h"
#include "ui/Sheet.h"

namespace soban::desk {
class MapTiles;
} // namespace soban::desk

namespace soban::ui {
class Banner;
class Button;
class FittingPane;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class AddressForm;

/// Where to: the saved addresses, to choose one, and to add, change and delete them.
class AddressSheet : public ui::Sheet {
    Q_OBJECT

public:
    AddressSheet(PlaceBook &places, desk::MapTiles &tiles, QWidget *host);

    /// `shops` stand on the map, so that one knows where one is.
    void show(const QList<contract::ShopCard> &shops);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Deleted {
        int place;
        contract::SavedAddress saved;
    };

    QWidget *makeList();
    void connectParts();
    void showList();
    void turnTo(QWidget *page);
    bool isFormOpen() const;
    void fillList();
    void edit(int place); ///< -1: a new one
    void remove(int place);
    void offerUndo();
    void undo();
    void tell(const client::ApiError &error);
    void retranslate();

    PlaceBook &m_places;
    QList<contract::ShopCard> m_shops;
    int m_edited = -1;
    std::optional<Deleted> m_deleted; ///< may be taken back
    QWidget *m_list;
    ui::TextLabel *m_title;
    ui::Button *m_close;
    ui::Banner *m_banner;
    ui::FittingPane *m_scroll;
    ui::Button *m_add;
    ui::TextLabel *m_hint;
    AddressForm *m_form;
};

} // namespace soban::customer
