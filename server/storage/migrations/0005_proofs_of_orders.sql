-- SPDX-License-Identifier: GPL-3.0-or-later
-- Shops deliver as well, without a row among the deliveries that riders are shown.
ALTER TABLE orders ADD COLUMN proof_photo TEXT;
UPDATE orders SET proof_photo = (
    SELECT d.proof_photo FROM deliveries d WHERE d.order_id = orders.id);
ALTER TABLE deliveries DROP COLUMN proof_photo;
