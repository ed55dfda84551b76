// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Page.h"
#include "client-shop/ShopForm.h"
#include "client-shop/ShopState.h"

namespace soban::desk {
class NoteLine;
} // namespace soban::desk

namespace soban::ui {
class Button;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class ShopFields;

/// What the shop itself may set; and the way to what concerns this app alone.
class ShopPage : public Page {
    Q_OBJECT

public:
    ShopPage(const Services &services, ShopState &shop, QWidget *parent = nullptr);

    void enter() override;
    QString title() const override;
    QString detail() const override;
    bool hasUnsaved() const override;
    void leave(std::function<void()> then) override;

    ShopFields *fields() const { return m_fields; }
    void save(std::function<void()> then = {});

signals:
    /// Language, look and sounds of the app.
    void appSettingsChosen();

private:
    void build();
    void follow();
    void load(const ShopForm &base, const ShopForm &form);
    bool check(const ShopForm &form);
    void refuse(const client::ApiError &error);
    QString complaintFor(const QString &field) const;
    void showState();
    void retranslate() override;

    ShopState &m_shop;
    ShopForm m_base; ///< as the server has it
    bool m_isLoaded = false;
    bool m_isSaving = false;
    ShopFields *m_fields;
    ui::TextLabel *m_appTitle;
    ui::TextLabel *m_appText;
    ui::Button *m_app;
    desk::NoteLine *m_note;
    ui::Button *m_revert;
    ui::Button *m_save;
    QAction *m_command;
};

} // namespace soban::shop_app
