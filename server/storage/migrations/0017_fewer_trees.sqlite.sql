-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fewer trees to be written for each order.

-- An event says itself for whom it is. Its id is not looked for, and who follows some types walks
-- over the others. Numbers come from event_numbers.
CREATE INDEX audience_by_seq ON event_audience (seq);
CREATE TABLE new_events (
    seq      INTEGER PRIMARY KEY,
    id       BIGINT NOT NULL,
    type     TEXT NOT NULL,
    order_id BIGINT,
    at       BIGINT NOT NULL,
    audience TEXT NOT NULL,
    data     TEXT NOT NULL
);
INSERT INTO new_events
    SELECT seq, id, type, order_id, at,
           COALESCE((SELECT group_concat(addressee, ' ') FROM event_audience a
                     WHERE a.seq = events.seq), ''),
           data
    FROM events ORDER BY seq;

-- A row for each run of events in a row for one addressee: from first_seq to seq.
CREATE TABLE new_audience (
    addressee BIGINT NOT NULL,
    seq       BIGINT NOT NULL,
    first_seq BIGINT NOT NULL,
    PRIMARY KEY (addressee, seq)
) WITHOUT ROWID;
INSERT INTO new_audience SELECT addressee, seq, seq FROM event_audience;
DROP TABLE event_audience;
DROP TABLE events;
ALTER TABLE new_events RENAME TO events;
ALTER TABLE new_audience RENAME TO event_audience;

-- No id that was given is higher, but for those of accounts, menus and the like.
ALTER TABLE event_numbers ADD COLUMN highest_id BIGINT NOT NULL DEFAULT 0;
UPDATE event_numbers SET highest_id = (SELECT COALESCE(MAX(id), 0) FROM events);

-- A timer is known by what it stands for.
CREATE TABLE new_timers (
    order_id BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    due_at   BIGINT NOT NULL,
    PRIMARY KEY (order_id, kind)
) WITHOUT ROWID;
INSERT INTO new_timers SELECT order_id, kind, due_at FROM timers;
DROP TABLE timers;
ALTER TABLE new_timers RENAME TO timers;
CREATE INDEX timers_by_due ON timers (due_at);

-- INTEGER, not BIGINT: then the key is the row's own number and has no tree beside it.
CREATE TABLE new_payments (
    id             INTEGER PRIMARY KEY,
    order_id       BIGINT NOT NULL REFERENCES orders (id),
    method         TEXT NOT NULL,
    state          TEXT NOT NULL,
    currency       TEXT NOT NULL,
    amount         BIGINT NOT NULL,
    refunded       BIGINT NOT NULL DEFAULT 0,
    card_id        BIGINT,
    provider_key   TEXT NOT NULL DEFAULT '',
    decline_reason TEXT NOT NULL DEFAULT '',
    requested_at   BIGINT NOT NULL,
    settled_at     BIGINT
);
INSERT INTO new_payments
    SELECT id, order_id, method, state, currency, amount, refunded, card_id, provider_key,
           decline_reason, requested_at, settled_at
    FROM payments ORDER BY id;
DROP TABLE payments;
ALTER TABLE new_payments RENAME TO payments;
CREATE INDEX payments_by_order ON payments (order_id, id);
CREATE INDEX payments_unsettled ON payments (id) WHERE state IN ('pending', 'unknown');

CREATE TABLE new_order_views (
    order_id     INTEGER PRIMARY KEY,
    customer_id  BIGINT NOT NULL,
    shop_id      BIGINT NOT NULL,
    rider_id     BIGINT,
    version      INTEGER NOT NULL,
    for_customer TEXT NOT NULL,
    for_shop     TEXT,
    for_rider    TEXT
);
INSERT INTO new_order_views
    SELECT order_id, customer_id, shop_id, rider_id, version, for_customer, for_shop, for_rider
    FROM order_views ORDER BY order_id;
DROP TABLE order_views;
ALTER TABLE new_order_views RENAME TO order_views;
CREATE INDEX order_views_by_customer ON order_views (customer_id, order_id);
CREATE INDEX order_views_by_shop ON order_views (shop_id, order_id) WHERE for_shop IS NOT NULL;
CREATE INDEX order_views_by_rider ON order_views (rider_id, order_id) WHERE rider_id IS NOT NULL;
