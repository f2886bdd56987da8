-- Full text over everything that was written down. Derived, and brought up to date by whoever looks for something, from
-- the journal: without triggers of its own it costs those who write nothing. The names begin with find_.

-- No text is kept here, only where each word stands; a row's number tells what it is the text of. The words are folded
-- and parted by spaces before they come here, so that any other letter is a letter.
CREATE VIRTUAL TABLE find_index USING fts5 (
  name, facts, notes, people,
  content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);

-- Words that a mistyped one is compared with. One that is in no text any more does no harm.
CREATE TABLE find_words (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The last change in the journal that the index has, and how it was made.
CREATE TABLE find_seen (
  seq  INTEGER NOT NULL,
  made TEXT NOT NULL
) STRICT;
