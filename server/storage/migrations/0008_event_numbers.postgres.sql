-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last sequence number that an event got. Its row is locked from there to the commit, so
-- numbers become visible in their order.
CREATE TABLE event_numbers (last BIGINT NOT NULL);
INSERT INTO event_numbers SELECT COALESCE(MAX(seq), 0) FROM events;
ALTER TABLE events ALTER COLUMN seq DROP IDENTITY;
