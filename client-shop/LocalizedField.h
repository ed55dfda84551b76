// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Text.h"

#include <QWidget>

class QBoxLayout;
class QTextEdit;

namespace soban::ui {
class FieldRow;
class TextField;
} // namespace soban::ui

namespace soban::shop_app {

/// A text in both languages: side by side where there is room.
class LocalizedField : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Line, Paragraph };

    explicit LocalizedField(Kind kind, QWidget *parent = nullptr);

    void setLabels(const QString &korean, const QString &english);
    LocalizedText text() const;
    void setText(const LocalizedText &text); ///< says nothing
    void setComplaint(Language language, const QString &complaint);
    void clearComplaints();
    void enter(Language language = Language::Korean);

signals:
    void edited();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Side {
        ui::FieldRow *row;
        ui::TextField *line = nullptr;
        QTextEdit *paragraph = nullptr;

        QString text() const;
        void setText(const QString &text);
    };

    Side makeSide(Kind kind);
    void arrange();

    QBoxLayout *m_box;
    Side m_korean;
    Side m_english;
};

} // namespace soban::shop_app
