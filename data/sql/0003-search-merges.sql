-- SPDX-FileCopyrightText: 2026 The MS Programs authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- By itself the search index merges its parts now and then, many at once, and whoever saves then
-- waits. Each transaction that changes words merges a few instead (journal/msp-entry-index.c).
INSERT INTO contribution_text (contribution_text, rank) VALUES ('automerge', 0);

-- With what is asked with yes or no, so that a choice which few entries pass reads the index alone.
DROP INDEX contribution_listed;
CREATE INDEX contribution_listed ON contribution
  (position, deleted, reach, planned, is_private, is_high_impact, in_portal);
