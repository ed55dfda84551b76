// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/AnswerEditor.h"

#include "client-shop/ReviewBook.h"
#include "desk/Complaint.h"
#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/Paint.h"
#include "ui/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTextEdit>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kWordsTall = 92;

} // namespace

AnswerEditor::AnswerEditor(const QString &subject, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_complaint(new desk::NoteLine(Icon::Warning, Ink::Danger, Weight::Bold))
    , m_words(new QTextEdit)
    , m_count(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_hint(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_aside(new Button(ButtonRole::Plain))
    , m_send(new Button(ButtonRole::Primary, Icon::Check)) {
    m_complaint->hide();
    m_words->setAcceptRichText(false);
    m_words->setTabChangesFocus(true);
    m_words->setPlainText(text);
    m_words->moveCursor(QTextCursor::End);
    m_words->installEventFilter(this);
    m_count->setKeptWhole(true);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(metrics::kGap12);
    foot->addWidget(m_count);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_aside);
    foot->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    // Room for the focus ring.
    column->setContentsMargins(metrics::kGap4, metrics::kGap4, metrics::kGap4, metrics::kGap4);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_complaint);
    column->addWidget(m_words);
    column->addLayout(foot);
    setFocusProxy(m_words);
    setTabOrder(m_words, m_send);
    setTabOrder(m_send, m_aside);
    connect(m_words, &QTextEdit::textChanged, this, [this] {
        fit();
        emit textChanged(m_words->toPlainText());
    });
    connect(m_send, &Button::clicked, this, &AnswerEditor::send);
    connect(m_aside, &Button::clicked, this, &AnswerEditor::putAside);
    retranslate();
}

QString AnswerEditor::text() const {
    return m_words->toPlainText().trimmed();
}

void AnswerEditor::setBusy(bool busy) {
    m_isBusy = busy;
    m_words->setReadOnly(busy);
    m_aside->setEnabled(!busy);
    m_send->setBusy(busy);
    fit();
}

void AnswerEditor::complain(const client::ApiError &error) {
    m_complaint->setText(desk::explain(error).text());
    m_complaint->show();
    emit heightChanged();
}

int AnswerEditor::heightFor(int width) const {
    const QLayout *whole = layout();
    return whole->hasHeightForWidth() ? whole->totalHeightForWidth(width)
                                      : whole->totalSizeHint().height();
}

void AnswerEditor::send() {
    const qsizetype length = text().size();
    if (m_isBusy || length == 0 || length > ReviewBook::kLongestAnswer)
        return;
    m_complaint->hide();
    emit heightChanged();
    emit sent(text());
}

void AnswerEditor::fit() {
    const int length = int(text().size());
    const bool isTooLong = length > ReviewBook::kLongestAnswer;
    const auto words = [](int count) {
        return QStringLiteral("%1 / %2").arg(count).arg(ReviewBook::kLongestAnswer);
    };
    m_count->setText(words(length));
    // As wide from the first letter on as it may become: it does not push while one types.
    const int longest = std::max(length, int(ReviewBook::kLongestAnswer));
    m_count->setMinimumWidth(textWidth(Look::of(this), words(longest), Text::Small) + 1);
    m_count->setInk(isTooLong ? Ink::Danger : Ink::Ink2);
    m_hint->setText(length == 0 ? tr("Write something, then send it.")
                    : isTooLong ? tr("Too long: please shorten it.")
                                : tr("Ctrl+Enter sends."));
    m_hint->setInk(isTooLong ? Ink::Danger : Ink::Ink2);
    if (!m_isBusy)
        m_send->setEnabled(length > 0 && !isTooLong);
}

bool AnswerEditor::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return true;
    }
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && (key->modifiers() & Qt::ControlModifier)) {
        send();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AnswerEditor::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && !m_isBusy)
        emit putAside();
    // All else ends here, too: the list below has other uses for keys.
    event->accept();
}

void AnswerEditor::retranslate() {
    m_words->setFixedHeight(Look::of(this).scaled(kWordsTall));
    m_words->setPlaceholderText(tr("Your answer: everybody can read it."));
    m_words->setAccessibleName(tr("Your answer to %1").arg(m_subject));
    m_aside->setText(tr("Later"));
    m_send->setText(tr("Send"));
    fit();
}

void AnswerEditor::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange) {
        retranslate();
        emit heightChanged();
    }
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
