// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/AwayNote.h"

#include "client-customer/NoticeBox.h"
#include "client-customer/PlaceBook.h"
#include "ui/Button.h"

#include <QEvent>
#include <QVBoxLayout>

namespace soban::customer {

using namespace ui;

AwayNote::AwayNote(PlaceBook &places, QWidget *parent)
    : QWidget(parent)
    , m_places(places)
    , m_note(new NoticeBox(Tone::Accent, Icon::Pin))
    , m_back(new Button(ButtonRole::Plain, Icon::Undo)) {
    m_back->setTall(metrics::kDenseHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_note);
    column->addWidget(m_back);
    connect(m_back, &Button::clicked, this, [this] { m_places.choose(0); });
    connect(&m_places, &PlaceBook::changed, this, &AwayNote::refresh);
    refresh();
}

void AwayNote::refresh() {
    const bool isAway = m_places.chosen() && !m_places.isUsual();
    if (isAway) {
        m_note->setWords(tr("Ordering to %1").arg(nameOf(*m_places.chosen())),
                         tr("This is not your usual address."));
        // A whole address would not fit.
        const contract::SavedAddress &usual = m_places.places().first();
        m_back->setText(usual.label.isEmpty() ? tr("Back to the usual address")
                                              : tr("Back to %1").arg(usual.label));
        m_back->setToolTip(usual.address.text);
    }
    setVisible(isAway);
}

void AwayNote::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
