-- SPDX-License-Identifier: GPL-3.0-or-later
-- The number of a shop's last order, apart from the shop, whose row is long and written seldom.
CREATE TABLE order_numbers (
    shop_id BIGINT PRIMARY KEY REFERENCES shops (id),
    last    INTEGER NOT NULL
);
INSERT INTO order_numbers SELECT id, last_number FROM shops WHERE last_number > 0;
ALTER TABLE shops DROP COLUMN last_number;

-- Answers stand one after the other, the oldest first, and their keys elsewhere: beside long answers
-- each key would have a page of its own to be written.
CREATE TABLE first_answers (
    number     INTEGER PRIMARY KEY,
    account_id BIGINT NOT NULL,
    route      TEXT NOT NULL,
    key        TEXT NOT NULL,
    body_hash  TEXT NOT NULL,
    status     INTEGER NOT NULL,
    answer     TEXT NOT NULL,
    order_id   BIGINT,
    created_at BIGINT NOT NULL,
    UNIQUE (account_id, route, key)
);
INSERT INTO first_answers (account_id, route, key, body_hash, status, answer, order_id, created_at)
    SELECT account_id, route, key, body_hash, status, answer, order_id, created_at
    FROM idempotency ORDER BY created_at;
DROP TABLE idempotency;
ALTER TABLE first_answers RENAME TO idempotency;
CREATE INDEX idempotency_running ON idempotency (order_id) WHERE status = 0;
