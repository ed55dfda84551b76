-- SPDX-License-Identifier: GPL-3.0-or-later
-- Customers read an order's times in its shop's zone.
UPDATE order_views SET for_customer = json_set(for_customer, '$.timeZone',
    (SELECT s.time_zone FROM shops s WHERE s.id = order_views.shop_id));

-- A message names the shop that writes it.
UPDATE events SET data = json_set(data, '$.shopName', (
    SELECT json_object('ko', s.name_ko, 'en', s.name_en)
    FROM orders o JOIN shops s ON s.id = o.shop_id WHERE o.id = events.order_id))
WHERE type = 'soban.message.posted';
