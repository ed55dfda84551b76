-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fewer trees to be written for each order.

-- An event says itself for whom it is. Its id is not looked for, and who follows some types walks
-- over the others.
ALTER TABLE events ADD COLUMN audience TEXT NOT NULL DEFAULT '';
UPDATE events SET audience = told.addressees FROM (
    SELECT seq, string_agg(addressee::text, ' ') AS addressees FROM event_audience GROUP BY seq
) AS told WHERE told.seq = events.seq;
ALTER TABLE events ALTER COLUMN audience DROP DEFAULT;
ALTER TABLE events DROP CONSTRAINT events_id_key;
DROP INDEX events_by_type;

-- A row for each run of events in a row for one addressee: from first_seq to seq.
ALTER TABLE event_audience DROP CONSTRAINT event_audience_seq_fkey;
DROP INDEX event_audience_by_seq;
ALTER TABLE event_audience ADD COLUMN first_seq BIGINT NOT NULL DEFAULT 0;
UPDATE event_audience SET first_seq = seq;
ALTER TABLE event_audience ALTER COLUMN first_seq DROP DEFAULT;

-- No id that was given is higher, but for those of accounts, menus and the like.
ALTER TABLE event_numbers ADD COLUMN highest_id BIGINT NOT NULL DEFAULT 0;
UPDATE event_numbers SET highest_id = (SELECT COALESCE(MAX(id), 0) FROM events);

-- A timer is known by what it stands for.
DROP INDEX timers_by_due;
ALTER TABLE timers DROP COLUMN id;
ALTER TABLE timers DROP CONSTRAINT timers_order_id_kind_key;
ALTER TABLE timers ADD PRIMARY KEY (order_id, kind);
CREATE INDEX timers_by_due ON timers (due_at, order_id, kind);

ALTER TABLE order_views DROP CONSTRAINT order_views_order_id_fkey;
