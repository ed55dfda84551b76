// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SobanStyle.h"

#include "ui/Button.h"
#include "ui/DoubleClickGuard.h"
#include "ui/FocusRing.h"
#include "ui/Paint.h"
#include "ui/PopupRow.h"
#include "ui/StyleSizes.h"
#include "ui/TextField.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

namespace soban::ui {

namespace {

bool isInput(const QWidget *widget) {
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

/// The frame around the list that a combo box opens; Qt does not tell its class.
bool isPopup(const QWidget *widget) {
    return widget && widget->inherits("QComboBoxPrivateContainer");
}

int buttonPadding(const Button &button) {
    if (button.role() == ButtonRole::Bare)
        return kBarePadding;
    return button.text().isEmpty() ? metrics::kGap8 : labelPadding(button.tall());
}

} // namespace

QPalette paletteOf(const Tokens &tokens) {
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.ground);
    palette.setColor(QPalette::WindowText, tokens.ink);
    palette.setColor(QPalette::Base, tokens.surface);
    palette.setColor(QPalette::AlternateBase, tokens.sunken);
    palette.setColor(QPalette::Text, tokens.ink);
    palette.setColor(QPalette::PlaceholderText, tokens.ink3);
    palette.setColor(QPalette::Button, tokens.surface);
    palette.setColor(QPalette::ButtonText, tokens.ink);
    palette.setColor(QPalette::BrightText, tokens.danger.ink);
    palette.setColor(QPalette::Highlight, tokens.accent.ink);
    palette.setColor(QPalette::HighlightedText, tokens.onAccent);
    palette.setColor(QPalette::Link, tokens.accent.ink);
    palette.setColor(QPalette::LinkVisited, tokens.accent.ink);
    palette.setColor(QPalette::ToolTipBase, tokens.lacquer);
    palette.setColor(QPalette::ToolTipText, tokens.onLacquer);
    palette.setColor(QPalette::Light, tokens.surface);
    palette.setColor(QPalette::Midlight, tokens.sunken);
    palette.setColor(QPalette::Mid, tokens.line);
    palette.setColor(QPalette::Dark, tokens.control);
    palette.setColor(QPalette::Shadow, tokens.foot);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.ink3);
    palette.setColor(QPalette::Disabled, QPalette::Base, tokens.sunken);
    return palette;
}

SobanStyle::SobanStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {
    connect(&m_look, &Look::changed, this, &SobanStyle::applyLook);
}

SobanStyle::~SobanStyle() = default;

Look &SobanStyle::install(QApplication &application) {
    auto *style = new SobanStyle;
    application.setStyle(style); // takes ownership
    style->watchSystem();
    style->applyLook();
    return style->m_look;
}

void SobanStyle::watchSystem() {
    // Qt 6.4 has no signal for the desktop's scheme; its palette tells, and changes with it.
    const auto read = [this] {
        const QColor ground = standardPalette().color(QPalette::Window);
        m_look.setSystemScheme(ground.lightnessF() < 0.5 ? Scheme::Dark : Scheme::Light);
    };
    read();
    qApp->installEventFilter(this);
    qApp->installEventFilter(new DoubleClickGuard(this));
}

bool SobanStyle::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::KeyPress)
        FocusRing::setKeyboardUsed(true);
    else if (event->type() == QEvent::MouseButtonPress)
        FocusRing::setKeyboardUsed(false);
    if (watched == qApp && event->type() == QEvent::ThemeChange) {
        const QColor ground = baseStyle()->standardPalette().color(QPalette::Window);
        m_look.setSystemScheme(ground.lightnessF() < 0.5 ? Scheme::Dark : Scheme::Light);
    }
    // A wheel scrolls the page: it must not choose what happens to lie under the pointer.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore(); // Qt passes it on to what is around
        return true;
    }
    return QProxyStyle::eventFilter(watched, event);
}

void SobanStyle::applyLook() {
    QApplication::setPalette(paletteOf(m_look.tokens()));
    QApplication::setFont(m_look.font(Text::Body));
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent styleChange(QEvent::StyleChange);
        QApplication::sendEvent(widget, &styleChange);
        widget->updateGeometry();
        widget->update();
    }
}

void SobanStyle::polish(QWidget *widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QLineEdit *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *combo = qobject_cast<QComboBox *>(widget);
        combo && !qobject_cast<PopupRow *>(combo->itemDelegate()))
        combo->setItemDelegate(new PopupRow(combo));
    if (auto *text = qobject_cast<QTextEdit *>(widget); text && !text->document()->isModified()) {
        text->document()->setDocumentMargin(metrics::kGap8);
        text->document()->setModified(false); // nobody has written anything
    }
    if (widget->focusPolicy() != Qt::NoFocus && !qobject_cast<QAbstractItemView *>(widget))
        FocusRing::watch(widget);
}

int SobanStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const {
    switch (metric) {
    case PM_ButtonMargin:
        return kButtonPadding;
    case PM_ButtonShiftHorizontal:
        return 0;
    case PM_ButtonShiftVertical:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_look.scaled(kIndicator);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics::kGap12;
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollBarSliderMin:
        return 40;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_DefaultFrameWidth:
        return isInput(widget) ? 2 : isPopup(widget) ? 1 : 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return metrics::kFocusOffset + metrics::kFocusWidth;
    case PM_MenuHMargin:
        return metrics::kGap4;
    case PM_MenuVMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::kGap8;
    case PM_SmallIconSize:
        return m_look.scaled(18);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SobanStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const {
    switch (hint) {
    case SH_UnderlineShortcut:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
        return 0;
    case SH_Widget_Animation_Duration:
        return m_look.duration(motion::kStateMs);
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_FocusFrame_AboveWidget: // or the ring is cut off at the edge of the nearest box
        return 1;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize SobanStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const {
    switch (type) {
    case CT_PushButton: {
        const auto *button = qobject_cast<const Button *>(widget);
        if (!button)
            return {size.width() + 2 * kButtonPadding, m_look.scaled(metrics::kTouchHeight)};
        const Text text = buttonText(button->role(), button->tall());
        const int tall = m_look.scaled(button->tall());
        int width =
            2 * buttonPadding(*button) + textWidth(m_look, button->text(), text, Weight::Bold);
        if (button->symbol())
            width += m_look.scaled(buttonIcon(button->tall())) +
                     (button->text().isEmpty() ? 0 : metrics::kGap8);
        return {std::max(width, tall), tall};
    }
    case CT_LineEdit:
        return {std::max(size.width(), 120), m_look.scaled(metrics::kTouchHeight)};
    case CT_ComboBox:
        return {size.width() + kComboArrow + kButtonPadding, m_look.scaled(metrics::kTouchHeight)};
    case CT_SpinBox:
        return {size.width() + 2 * kButtonPadding, m_look.scaled(metrics::kTouchHeight)};
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {own.width(), std::max(own.height(), m_look.scaled(metrics::kTouchHeight))};
    }
    case CT_MenuItem: {
        const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {own.width(), metrics::kGap8 + 1};
        return {own.width() + metrics::kGap24, std::max(own.height(), m_look.scaled(36))};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect SobanStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const {
    switch (element) {
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_LineEditContents:
        return option->rect.adjusted(2, 1, -2, -2);
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect SobanStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl part, const QWidget *widget) const {
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is all there is.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool isUpright = bar->orientation == Qt::Vertical;
        const int length = isUpright ? bar->rect.height() : bar->rect.width();
        const int range = bar->maximum - bar->minimum;
        int thumb = length;
        if (range > 0)
            thumb = std::max(pixelMetric(PM_ScrollBarSliderMin, bar, widget),
                             int(qint64(bar->pageStep) * length / (range + bar->pageStep)));
        thumb = std::min(thumb, length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - thumb, bar->upsideDown);
        const auto along = [&](int from, int size) {
            return isUpright ? QRect(0, from, bar->rect.width(), size)
                             : QRect(from, 0, size, bar->rect.height());
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return along(start, thumb);
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + thumb, length - start - thumb);
        case SC_ScrollBarGroove:
            return bar->rect;
        default:
            return {};
        }
    }
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxArrow)
            return QRect(option->rect.right() - kComboArrow, option->rect.top(), kComboArrow,
                         option->rect.height());
        if (part == SC_ComboBoxEditField)
            return option->rect.adjusted(kButtonPadding - 4, 0, -kComboArrow, 0);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void SobanStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const {
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        paintInput(option, painter, widget);
        return;
    case PE_Frame:
        if (isInput(widget))
            paintInput(option, painter, widget);
        else if (isPopup(widget))
            paintPlate(*painter, option->rect,
                       {m_look.tokens().surface, m_look.tokens().control, {}, 1, 0, 0});
        return;
    case PE_IndicatorCheckBox:
        paintIndicator(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        paintIndicator(option, painter, true);
        return;
    case PE_FrameFocusRect: // the ring stands outside the widget
        return;
    case PE_PanelTipLabel:
        paintPlate(
            *painter, option->rect,
            {m_look.tokens().lacquer, m_look.tokens().rim, {}, 1, 0, metrics::kControlRadius});
        return;
    case PE_PanelMenu:
        paintPlate(*painter, option->rect,
                   {m_look.tokens().surface, m_look.tokens().control, {}, 1, 0, 0});
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void SobanStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const {
    switch (element) {
    case CE_PushButtonBevel:
        paintButton(option, painter, widget);
        return;
    case CE_PushButtonLabel:
        paintButtonLabel(option, painter, widget);
        return;
    case CE_ProgressBar:
        paintProgress(option, painter);
        return;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            const QRect field = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            const bool isEnabled = option->state & State_Enabled;
            const Tokens &tokens = m_look.tokens();
            paintLine(*painter, m_look, field, combo->currentText,
                      {Text::Body, Weight::Regular, isEnabled ? tokens.ink : tokens.ink3});
        }
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void SobanStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const {
    switch (control) {
    case CC_ComboBox:
        paintCombo(option, painter, widget);
        return;
    case CC_ScrollBar:
        paintScrollBar(option, painter);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace soban::ui
