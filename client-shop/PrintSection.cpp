// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/PrintSection.h"

#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/Segment.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr std::array kTargets{PrintTarget::Off, PrintTarget::Printer, PrintTarget::Folder};

} // namespace

PrintSection::PrintSection(PrintSettings &settings, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_title(new TextLabel(Text::Name, Weight::Bold))
    , m_target(new Segment)
    , m_targetRow(new FieldRow(m_target))
    , m_note(new desk::NoteLine(Icon::Print, Ink::Ink2))
    , m_folder(new Button(ButtonRole::Plain, Icon::Edit)) {
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, metrics::kGap8, 0, 0);
    rows->setSpacing(metrics::kGap12);
    rows->addWidget(m_title);
    rows->addWidget(m_targetRow);
    rows->addWidget(m_note);
    rows->addWidget(m_folder);
    connect(m_target, &Segment::chosen, this,
            [this](int index) { m_settings.setTarget(kTargets.at(index), m_clock.now()); });
    connect(m_folder, &Button::clicked, this, &PrintSection::chooseFolder);
    connect(&settings, &PrintSettings::changed, this, &PrintSection::showValues);
    retranslate();
}

void PrintSection::chooseFolder() {
    auto *dialog = new QFileDialog(window(), tr("Folder for tickets"), m_settings.folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_settings.setFolder(folder); });
    dialog->open();
}

void PrintSection::showValues() {
    const PrintTarget target = m_settings.target();
    m_target->setCurrent(
        int(std::find(kTargets.begin(), kTargets.end(), target) - kTargets.begin()));
    switch (target) {
    case PrintTarget::Off:
        m_note->setText(tr("P prints the selected ticket."));
        break;
    case PrintTarget::Printer:
        m_note->setText(
            tr("Each accepted order, once, on the system's usual printer, 80 mm wide."));
        break;
    case PrintTarget::Folder:
        m_note->setText(tr("Each accepted order, once, in %1")
                            .arg(QDir::toNativeSeparators(m_settings.folder())));
        break;
    }
    m_folder->setVisible(target == PrintTarget::Folder);
}

void PrintSection::retranslate() {
    m_title->setText(tr("Order tickets"));
    m_targetRow->setLabel(tr("Print accepted orders automatically"));
    m_target->setAccessibleName(tr("Print accepted orders automatically"));
    m_target->setParts({{tr("Off")}, {tr("Printer")}, {tr("PDF folder")}});
    m_folder->setText(tr("Change folder"));
    showValues();
}

void PrintSection::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
