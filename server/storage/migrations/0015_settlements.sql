-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the operator decided that an order costs which is over.
ALTER TABLE orders ADD COLUMN settlement TEXT;
