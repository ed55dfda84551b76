// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/DeliveryBook.h"

#include "client-rider/OrderName.h"
#include "client/Calls.h"

#include <algorithm>

namespace soban::rider_app {

namespace {

std::optional<RiderStep> stepOf(contract::RouteId route) {
    switch (route) {
    case contract::RouteId::ClaimDelivery:
        return RiderStep::Claim;
    case contract::RouteId::PickUpDelivery:
        return RiderStep::PickUp;
    case contract::RouteId::HandOverDelivery:
        return RiderStep::HandOver;
    case contract::RouteId::GiveBackDelivery:
        return RiderStep::GiveBack;
    case contract::RouteId::ReturnDelivery:
        return RiderStep::Return;
    default:
        return std::nullopt;
    }
}

DeliveryState after(RiderStep step) {
    switch (step) {
    case RiderStep::Claim:
        return DeliveryState::Claimed;
    case RiderStep::PickUp:
        return DeliveryState::PickedUp;
    case RiderStep::HandOver:
        return DeliveryState::Delivered;
    case RiderStep::Return:
        return DeliveryState::Returned;
    case RiderStep::GiveBack:
        break;
    }
    return DeliveryState::Open;
}

bool isInHand(DeliveryState state) {
    return state == DeliveryState::Claimed || state == DeliveryState::PickedUp;
}

} // namespace

DeliveryBook::DeliveryBook(client::ApiClient &api, client::CommandQueue &commands,
                           client::EventStream &events, const Clock &clock,
                           const QString &proofsFile, QObject *parent)
    : QAbstractListModel(parent)
    , m_api(api)
    , m_commands(commands)
    , m_clock(clock)
    , m_proofs(proofsFile) {
    takeUpProofs();
    const QList<client::CommandRecord> records = commands.pendingCommands();
    for (const client::CommandRecord &record : records) {
        if (record.subject && stepOf(record.call.route))
            m_steps.insert(record.call.key, *record.subject);
    }
    connect(&commands, &client::CommandQueue::commandWaiting, this, &DeliveryBook::waits);
    connect(&commands, &client::CommandQueue::commandAnswered, this, &DeliveryBook::answered);
    connect(&commands, &client::CommandQueue::commandRefused, this, &DeliveryBook::wasRefused);
    connect(&events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (event.subject && find(*event.subject))
                    fetch(*event.subject);
            });
    connect(&events, &client::EventStream::resyncNeeded, this, &DeliveryBook::load);
}

void DeliveryBook::load() {
    m_page.reset();
    fetchPage(false);
}

void DeliveryBook::fetchPage(bool isContinued) {
    m_page = std::make_unique<QObject>();
    client::Page page;
    if (isContinued)
        page.cursor = m_next;
    m_api.send(client::calls::deliveries(page), m_page.get(),
               client::Callback<contract::DeliveryList>([this, isContinued](const auto &answer) {
                   m_page.release()->deleteLater(); // it is its own context
                   if (answer)
                       take(*answer, isContinued);
                   else
                       emit failed(answer.error());
               }));
}

void DeliveryBook::take(const contract::DeliveryList &page, bool isContinued) {
    if (isContinued) {
        for (const contract::DeliveryView &delivery : page.deliveries)
            put(delivery);
    } else {
        beginResetModel();
        m_deliveries = page.deliveries;
        endResetModel();
    }
    m_next = page.nextCursor;
    emit loaded();
    emit changed();
}

void DeliveryBook::fetch(OrderId order) {
    if (m_fetching.contains(order)) {
        m_fetchAgain.insert(order);
        return;
    }
    m_fetching.insert(order);
    m_api.send(client::calls::delivery(order), this,
               client::Callback<contract::DeliveryView>([this, order](const auto &answer) {
                   m_fetching.remove(order);
                   if (answer)
                       put(*answer);
                   else if (answer.error().is(contract::ErrorCode::NotFound))
                       drop(order); // given back, or taken over by the shop
                   if (m_fetchAgain.remove(order))
                       fetch(order);
               }));
}

