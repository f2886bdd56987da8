import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/errors';
import { CHANNELS, FLAGS, LEVEL_NAMES, PROMISE_STATES } from '../../src/model';
import { addDays, daysBetween, weekStart } from '../../src/rules/dates';
import { followUpStateOf } from '../../src/rules/flags';
import { moveOfLoop } from '../../src/rules/loops';
import { paceOf } from '../../src/rules/pace';
import { standingOf } from '../../src/rules/standing';
import { listOpenLoops } from '../../src/store/acts';
import { listAsks, listUnansweredAsks } from '../../src/store/asks';
import { countContacts, hasContacts } from '../../src/store/contacts';
import { all, type Db, run } from '../../src/store/db';
import { openDemo } from '../../src/store/demo';
import { buildSample } from '../../src/store/demo/build';
import { rebuildTies } from '../../src/store/derived-ties';
import { listJobs, listMoves } from '../../src/store/jobs';
import { openDatabase } from '../../src/store/open';
import { listTimedTasks } from '../../src/store/tasks';
import { listTies } from '../../src/store/ties';
import { MIGRATIONS, openTestDb } from '../support/database';

const DAYS: [string, string][] = [
  ['2026-11-22', 'a Sunday'],
  ['2028-02-29', 'a leap day'],
  ['2026-12-31', 'the end of a year'],
  ['2027-01-01', 'the beginning of one'],
  ...[23, 24, 25, 26, 27, 28].map((day): [string, string] => [`2026-11-${day}`, 'the rest of the week']),
];

function sampleOf(today: string): Db {
  const db = openTestDb();
  onTestFinished(() => {
    db.close();
  });
  buildSample(db, today);
  return db;
}

function rowsOf(db: Db): unknown {
  const tables = all<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'find_%' ORDER BY name",
  );
  return tables.map(({ name }) => [name, all(db, `SELECT * FROM "${name}" ORDER BY 1, 2`)]);
}

describe.each(DAYS)('the sample of %s (%s)', (today) => {
  test('has about forty people, on every level, with every flag', () => {
    const ties = listTies(sampleOf(today), { state: 'active' }).map((tie) => standingOf(tie, today));
    expect(ties.length).toBeGreaterThanOrEqual(38);
    expect(ties.length).toBeLessThanOrEqual(42);
    expect(new Set(ties.map(({ levelName }) => levelName))).toEqual(new Set(LEVEL_NAMES));
    expect(new Set(ties.flatMap(({ flags }) => flags))).toEqual(new Set(FLAGS));
    const followUps = new Set(ties.map((tie) => followUpStateOf(tie, today)));
    expect([...followUps].sort()).toEqual(expect.arrayContaining(['due', 'none', 'overdue', 'stale']));
  });

  test('knows every channel and every end of a promise, in both directions', () => {
    const db = sampleOf(today);
    const distinct = (column: string, table: string) =>
      all<{ it: string }>(db, `SELECT DISTINCT ${column} AS it FROM ${table}`)
        .map(({ it }) => it)
        .sort();
    expect(distinct('channel', 'interactions')).toEqual([...CHANNELS].sort());
    expect(distinct('state', 'promises')).toEqual([...PROMISE_STATES].sort());
    expect(distinct('by', 'promises')).toEqual(['me', 'them']);
    expect(distinct("by || ' ' || asked", 'acts')).toEqual(['me 1', 'them 0', 'them 1']);
    expect(distinct('state', 'tasks')).toEqual(['done', 'dropped', 'open']);
    expect(distinct('state', 'events')).toEqual(['cancelled', 'done', 'planned']);
  });

  test('has something in every table but those of imports and of the history', () => {
    const db = sampleOf(today);
    const tables = all<{ name: string }>(
      db,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'find_%'",
    );
    const empty = tables.filter(({ name }) => all(db, `SELECT 1 FROM "${name}" LIMIT 1`).length === 0);
    expect(empty.map(({ name }) => name)).toEqual(['imported_fields', 'history', 'history_spans', 'journal']);
  });

  test('has jobs in several stages, asks of every outcome, and one introduction to be told about', () => {
    const db = sampleOf(today);
    expect(listJobs(db).map(({ stage }) => stage)).toEqual(
      expect.arrayContaining(['lead', 'applied', 'interviewing', 'closed']),
    );
    for (const { id, stage } of listJobs(db)) expect(listMoves(db, id).at(-1)!.stage).toBe(stage);
    const outcomes = new Set(listAsks(db).map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['yes', 'no', 'silence', null]));
    const waiting = listUnansweredAsks(db).map(({ askedOn }) => daysBetween(askedOn, today));
    expect(waiting).toContain(9);
    expect(listOpenLoops(db).map(moveOfLoop)).toEqual(['tell']);
  });

  test('lies on believable days', () => {
    const db = sampleOf(today);
    const isWeekend = (day: string) => daysBetween(weekStart(day), day) >= 5;
    const talks = all<{ day: string; channel: string }>(db, 'SELECT day, channel FROM interactions');
    expect(talks.filter(({ day }) => day >= today)).toEqual([]);
    const live = talks.filter(({ channel }) => ['call', 'video', 'coffee', 'meeting'].includes(channel));
    expect(live.filter(({ day }) => isWeekend(day))).toEqual([]);
    const interviews = all<{ day: string }>(
      db,
      "SELECT start_on AS day FROM events WHERE kind = 'interview'",
    );
    expect(interviews.filter(({ day }) => isWeekend(day))).toEqual([]);
    expect(all(db, 'SELECT id FROM contacts WHERE added_on > ?', today)).toEqual([]);
    const late = 'SELECT id FROM tasks WHERE created_on > ? OR closed_on > ? OR closed_on < created_on';
    expect(all(db, late, today, today)).toEqual([]);
    const early = `SELECT a.id FROM asks a JOIN contacts c ON c.id = a.contact_id
      WHERE a.asked_on < c.added_on OR a.asked_on >= :today OR a.outcome_on >= :today OR a.outcome_on < a.asked_on`;
    expect(all(db, early, { today })).toEqual([]);
  });

  test('stores what the rules derive from its rows', () => {
    const db = sampleOf(today);
    const before = rowsOf(db);
    rebuildTies(db);
    expect(rowsOf(db)).toEqual(before);
  });
});

