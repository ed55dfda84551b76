// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/AddressSheet.h"

#include "client-customer/AddressForm.h"
#include "client-customer/AddressRow.h"
#include "client-customer/PlaceCard.h"
#include "desk/Complaint.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/FittingPane.h"
#include "ui/MapPin.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidest = 560;
constexpr int kLeastList = 120;
/// So many shops are enough to know a neighbourhood by.
constexpr int kMostLandmarks = 8;

/// Where the pin stands if nothing at all is known: the middle of the capital.
GeoPoint somewhere() {
    return *GeoPoint::of(37.5663, 126.9779);
}

} // namespace

AddressSheet::AddressSheet(PlaceBook &places, desk::MapTiles &tiles, QWidget *host)
    : Sheet(host), m_places(places), m_banner(new Banner), m_form(new AddressForm(tiles)) {
    setWidest(kWidest);
    m_list = makeList();
    column()->addWidget(m_banner);
    column()->addWidget(m_list, 1);
    column()->addWidget(m_form, 1);
    m_banner->hide();
    turnTo(m_list);
    connectParts();
    retranslate();
}

QWidget *AddressSheet::makeList() {
    m_title = new TextLabel(Text::Sum, Weight::Bold);
    m_close = new Button(ButtonRole::Plain, Icon::Close);
    m_close->setTall(metrics::kDenseHeight);
    m_scroll = new FittingPane;
    m_scroll->setMinimumHeight(kLeastList);
    m_add = new Button(ButtonRole::Soft, Icon::Plus);
    m_hint = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_hint->setMostLines(0);
    auto *page = new QWidget;
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap12);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_add);
    column->addWidget(m_hint);
    return page;
}

void AddressSheet::connectParts() {
    connect(m_close, &Button::clicked, this, &Sheet::close);
    connect(m_add, &Button::clicked, this, [this] { edit(-1); });
    connect(m_banner, &Banner::actionChosen, this, &AddressSheet::undo);
    connect(m_form, &AddressForm::left, this, [this] {
        // The first address is asked for at once: there is no list to go back to.
        if (m_places.places().isEmpty())
            close();
        else
            showList();
    });
    connect(m_form, &AddressForm::submitted, this, [this](const contract::SavedAddress &saved) {
        m_banner->hide();
        m_form->setBusy(true);
        m_places.put(m_edited, saved);
    });
    connect(&m_places, &PlaceBook::changed, this, [this] {
        if (isOpen())
            fillList();
    });
    connect(&m_places, &PlaceBook::saved, this, [this] {
        if (!isOpen())
            return;
        if (!isFormOpen()) {
            if (m_deleted)
                offerUndo();
            return;
        }
        m_form->setBusy(false);
        // A new address is there to be ordered to; one that was changed may not be the last.
        if (m_edited < 0)
            close();
        else
            showList();
    });
    connect(&m_places, &PlaceBook::refused, this, &AddressSheet::tell);
}

void AddressSheet::show(const QList<contract::ShopCard> &shops) {
    m_shops = shops;
    m_deleted.reset();
    m_banner->hide();
    retranslate();
    if (m_places.places().isEmpty() && m_places.isLoaded()) {
        open();
        edit(-1);
        return;
    }
    turnTo(m_list);
    fillList();
    open();
    showList();
}

void AddressSheet::turnTo(QWidget *page) {
    for (QWidget *other : {m_list, static_cast<QWidget *>(m_form)})
        other->setVisible(other == page);
}

bool AddressSheet::isFormOpen() const {
    return !m_form->isHidden();
}

void AddressSheet::showList() {
    turnTo(m_list);
    fillList();
    const auto rows = m_scroll->widget()->findChildren<AddressRow *>();
    if (rows.isEmpty())
        m_add->setFocus(Qt::TabFocusReason);
    else
        rows.at(std::max(0, m_places.current()))->choice()->setFocus(Qt::TabFocusReason);
}

void AddressSheet::fillList() {
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    // Room for the ring around what has the focus.
    column->setContentsMargins(6, 6, metrics::kGap8, 6);
    column->setSpacing(metrics::kGap12);
    for (int i = 0; i < m_places.places().size(); ++i) {
        auto *row = new AddressRow(m_places.places().at(i), i == m_places.current());
        column->addWidget(row);
        connect(row, &AddressRow::chosen, this, [this, i] {
            m_places.choose(i);
            close();
        });
        connect(
            row, &AddressRow::editChosen, this, [this, i] { edit(i); }, Qt::QueuedConnection);
        connect(
            row, &AddressRow::deleteChosen, this, [this, i] { remove(i); }, Qt::QueuedConnection);
    }
    column->addStretch(1);
    m_scroll->setContent(list);
    const bool isFull = m_places.places().size() >= PlaceBook::kMostPlaces;
    m_add->setEnabled(!isFull);
    m_hint->setText(isFull ? tr("There is room for %1 addresses. Delete one to add another.")
                                 .arg(PlaceBook::kMostPlaces)
                           : tr("The address decides which shops deliver and what it costs."));
}

void AddressSheet::edit(int place) {
    m_edited = place;
    m_deleted.reset();
    m_banner->hide();
    turnTo(m_form);
    QList<MapMark> landmarks;
    const Language language = Look::of(this).language();
    for (const contract::ShopCard &shop :
         m_shops.first(std::min<qsizetype>(m_shops.size(), kMostLandmarks))) {
        landmarks.append({QString::number(landmarks.size()), shop.position, MapMark::Kind::Pin,
                          QString(), Icon::Store, shop.name.in(language), false});
    }
    if (place >= 0)
        m_form->beginEdit(m_places.places().at(place), landmarks);
    else
        m_form->beginNew(m_places.chosen() ? m_places.chosen()->address.position : somewhere(),
                         landmarks);
}

void AddressSheet::remove(int place) {
    if (m_places.isSaving())
        return;
    m_deleted = Deleted{place, m_places.places().at(place)};
    m_places.remove(place);
}

void AddressSheet::offerUndo() {
    m_banner->tell(Tone::Done, Icon::Check, tr("Deleted: %1").arg(nameOf(m_deleted->saved)));
    m_banner->offer(tr("Undo"));
    m_banner->show();
    for (Button *button : m_banner->findChildren<Button *>())
        button->setFocus(Qt::TabFocusReason);
}

void AddressSheet::undo() {
    if (!m_deleted || m_places.isSaving())
        return;
    const Deleted deleted = *std::exchange(m_deleted, std::nullopt);
    m_banner->hide();
    m_places.insert(deleted.place, deleted.saved);
    m_add->setFocus(Qt::TabFocusReason);
}

void AddressSheet::tell(const client::ApiError &error) {
    if (!isOpen())
        return;
    m_form->setBusy(false);
    m_deleted.reset();
    if (isFormOpen() && error.problem && m_form->complain(*error.problem))
        return;
    const desk::Complaint complaint = desk::explain(error);
    m_banner->tell(Tone::Danger, Icon::Warning, complaint.what,
                   complaint.kept + u' ' + complaint.advice);
    m_banner->offer({});
    m_banner->show();
}

void AddressSheet::retranslate() {
    m_title->setText(tr("Where to?"));
    setAccessibleName(m_title->text());
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_add->setText(tr("Add an address"));
    if (isOpen())
        fillList();
}

void AddressSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::customer
