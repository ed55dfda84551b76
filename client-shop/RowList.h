// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace soban::shop_app {

/// A list of painted rows, each as high as what it says at the present width, size of text and
/// language. The keyboard comes to the row that was last looked at, or to the first.
class RowList : public QListView {
    Q_OBJECT

public:
    explicit RowList(QWidget *parent = nullptr);

    /// Takes the keyboard.
    void enter();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void goToFirst();
};

} // namespace soban::shop_app
