-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is wanted for a day counts on the day on which it leaves.
DROP INDEX orders_by_shop;
CREATE INDEX orders_by_shop ON orders (shop_id,
    (CASE WHEN wanted_at IS NULL THEN placed_at
          ELSE COALESCE(picked_up_at, completed_at, wanted_at) END))
    WHERE placed_at IS NOT NULL;
