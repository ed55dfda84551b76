-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far from the shop riders are asked, and whether that goes no farther.
ALTER TABLE orders ADD COLUMN search_meters INTEGER;
ALTER TABLE orders ADD COLUMN search_in_vain INTEGER NOT NULL DEFAULT 0;

-- Set where that is farther than usual.
ALTER TABLE deliveries ADD COLUMN radius INTEGER;
CREATE INDEX deliveries_open_far ON deliveries (radius) WHERE open = 1 AND radius IS NOT NULL;
