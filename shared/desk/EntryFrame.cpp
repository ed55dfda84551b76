// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/EntryFrame.h"

#include "desk/EntryArt.h"
#include "desk/NoteLine.h"
#include "desk/RegisterPage.h"
#include "desk/SignInPage.h"
#include "ui/Segment.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace soban::desk {

namespace {

using namespace soban::ui;

constexpr int kFormWidth = 376;
constexpr int kLeastForAbout = 440; ///< of the frame: what the server does is said first
constexpr int kLeastForTable = 860; ///< of the window, so that the form keeps its room
constexpr int kLow = 560;           ///< of the frame: below it the form leaves out what it can
constexpr int kEdge = 24;

} // namespace

EntryFrame::EntryFrame(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_probe(desk.api())
    , m_table(new TableSide(desk.app()))
    , m_head(new NameStrip)
    , m_language(new Segment)
    , m_scroll(new QScrollArea)
    , m_column(new QWidget)
    , m_signIn(new SignInPage(desk))
    , m_server(new NoteLine(Icon::Wifi, Ink::Ink2, Weight::Bold))
    , m_about(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2)) {
    // Shops are admitted by the operator.
    if (desk.app() != App::Shop)
        m_register = new RegisterPage(desk);
    build();
    connect(m_language, &Segment::chosen, this, [this](int index) {
        m_desk.preferences().setLanguage(index == 0 ? Language::Korean : Language::English);
    });
    connect(m_signIn, &SignInPage::attentionWanted, this, &EntryFrame::bringIntoView);
    connect(&m_probe, &ServerProbe::reachableChanged, this, &EntryFrame::tellServer);
    if (m_register) {
        connect(m_signIn, &SignInPage::registerRequested, this, [this] { show(m_register); });
        connect(m_register, &RegisterPage::signInRequested, this, [this] { show(m_signIn); });
        connect(m_register, &RegisterPage::attentionWanted, this, &EntryFrame::bringIntoView);
        m_register->hide();
    }
    retranslate();
}

void EntryFrame::build() {
    auto *forms = m_forms = new QVBoxLayout(m_column);
    forms->addStretch(1);
    forms->addWidget(m_signIn);
    if (m_register)
        forms->addWidget(m_register);
    forms->addStretch(1);
    auto *centred = new QWidget;
    auto *across = new QHBoxLayout(centred);
    across->setContentsMargins(kEdge, 0, kEdge, 0);
    across->addStretch(1);
    across->addWidget(m_column);
    across->addStretch(1);
    m_scroll->setWidget(centred);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *top = m_top = new QHBoxLayout;
    top->addStretch(1);
    top->addWidget(m_language);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(kEdge + metrics::kGap8, metrics::kGap8, kEdge + metrics::kGap8,
                               metrics::kGap16);
    bottom->addWidget(m_server, 1);
    bottom->addWidget(m_about, 0, Qt::AlignRight);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_head);
    right->addLayout(top);
    right->addWidget(m_scroll, 1);
    right->addLayout(bottom);
    auto *halves = new QHBoxLayout(this);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(m_table, 31);
    halves->addLayout(right, 33);
    fit();
}

void EntryFrame::fit() {
    const Look &look = Look::of(this);
    const bool hasTable = width() >= look.scaled(kLeastForTable);
    m_table->setVisible(hasTable);
    m_head->setVisible(!hasTable);
    // Without the table there is little room: the language stands beside the name.
    m_top->setContentsMargins(kEdge, hasTable ? kEdge : 0, kEdge, 0);
    const bool isBeside = m_language->parentWidget() == m_head;
    if (hasTable && isBeside)
        m_top->addWidget(m_language);
    else if (!hasTable && !isBeside)
        m_head->add(m_language);
    const bool isLow = height() < look.scaled(kLow);
    const int edge = isLow ? metrics::kGap12 : kEdge;
    m_forms->setContentsMargins(0, edge, 0, edge);
    m_signIn->setLow(isLow);
    if (m_register)
        m_register->setLow(isLow);
    m_about->setVisible(width() >= look.scaled(kLeastForAbout));
    const int room = (hasTable ? width() * 33 / 64 : width()) - 2 * kEdge - metrics::kGap16;
    m_column->setFixedWidth(std::clamp(room, 200, look.scaled(kFormWidth)));
}

void EntryFrame::bringIntoView(QWidget *widget) {
    // Once it has its place.
    QTimer::singleShot(0, widget, [this, widget] {
        if (widget->isVisible())
            m_scroll->ensureWidgetVisible(widget, 0, kEdge);
    });
}

void EntryFrame::setWaiting(bool waiting) {
    m_column->setVisible(!waiting);
    if (!waiting && isVisible())
        m_signIn->takeFocus();
}

void EntryFrame::tell(Farewell why) {
    show(m_signIn);
    m_signIn->tell(why);
}

void EntryFrame::show(QWidget *page) {
    m_signIn->setVisible(page == m_signIn);
    if (m_register)
        m_register->setVisible(page == m_register);
    if (page == m_signIn)
        m_signIn->takeFocus();
    else if (m_register)
        m_register->takeFocus();
}

void EntryFrame::tellServer() {
    const auto isReachable = m_probe.isReachable();
    m_server->setLook(isReachable.value_or(true) ? Icon::Wifi : Icon::WifiOff,
                      !isReachable   ? Ink::Ink2
                      : *isReachable ? Ink::Fresh
                                     : Ink::Late);
    m_server->setText(!isReachable   ? tr("Connecting to the server")
                      : *isReachable ? tr("Connected to the server")
                                     : tr("The server cannot be reached"));
    m_server->setToolTip(m_desk.session().server().origin());
}

void EntryFrame::retranslate() {
    // Each language is named in itself, so that everybody finds their own.
    m_language->setParts({{QStringLiteral("한국어")}, {QStringLiteral("English")}});
    m_language->setCurrent(Look::of(this).language() == Language::Korean ? 0 : 1);
    m_language->setAccessibleName(tr("Language"));
    m_about->setText(tr("Soban %1 · Shortcuts F1").arg(QStringLiteral(SOBAN_VERSION)));
    tellServer();
}

void EntryFrame::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        fit();
    QWidget::changeEvent(event);
}

void EntryFrame::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    fit();
}

void EntryFrame::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    m_probe.start();
    m_signIn->takeFocus();
}

void EntryFrame::hideEvent(QHideEvent *event) {
    m_probe.stop();
    QWidget::hideEvent(event);
}

} // namespace soban::desk
