-- SPDX-License-Identifier: GPL-3.0-or-later
-- Times are milliseconds since 1970 UTC, money is minor units, booleans are 0 and 1, words are
-- those of the wire. Ids come from the server.

CREATE TABLE accounts (
    id            BIGINT PRIMARY KEY,
    role          TEXT NOT NULL,
    login         TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    name          TEXT NOT NULL,
    phone         TEXT NOT NULL,
    language      TEXT NOT NULL,
    shop_id       BIGINT,
    created_at    BIGINT NOT NULL,
    disabled      INTEGER NOT NULL DEFAULT 0
);

-- One signed-in device. Tokens are stored as the hex of their SHA-256.
CREATE TABLE sessions (
    id                 BIGINT PRIMARY KEY,
    account_id         BIGINT NOT NULL REFERENCES accounts (id),
    access_hash        TEXT NOT NULL,
    access_expires_at  BIGINT NOT NULL,
    refresh_expires_at BIGINT NOT NULL,
    created_at         BIGINT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_expiry ON sessions (refresh_expires_at);

-- fresh: not used yet. used: exchanged, and good until good_until if the answer got lost. spent:
-- must not come back. Kept until it would have expired anyway.
CREATE TABLE refresh_tokens (
    hash       TEXT PRIMARY KEY,
    session_id BIGINT NOT NULL REFERENCES sessions (id),
    state      TEXT NOT NULL,
    good_until BIGINT,
    expires_at BIGINT NOT NULL
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

CREATE TABLE shops (
    id                     BIGINT PRIMARY KEY,
    kind                   TEXT NOT NULL,
    name_ko                TEXT NOT NULL,
    name_en                TEXT NOT NULL,
    description_ko         TEXT NOT NULL,
    description_en         TEXT NOT NULL,
    phone                  TEXT NOT NULL,
    address                TEXT NOT NULL,
    latitude               DOUBLE PRECISION NOT NULL,
    longitude              DOUBLE PRECISION NOT NULL,
    currency               TEXT NOT NULL,
    delivery_radius_meters DOUBLE PRECISION NOT NULL,
    delivery_fee           BIGINT NOT NULL,
    minimum_order          BIGINT NOT NULL,
    preparation_minutes    INTEGER NOT NULL,
    fulfilments            TEXT NOT NULL,
    time_zone              TEXT NOT NULL,
    mode                   TEXT NOT NULL,
    thanks_ko              TEXT NOT NULL,
    thanks_en              TEXT NOT NULL,
    picture                TEXT NOT NULL,
    review_count           INTEGER NOT NULL DEFAULT 0,
    star_sum               INTEGER NOT NULL DEFAULT 0,
    last_number            INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE shop_hours (
    shop_id       BIGINT NOT NULL REFERENCES shops (id),
    weekday       INTEGER NOT NULL,
    opens_minute  INTEGER NOT NULL,
    closes_minute INTEGER NOT NULL,
    PRIMARY KEY (shop_id, weekday, opens_minute)
);

CREATE TABLE shop_holidays (
    shop_id BIGINT NOT NULL REFERENCES shops (id),
    day     TEXT NOT NULL,
    PRIMARY KEY (shop_id, day)
);

CREATE TABLE menu_items (
    id             BIGINT PRIMARY KEY,
    shop_id        BIGINT NOT NULL REFERENCES shops (id),
    position       INTEGER NOT NULL,
    section_ko     TEXT NOT NULL,
    section_en     TEXT NOT NULL,
    name_ko        TEXT NOT NULL,
    name_en        TEXT NOT NULL,
    description_ko TEXT NOT NULL,
    description_en TEXT NOT NULL,
    price          BIGINT NOT NULL,
    picture        TEXT NOT NULL
);
CREATE INDEX menu_items_by_shop ON menu_items (shop_id, position);

CREATE TABLE option_groups (
    id       BIGINT PRIMARY KEY,
    item_id  BIGINT NOT NULL REFERENCES menu_items (id),
    position INTEGER NOT NULL,
    name_ko  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    minimum  INTEGER NOT NULL,
    maximum  INTEGER NOT NULL
);
CREATE INDEX option_groups_by_item ON option_groups (item_id, position);

CREATE TABLE menu_options (
    id       BIGINT PRIMARY KEY,
    group_id BIGINT NOT NULL REFERENCES option_groups (id),
    position INTEGER NOT NULL,
    name_ko  TEXT NOT NULL,
    name_en  TEXT NOT NULL,
    price    BIGINT NOT NULL
);
CREATE INDEX menu_options_by_group ON menu_options (group_id, position);

-- Only items that can run out have a row.
CREATE TABLE stock (
    item_id   BIGINT PRIMARY KEY REFERENCES menu_items (id),
    remaining INTEGER NOT NULL CHECK (remaining >= 0)
);

-- What is held for an order until the goods are gone or the order is dead.
CREATE TABLE stock_holds (
    order_id BIGINT NOT NULL,
    item_id  BIGINT NOT NULL REFERENCES stock (item_id),
    quantity INTEGER NOT NULL,
    PRIMARY KEY (order_id, item_id)
);

CREATE TABLE orders (
    id                  BIGINT PRIMARY KEY,
    customer_id         BIGINT NOT NULL REFERENCES accounts (id),
    shop_id             BIGINT NOT NULL REFERENCES shops (id),
    number              INTEGER NOT NULL,
    version             INTEGER NOT NULL,
    state               TEXT NOT NULL,
    delivery_state      TEXT NOT NULL,
    fulfilment          TEXT NOT NULL,
    lines               TEXT NOT NULL,
    currency            TEXT NOT NULL,
    items               BIGINT NOT NULL,
    delivery_fee        BIGINT NOT NULL,
    total               BIGINT NOT NULL,
    payment_method      TEXT NOT NULL,
    card_id             BIGINT,
    address             TEXT NOT NULL,
    latitude            DOUBLE PRECISION NOT NULL,
    longitude           DOUBLE PRECISION NOT NULL,
    note                TEXT NOT NULL,
    recipient_name      TEXT,
    recipient_phone     TEXT,
    card_text           TEXT NOT NULL,
    wanted_at           BIGINT,
    created_at          BIGINT NOT NULL,
    placed_at           BIGINT,
    accepted_at         BIGINT,
    started_at          BIGINT,
    ready_at            BIGINT,
    claimed_at          BIGINT,
    picked_up_at        BIGINT,
    delivered_at        BIGINT,
    completed_at        BIGINT,
    preparation_minutes INTEGER,
    rider_id            BIGINT,
    hand_over_code      TEXT NOT NULL,
    pick_up_code        TEXT NOT NULL
);

CREATE TABLE saved_cards (
    id            BIGINT PRIMARY KEY,
    account_id    BIGINT NOT NULL REFERENCES accounts (id),
    customer_key  TEXT NOT NULL UNIQUE,
    billing_key   TEXT,
    brand         TEXT NOT NULL,
    masked_number TEXT NOT NULL,
    registered_at BIGINT NOT NULL
);
CREATE INDEX saved_cards_by_account ON saved_cards (account_id, id);

CREATE TABLE payments (
    id             BIGINT PRIMARY KEY,
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
CREATE INDEX payments_by_order ON payments (order_id, id);
CREATE INDEX payments_unsettled ON payments (id) WHERE state IN ('pending', 'unknown');

CREATE TABLE riders (
    account_id BIGINT PRIMARY KEY REFERENCES accounts (id),
    on_duty    INTEGER NOT NULL,
    latitude   DOUBLE PRECISION,
    longitude  DOUBLE PRECISION,
    cell       BIGINT,
    reported_at BIGINT NOT NULL
);
CREATE INDEX riders_on_duty_by_cell ON riders (cell) WHERE on_duty = 1;

-- One row per delivery that was ever open to riders.
CREATE TABLE deliveries (
    order_id    BIGINT PRIMARY KEY REFERENCES orders (id),
    open        INTEGER NOT NULL,
    cell        BIGINT NOT NULL,
    offer       TEXT NOT NULL,
    pay         BIGINT NOT NULL,
    wrong_codes INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX deliveries_open_by_cell ON deliveries (cell) WHERE open = 1;

-- Which rider was shown which open delivery, so that each is told once, and told of its end.
CREATE TABLE offer_sights (
    order_id BIGINT NOT NULL,
    rider_id BIGINT NOT NULL,
    PRIMARY KEY (order_id, rider_id)
);

CREATE TABLE reviews (
    order_id    BIGINT PRIMARY KEY REFERENCES orders (id),
    shop_id     BIGINT NOT NULL REFERENCES shops (id),
    customer_id BIGINT NOT NULL REFERENCES accounts (id),
    stars       INTEGER NOT NULL,
    words       TEXT NOT NULL,
    written_at  BIGINT NOT NULL,
    answer      TEXT,
    answered_at BIGINT
);
CREATE INDEX reviews_by_shop ON reviews (shop_id, written_at, order_id);

CREATE TABLE messages (
    id         BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    order_id   BIGINT NOT NULL REFERENCES orders (id),
    kind       TEXT NOT NULL,
    text_ko    TEXT NOT NULL,
    text_en    TEXT NOT NULL,
    posted_at  BIGINT NOT NULL,
    UNIQUE (order_id, kind)
);
CREATE INDEX messages_by_account ON messages (account_id, id);

-- What customer, shop and rider read: one encoded document for each, kept up by every event.
CREATE TABLE order_views (
    order_id     BIGINT PRIMARY KEY REFERENCES orders (id),
    customer_id  BIGINT NOT NULL,
    shop_id      BIGINT NOT NULL,
    rider_id     BIGINT,
    version      INTEGER NOT NULL,
    for_customer TEXT NOT NULL,
    for_shop     TEXT,
    for_rider    TEXT
);
CREATE INDEX order_views_by_customer ON order_views (customer_id, order_id);
CREATE INDEX order_views_by_shop ON order_views (shop_id, order_id) WHERE for_shop IS NOT NULL;
CREATE INDEX order_views_by_rider ON order_views (rider_id, order_id) WHERE rider_id IS NOT NULL;

CREATE TABLE events (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    id       BIGINT NOT NULL UNIQUE,
    type     TEXT NOT NULL,
    order_id BIGINT,
    at       BIGINT NOT NULL,
    data     TEXT NOT NULL
);
CREATE INDEX events_by_type ON events (type, seq);

CREATE TABLE event_audience (
    addressee BIGINT NOT NULL,
    seq       BIGINT NOT NULL REFERENCES events (seq),
    PRIMARY KEY (addressee, seq)
) WITHOUT ROWID;

CREATE TABLE cursors (
    consumer TEXT PRIMARY KEY,
    seq      BIGINT NOT NULL
);

CREATE TABLE timers (
    id       BIGINT PRIMARY KEY,
    kind     TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    due_at   BIGINT NOT NULL,
    UNIQUE (order_id, kind)
);
CREATE INDEX timers_by_due ON timers (due_at, id);

-- status 0: still running. order_id: the order whose payment will complete the answer.
CREATE TABLE idempotency (
    account_id BIGINT NOT NULL,
    route      TEXT NOT NULL,
    key        TEXT NOT NULL,
    body_hash  TEXT NOT NULL,
    status     INTEGER NOT NULL,
    answer     TEXT NOT NULL,
    order_id   BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, route, key)
) WITHOUT ROWID;
CREATE INDEX idempotency_running ON idempotency (order_id) WHERE status = 0;
CREATE INDEX idempotency_by_age ON idempotency (created_at);

CREATE TABLE audit (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id BIGINT NOT NULL,
    deed       TEXT NOT NULL,
    object     TEXT NOT NULL,
    at         BIGINT NOT NULL
);
