// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/EndSheet.h"

#include "desk/ContentScroll.h"
#include "ui/Banner.h"
#include "ui/ChoiceRow.h"
#include "ui/FieldRow.h"
#include "ui/Words.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QTimer>

namespace soban::desk {

namespace {

using namespace ui;

constexpr int kWidest = 480;
constexpr int kMostWords = 300; ///< as the contract has it
constexpr int kRing = 5;

} // namespace

EndSheet::EndSheet(const Asked &asked, QWidget *host)
    : Sheet(host)
    , m_asked(asked)
    , m_money(new Banner)
    , m_words(new TextField)
    , m_wordsRow(new FieldRow(m_words))
    , m_agree(new Button(ButtonRole::Danger, Icon::Cancel, asked.agree))
    , m_keep(new Button(ButtonRole::Plain)) {
    setWidest(kWidest);
    setTopKept(true);
    setAccessibleName(asked.title);
    setAccessibleDescription(asked.money);
    auto *title = new TextLabel(Text::Sum, Weight::Bold);
    title->setText(asked.title);
    title->setMostLines(2);
    auto *who = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    who->setText(asked.who);
    who->setMostLines(0);
    m_keep->setText(asked.keep);
    m_scroll = new ContentScroll(makeReasons());
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metrics::kGap8);
    answers->addWidget(m_keep);
    answers->addWidget(m_agree, 1);
    const auto inset = [](const QList<QWidget *> &widgets) {
        auto *rows = new QVBoxLayout;
        rows->setContentsMargins(kRing, 0, kRing, 0); // in line with the reasons
        rows->setSpacing(metrics::kGap12);
        for (QWidget *widget : widgets)
            rows->addWidget(widget);
        return rows;
    };
    auto *foot = inset({m_money});
    foot->addLayout(answers);
    column()->setContentsMargins(metrics::kGap24 - kRing, metrics::kGap24, metrics::kGap24 - kRing,
                                 metrics::kGap24 + metrics::kSheetFoot);
    column()->addLayout(inset({title, who}));
    column()->addWidget(m_scroll, 1);
    column()->addLayout(foot);
    connect(m_agree, &Button::clicked, this, &EndSheet::agree);
    connect(m_keep, &Button::clicked, this, &Sheet::close);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    refresh();
    open();
    const auto likeliest =
        std::find_if(m_choices.cbegin(), m_choices.cend(),
                     [](const Choice &choice) { return choice.row->isChecked(); });
    (likeliest == m_choices.cend() ? m_choices.cbegin() : likeliest)
        ->row->setFocus(Qt::TabFocusReason);
}

QWidget *EndSheet::makeReasons() {
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(kRing, kRing, kRing, kRing); // room for the focus ring
    rows->setSpacing(metrics::kGap8);
    auto *group = new QButtonGroup(this);
    for (const EndReason reason : m_asked.reasons) {
        auto *row = new ChoiceRow(ChoiceRow::Kind::One, Words::of(reason));
        row->setCarded(true);
        row->setChecked(reason == m_asked.likeliest);
        group->addButton(row);
        connect(row, &ChoiceRow::toggled, this, [this] {
            setTouched(true);
            refresh();
        });
        rows->addWidget(row);
        m_choices.append({reason, row});
    }
    m_words->setMaxLength(kMostWords);
    m_wordsRow->setLabel(tr("In your own words"));
    connect(m_words, &QLineEdit::textChanged, this, [this] { m_wordsRow->setComplaint({}); });
    connect(m_words, &QLineEdit::returnPressed, this, &EndSheet::agree);
    rows->addWidget(m_wordsRow);
    return content;
}

std::optional<EndReason> EndSheet::reason() const {
    for (const Choice &choice : m_choices) {
        if (choice.row->isChecked())
            return choice.reason;
    }
    return std::nullopt;
}

void EndSheet::refresh() {
    const auto why = reason();
    m_money->tell(Tone::Done, Icon::Refund, m_asked.money,
                  why ? m_asked.moreFor.value(*why, m_asked.more) : m_asked.more);
    const bool isOther = why == EndReason::Other;
    m_wordsRow->setVisible(isOther);
    m_agree->setEnabled(why.has_value());
    if (!isOther)
        return;
    m_words->setFocus(Qt::OtherFocusReason);
    // Its place is known once the layout has followed.
    QTimer::singleShot(0, m_wordsRow, [this] { m_scroll->ensureWidgetVisible(m_wordsRow); });
}

void EndSheet::agree() {
    const auto why = reason();
    if (!why)
        return;
    const QString words = m_words->text().trimmed();
    if (why == EndReason::Other && words.isEmpty()) {
        m_wordsRow->setComplaint(tr("Please say why in a few words."));
        m_words->setFocus(Qt::OtherFocusReason);
        return;
    }
    close();
    emit agreed({*why, why == EndReason::Other ? std::optional(words) : std::nullopt});
}

} // namespace soban::desk