void DeliveryBook::put(const contract::DeliveryView &delivery) {
    const int row = rowOf(delivery.orderId);
    if (row >= 0) {
        if (m_deliveries.at(row).version > delivery.version)
            return;
        const bool wasInHand = isInHand(m_deliveries.at(row).deliveryState);
        m_deliveries[row] = delivery;
        emit dataChanged(index(row), index(row));
        if (wasInHand && delivery.deliveryState == DeliveryState::Cancelled)
            emit calledOff(delivery.orderId);
    } else {
        const auto place =
            std::find_if(m_deliveries.cbegin(), m_deliveries.cend(), [&](const auto &other) {
                return other.times.created < delivery.times.created;
            });
        const int at = int(place - m_deliveries.cbegin());
        beginInsertRows({}, at, at);
        m_deliveries.insert(at, delivery);
        endInsertRows();
    }
    emit changed();
}

void DeliveryBook::drop(OrderId order) {
    const int row = rowOf(order);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_deliveries.removeAt(row);
    endRemoveRows();
    emit changed();
}

const contract::DeliveryView *DeliveryBook::find(OrderId order) const {
    const int row = rowOf(order);
    return row < 0 ? nullptr : &m_deliveries.at(row);
}

int DeliveryBook::rowOf(OrderId order) const {
    const auto found = std::find_if(m_deliveries.cbegin(), m_deliveries.cend(),
                                    [&](const auto &other) { return other.orderId == order; });
    return found == m_deliveries.cend() ? -1 : int(found - m_deliveries.cbegin());
}

std::optional<RiderStep> DeliveryBook::lastWaiting(OrderId order) const {
    std::optional<RiderStep> last;
    for (const client::CommandRecord &record : m_commands.pendingCommands()) {
        const auto step = stepOf(record.call.route);
        if (step && record.subject == order)
            last = step;
        const auto proof = proofOf(record.call.key);
        if (proof && proof->order == order)
            last = RiderStep::HandOver;
    }
    return last;
}

DeliveryState DeliveryBook::stateOf(const contract::DeliveryView &delivery) const {
    const auto step = lastWaiting(delivery.orderId);
    return step ? after(*step) : delivery.deliveryState;
}

QList<OrderId> DeliveryBook::inHand() const {
    QList<OrderId> orders;
    for (auto it = m_deliveries.crbegin(); it != m_deliveries.crend(); ++it) {
        if (isInHand(stateOf(*it)))
            orders.append(it->orderId);
    }
    return orders;
}

template <typename Answer>
QString DeliveryBook::submit(const client::Command<Answer> &command) {
    const QString key = m_commands.submit(command);
    if (!key.isEmpty() && command.subject)
        m_steps.insert(key, *command.subject);
    emit changed();
    return key;
}

void DeliveryBook::claim(OrderId order) {
    if (!lastWaiting(order))
        submit(client::calls::claimDelivery(order, {DeliveryState::Open, m_clock.now()}));
}

void DeliveryBook::pickUp(OrderId order) {
    submit(client::calls::pickUpDelivery(order, {DeliveryState::Claimed, m_clock.now()}));
}

void DeliveryBook::giveBack(OrderId order) {
    submit(client::calls::giveBackDelivery(order, {DeliveryState::Claimed, m_clock.now()}));
}

void DeliveryBook::bringBack(OrderId order, EndReason reason) {
    submit(client::calls::returnDelivery(order, {DeliveryState::PickedUp, reason, m_clock.now()}));
}

void DeliveryBook::handOverByCode(OrderId order, const QString &code) {
    submit(
        client::calls::handOverDelivery(order, {DeliveryState::PickedUp, code, m_clock.now(), {}}));
}

void DeliveryBook::handOverByPhoto(OrderId order, const QByteArray &photo) {
    const QString key = m_commands.submit(client::calls::uploadPicture(photo));
    if (key.isEmpty())
        return;
    m_proofs.setValue(key, QStringLiteral("%1 %2").arg(order.toText()).arg(m_clock.now().ms()));
    m_proofs.flush();
    emit changed();
}

std::optional<DeliveryBook::Proof> DeliveryBook::proofOf(const QString &photoKey) const {
    const QStringList parts = m_proofs.value(photoKey).toString().split(u' ');
    const auto order = OrderId::fromText(parts.first());
    bool isTime = false;
    const qint64 takenAt = parts.value(1).toLongLong(&isTime);
    return order && isTime ? std::optional(Proof{*order, Instant::fromMs(takenAt)}) : std::nullopt;
}

/// Photos of an earlier run that wait no more cannot be told of any more.
void DeliveryBook::takeUpProofs() {
    QSet<QString> waiting;
    const QList<client::CommandRecord> records = m_commands.pendingCommands();
    for (const client::CommandRecord &record : records)
        waiting.insert(record.call.key);
    const QStringList keys = m_proofs.keys();
    for (const QString &key : keys) {
        if (!waiting.contains(key))
            m_proofs.setValue(key, {});
    }
}

