-- SPDX-License-Identifier: GPL-3.0-or-later
-- The few orders that wait to be paid for are found at the start of a server.
CREATE INDEX orders_unpaid ON orders (id) WHERE state = 'paymentPending';

-- What a rider has in hand.
CREATE INDEX orders_in_hand ON orders (rider_id) WHERE delivery_state IN ('claimed', 'pickedUp');

-- Wrong hand-over codes, at the door and at the counter. deliveries.wrong_codes counted the riders'
-- alone and is used no more.
CREATE TABLE code_guesses (
    order_id     BIGINT PRIMARY KEY REFERENCES orders (id),
    wrong        INTEGER NOT NULL,
    locked_until BIGINT
);
