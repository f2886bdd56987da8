-- The first schema: people and what is known of them, what happened, the work to do, and the settings.

CREATE TABLE contacts (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL CHECK (trim(name) <> ''),
  company       TEXT,
  role          TEXT,
  how_met       TEXT,
  connected_on  TEXT CHECK (connected_on IS date(connected_on)),
  introduced_by INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
  purpose       TEXT,
  relevance     TEXT CHECK (relevance IN ('target', 'hiring-manager', 'knows-one', 'field', 'none')),
  closeness     INTEGER NOT NULL DEFAULT 0 CHECK (closeness BETWEEN 0 AND 5),
  notes         TEXT,
  state         TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'parked')),
  added_on      TEXT NOT NULL CHECK (added_on IS date(added_on)),
  name_key      TEXT NOT NULL,

  -- Derived from the evidence by the rules, rewritten with every write that touches it; never edited by hand.
  inbound_days        INTEGER NOT NULL DEFAULT 0,
  exchange_days       INTEGER NOT NULL DEFAULT 0,
  meeting_days        INTEGER NOT NULL DEFAULT 0,
  substantive_days    INTEGER NOT NULL DEFAULT 0,
  span_days           INTEGER NOT NULL DEFAULT 0,
  acts_asked          INTEGER NOT NULL DEFAULT 0,
  acts_unasked        INTEGER NOT NULL DEFAULT 0,
  given               INTEGER NOT NULL DEFAULT 0,
  promises_kept       INTEGER NOT NULL DEFAULT 0,
  promises_late       INTEGER NOT NULL DEFAULT 0,
  promises_broken     INTEGER NOT NULL DEFAULT 0,
  reliability         REAL NOT NULL DEFAULT 1,
  level               INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 5),
  depth               REAL NOT NULL DEFAULT 0,
  heat_day            REAL,
  met_on              TEXT CHECK (met_on IS date(met_on)),
  first_follow_up_on  TEXT CHECK (first_follow_up_on IS date(first_follow_up_on)),
  last_in_on          TEXT CHECK (last_in_on IS date(last_in_on)),
  last_out_on         TEXT CHECK (last_out_on IS date(last_out_on)),
  last_touch_on       TEXT CHECK (last_touch_on IS date(last_touch_on)),
  unanswered          INTEGER NOT NULL DEFAULT 0,
  second_touch_on     TEXT CHECK (second_touch_on IS date(second_touch_on)),
  fourth_touch_on     TEXT CHECK (fourth_touch_on IS date(fourth_touch_on)),
  eighth_touch_on     TEXT CHECK (eighth_touch_on IS date(eighth_touch_on)),
  promise_due_on      TEXT CHECK (promise_due_on IS date(promise_due_on))
) STRICT;

-- An import asks whether somebody of this name is known already.
CREATE INDEX contacts_by_name ON contacts (name_key);
-- Removing a contact clears who was introduced by them.
CREATE INDEX contacts_by_introducer ON contacts (introduced_by) WHERE introduced_by IS NOT NULL;
-- The lists of people that a day is made of, each one index range over active contacts.
CREATE INDEX contacts_not_followed_up ON contacts (met_on)
  WHERE state = 'active' AND met_on IS NOT NULL AND first_follow_up_on IS NULL;
CREATE INDEX contacts_unanswered ON contacts (last_out_on) WHERE state = 'active' AND unanswered > 0;
CREATE INDEX contacts_acted_early ON contacts (last_in_on)
  WHERE state = 'active' AND level <= 2 AND acts_asked + acts_unasked > 0;
CREATE INDEX contacts_without_purpose ON contacts (second_touch_on)
  WHERE state = 'active' AND purpose IS NULL AND second_touch_on IS NOT NULL;
CREATE INDEX contacts_shallow ON contacts (fourth_touch_on)
  WHERE state = 'active' AND level <= 2 AND fourth_touch_on IS NOT NULL;
CREATE INDEX contacts_stuck ON contacts (eighth_touch_on)
  WHERE state = 'active' AND level = 3 AND eighth_touch_on IS NOT NULL AND acts_asked = 0 AND acts_unasked = 0;
