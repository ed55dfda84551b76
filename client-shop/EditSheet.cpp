// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/EditSheet.h"

#include "ui/Button.h"
#include "ui/FittingPane.h"
#include "ui/Question.h"
#include "ui/TextLabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace soban::shop_app {

using namespace ui;

namespace {

constexpr int kRing = 6; ///< room for the focus ring within the scrolled area

/// As far in as what is scrolled, so that all edges are in line.
QHBoxLayout *inLine(QWidget *widget) {
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kRing, 0, kRing, 0);
    row->addWidget(widget);
    return row;
}

} // namespace

EditSheet::EditSheet(QWidget *host)
    : Sheet(host)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_complaint(new TextLabel(Text::Small, Weight::Bold, Ink::Danger))
    , m_remove(new Button(ButtonRole::Danger))
    , m_back(new Button(ButtonRole::Plain))
    , m_done(new Button(ButtonRole::Primary, Icon::Check)) {
    setDismissible(false); // it asks first
    auto *inner = new QWidget;
    m_content = new QVBoxLayout(inner);
    m_content->setContentsMargins(kRing, kRing, kRing, kRing);
    m_content->setSpacing(metrics::kGap12);
    auto *pane = new FittingPane;
    pane->setContent(inner);
    m_title->setMostLines(2);
    m_complaint->setMostLines(0);
    m_complaint->hide();
    m_remove->hide();
    m_done->setDefault(true);
    auto *answers = new QHBoxLayout;
    answers->setContentsMargins(kRing, 0, kRing, 0);
    answers->setSpacing(metrics::kGap8);
    answers->addWidget(m_remove);
    answers->addStretch(1);
    answers->addWidget(m_back);
    answers->addWidget(m_done);
    column()->setContentsMargins(column()->contentsMargins() - QMargins(kRing, 0, kRing, 0));
    column()->addLayout(inLine(m_title));
    column()->addWidget(pane, 1);
    column()->addLayout(inLine(m_complaint));
    column()->addLayout(answers);
    connect(m_back, &Button::clicked, this, [this] { leave(); });
    connect(m_done, &Button::clicked, this, &EditSheet::submit);
}

void EditSheet::setTitle(const QString &title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void EditSheet::setTall(int pixels) {
    m_back->setTall(pixels);
    m_done->setTall(pixels);
}

void EditSheet::complain(const QString &complaint) {
    m_complaint->setText(complaint);
    m_complaint->setVisible(!complaint.isEmpty());
}

void EditSheet::leave(std::function<void()> then) {
    if (m_done->isBusy())
        return;
    const auto end = [this, then = std::move(then)] {
        close();
        if (then)
            then();
    };
    if (!isChanged()) {
        end();
        return;
    }
    auto *question = new Question(window());
    connect(question, &Question::agreed, this, end);
    question->ask(tr("Leave without saving?"), tr("What you have entered here would be lost."),
                  tr("Discard"), tr("Keep editing"), ButtonRole::Danger);
}

void EditSheet::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->key() == Qt::Key_Return &&
             qobject_cast<QLineEdit *>(QApplication::focusWidget()) && m_done->isEnabled())
        submit();
    event->accept();
}

void EditSheet::retranslate() {
    m_back->setText(tr("Back"));
    m_done->setText(tr("Save"));
}

void EditSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::shop_app
