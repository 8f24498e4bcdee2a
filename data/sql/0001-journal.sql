-- SPDX-FileCopyrightText: 2026 The MS Programs authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Days are Julian day numbers, 0 is no day; times are UTC as 2026-11-21T18:02:11Z.
-- position sorts by date: the day in the upper bits, a sequence in the lower 24; it is the row
-- id of the search index too, so that hits come in the order of the list.
CREATE TABLE contribution (
  id                    INTEGER PRIMARY KEY,
  uuid                  TEXT    NOT NULL UNIQUE,
  position              INTEGER NOT NULL UNIQUE,
  title                 TEXT    NOT NULL CHECK (title <> ''),
  title_folded          TEXT    NOT NULL,
  description           TEXT    NOT NULL,
  private_description   TEXT    NOT NULL,
  day                   INTEGER NOT NULL CHECK (day > 0),
  end_day               INTEGER NOT NULL CHECK (end_day = 0 OR end_day >= day),
  url                   TEXT    NOT NULL,
  url_key               TEXT    NOT NULL,
  type                  TEXT    NOT NULL,
  type_folded           TEXT    NOT NULL,
  area                  TEXT    NOT NULL,
  area_folded           TEXT    NOT NULL,
  role                  TEXT    NOT NULL,
  quantity              INTEGER NOT NULL CHECK (quantity >= 0),
  is_private            INTEGER NOT NULL CHECK (is_private IN (0, 1)),
  is_high_impact        INTEGER NOT NULL CHECK (is_high_impact IN (0, 1)),
  planned               INTEGER NOT NULL CHECK (planned IN (0, 1)),
  in_portal             INTEGER NOT NULL,
  microsoft_event       TEXT    NOT NULL,
  microsoft_event_other TEXT    NOT NULL,
  notes                 TEXT    NOT NULL,
  reach                 INTEGER NOT NULL,
  created               TEXT    NOT NULL,
  modified              TEXT    NOT NULL,
  deleted               TEXT
) STRICT;
CREATE INDEX contribution_listed ON contribution (position, reach) WHERE deleted IS NULL;
CREATE INDEX contribution_by_title ON contribution (title_folded, position);
CREATE INDEX contribution_by_type ON contribution (type_folded, position);
CREATE INDEX contribution_by_area ON contribution (area_folded, position);
CREATE INDEX contribution_by_reach ON contribution (reach, position);
CREATE INDEX contribution_by_url ON contribution (url_key) WHERE url_key <> '';
CREATE INDEX contribution_by_day ON contribution (day);

-- What an entry has several of: kind is area, audience, tag or link.
CREATE TABLE contribution_value (
  contribution INTEGER NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
  kind         TEXT    NOT NULL,
  rank         INTEGER NOT NULL,
  value        TEXT    NOT NULL,
  folded       TEXT    NOT NULL,
  PRIMARY KEY (contribution, kind, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX contribution_value_by_value ON contribution_value (kind, folded, contribution);

-- The history of each figure; the newest day counts.
CREATE TABLE figure (
  contribution INTEGER NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
  name         TEXT    NOT NULL,
  recorded_on  INTEGER NOT NULL,
  value        INTEGER NOT NULL CHECK (value >= 0),
  PRIMARY KEY (contribution, name, recorded_on)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE contribution_text USING fts5 (
  text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

CREATE TABLE wizard_result (
  id   INTEGER PRIMARY KEY,
  day  INTEGER NOT NULL,
  json TEXT    NOT NULL
) STRICT;

-- The dates of one cycle where they differ from the yearly ones; 0: as every year.
CREATE TABLE cycle_dates (
  year         INTEGER PRIMARY KEY,
  window_start INTEGER NOT NULL,
  window_end   INTEGER NOT NULL,
  record_by    INTEGER NOT NULL,
  announce_on  INTEGER NOT NULL
) STRICT;

-- What was told, so that no other process tells it again.
CREATE TABLE reminder (
  deadline TEXT    NOT NULL,
  day      INTEGER NOT NULL,
  stage    INTEGER NOT NULL,
  told     TEXT    NOT NULL,
  PRIMARY KEY (deadline, day, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
