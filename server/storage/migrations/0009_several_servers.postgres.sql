-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose events a server has not seen yet it reads by their numbers, and for whom they are.
CREATE INDEX event_audience_by_seq ON event_audience (seq);
-- Sessions that began, changed or ended, numbered as events are: each server reads them anew.
CREATE TABLE session_news (
    number     BIGINT PRIMARY KEY,
    session_id BIGINT NOT NULL
);
ALTER TABLE event_numbers ADD COLUMN sessions BIGINT NOT NULL DEFAULT 0;
-- Whatever takes numbers wakes all servers once it is committed, and says how far they go by then.
CREATE FUNCTION ring_bell() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_notify(''soban_bell'', NEW.last || '' '' || NEW.sessions); RETURN NULL; END';
CREATE TRIGGER rings_bell AFTER UPDATE ON event_numbers
    FOR EACH ROW EXECUTE FUNCTION ring_bell();
