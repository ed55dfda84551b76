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
    bytes       BLOB NOT NULL,
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
) WITHOUT ROWID;

-- The one at position 0 is the customer's usual one.
CREATE TABLE saved_addresses (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    position   INTEGER NOT NULL,
    label      TEXT NOT NULL,
    address    TEXT NOT NULL,
    latitude   DOUBLE PRECISION NOT NULL,
    longitude  DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (account_id, position)
) WITHOUT ROWID;

CREATE INDEX orders_by_shop ON orders (shop_id, placed_at) WHERE placed_at IS NOT NULL;
CREATE INDEX orders_by_rider ON orders (rider_id, delivered_at) WHERE rider_id IS NOT NULL;

-- Documents that are stored as they are sent get the fields that they have now.
UPDATE order_views SET for_customer = (SELECT json_set(order_views.for_customer,
    '$.shopKind', s.kind, '$.shopPicture', s.picture, '$.shopPhone', s.phone,
    '$.shopPosition', json_object('latitude', s.latitude, 'longitude', s.longitude))
    FROM shops s WHERE s.id = order_views.shop_id);
UPDATE order_views SET for_shop = json_set(for_shop,
    '$.expectedAt', json_extract(for_customer, '$.expectedAt'),
    '$.latestAt', json_extract(for_customer, '$.latestAt'))
    WHERE for_shop IS NOT NULL AND json_extract(for_customer, '$.latestAt') IS NOT NULL;
UPDATE order_views SET for_rider = (SELECT json_set(order_views.for_rider,
    '$.shopPicture', s.picture) FROM shops s WHERE s.id = order_views.shop_id)
    WHERE for_rider IS NOT NULL;
UPDATE deliveries SET offer = (SELECT json_set(deliveries.offer, '$.shopPicture', s.picture)
    FROM orders o JOIN shops s ON s.id = o.shop_id WHERE o.id = deliveries.order_id);
UPDATE events SET data = (SELECT json_set(events.data, '$.shopPicture', s.picture)
    FROM orders o JOIN shops s ON s.id = o.shop_id WHERE o.id = events.order_id)
    WHERE type = 'soban.offer.shown';