void DeliveryBook::photoAnswered(const QString &key, const client::Answered &answer) {
    const auto proof = proofOf(key);
    if (!proof)
        return;
    const auto photo = client::readAnswer<contract::PictureView>(answer);
    if (photo)
        submit(client::calls::handOverDelivery(
            proof->order, {DeliveryState::PickedUp, {}, proof->takenAt, photo->name}));
    m_proofs.setValue(key, {});
    if (!photo)
        emit refused(proof->order, RiderStep::HandOver, photo.error());
    emit changed();
}

void DeliveryBook::waits(const QString &key, contract::RouteId route, const client::ApiError &) {
    if (const auto proof = proofOf(key)) {
        emit stepWaits(proof->order, RiderStep::HandOver);
        return;
    }
    const auto step = stepOf(route);
    const auto known = m_steps.constFind(key);
    if (!step || known == m_steps.cend())
        return;
    const OrderId order = *known;
    if (*step != RiderStep::Claim) {
        emit stepWaits(order, *step);
        return;
    }
    if (m_commands.withdraw(key)) {
        m_steps.remove(key);
        emit changed();
        emit claimNotSent(order);
    } else {
        m_unsure.insert(order);
        emit changed();
    }
}

bool DeliveryBook::isClaiming(OrderId order) const {
    return lastWaiting(order) == RiderStep::Claim;
}

bool DeliveryBook::isClaimUnsure(OrderId order) const {
    return isClaiming(order) && m_unsure.contains(order);
}

int DeliveryBook::waitingCount() const {
    const QList<client::CommandRecord> records = m_commands.pendingCommands();
    return int(std::count_if(records.cbegin(), records.cend(), [this](const auto &record) {
        const auto step = stepOf(record.call.route);
        return (step && *step != RiderStep::Claim) || proofOf(record.call.key);
    }));
}

void DeliveryBook::answered(const QString &key, contract::RouteId route,
                            const client::Answered &answer) {
    if (route == contract::RouteId::UploadPicture)
        photoAnswered(key, answer);
    const auto step = stepOf(route);
    if (!step)
        return;
    const auto known = m_steps.find(key);
    const auto order = known == m_steps.end() ? std::nullopt : std::optional(*known);
    m_steps.remove(key);
    if (order)
        m_unsure.remove(*order);
    if (*step == RiderStep::GiveBack) {
        if (order)
            drop(*order);
        else
            load();
        return;
    }
    const auto delivery = client::readAnswer<contract::DeliveryView>(answer);
    if (!delivery) {
        load();
        return;
    }
    put(*delivery);
    if (*step == RiderStep::Claim)
        emit claimed(delivery->orderId);
    if (*step == RiderStep::HandOver)
        emit handedOver(delivery->orderId);
    if (*step == RiderStep::Return)
        emit broughtBack(delivery->orderId);
}

void DeliveryBook::wasRefused(const QString &key, contract::RouteId route,
                              const client::ApiError &error) {
    const auto proof = proofOf(key);
    const auto step = proof ? RiderStep::HandOver : stepOf(route);
    if (!step)
        return;
    const auto known = m_steps.constFind(key);
    const auto order = proof                     ? std::optional(proof->order)
                       : known != m_steps.cend() ? std::optional(*known)
                                                 : std::nullopt;
    m_steps.remove(key);
    m_proofs.setValue(key, {});
    if (order) {
        m_unsure.remove(*order);
        if (error.is(contract::ErrorCode::WrongCode))
            ++m_wrongCodes[*order];
        else if (error.is(contract::ErrorCode::CodeLocked))
            m_wrongCodes.remove(*order); // counted anew after the lock
    }
    emit changed();
    emit refused(order, *step, error);
    load();
}

int DeliveryBook::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_deliveries.size());
}

QVariant DeliveryBook::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::DeliveryView &delivery = m_deliveries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return OrderName::of(delivery);
    case DeliveryRole:
        return QVariant::fromValue(&delivery);
    default:
        return {};
    }
}

bool DeliveryBook::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && m_next.has_value() && !m_page;
}

void DeliveryBook::fetchMore(const QModelIndex &parent) {
    if (canFetchMore(parent))
        fetchPage(true);
}

} // namespace soban::rider_app
