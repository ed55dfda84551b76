// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/AddressRow.h"

#include "ui/Button.h"
#include "ui/Paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyleOption>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kMark = 20;
constexpr int kAcross = 10;
constexpr int kLeastWidth = 160;

/// The word for a place and its address, in full, behind a circle.
class Choice : public QAbstractButton {
public:
    explicit Choice(const contract::SavedAddress &saved)
        : m_label(saved.label), m_text(saved.address.text) {
        setText(saved.label.isEmpty() ? saved.address.text
                                      : saved.label + u' ' + saved.address.text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override {
        const Look &look = Look::of(this);
        const int label = m_label.isEmpty() ? 0 : look.lineHeight(Text::Body);
        const int text = paragraphHeight(look, wordsWidth(look, width), m_text, Text::Body);
        return std::max(look.scaled(52), label + text + 2 * kAcross);
    }
    QSize sizeHint() const override {
        const int width = std::max(this->width(), Look::of(this).scaled(280));
        return {Look::of(this).scaled(280), heightForWidth(width)};
    }
    QSize minimumSizeHint() const override { return {kLeastWidth, 0}; }

protected:
    void keyPressEvent(QKeyEvent *event) override {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent *) override {
        const Look &look = Look::of(this);
        const Tokens &tokens = look.tokens();
        QPainter painter(this);
        const bool isOn = isChecked();
        paintPlate(painter, rect(),
                   {isOn ? tokens.accent.soft : tokens.surface,
                    isOn ? tokens.accent.ink : tokens.line,
                    {},
                    isOn ? 2 : 1,
                    0,
                    metrics::kControlRadius});
        QStyleOption option;
        option.initFrom(this);
        const int mark = look.scaled(kMark);
        option.rect = QRect(metrics::kGap12, (height() - mark) / 2, mark, mark);
        option.state.setFlag(QStyle::State_On, isOn);
        style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);
        const int left = option.rect.right() + 1 + metrics::kGap12;
        const int width = wordsWidth(look, this->width());
        const int label = m_label.isEmpty() ? 0 : look.lineHeight(Text::Body);
        const int whole = label + paragraphHeight(look, width, m_text, Text::Body);
        const int top = (height() - whole) / 2;
        if (label > 0)
            paintLine(painter, look, QRect(left, top, width, label), m_label,
                      {Text::Body, Weight::Bold, tokens.ink});
        paintParagraph(painter, look, QRect(left, top + label, width, height()), m_text,
                       {Text::Body, Weight::Regular, label > 0 ? tokens.ink2 : tokens.ink});
    }

private:
    static int wordsWidth(const Look &look, int width) {
        return std::max(1, width - look.scaled(kMark) - 3 * metrics::kGap12);
    }

    QString m_label;
    QString m_text;
};

} // namespace

AddressRow::AddressRow(const contract::SavedAddress &saved, bool isChosen, QWidget *parent)
    : QWidget(parent)
    , m_name(saved.label.isEmpty() ? saved.address.text : saved.label)
    , m_choice(new Choice(saved))
    , m_edit(new Button(ButtonRole::Bare, Icon::Edit))
    , m_delete(new Button(ButtonRole::Bare, Icon::Close)) {
    m_choice->setChecked(isChosen);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap4);
    row->addWidget(m_choice, 1);
    row->addWidget(m_edit);
    row->addWidget(m_delete);
    connect(m_choice, &QAbstractButton::clicked, this, &AddressRow::chosen);
    connect(m_edit, &Button::clicked, this, &AddressRow::editChosen);
    connect(m_delete, &Button::clicked, this, &AddressRow::deleteChosen);
    retranslate();
}

void AddressRow::retranslate() {
    m_edit->setAccessibleName(tr("Change %1").arg(m_name));
    m_edit->setToolTip(tr("Change"));
    m_delete->setAccessibleName(tr("Delete %1").arg(m_name));
    m_delete->setToolTip(tr("Delete"));
}

void AddressRow::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
