// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Paint.h"
#include "ui/PictureLabel.h"
#include "ui/WrappingWidget.h"

namespace soban::ui {
class Button;
} // namespace soban::ui

namespace soban::customer {

/// One thing worth knowing of a shop: an icon, what counts in bold, and what goes with it.
struct ShopFact {
    ui::Icon icon;
    QString strong;
    QString plain;
};

/// The head of a shop's page: picture, name, whether it is open, and what it is like.
class ShopHead : public ui::WrappingWidget {
    Q_OBJECT

public:
    explicit ShopHead(QWidget *parent = nullptr);

    void setName(const QString &name);
    /// Whether it is open, how busy it is, how old what is shown is: beside the name.
    void setChips(const QList<ui::Chip> &chips);
    /// The first of them is how it is rated, if there are reviews.
    void setFacts(const QList<ShopFact> &facts);
    void setFavourite(bool isFavourite);
    /// "38 reviews", to be pressed; empty: there is nothing to read.
    void setReviews(const QString &words);
    /// In a low window: without the picture, and the name smaller, so that the menu has the room.
    void setLow(bool isLow);

    ui::PictureLabel *picture() const { return m_picture; }

    int heightForWidth(int width) const override;

signals:
    void favouriteToggled();
    void reviewsChosen();

protected:
    int hintWidth() const override;
    int leastWidth() const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Places;

    Places places(int width) const;
    ui::Text nameSize(int room) const;
    int factWidth(const ShopFact &fact) const;
    void describe();
    void placeFacts(Places &all, int left, int width, int &y) const;
    void placeChips(Places &all, int left, int nameRoom, int width, int &y) const;
    void arrange();
    void placeParts();
    void retranslate();

    QString m_name;
    QList<ui::Chip> m_chips;
    QList<ShopFact> m_facts;
    bool m_isFavourite = false;
    bool m_isLow = false;
    ui::PictureLabel *m_picture;
    ui::Button *m_favourite;
    ui::Button *m_reviews;
};

} // namespace soban::customer
