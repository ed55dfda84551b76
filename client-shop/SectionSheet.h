// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/EditSheet.h"
#include "client-shop/MenuBook.h"

namespace soban::shop_app {

class LocalizedField;

/// The name of a section of the menu: a new one, or one that is there, which can also be taken
/// away.
class SectionSheet : public EditSheet {
    Q_OBJECT

public:
    SectionSheet(MenuBook &book, QWidget *host);

    void add();
    void rename(const MenuBook::Section &section);
    /// Asks, and takes the section away with all in it.
    void askToRemove(const MenuBook::Section &section);

signals:
    /// There is a section of this name now.
    void saved(const soban::LocalizedText &name);

protected:
    bool isChanged() const override;
    void submit() override;
    void retranslate() override;

private:
    void begin(const std::optional<MenuBook::Section> &section);
    void settle(const Result<contract::OwnMenuView, client::ApiError> &answer);
    void remove(const MenuBook::Section &section);

    MenuBook &m_book;
    std::optional<MenuBook::Section> m_section; ///< that is renamed
    LocalizedField *m_name;
};

} // namespace soban::shop_app