describe('the sample', () => {
  test('is the same whenever it is made for one day', () => {
    expect(rowsOf(sampleOf('2026-11-22'))).toEqual(rowsOf(sampleOf('2026-11-22')));
  });

  test('teaches a pace of about a third more than was thought', () => {
    expect(paceOf(listTimedTasks(sampleOf('2026-11-22'), 20))).toBeCloseTo(1.33, 1);
  });

  test('has one person who moved up this week, and one who fell', () => {
    const db = sampleOf('2026-11-22');
    const levelOf = (name: string) => listTies(db).find((tie) => tie.name === name)!.level;
    expect([levelOf('Ana Ruiz'), levelOf('Olúfẹ́mi Adébáyọ̀')]).toEqual([2, 3]);
    run(db, 'DELETE FROM touches WHERE day > ?', '2026-11-15');
    run(db, "UPDATE promises SET state = 'open', closed_on = NULL WHERE closed_on > ?", '2026-11-15');
    rebuildTies(db);
    expect([levelOf('Ana Ruiz'), levelOf('Olúfẹ́mi Adébáyọ̀')]).toEqual([1, 4]);
  });
});

// ── the file ──────────────────────────────────────────────────────────────────────────────────────

const TODAY = '2026-11-22';
const PEOPLE = 40;

function aPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jobsearch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'cache', 'demo.db');
}

/** How many people a visit on this day finds; `visit` may leave something behind. */
function peopleIn(path: string, today: string, visit: (db: Db) => void = () => {}, fresh = false): number {
  const db = openDemo(path, MIGRATIONS, today, fresh);
  const people = countContacts(db);
  visit(db);
  db.close();
  return people;
}

const removeOne = (db: Db) => run(db, "DELETE FROM contacts WHERE name = 'Ravi Menon'");

describe('the file of the sample', () => {
  test('is the visitor’s own, and nothing is left beside it', () => {
    const path = aPath();
    expect(peopleIn(path, TODAY)).toBe(PEOPLE);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(path, '..'))).toEqual(['demo.db']);
  });

  test('keeps for the day what a visitor changed', () => {
    const path = aPath();
    peopleIn(path, TODAY, removeOne);
    expect(peopleIn(path, TODAY)).toBe(PEOPLE - 1);
  });

  test.each([1, -1, 400])('is made anew %i days later', (days) => {
    const path = aPath();
    peopleIn(path, TODAY, removeOne);
    expect(peopleIn(path, addDays(TODAY, days))).toBe(PEOPLE);
  });

  test('is made anew when a fresh one is asked for', () => {
    const path = aPath();
    peopleIn(path, TODAY, removeOne);
    expect(peopleIn(path, TODAY, undefined, true)).toBe(PEOPLE);
  });

  test.each<[string, (db: Db) => void]>([
    ['has an older schema', (db) => db.pragma('user_version = 0')],
    ['comes from the future', (db) => db.pragma('user_version = 999')],
    ['belongs to another program', (db) => db.pragma('application_id = 1')],
    ['lacks a table', (db) => db.exec('DROP TABLE settings')],
  ])('is made anew when it %s', (_, spoil) => {
    const path = aPath();
    peopleIn(path, TODAY, (db) => {
      removeOne(db);
      spoil(db);
    });
    expect(peopleIn(path, TODAY)).toBe(PEOPLE);
  });

  test.each<[string, (path: string) => void]>([
    ['is no database', (path) => writeFileSync(path, 'to be or not to be, that is the question')],
    ['is empty', (path) => writeFileSync(path, '')],
    ['is damaged', (path) => writeFileSync(path, readFileSync(path).fill(7, 5_000, 60_000))],
    ['has the journal of another beside it', (path) => writeFileSync(`${path}-journal`, 'rest')],
  ])('is made anew when it %s', (_, spoil) => {
    const path = aPath();
    peopleIn(path, TODAY);
    spoil(path);
    expect(peopleIn(path, addDays(TODAY, 1))).toBe(PEOPLE);
    expect(readdirSync(join(path, '..'))).toEqual(['demo.db']);
    spoil(path);
    expect(peopleIn(path, addDays(TODAY, 1))).toBe(PEOPLE);
  });

  test('says where it cannot be', () => {
    const path = aPath();
    mkdirSync(path, { recursive: true });
    expect(() => openDemo(path, MIGRATIONS, TODAY, false)).toThrow(UserError);
    expect(readdirSync(join(path, '..'))).toEqual(['demo.db']);
  });

  test('never takes over a run that has the old one open', () => {
    const path = aPath();
    const old = openDemo(path, MIGRATIONS, TODAY, false);
    onTestFinished(() => {
      old.close();
    });
    removeOne(old);
    expect(peopleIn(path, addDays(TODAY, 1))).toBe(PEOPLE);
    expect(countContacts(old)).toBe(PEOPLE - 1);
  });

  test('is an ordinary database', () => {
    const path = aPath();
    peopleIn(path, TODAY);
    const db = openDatabase(path);
    onTestFinished(() => {
      db.close();
    });
    expect(hasContacts(db)).toBe(true);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});
