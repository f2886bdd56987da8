-- Asks and their outcomes, jobs, who knows whom, and the facts that gates rest on.

-- What two spellings of one company share; derived from the company, rebuilt with the ties.
ALTER TABLE contacts ADD COLUMN company_key TEXT;
-- The day on which they were last told which roles and companies I aim at.
ALTER TABLE contacts ADD COLUMN goal_told_on TEXT CHECK (goal_told_on IS date(goal_told_on));
ALTER TABLE contacts ADD COLUMN seen_work INTEGER CHECK (seen_work IN (0, 1));
-- A referral of theirs went badly once.
ALTER TABLE contacts ADD COLUMN burned INTEGER NOT NULL DEFAULT 0 CHECK (burned IN (0, 1));
-- "Do I know anyone there?"
CREATE INDEX contacts_by_company ON contacts (company_key) WHERE company_key IS NOT NULL;

-- Whom to ask: the deepest ties, and of two as deep the warmer one.
CREATE INDEX contacts_by_depth ON contacts (depth, heat_day) WHERE state = 'active' AND level >= 1;

CREATE TABLE past_companies (
  contact_id  INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  company     TEXT NOT NULL CHECK (trim(company) <> ''),
  company_key TEXT NOT NULL,
  PRIMARY KEY (contact_id, company_key)
) STRICT, WITHOUT ROWID;
-- "Did anyone work there?"
CREATE INDEX past_companies_by_company ON past_companies (company_key);

CREATE TABLE jobs (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  company        TEXT NOT NULL CHECK (trim(company) <> ''),
  company_key    TEXT NOT NULL,
  title          TEXT,
  link           TEXT,
  place          TEXT,
  pay            TEXT,
  source         TEXT,
  stage          TEXT NOT NULL DEFAULT 'lead'
                 CHECK (stage IN ('lead', 'applied', 'interviewing', 'offer', 'accepted', 'closed')),
  closed_reason  TEXT,
  deadline_on    TEXT CHECK (deadline_on IS date(deadline_on)),
  hiring_manager INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
  fit            TEXT NOT NULL DEFAULT 'even' CHECK (fit IN ('strong', 'even', 'stretch')),
  -- The company pays its people for a referral.
  bonus_known    INTEGER NOT NULL DEFAULT 0 CHECK (bonus_known IN (0, 1)),
  notes          TEXT,
  added_on       TEXT NOT NULL CHECK (added_on IS date(added_on)),
  -- The day of the last move, or of the last word that it still stands where it stood.
  stirred_on     TEXT NOT NULL CHECK (stirred_on IS date(stirred_on)),
  CHECK (closed_reason IS NULL OR stage = 'closed')
) STRICT;
CREATE INDEX jobs_by_company ON jobs (company_key);
CREATE INDEX jobs_by_manager ON jobs (hiring_manager) WHERE hiring_manager IS NOT NULL;
-- What is open, and which of it has gone quiet.
CREATE INDEX jobs_open ON jobs (stirred_on) WHERE stage NOT IN ('accepted', 'closed');

CREATE TABLE job_moves (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  stage  TEXT NOT NULL CHECK (stage IN ('lead', 'applied', 'interviewing', 'offer', 'accepted', 'closed')),
  day    TEXT NOT NULL CHECK (day IS date(day))
) STRICT;
CREATE INDEX job_moves_by_job ON job_moves (job_id, day);

-- People inside whom the company's name does not tell.
CREATE TABLE job_people (
  job_id     INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  PRIMARY KEY (job_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_people_by_contact ON job_people (contact_id);

CREATE TABLE asks (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('reply', 'advice', 'talk', 'leads', 'peer-intro', 'recommendation', 'referral',
                                           'reference', 'manager-intro', 'vouching')),
  job_id     INTEGER REFERENCES jobs (id) ON DELETE SET NULL,
  what       TEXT,
  asked_on   TEXT NOT NULL CHECK (asked_on IS date(asked_on)),
  -- What the program had said of it on that day.
  verdict    TEXT NOT NULL CHECK (verdict IN ('ready', 'almost', 'not-yet')),
  outcome    TEXT CHECK (outcome IN ('yes', 'no', 'silence')),
  outcome_on TEXT CHECK (outcome_on IS date(outcome_on)),
  nudged_on  TEXT CHECK (nudged_on IS date(nudged_on)),
  CHECK ((outcome IS NULL) = (outcome_on IS NULL))
) STRICT;
CREATE INDEX asks_by_contact ON asks (contact_id, asked_on);
CREATE INDEX asks_by_job ON asks (job_id) WHERE job_id IS NOT NULL;
-- What was asked and not answered, the longest ago first.
CREATE INDEX asks_open ON asks (asked_on) WHERE outcome IS NULL;

-- They said they would do this, without being asked.
CREATE TABLE offers (
  contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('reply', 'advice', 'talk', 'leads', 'peer-intro', 'recommendation', 'referral',
                                           'reference', 'manager-intro', 'vouching')),
  day        TEXT NOT NULL CHECK (day IS date(day)),
  PRIMARY KEY (contact_id, kind, day)
) STRICT, WITHOUT ROWID;
-- Whoever offered something lately is worth asking, however new the tie.
CREATE INDEX offers_by_day ON offers (day);

-- Who knows whom, 1 to 5 on the scale of the levels, null for "they do". Stored in both directions.
CREATE TABLE knows (
  a   INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  b   INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  how INTEGER CHECK (how BETWEEN 1 AND 5),
  PRIMARY KEY (a, b),
  CHECK (a <> b)
) STRICT, WITHOUT ROWID;
CREATE INDEX knows_by_other ON knows (b);

-- An introduction made for me is a loop: thank, meet, tell the introducer how it went.
CREATE TABLE introductions (
  act_id     INTEGER PRIMARY KEY REFERENCES acts (id) ON DELETE CASCADE,
  introduced INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
  thanked_on TEXT CHECK (thanked_on IS date(thanked_on)),
  met_on     TEXT CHECK (met_on IS date(met_on)),
  told_on    TEXT CHECK (told_on IS date(told_on))
) STRICT;
CREATE INDEX introductions_open ON introductions (act_id) WHERE told_on IS NULL;
CREATE INDEX introductions_by_introduced ON introductions (introduced) WHERE introduced IS NOT NULL;

ALTER TABLE tasks ADD COLUMN job_id INTEGER REFERENCES jobs (id) ON DELETE SET NULL;
CREATE INDEX tasks_by_job ON tasks (job_id) WHERE job_id IS NOT NULL;
-- A promise of theirs is asked after once.
ALTER TABLE promises ADD COLUMN nudged_on TEXT CHECK (nudged_on IS date(nudged_on));
