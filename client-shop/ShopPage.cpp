// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ShopPage.h"

#include "client-shop/ItemForm.h"
#include "client-shop/LeaveSheet.h"
#include "client-shop/RefusalWords.h"
#include "client-shop/ShopFields.h"
#include "desk/Complaint.h"
#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/Card.h"
#include "ui/ScrollPane.h"

#include <QAction>
#include <QHBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSide = 20;

} // namespace

ShopPage::ShopPage(const Services &services, ShopState &shop, QWidget *parent)
    : Page(parent)
    , m_shop(shop)
    , m_fields(new ShopFields(services))
    , m_appTitle(new TextLabel(Text::Name, Weight::Bold))
    , m_appText(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_app(new Button(ButtonRole::Plain, Icon::Gear))
    , m_note(new desk::NoteLine(Icon::Info, Ink::Waiting, Weight::Bold))
    , m_revert(new Button(ButtonRole::Plain))
    , m_save(new Button(ButtonRole::Primary, Icon::Check))
    , m_command(new QAction(this)) {
    build();
    m_command->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_command);
    connect(m_command, &QAction::triggered, this, [this] { save(); });
    connect(m_fields, &ShopFields::edited, this, [this] {
        m_fields->clearComplaints();
        m_note->hide();
        showState();
    });
    connect(m_app, &Button::clicked, this, &ShopPage::appSettingsChosen);
    connect(m_revert, &Button::clicked, this, [this] { load(m_base, m_base); });
    connect(m_save, &Button::clicked, this, [this] { save(); });
    connect(&shop, &ShopState::changed, this, &ShopPage::follow);
    retranslate();
    follow();
}

void ShopPage::build() {
    auto *app = new Card;
    m_appText->setMostLines(0);
    app->column()->addWidget(m_appTitle);
    app->column()->addWidget(m_appText);
    app->column()->addWidget(m_app, 0, Qt::AlignLeft);
    m_fields->rest()->addWidget(app);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(kSide, metrics::kGap4, kSide, metrics::kGap16);
    rows->addWidget(m_fields);
    rows->addStretch(1);
    auto *pane = new ScrollPane;
    pane->setContent(content);
    m_note->hide();
    m_revert->setTall(metrics::kShopHeight);
    m_save->setTall(metrics::kShopHeight);
    auto *answers = new QHBoxLayout;
    answers->setContentsMargins(kSide, metrics::kGap8, kSide, 0);
    answers->setSpacing(metrics::kGap8);
    answers->addWidget(m_note, 1);
    answers->addStretch();
    answers->addWidget(m_revert);
    answers->addWidget(m_save);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(pane, 1);
    whole->addLayout(answers);
}

void ShopPage::enter() {
    m_fields->enter();
}

QString ShopPage::title() const {
    return tr("Settings");
}

QString ShopPage::detail() const {
    return tr("What customers see of the shop, and this app");
}

bool ShopPage::hasUnsaved() const {
    return m_shop.settings() && (m_fields->form() != m_base || m_fields->isPictureSending());
}

void ShopPage::follow() {
    setEnabled(m_shop.settings().has_value());
    if (!m_shop.settings() || m_isSaving)
        return;
    const ShopForm fresh = ShopForm::of(*m_shop.settings());
    m_fields->setShop(*m_shop.settings());
    if (fresh == m_base)
        return;
    const ShopForm typed = m_fields->form();
    const bool wasDirty = m_isLoaded && typed != m_base;
    load(fresh, m_isLoaded ? ShopForm::merged(typed, m_base, fresh) : fresh);
    m_isLoaded = true;
    if (wasDirty) {
        m_note->setText(tr("It has changed elsewhere. What you typed is still here."));
        m_note->show();
    }
}

void ShopPage::load(const ShopForm &base, const ShopForm &form) {
    m_base = base;
    m_fields->setForm(form);
    m_fields->clearComplaints();
    m_note->hide();
    showState();
}