CREATE INDEX contacts_by_heat ON contacts (level, heat_day) WHERE state = 'active' AND heat_day IS NOT NULL;
-- "You met 14 people in 28 days and followed up with 3": answered from this index alone.
CREATE INDEX contacts_met ON contacts (met_on, first_follow_up_on) WHERE met_on IS NOT NULL;

CREATE TABLE points (
  id         INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'link')),
  value      TEXT NOT NULL CHECK (value <> ''),
  key        TEXT NOT NULL CHECK (key <> ''),
  UNIQUE (contact_id, kind, key)
) STRICT;
-- A profile link or an e-mail address says who an imported person is.
CREATE INDEX points_by_key ON points (kind, key);

CREATE TABLE tags (
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  tag        TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (tag, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_by_contact ON tags (contact_id);

-- Derived: the folded words of names, companies and addresses, so that "ruiz" finds Ana Ruiz without a scan.
CREATE TABLE contact_words (
  word       TEXT NOT NULL,
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  PRIMARY KEY (word, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_words_by_contact ON contact_words (contact_id);

-- Which fields came from an import, and how recent that file was; a field without a row was typed by hand.
CREATE TABLE imported_fields (
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  field      TEXT NOT NULL CHECK (field IN ('name', 'company', 'role', 'connected_on')),
  as_of      TEXT NOT NULL CHECK (as_of IS date(as_of)),
  PRIMARY KEY (contact_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  title      TEXT NOT NULL CHECK (trim(title) <> ''),
  kind       TEXT NOT NULL CHECK (kind IN ('interview', 'coffee', 'meeting', 'call', 'video', 'event')),
  start_on   TEXT NOT NULL CHECK (start_on IS date(start_on)),
  start_time TEXT CHECK (start_time GLOB '[0-2][0-9]:[0-5][0-9]' AND start_time < '24:00'),
  end_on     TEXT CHECK (end_on IS date(end_on)),
  end_time   TEXT CHECK (end_time GLOB '[0-2][0-9]:[0-5][0-9]' AND end_time < '24:00'),
  place      TEXT,
  purpose    TEXT,
  outcome    TEXT,
  notes      TEXT,
  state      TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'done', 'cancelled')),
  CHECK (end_on IS NULL OR end_on >= start_on),
  CHECK (end_time IS NULL OR start_time IS NOT NULL)
) STRICT;
-- The events of a day, in the order of the day.
CREATE INDEX events_by_start ON events (start_on, start_time);

CREATE TABLE event_people (
  event_id   INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  PRIMARY KEY (event_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_people_by_contact ON event_people (contact_id);

CREATE TABLE interactions (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  day        TEXT NOT NULL CHECK (day IS date(day)),
  channel    TEXT NOT NULL
             CHECK (channel IN ('call', 'video', 'coffee', 'meeting', 'email', 'message', 'event', 'group')),
  minutes    INTEGER CHECK (minutes BETWEEN 1 AND 1440),
  about      TEXT,
  purpose    TEXT,
  event_id   INTEGER REFERENCES events (id) ON DELETE SET NULL,
  -- What an import recognises its own rows by; null for what was logged by hand.
  source_key TEXT UNIQUE
) STRICT;
CREATE INDEX interactions_by_day ON interactions (day);
CREATE INDEX interactions_by_event ON interactions (event_id) WHERE event_id IS NOT NULL;

CREATE TABLE touches (
  interaction_id INTEGER NOT NULL REFERENCES interactions (id) ON DELETE CASCADE,
  contact_id     INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  -- The interaction's day, repeated so that one contact's history is one index range.
  day            TEXT NOT NULL CHECK (day IS date(day)),
  kind           TEXT NOT NULL CHECK (kind IN ('out', 'in', 'group', 'live')),
  substantive    INTEGER NOT NULL DEFAULT 0 CHECK (substantive IN (0, 1)),
  PRIMARY KEY (interaction_id, contact_id, kind)
) STRICT, WITHOUT ROWID;
-- All that one tie rests on.
CREATE INDEX touches_by_contact ON touches (contact_id, day, kind, substantive);
-- The week's review: who was touched when.
CREATE INDEX touches_by_day ON touches (day, contact_id);

CREATE TABLE acts (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id     INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  day            TEXT NOT NULL CHECK (day IS date(day)),
  by             TEXT NOT NULL CHECK (by IN ('me', 'them')),
  kind           TEXT NOT NULL CHECK (kind IN ('advice', 'lead', 'introduction', 'recommendation', 'referral',
                                               'reference', 'vouching', 'favour')),
  asked          INTEGER NOT NULL DEFAULT 1 CHECK (asked IN (0, 1)),
  what           TEXT,
  interaction_id INTEGER REFERENCES interactions (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX acts_by_contact ON acts (contact_id, day);
CREATE INDEX acts_by_day ON acts (day);
CREATE INDEX acts_by_interaction ON acts (interaction_id) WHERE interaction_id IS NOT NULL;

CREATE TABLE promises (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id     INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  by             TEXT NOT NULL CHECK (by IN ('me', 'them')),
  what           TEXT NOT NULL CHECK (trim(what) <> ''),
  made_on        TEXT NOT NULL CHECK (made_on IS date(made_on)),
  due_on         TEXT CHECK (due_on IS date(due_on)),
  state          TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'late', 'broken', 'released')),
  closed_on      TEXT CHECK (closed_on IS date(closed_on)),
  interaction_id INTEGER REFERENCES interactions (id) ON DELETE SET NULL,
  CHECK ((state = 'open') = (closed_on IS NULL))
) STRICT;
CREATE INDEX promises_by_contact ON promises (contact_id);
-- What is still owed, the most pressing first.
CREATE INDEX promises_open ON promises (by, due_on) WHERE state = 'open';
CREATE INDEX promises_closed ON promises (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX promises_by_interaction ON promises (interaction_id) WHERE interaction_id IS NOT NULL;

CREATE TABLE preparations (
  part       TEXT PRIMARY KEY CHECK (part IN ('resume', 'profile', 'pitch', 'targets', 'references', 'stories',
                                              'clothes', 'portfolio', 'salary', 'practice')),
  state      TEXT NOT NULL DEFAULT 'missing' CHECK (state IN ('missing', 'rough', 'ready')),
  touched_on TEXT CHECK (touched_on IS date(touched_on)),
  notes      TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  title         TEXT NOT NULL CHECK (trim(title) <> ''),
  bucket        TEXT NOT NULL CHECK (bucket IN ('deepen', 'meet', 'apply', 'prepare', 'review')),
  minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 10080),
  due_on        TEXT CHECK (due_on IS date(due_on)),
  snoozed_until TEXT CHECK (snoozed_until IS date(snoozed_until)),
  waiting_for   INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
  contact_id    INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
  event_id      INTEGER REFERENCES events (id) ON DELETE SET NULL,
  promise_id    INTEGER REFERENCES promises (id) ON DELETE SET NULL,
  part          TEXT REFERENCES preparations (part),
  importance    REAL CHECK (importance BETWEEN 0 AND 1),
  urgency       REAL CHECK (urgency BETWEEN 0 AND 1),
  repeat_days   INTEGER CHECK (repeat_days BETWEEN 1 AND 366),
  notes         TEXT,
  state         TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  created_on    TEXT NOT NULL CHECK (created_on IS date(created_on)),
  closed_on     TEXT CHECK (closed_on IS date(closed_on)),
  minutes_spent INTEGER CHECK (minutes_spent BETWEEN 1 AND 10080),
  CHECK ((state = 'open') = (closed_on IS NULL))
) STRICT;
-- Every open task is weighed for the day.
CREATE INDEX tasks_open ON tasks (id) WHERE state = 'open';
-- Where the week went, and how long things take compared with what was thought.
CREATE INDEX tasks_closed ON tasks (closed_on, id) WHERE closed_on IS NOT NULL;
CREATE INDEX tasks_by_contact ON tasks (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX tasks_by_waiting ON tasks (waiting_for) WHERE waiting_for IS NOT NULL;
CREATE INDEX tasks_by_event ON tasks (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX tasks_by_promise ON tasks (promise_id) WHERE promise_id IS NOT NULL;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO preparations (part)
VALUES ('resume'), ('profile'), ('pitch'), ('targets'), ('references'), ('stories'), ('clothes'), ('portfolio'),
       ('salary'), ('practice');
