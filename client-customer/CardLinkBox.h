// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QUrl;

namespace soban::ui {
class Button;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

/// Where a card is registered: what happens next, and the address for a browser that did not open
/// by itself.
class CardLinkBox : public QWidget {
    Q_OBJECT

public:
    explicit CardLinkBox(QWidget *parent = nullptr);

    /// `isOpened`: as far as the desktop knows, a browser shows `page`.
    void show(const QUrl &page, bool isOpened);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void copy();
    void retranslate();

    bool m_isOpened = false;
    bool m_isCopied = false;
    ui::TextLabel *m_text;
    ui::TextField *m_address;
    ui::Button *m_copy;
};

} // namespace soban::customer
