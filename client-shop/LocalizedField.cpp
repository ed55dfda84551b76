// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/LocalizedField.h"

#include "ui/FieldRow.h"

#include <QBoxLayout>
#include <QEvent>
#include <QTextDocument>
#include <QTextEdit>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kBeside = 400; ///< from this width on they stand side by side
constexpr int kParagraphTall = 80;
constexpr int kParagraphMargin = 10; ///< the text stands where that of a line does

} // namespace

QString LocalizedField::Side::text() const {
    return line ? line->text() : paragraph->toPlainText();
}

void LocalizedField::Side::setText(const QString &text) {
    if (this->text() == text)
        return; // leaves the cursor where it is
    if (line)
        line->setText(text);
    else
        paragraph->setPlainText(text);
}

LocalizedField::LocalizedField(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_box(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_korean(makeSide(kind))
    , m_english(makeSide(kind)) {
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(metrics::kGap12);
    m_box->addWidget(m_korean.row, 1);
    m_box->addWidget(m_english.row, 1);
    arrange();
}

LocalizedField::Side LocalizedField::makeSide(Kind kind) {
    Side side{};
    if (kind == Kind::Line) {
        side.line = new TextField;
        side.row = new FieldRow(side.line);
        connect(side.line, &QLineEdit::textEdited, this, &LocalizedField::edited);
    } else {
        side.paragraph = new QTextEdit;
        side.paragraph->setAcceptRichText(false);
        side.paragraph->setTabChangesFocus(true);
        side.paragraph->document()->setDocumentMargin(kParagraphMargin);
        side.row = new FieldRow(side.paragraph);
        connect(side.paragraph, &QTextEdit::textChanged, this, [this] {
            if (!signalsBlocked())
                emit edited();
        });
    }
    return side;
}

void LocalizedField::setLabels(const QString &korean, const QString &english) {
    m_korean.row->setLabel(korean);
    m_english.row->setLabel(english);
}

LocalizedText LocalizedField::text() const {
    return {m_korean.text(), m_english.text()};
}

void LocalizedField::setText(const LocalizedText &text) {
    const QSignalBlocker quiet(this);
    m_korean.setText(text.ko);
    m_english.setText(text.en);
}

void LocalizedField::setComplaint(Language language, const QString &complaint) {
    (language == Language::Korean ? m_korean : m_english).row->setComplaint(complaint);
}

void LocalizedField::clearComplaints() {
    m_korean.row->setComplaint({});
    m_english.row->setComplaint({});
}

void LocalizedField::enter(Language language) {
    (language == Language::Korean ? m_korean : m_english).row->setFocus(Qt::OtherFocusReason);
}

void LocalizedField::arrange() {
    const Look &look = Look::of(this);
    m_box->setDirection(width() >= look.scaled(kBeside) ? QBoxLayout::LeftToRight
                                                        : QBoxLayout::TopToBottom);
    for (const Side *side : {&m_korean, &m_english}) {
        if (side->paragraph)
            side->paragraph->setFixedHeight(look.scaled(kParagraphTall));
    }
}

void LocalizedField::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void LocalizedField::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
