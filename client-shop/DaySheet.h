// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/EditSheet.h"
#include "client-shop/ShopState.h"

class QCheckBox;

namespace soban::ui {
class Segment;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// The opening hours of a weekday; others can take the same.
class DaySheet : public EditSheet {
    Q_OBJECT

public:
    DaySheet(ShopState &shop, QWidget *host);

    void show(int weekday);
    static QString nameOf(int weekday, Language language);

protected:
    bool isChanged() const override;
    void submit() override;
    void retranslate() override;

private:
    static constexpr int kMostSpans = 4;

    struct Row {
        QWidget *box;
        ui::TextField *opens;
        ui::TextField *closes;
        ui::Button *drop;
    };
    /// As it stands in the fields.
    struct Entry {
        bool isOpen;
        QStringList times;
        QList<bool> alsoOn;
        bool operator==(const Entry &) const = default;
    };

    void build();
    Row makeRow();
    Entry entry() const;
    void showRows(int count);
    void dropRow(int index);
    void send(const QList<OpeningHours::Interval> &hours);

    ShopState &m_shop;
    int m_weekday = 1;
    Entry m_before;
    int m_count = 1; ///< of rows that are shown
    ui::Segment *m_open;
    QWidget *m_times;
    QList<Row> m_rows;
    ui::Button *m_add;
    ui::TextLabel *m_help;
    ui::TextLabel *m_alsoTitle;
    QList<QCheckBox *> m_also;
};

} // namespace soban::shop_app
