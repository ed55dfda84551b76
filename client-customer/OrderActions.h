// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "ui/Card.h"

#include <QTimer>

class QBoxLayout;

namespace soban::ui {
class Button;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class IconText;

/// What there is to do with an order, and what is to be known of it. Stands at the foot of the
/// order's page, where it stays under the hand whatever comes and goes above.
class OrderActions : public ui::Card {
    Q_OBJECT

public:
    enum Deed { Confirm, LookUp, Pay, Review, OtherShops, Again, Change, Cancel };
    Q_ENUM(Deed)

    explicit OrderActions(QWidget *parent = nullptr);

    /// What may be done with it; `why` says what not, or what happens by itself.
    void setOrder(const contract::OrderView &order, const QString &why);
    void setBusy(Deed deed, bool busy);
    /// The words in a row of their own, for a page with little room beside the buttons.
    void setNarrow(bool isNarrow);
    /// The words stand elsewhere, in a page with little height; or here.
    QWidget *words() const { return m_words; }
    void takeWordsBack();

    /// Puts the keyboard to the first of what can be done; false if there is nothing.
    bool takeFocus();
    /// The same as soon as there is something.
    void awaitFocus();
    void focusOn(Deed deed);
    QSize minimumSizeHint() const override;
    bool hasFocusOn(Deed deed) const;

signals:
    void chosen(soban::customer::OrderActions::Deed deed);
    void settled(); ///< what has come can be pressed

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate(const contract::OrderView &order);
    void settle(OrderId order);
    void arrange();
    QList<ui::Button *> shown() const;
    bool isKeyboardElsewhere() const;

    QBoxLayout *m_row;
    QBoxLayout *m_buttonRow;
    QWidget *m_words;
    IconText *m_mark;
    ui::TextLabel *m_why;
    QList<ui::Button *> m_buttons; ///< by `Deed`
    QList<ui::Button *> m_shown;   ///< of them
    std::optional<OrderId> m_shownFor;
    QTimer m_settling; ///< others have come: none can be pressed by mistake
    bool m_isNarrow = false;
    bool m_wantsFocus = false; ///< once there is something to do
};

} // namespace soban::customer
