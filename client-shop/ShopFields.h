// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/FieldComplaints.h"
#include "client-shop/Services.h"
#include "client-shop/ShopForm.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;

namespace soban::ui {
class Card;
class FieldRow;
class Stepper;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class LocalizedField;
class PicturePart;
class ThanksPreview;

/// The fields of the shop's settings.
class ShopFields : public QWidget {
    Q_OBJECT

public:
    explicit ShopFields(const Services &services, QWidget *parent = nullptr);

    ShopForm form() const;
    void setForm(const ShopForm &form); ///< says nothing
    /// What only the service can change: the name, the address; and the currency.
    void setShop(const contract::ShopSettingsView &shop);
    void clearComplaints();
    /// Says `complaint` at the field that the server calls so; false: there is none.
    bool complainAt(const QString &field, const QString &complaint);
    bool isPictureSending() const;
    void enter();
    /// For what is no setting of the shop: at the end.
    QBoxLayout *rest() const { return m_rest; }

signals:
    void edited();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    ui::Card *makeShopCard();
    ui::Card *makeDeliveryCard();
    ui::Card *makeThanksCard();
    void connectParts();
    void showUsual();
    void showPreview();
    void arrange();
    void retranslate();
    QList<Fulfilment> chosen() const;

    FieldComplaints m_complaints;
    std::optional<contract::ShopSettingsView> m_shop;
    QList<Fulfilment> m_given; ///< as the server has them
    Fulfilment m_usual = Fulfilment::PlatformRider;
    QList<ui::TextLabel *> m_titles; ///< of the cards
    PicturePart *m_picture;
    ui::TextLabel *m_fixed;
    LocalizedField *m_description;
    ui::TextField *m_phone;
    ui::FieldRow *m_phoneRow;
    QList<QCheckBox *> m_ways;
    ui::TextLabel *m_waysTitle;
    ui::TextLabel *m_waysComplaint;
    QComboBox *m_usualBox;
    ui::FieldRow *m_usualRow;
    ui::TextField *m_radius;
    ui::FieldRow *m_radiusRow;
    ui::TextField *m_fee;
    ui::FieldRow *m_feeRow;
    ui::TextField *m_minimum;
    ui::FieldRow *m_minimumRow;
    ui::Stepper *m_preparation;
    ui::FieldRow *m_preparationRow;
    LocalizedField *m_thanks;
    ui::TextLabel *m_previewTitle;
    ThanksPreview *m_preview;
    QBoxLayout *m_columns;
    QBoxLayout *m_rest;
};

} // namespace soban::shop_app
