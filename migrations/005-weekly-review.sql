-- The guided weekly review: what was answered so far, what one means to do next week, and who is left in peace until when.

ALTER TABLE contacts ADD COLUMN rest_until TEXT CHECK (rest_until IS date(rest_until));
-- Whoever rests is left out of every list of people who want attention.
CREATE INDEX contacts_resting ON contacts (rest_until) WHERE rest_until IS NOT NULL;

CREATE TABLE review_answers (
  -- The day on which the review began: the last of the seven days that it looks back on.
  review_on TEXT NOT NULL CHECK (review_on IS date(review_on)),
  step      TEXT NOT NULL CHECK (step IN ('outcome', 'straggler', 'tie', 'part', 'commitment')),
  -- The number of the commitment, task or contact; the part; or the place of the commitment, from 1.
  thing     TEXT NOT NULL,
  answer    TEXT NOT NULL CHECK (answer <> ''),
  day       TEXT NOT NULL CHECK (day IS date(day)),
  PRIMARY KEY (review_on, step, thing)
) STRICT;

CREATE TABLE commitments (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The first day of the week it is for.
  week_on    TEXT NOT NULL CHECK (week_on IS date(week_on)),
  place      INTEGER NOT NULL CHECK (place BETWEEN 1 AND 3),
  when_part  TEXT NOT NULL CHECK (trim(when_part) <> ''),
  then_part  TEXT NOT NULL CHECK (trim(then_part) <> ''),
  task_id    INTEGER REFERENCES tasks (id) ON DELETE SET NULL,
  made_on    TEXT NOT NULL CHECK (made_on IS date(made_on)),
  -- Null until one is asked how it went.
  outcome    TEXT CHECK (outcome IN ('done', 'not-done')),
  outcome_on TEXT CHECK (outcome_on IS date(outcome_on)),
  UNIQUE (week_on, place),
  CHECK ((outcome IS NULL) = (outcome_on IS NULL))
) STRICT;
CREATE INDEX commitments_by_task ON commitments (task_id) WHERE task_id IS NOT NULL;
