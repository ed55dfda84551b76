// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/Tokens.h"

#include <QLineEdit>

#include <optional>

namespace soban::ui {

/// A line of input with an icon in front and a word behind: a shortcut, a unit. Drawn by
/// `SobanStyle`.
class TextField : public QLineEdit {
    Q_OBJECT

public:
    explicit TextField(QWidget *parent = nullptr);

    void setSymbol(std::optional<Icon> symbol);
    /// Behind the text, in hint colour: "Ctrl K", "개".
    void setSuffix(const QString &suffix);
    bool isWrong() const { return m_isWrong; }
    void setWrong(bool wrong);
    /// Shows and hides the password by an eye at the end.
    void makePassword();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitMargins();

    std::optional<Icon> m_symbol;
    QString m_suffix;
    QAction *m_reveal = nullptr;
    bool m_isWrong = false;
};

} // namespace soban::ui
