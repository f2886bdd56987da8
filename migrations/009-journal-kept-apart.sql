-- What the triggers of the journal say. They are put on the tables by whoever is about to write: SQLite reads every
-- trigger of a file before its first answer, and most runs only look.
CREATE TABLE journal_triggers (
  name TEXT PRIMARY KEY,
  sql  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
