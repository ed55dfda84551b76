// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Look.h"

#include <QPointer>
#include <QProxyStyle>

class QApplication;

namespace soban::ui {

/// Draws Qt's own widgets as the tokens say, on top of Fusion. Holds the application's `Look` and
/// repaints everything when that changes.
class SobanStyle : public QProxyStyle {
    Q_OBJECT

public:
    SobanStyle();
    ~SobanStyle() override;

    /// Gives `application` this style, its palette and its font; returns the look to steer it by.
    static Look &install(QApplication &application);

    const Look &look() const { return m_look; }

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyLook();
    void watchSystem();
    void paintButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void paintButtonLabel(const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const;
    void paintInput(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void paintIndicator(const QStyleOption *option, QPainter *painter, bool isRound) const;
    void paintCombo(const QStyleOptionComplex *option, QPainter *painter,
                    const QWidget *widget) const;
    void paintScrollBar(const QStyleOptionComplex *option, QPainter *painter) const;
    void paintProgress(const QStyleOption *option, QPainter *painter) const;

    Look m_look;
};

/// The palette that Qt's own widgets read.
QPalette paletteOf(const Tokens &tokens);

} // namespace soban::ui
