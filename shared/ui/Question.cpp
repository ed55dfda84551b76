// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Question.h"

#include "ui/TextLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::ui {

namespace {

constexpr int kWidestQuestion = 460;

} // namespace

Question::Question(QWidget *host)
    : Sheet(host)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_text(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_agree(new Button(ButtonRole::Primary))
    , m_keep(new Button(ButtonRole::Plain)) {
    setWidest(kWidestQuestion);
    m_title->setMostLines(2);
    m_text->setMostLines(0);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metrics::kGap8);
    answers->addStretch(1);
    answers->addWidget(m_keep);
    answers->addWidget(m_agree);
    column()->addWidget(m_title);
    column()->addWidget(m_text);
    column()->addSpacing(metrics::kGap8);
    column()->addLayout(answers);
    connect(m_agree, &Button::clicked, this, [this] {
        close();
        emit agreed();
    });
    connect(m_keep, &Button::clicked, this, &Sheet::close);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
}

void Question::ask(const QString &title, const QString &text, const QString &agreed,
                   const QString &kept, ButtonRole role) {
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
    m_agree->setText(agreed);
    m_agree->setRole(role);
    m_keep->setText(kept);
    open();
    // What cannot be taken back is not done by one careless key.
    (role == ButtonRole::Danger ? m_keep : m_agree)->setFocus(Qt::TabFocusReason);
}

} // namespace soban::ui
