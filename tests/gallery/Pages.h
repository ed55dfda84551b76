// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Text.h"

#include <QList>
#include <QString>

class QWidget;

namespace soban::gallery {

/// A page and the name of its pictures.
struct Page {
    QString name;
    QWidget *(*make)(Language language);
};

const QList<Page> &pages();

QWidget *tokensPage(Language language);
QWidget *textPage(Language language);
QWidget *iconsPage(Language language);
QWidget *picturesPage(Language language);
QWidget *buttonsPage(Language language);
QWidget *fieldsPage(Language language);
QWidget *controlsPage(Language language);
QWidget *chipsPage(Language language);
QWidget *starsPage(Language language);
QWidget *timelinePage(Language language);
QWidget *receiptPage(Language language);
QWidget *codePage(Language language);
QWidget *emptyPage(Language language);
QWidget *chartsPage(Language language);
QWidget *miniMapPage(Language language);
QWidget *mapPage(Language language);
QWidget *sheetsPage(Language language);
QWidget *fieldRowsPage(Language language);

} // namespace soban::gallery
