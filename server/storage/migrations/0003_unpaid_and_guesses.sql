-- SPDX-License-Identifier: GPL-3.0-or-later
-- The few orders that wait to be paid for are found at the start of a server.
CREATE INDEX orders_unpaid ON orders (id) WHERE state = 'paymentPending';
