-- What every command changed, so that it can be taken back: one entry for each command, and a journal of rows.

-- The numbers of points come back with them, so none may be given twice.
CREATE TABLE numbered_points (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'link')),
  value      TEXT NOT NULL CHECK (value <> ''),
  key        TEXT NOT NULL CHECK (key <> ''),
  UNIQUE (contact_id, kind, key)
) STRICT;
INSERT INTO numbered_points SELECT id, contact_id, kind, value, key FROM points;
DROP TABLE points;
ALTER TABLE numbered_points RENAME TO points;
-- A profile link or an e-mail address says who an imported person is.
CREATE INDEX points_by_key ON points (kind, key);

CREATE TABLE history (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The moment in UTC, and the user's own day then.
  at        TEXT NOT NULL,
  day       TEXT NOT NULL CHECK (day IS date(day)),
  kind      TEXT NOT NULL CHECK (kind IN ('command', 'undo', 'redo')),
  typed     TEXT NOT NULL,
  what      TEXT NOT NULL DEFAULT '',
  -- Of an undo: the command it took back. Of a redo: the undo that it took back.
  undoes    INTEGER,
  -- The undo or redo that took this back, while that holds.
  undone_by INTEGER,
  -- Of an undo or redo: how much had to be left as it was.
  left_over INTEGER NOT NULL DEFAULT 0,
  -- What its rows take up in the journal, about.
  bytes     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A transaction's rows have numbers without a gap, as only one writes at a time; an entry has one span for each.
CREATE TABLE history_spans (
  first_seq INTEGER PRIMARY KEY,
  last_seq  INTEGER NOT NULL,
  entry     INTEGER NOT NULL REFERENCES history (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX history_spans_by_entry ON history_spans (entry);

-- Written by triggers, which the migration runner makes from the schema. A row that was added needs no image: what it
-- was is in the next change of it, or still in its table.
CREATE TABLE journal (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  table_name TEXT NOT NULL,
  op         TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  -- The primary key: itself, or as a JSON array where it has several columns.
  key        ANY NOT NULL,
  before     TEXT
) STRICT;
