// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ItemForm.h"

#include "client-shop/ThreeWay.h"

#include <QLocale>

#include <algorithm>

namespace soban::shop_app {

namespace {

qint64 scaleOf(Currency currency) {
    qint64 scale = 1;
    for (int i = 0; i < currency.minorDigits(); ++i)
        scale *= 10;
    return scale;
}

GroupForm formOf(const OptionGroup &group) {
    GroupForm form{group.id, group.name, group.minimum, group.maximum, {}};
    for (const MenuOption &option : group.options)
        form.options.append(
            {option.id, option.name, amountText(option.price.minor(), option.price.currency())});
    return form;
}

} // namespace

std::optional<qint64> amountOf(const QString &text, Currency currency) {
    constexpr int kMostDigits = 15;
    QString plain = text.simplified();
    plain.remove(u'₩').remove(u',').remove(u' ');
    const int digits = currency.minorDigits();
    const qsizetype point = plain.indexOf(u'.');
    QString fraction = point < 0 ? QString() : plain.mid(point + 1);
    const QString whole = point < 0 ? plain : plain.left(point);
    const auto isNumber = [](const QString &part) {
        return std::all_of(part.cbegin(), part.cend(),
                           [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    const bool isSound = !whole.isEmpty() && whole.size() <= kMostDigits && isNumber(whole) &&
                         isNumber(fraction) && fraction.size() <= digits &&
                         (point < 0 || !fraction.isEmpty());
    if (!isSound)
        return std::nullopt;
    fraction = fraction.leftJustified(digits, u'0');
    return whole.toLongLong() * scaleOf(currency) + (digits > 0 ? fraction.toLongLong() : 0);
}

QString amountText(qint64 minor, Currency currency) {
    const qint64 scale = scaleOf(currency);
    QString text = QLocale(QLocale::English, QLocale::UnitedStates).toString(minor / scale);
    if (currency.minorDigits() > 0)
        text +=
            u'.' + QStringLiteral("%1").arg(minor % scale, currency.minorDigits(), 10, QChar(u'0'));
    return text;
}

std::optional<int> countOf(const QString &text) {
    constexpr qint64 kMost = 2'000'000'000;
    const auto count = amountOf(text, Currency::krw());
    return count && *count <= kMost ? std::optional(int(*count)) : std::nullopt;
}

ItemForm ItemForm::of(const contract::OwnItemView &item, const LocalizedText &section) {
    ItemForm form{item.name,
                  item.description,
                  section,
                  amountText(item.price.minor(), item.price.currency()),
                  item.picture,
                  Sale::OnSale,
                  {},
                  {},
                  {}};
    if (item.isHidden)
        form.sale = Sale::Hidden;
    else if (item.soldOut)
        form.sale = item.soldOut->until ? Sale::SoldAsIs : Sale::SoldUntilSaid;
    if (item.stock) {
        form.left = QString::number(item.stock->remaining);
        if (item.stock->perDay)
            form.perDay = QString::number(*item.stock->perDay);
    }
    for (const OptionGroup &group : item.optionGroups)
        form.groups.append(formOf(group));
    return form;
}

std::optional<QList<contract::OptionGroupDraft>> draftsOf(const QList<GroupForm> &groups,
                                                          Currency currency) {
    QList<contract::OptionGroupDraft> drafts;
    for (const GroupForm &group : groups) {
        contract::OptionGroupDraft draft{group.id, group.name, group.minimum, group.maximum, {}};
        for (const OptionForm &option : group.options) {
            const auto price = amountOf(option.price, currency);
            if (!price)
                return std::nullopt;
            draft.options.append({option.id, option.name, *price});
        }
        drafts.append(draft);
    }
    return drafts;
}

std::optional<contract::ItemDraft> ItemForm::draft(std::optional<MenuItemId> id,
                                                   Currency currency) const {
    const auto amount = amountOf(price, currency);
    const auto groupDrafts = draftsOf(groups, currency);
    if (!amount || !groupDrafts)
        return std::nullopt;
    return contract::ItemDraft{
        id, name, description, *amount, picture, sale == Sale::Hidden, *groupDrafts};
}

bool ItemForm::differsOnMenu(const ItemForm &other) const {
    return name != other.name || description != other.description || section != other.section ||
           price != other.price || picture != other.picture || groups != other.groups ||
           (sale == Sale::Hidden) != (other.sale == Sale::Hidden);
}

bool ItemForm::differsOnShelf(const ItemForm &other) const {
    const bool isOtherSale = sale != other.sale && sale != Sale::Hidden &&
                             !(sale == Sale::OnSale && other.sale == Sale::Hidden);
    return isOtherSale || left != other.left || perDay != other.perDay;
}

std::optional<contract::AvailabilityRequest>
ItemForm::availability(const ItemForm &before, const std::optional<SoldOut> &known, Instant now,
                       Instant today) const {
    contract::AvailabilityRequest request{known, {}};
    switch (sale) {
    case Sale::OnSale:
        request.soldOut.reset();
        break;
    case Sale::SoldToday:
        request.soldOut = SoldOut{today};
        break;
    case Sale::SoldForHours:
        request.soldOut = SoldOut{now + kSoldOutHours};
        break;
    case Sale::SoldUntilSaid:
        request.soldOut = SoldOut{};
        break;
    case Sale::SoldAsIs:
    case Sale::Hidden:
        break;
    }
    if (left == before.left && perDay == before.perDay)
        return request;
    contract::StockRequest stock{};
    // What was left belongs to the count before; a new daily count begins with all of it.
    const bool isLeftMeant = !left.trimmed().isEmpty();
    if (isLeftMeant) {
        stock.remaining = countOf(left);
        if (!stock.remaining)
            return std::nullopt;
    }
    if (!perDay.trimmed().isEmpty()) {
        stock.perDay = countOf(perDay);
        if (!stock.perDay)
            return std::nullopt;
    }
    request.stock = stock;
    return request;
}

ItemForm ItemForm::merged(const ItemForm &typed, const ItemForm &base, const ItemForm &fresh) {
    ItemForm form = typed;
    follow(form.name, base.name, fresh.name);
    follow(form.description, base.description, fresh.description);
    follow<LocalizedText>(form.section, base.section, fresh.section); // one of those that exist
    follow(form.price, base.price, fresh.price);
    follow(form.picture, base.picture, fresh.picture);
    follow(form.sale, base.sale, fresh.sale);
    follow(form.left, base.left, fresh.left);
    follow(form.perDay, base.perDay, fresh.perDay);
    follow(form.groups, base.groups, fresh.groups);
    return form;
}

} // namespace soban::shop_app
