-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a customer changes of an order before its preparation: the change that waits to be paid for,
-- and what the shop has seen before.
ALTER TABLE orders ADD COLUMN pending_change TEXT;
ALTER TABLE orders ADD COLUMN before_change TEXT;

CREATE INDEX refunds_pending_of_payment ON refunds (payment_id) WHERE state = 'pending';
