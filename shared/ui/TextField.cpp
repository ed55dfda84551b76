// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TextField.h"

#include "ui/Paint.h"

#include <QAction>
#include <QEvent>

namespace soban::ui {

namespace {

constexpr int kFieldPadding = 12;
constexpr int kFieldSymbol = 18;

} // namespace

TextField::TextField(QWidget *parent) : QLineEdit(parent) {
    fitMargins();
}

void TextField::setSymbol(std::optional<Icon> symbol) {
    m_symbol = symbol;
    fitMargins();
}

void TextField::setSuffix(const QString &suffix) {
    m_suffix = suffix;
    fitMargins();
}

void TextField::setWrong(bool wrong) {
    m_isWrong = wrong;
    update();
}

void TextField::makePassword() {
    setEchoMode(QLineEdit::Password);
    const auto eye = [this] { return asIcon(Icon::Eye, Look::of(this).tokens().ink2); };
    m_reveal = addAction(eye(), QLineEdit::TrailingPosition);
    m_reveal->setCheckable(true);
    connect(m_reveal, &QAction::toggled, this, [this](bool isShown) {
        setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
}

void TextField::fitMargins() {
    const Look &look = Look::of(this);
    const int left = kFieldPadding + (m_symbol ? look.scaled(kFieldSymbol) + metrics::kGap8 : 0);
    const int right = kFieldPadding +
                      (m_suffix.isEmpty()
                           ? 0
                           : textWidth(look, m_suffix, Text::Small, Weight::Bold) + metrics::kGap8);
    // Qt puts two pixels beside the text itself.
    setTextMargins(left - 2, 0, right - 2, 0);
}

void TextField::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        fitMargins();
        if (m_reveal)
            m_reveal->setIcon(asIcon(Icon::Eye, Look::of(this).tokens().ink2));
    }
    QLineEdit::changeEvent(event);
}

void TextField::paintEvent(QPaintEvent *event) {
    QLineEdit::paintEvent(event);
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    if (m_symbol) {
        const int size = look.scaled(kFieldSymbol);
        paintIcon(painter, *m_symbol, QRect(kFieldPadding, 0, size, height()),
                  isEnabled() ? tokens.ink2 : tokens.ink3);
    }
    if (!m_suffix.isEmpty())
        paintLine(painter, look, rect().adjusted(0, 0, -kFieldPadding, 0), m_suffix,
                  {Text::Small, Weight::Bold, tokens.ink3, Qt::AlignRight | Qt::AlignVCenter});
}

} // namespace soban::ui
