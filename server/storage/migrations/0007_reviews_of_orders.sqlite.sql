-- SPDX-License-Identifier: GPL-3.0-or-later
-- Documents that are stored as they are sent get the review that the customer wrote.
UPDATE order_views SET for_customer = (SELECT json_patch(order_views.for_customer,
    json_object('review', json_object('orderId', json_extract(order_views.for_customer, '$.id'),
        'author', a.name, 'stars', r.stars, 'words', r.words, 'photo', r.photo,
        'writtenAt', strftime('%Y-%m-%dT%H:%M:%S', r.written_at / 1000, 'unixepoch')
            || printf('.%03dZ', r.written_at % 1000),
        'answer', CASE WHEN r.answered_at IS NULL THEN NULL ELSE r.answer END,
        'answeredAt', strftime('%Y-%m-%dT%H:%M:%S', r.answered_at / 1000, 'unixepoch')
            || printf('.%03dZ', r.answered_at % 1000))))
    FROM reviews r JOIN accounts a ON a.id = r.customer_id WHERE r.order_id = order_views.order_id)
    WHERE order_id IN (SELECT order_id FROM reviews);
