-- SPDX-FileCopyrightText: 2026 The MS Programs authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A file that proves an entry; it lies in the folder of attachments beside the journal, under the
-- SHA-256 of what is in it, once however many entries use it.
CREATE TABLE attachment (
  id           INTEGER PRIMARY KEY,
  contribution INTEGER NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
  hash         TEXT    NOT NULL CHECK (length (hash) = 64),
  name         TEXT    NOT NULL CHECK (name <> ''),
  size         INTEGER NOT NULL CHECK (size >= 0),
  added        TEXT    NOT NULL
) STRICT;
CREATE INDEX attachment_by_contribution ON attachment (contribution);
CREATE INDEX attachment_by_hash ON attachment (hash);

-- Each order of the list comes from one index alone: it holds all that a list of keys needs, deleted
-- too, and runs the way of its ORDER BY.
DROP INDEX contribution_listed;
DROP INDEX contribution_by_title;
DROP INDEX contribution_by_type;
DROP INDEX contribution_by_area;
DROP INDEX contribution_by_reach;
CREATE INDEX contribution_listed ON contribution (position, deleted, reach);
CREATE INDEX contribution_by_title ON contribution (title_folded, position DESC, deleted, reach);
CREATE INDEX contribution_by_type ON contribution (type_folded, position DESC, deleted, reach);
CREATE INDEX contribution_by_area ON contribution (area_folded, position DESC, deleted, reach);
CREATE INDEX contribution_by_reach ON contribution (reach, position, deleted);
CREATE INDEX contribution_trash ON contribution (position) WHERE deleted IS NOT NULL;
