-- SPDX-License-Identifier: GPL-3.0-or-later
-- By which way a customer hears of orders outside of the app.
ALTER TABLE accounts ADD COLUMN message_way TEXT NOT NULL DEFAULT 'sms';

-- Messages to customers' phones: what is to be sent, what was, and what became of it.
CREATE TABLE outbox (
    id          BIGINT PRIMARY KEY,
    event_seq   BIGINT NOT NULL UNIQUE,
    order_id    BIGINT NOT NULL REFERENCES orders (id),
    account_id  BIGINT NOT NULL REFERENCES accounts (id),
    topic       TEXT NOT NULL,
    language    TEXT NOT NULL,
    way         TEXT NOT NULL,
    variables   TEXT NOT NULL,
    report_key  TEXT NOT NULL UNIQUE,
    happened_at BIGINT NOT NULL,
    state       TEXT NOT NULL,
    tries       INTEGER NOT NULL,
    next_try_at BIGINT NOT NULL,
    sender      INTEGER,
    gateway     TEXT NOT NULL,
    gateway_key TEXT NOT NULL,
    fault       TEXT NOT NULL,
    sent_at     BIGINT,
    settled_at  BIGINT
);
CREATE INDEX outbox_by_order ON outbox (order_id, id);
CREATE INDEX outbox_to_send ON outbox (id) WHERE state IN ('pending', 'sending');
CREATE INDEX outbox_unsettled ON outbox (id) WHERE state IN ('accepted', 'unknown');
CREATE INDEX outbox_by_state ON outbox (state, id);
