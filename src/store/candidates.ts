/** What a half-typed word may become: read alone, from whatever database is there, and never waiting for it. */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { foldName, wordsOf } from '../rules/names';
import { all, type Db, get } from './db';
import { APPLICATION_ID } from './open';

const AT_MOST = 30;

/** Undefined for a file that is missing, busy, or none of ours. */
export function openToLook(path: string): Db | undefined {
  if (!existsSync(path)) return undefined;
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
  if (get<{ application_id: number }>(db, 'PRAGMA application_id')?.application_id === APPLICATION_ID)
    return db;
  db.close();
  return undefined;
}

export interface NumberedTitle {
  id: number;
  title: string;
}

/** Each takes the beginning of a number, digits alone; the most likely come first. */
const NUMBERED = {
  task: `SELECT id, title FROM tasks WHERE state = 'open' AND id LIKE ? ESCAPE '!' ORDER BY due_on IS NULL, due_on, id`,
  event: `SELECT id, start_on || ' ' || title AS title FROM events WHERE id LIKE ? ESCAPE '!'
          ORDER BY state <> 'planned', CASE state WHEN 'planned' THEN start_on END, start_on DESC, id DESC`,
  job: `SELECT id, company || coalesce(', ' || title, '') || ' (' || stage || ')' AS title FROM jobs WHERE id LIKE ? ESCAPE '!'
        ORDER BY stage IN ('accepted', 'closed'), stirred_on DESC, id DESC`,
  promise: `SELECT p.id, what || CASE by WHEN 'me' THEN ' (yours, to ' ELSE ' (theirs, from ' END || name || ')' AS title
            FROM promises p JOIN contacts c ON c.id = contact_id WHERE p.state = 'open' AND p.id LIKE ? ESCAPE '!'
            ORDER BY due_on IS NULL, due_on, p.id`,
  ask: `SELECT a.id, name || ': ' || coalesce(what, kind) AS title FROM asks a JOIN contacts c ON c.id = contact_id
        WHERE outcome IS NULL AND a.id LIKE ? ESCAPE '!' ORDER BY asked_on, a.id`,
  act: `SELECT a.id, name || ': ' || coalesce(what, kind) AS title FROM acts a JOIN contacts c ON c.id = contact_id
        WHERE a.id LIKE ? ESCAPE '!' ORDER BY day DESC, a.id DESC`,
  entry: `SELECT id, typed || CASE what WHEN '' THEN '' ELSE ': ' || what END AS title FROM history WHERE id LIKE ? ESCAPE '!'
          ORDER BY id DESC`,
} as const;

export function listNumbered(db: Db, what: keyof typeof NUMBERED, digits: string): NumberedTitle[] {
  return all(db, `${NUMBERED[what]} LIMIT ${AT_MOST}`, `${digits}%`);
}

export interface PersonCandidate {
  id: number;
  name: string;
  company: string | null;
  /** Nobody else has this name. */
  alone: boolean;
}

/** Whom the words fit, the most recently touched first; without a word, those touched last. */
export function listPeopleFor(db: Db, typed: string): PersonCandidate[] {
  const words = wordsOf(typed);
  const ids = words.length > 0 ? idsByWords(db, words) : [...touchedLately(db), ...addedLast(db)];
  const people = [...new Set(ids)].map((id) => readPerson(db, id));
  const byTouch =
    words.length > 0 ? people.sort((a, b) => b.lastTouchOn.localeCompare(a.lastTouchOn)) : people;
  return byTouch
    .slice(0, AT_MOST)
    .map(({ id, name, company }) => ({ id, name, company, alone: isAlone(db, name) }));
}

/** More than these are not looked at: the first letter of a name fits tens of thousands. */
const LOOKED_AT = 300;

function idsByWords(db: Db, words: string[]): number[] {
  const [first, ...others] = [...words].sort((a, b) => b.length - a.length);
  const range = 'word BETWEEN ? AND ?';
  const check = `AND EXISTS (SELECT 1 FROM contact_words o WHERE o.contact_id = w.contact_id AND o.${range})`;
  const bounds = [first!, ...others].flatMap((word) => [word, `${word}\u{10ffff}`]);
  const found = all<{ id: number }>(
    db,
    `SELECT DISTINCT contact_id AS id FROM contact_words w WHERE w.${range} ${check.repeat(others.length)} LIMIT ?`,
    ...bounds,
    LOOKED_AT,
  ).map(({ id }) => id);
  if (found.length < LOOKED_AT) return found;
  const lately = touchedLately(db).filter((id) =>
    words.every((word) =>
      get(db, `SELECT 1 FROM contact_words WHERE contact_id = ? AND ${range}`, id, word, `${word}\u{10ffff}`),
    ),
  );
  return [...lately, ...found];
}

function touchedLately(db: Db): number[] {
  const rows = all<{ id: number }>(
    db,
    'SELECT contact_id AS id FROM touches ORDER BY day DESC, contact_id DESC LIMIT ?',
    LOOKED_AT,
  );
  return [...new Set(rows.map(({ id }) => id))];
}

function addedLast(db: Db): number[] {
  return all<{ id: number }>(db, 'SELECT id FROM contacts ORDER BY id DESC LIMIT ?', AT_MOST).map(
    ({ id }) => id,
  );
}

function readPerson(db: Db, id: number): PersonRow {
  return get<PersonRow>(
    db,
    `SELECT id, name, company, coalesce(last_touch_on, '') AS lastTouchOn FROM contacts WHERE id = ?`,
    id,
  )!;
}

interface PersonRow {
  id: number;
  name: string;
  company: string | null;
  lastTouchOn: string;
}

function isAlone(db: Db, name: string): boolean {
  return all(db, 'SELECT 1 FROM contacts WHERE name_key = ? LIMIT 2', foldName(name)).length === 1;
}

/** By the beginning of a number, the shortest first. */
export function listPeopleByNumber(db: Db, digits: string): PersonCandidate[] {
  const ids = [0, 1]
    .flatMap((more) => {
      const from = Number(digits) * 10 ** more;
      return all<{ id: number }>(
        db,
        'SELECT id FROM contacts WHERE id BETWEEN ? AND ? LIMIT ?',
        from,
        from + 10 ** more - 1,
        AT_MOST,
      );
    })
    .map(({ id }) => id);
  return ids.map((id) => ({ ...readPerson(db, id), alone: false }));
}
