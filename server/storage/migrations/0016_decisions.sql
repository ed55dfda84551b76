-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was decided, where the deed alone does not say it: a document of the contract.
ALTER TABLE audit ADD COLUMN decision TEXT;
