-- SPDX-License-Identifier: GPL-3.0-or-later
-- Shops look after themselves, pictures are uploaded, customers keep shops and addresses.

-- The mode is over at mode_until, whether or not anybody writes that down.
ALTER TABLE shops ADD COLUMN extra_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shops ADD COLUMN mode_until BIGINT;
ALTER TABLE shops ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE shops ADD COLUMN menu_version INTEGER NOT NULL DEFAULT 1;

-- A removed item stays for what still points at it.
ALTER TABLE menu_items ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE menu_items ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE menu_items ADD COLUMN sold_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE menu_items ADD COLUMN sold_out_until BIGINT;

-- day: the day of the shop's calendar that `remaining` is the count of, where it begins anew.
ALTER TABLE stock ADD COLUMN per_day INTEGER;
ALTER TABLE stock ADD COLUMN day TEXT NOT NULL DEFAULT '';
ALTER TABLE stock_holds ADD COLUMN day TEXT NOT NULL DEFAULT '';

-- Uploaded pictures, by the hash of what they show.
CREATE TABLE pictures (
    name        TEXT PRIMARY KEY,
    media_type  TEXT NOT NULL,
    bytes       BYTEA NOT NULL,
    uploaded_by BIGINT NOT NULL REFERENCES accounts (id),
    uploaded_at BIGINT NOT NULL
);
CREATE INDEX pictures_by_account ON pictures (uploaded_by, uploaded_at);
ALTER TABLE reviews ADD COLUMN photo TEXT;
ALTER TABLE deliveries ADD COLUMN proof_photo TEXT;

CREATE TABLE favourites (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    shop_id    BIGINT NOT NULL REFERENCES shops (id),
    added_at   BIGINT NOT NULL,
    PRIMARY KEY (account_id, shop_id)
);

-- The one at position 0 is the customer's usual one.
CREATE TABLE saved_addresses (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    position   INTEGER NOT NULL,
    label      TEXT NOT NULL,
    address    TEXT NOT NULL,
    latitude   DOUBLE PRECISION NOT NULL,
    longitude  DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (account_id, position)
);

CREATE INDEX orders_by_shop ON orders (shop_id, placed_at) WHERE placed_at IS NOT NULL;
CREATE INDEX orders_by_rider ON orders (rider_id, delivered_at) WHERE rider_id IS NOT NULL;
