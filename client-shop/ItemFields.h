// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/FieldComplaints.h"
#include "client-shop/ItemForm.h"
#include "client-shop/SalePart.h"
#include "client-shop/Services.h"

class QBoxLayout;
class QComboBox;

namespace soban::ui {
class Button;
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class LineList;
class LocalizedField;
class PicturePart;

/// The fields of an item.
class ItemFields : public QWidget {
    Q_OBJECT

public:
    explicit ItemFields(const Services &services, QWidget *parent = nullptr);

    ItemForm form() const;
    void setForm(const ItemForm &form); ///< says nothing
    void setSections(const QList<LocalizedText> &names);
    void setTitle(const QString &title);
    void setCurrency(Currency currency);
    void setTimes(const SalePart::Times &times);
    void setGroups(const QList<GroupForm> &groups);
    const QList<GroupForm> &groups() const { return m_groups; }

    void clearComplaints();
    /// Says `complaint` at the field that the server calls by this name within an item, such as
    /// `name.ko`; false: there is no such field.
    bool complainAt(const QString &field, const QString &complaint);
    bool isPictureSending() const;
    void enter();

signals:
    void edited();
    /// −1: a new one.
    void groupAsked(int index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void arrange();
    void showGroups();
    void retranslate();

    FieldComplaints m_complaints;
    QList<LocalizedText> m_sections;
    QList<GroupForm> m_groups;
    Currency m_currency = Currency::krw();
    PicturePart *m_picture;
    LocalizedField *m_name;
    SalePart *m_sale;
    ui::TextField *m_price;
    ui::FieldRow *m_priceRow;
    QComboBox *m_section;
    ui::FieldRow *m_sectionRow;
    ui::TextField *m_left;
    ui::FieldRow *m_leftRow;
    ui::TextField *m_perDay;
    ui::FieldRow *m_perDayRow;
    LocalizedField *m_description;
    ui::TextLabel *m_groupsTitle;
    LineList *m_groupList;
    ui::Button *m_addGroup;
    ui::TextLabel *m_groupsComplaint;
    QList<QBoxLayout *> m_pairs; ///< side by side where there is room
};

} // namespace soban::shop_app
