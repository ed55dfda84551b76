-- SPDX-License-Identifier: GPL-3.0-or-later
-- How an order ended without its goods, and until when its shop has to answer.
ALTER TABLE orders ADD COLUMN ended_at BIGINT;
ALTER TABLE orders ADD COLUMN ending TEXT;
ALTER TABLE orders ADD COLUMN answer_by BIGINT;

CREATE INDEX orders_ended_by_rider ON orders (rider_id, ended_at)
    WHERE ended_at IS NOT NULL AND rider_id IS NOT NULL;

-- Intents to give money back, and what became of them. No foreign keys: the payment may be written
-- after them, at the end of the same transaction.
CREATE TABLE refunds (
    id           BIGINT PRIMARY KEY,
    payment_id   BIGINT NOT NULL,
    order_id     BIGINT NOT NULL,
    currency     TEXT NOT NULL,
    amount       BIGINT NOT NULL CHECK (amount > 0),
    reason       TEXT NOT NULL,
    state        TEXT NOT NULL,
    requested_at BIGINT NOT NULL,
    settled_at   BIGINT
);
CREATE INDEX refunds_by_order ON refunds (order_id, id);
CREATE INDEX refunds_open ON refunds (id) WHERE state = 'pending';

-- How many orders in a row ran out of time, by shop.
ALTER TABLE order_numbers ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