bool ShopPage::check(const ShopForm &form) {
    const Currency currency = m_shop.settings()->deliveryFee.currency();
    const auto bad = [this](const char *field) {
        const QString name = QString::fromLatin1(field);
        return !m_fields->complainAt(name, complaintFor(name));
    };
    if (form.fulfilments.isEmpty())
        return bad("fulfilments");
    if (!metersOf(form.radius))
        return bad("deliveryRadiusMeters");
    if (!amountOf(form.fee, currency))
        return bad("deliveryFeeMinor");
    if (!amountOf(form.minimum, currency))
        return bad("minimumOrderMinor");
    return true;
}

void ShopPage::save(std::function<void()> then) {
    if (m_isSaving || !hasUnsaved())
        return;
    m_fields->clearComplaints();
    m_note->hide();
    const ShopForm form = m_fields->form();
    if (!check(form))
        return;
    m_isSaving = true;
    showState();
    const Currency currency = m_shop.settings()->deliveryFee.currency();
    m_shop.edit(
        [form, base = m_base, currency](contract::ShopSettingsRequest &request) {
            form.applyTo(request, base, currency);
        },
        this,
        [this, then = std::move(then)](const auto &answer) {
            m_isSaving = false;
            if (!answer) {
                refuse(answer.error());
                return;
            }
            const ShopForm fresh = ShopForm::of(*answer);
            load(fresh, fresh);
            if (then)
                then();
        });
}

QString ShopPage::complaintFor(const QString &field) const {
    if (field.startsWith(QStringLiteral("thanks")))
        return RefusalWords::ofLength(kLongestThanks);
    if (field.startsWith(QStringLiteral("description")))
        return RefusalWords::ofLength(kLongestDescription);
    if (field.endsWith(QStringLiteral("Minor")))
        return RefusalWords::ofAmount(m_shop.settings()->deliveryFee.currency());
    if (field == QStringLiteral("deliveryRadiusMeters"))
        return tr("Write kilometres up to 100, such as 4.5.");
    if (field == QStringLiteral("phone"))
        return tr("Write 3 to 30 characters.");
    if (field.startsWith(QStringLiteral("fulfilments")))
        return tr("Choose at least one way.");
    return {};
}

void ShopPage::refuse(const client::ApiError &error) {
    showState();
    const QString field = error.problem ? error.problem->field.value_or(QString()) : QString();
    const desk::Complaint said = desk::explain(error);
    QString complaint = complaintFor(field);
    if (complaint.isEmpty())
        complaint = said.what + u' ' + said.advice;
    if (!field.isEmpty() && m_fields->complainAt(field, complaint))
        return;
    m_note->setText(said.text());
    m_note->show();
}

void ShopPage::leave(std::function<void()> then) {
    if (!hasUnsaved()) {
        then();
        return;
    }
    auto *question = new LeaveSheet(tr("The settings are not saved yet."), window());
    connect(question, &LeaveSheet::saveChosen, this, [this, then] { save(then); });
    connect(question, &LeaveSheet::dropChosen, this, [this, then] {
        load(m_base, m_base);
        then();
    });
}

void ShopPage::showState() {
    const bool isDirty = hasUnsaved();
    m_revert->setEnabled(isDirty && !m_isSaving);
    m_save->setBusy(m_isSaving);
    m_save->setEnabled(isDirty && !m_isSaving && !m_fields->isPictureSending());
    m_save->setText(m_isSaving ? tr("Saving") : tr("Save"));
}

void ShopPage::retranslate() {
    m_appTitle->setText(tr("This app"));
    m_appText->setText(tr("Language, look, size of text and sounds, on this machine."));
    m_app->setText(tr("Settings of the app"));
    m_revert->setText(tr("Revert"));
    m_command->setText(tr("Save the settings"));
    showState();
    emit headChanged();
}

} // namespace soban::shop_app
