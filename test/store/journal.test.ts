/** The journal covers all that is written; what it is for is tested in undo.test.ts. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../../src/rules/changes';
import { addContact, setContact } from '../../src/store/contacts';
import { all, type Db, run } from '../../src/store/db';
import { rebuildTies } from '../../src/store/derived-ties';
import { changesSince, firstSeq, lastSeq, recordCommand } from '../../src/store/journal';
import { listEntryChanges } from '../../src/store/row-changes';
import { setSetting } from '../../src/store/settings';
import { BESIDE_THE_DATA, columnsOf, dataTables, OWNERS } from '../../src/store/tables';
import { addTask, setTask } from '../../src/store/tasks';
import {
  dropJournalTriggers,
  journalTriggers,
  keepJournalTriggers,
  watchTables,
} from '../../src/store/triggers';
import { aContact, aTask } from '../support/builders';
import { MIGRATIONS, openWatchedDb } from '../support/database';

const triggersIn = (db: Db) =>
  all<{ name: string; sql: string }>(
    db,
    "SELECT name, sql FROM sqlite_temp_schema WHERE type = 'trigger' ORDER BY name",
  );

/** As SQLite keeps it. */
const asKept = (sql: string) => sql.replace('CREATE TEMP TRIGGER IF NOT EXISTS', 'CREATE TRIGGER');

const sortedTriggers = (db: Db) =>
  journalTriggers(db)
    .map(({ name, sql }) => ({ name, sql: asKept(sql) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

function command(db: Db, day = '2026-11-22', keep = { days: 180, bytes: 1e9 }): void {
  recordCommand(db, {
    ...{ at: new Date(`${day}T09:00`), day, typed: 'jobsearch x', keep },
    summarize: (changes) => `${changes.length} rows`,
  });
}

const entriesIn = (db: Db) =>
  all<{ id: number; what: string }>(db, 'SELECT id, what FROM history ORDER BY id');

describe('the triggers', () => {
  test('in a new file are those that the schema asks for: every table and column is covered', () => {
    const db = openWatchedDb();
    const sorted = sortedTriggers(db);
    expect(triggersIn(db)).toEqual(sorted);
    for (const table of dataTables(db)) {
      const covered = sorted.filter(({ name }) => name.startsWith(`journal_of_${table}_`));
      expect([table, covered.length]).toEqual([table, 3]);
    }
  });

  test('do not cover a table or a column that came without them, and then cover it', () => {
    const db = openWatchedDb();
    const before = triggersIn(db);
    db.exec(
      'CREATE TABLE more (id INTEGER PRIMARY KEY, word TEXT) STRICT; ALTER TABLE tasks ADD COLUMN mood TEXT;',
    );
    expect(triggersIn(db)).not.toEqual(sortedTriggers(db));
    dropJournalTriggers(db);
    keepJournalTriggers(db);
    watchTables(db);
    expect(triggersIn(db).length).toBe(before.length + 3);
    const id = addTask(db, aTask());
    run(db, "UPDATE tasks SET mood = 'x' WHERE id = ?", id);
    expect(changesSince(db, 0)).toMatchObject([
      { op: 'insert' },
      { table: 'tasks', op: 'update', rowId: id },
    ]);
  });

  test('are the same as those that files got with an earlier version, or a migration makes them anew', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
      CREATE TABLE plain (id INTEGER PRIMARY KEY, word TEXT) STRICT;
      CREATE TABLE pair (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) STRICT;`);
    const text = journalTriggers(db).map(({ sql }) => sql);
    const digest = createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 12);
    // Another digest? Old files get other triggers with a migration only: add one, if but a sentence, and name it here.
    expect([digest, '009-journal-kept-apart.sql']).toEqual(['06dcaa9b0fed', '009-journal-kept-apart.sql']);
    expect(readdirSync(MIGRATIONS)).toContain('009-journal-kept-apart.sql');
  });

  test('leave out only what says why, and every other table has its words', () => {
    const db = openWatchedDb();
    for (const table of Object.keys(BESIDE_THE_DATA)) expect(columnsOf(db, table)).not.toEqual([]);
    expect(dataTables(db).filter((table) => !(table in OWNERS) && !(table in WORDS))).toEqual([]);
  });

  test('know every type of column, and nothing is written past them', () => {
    const db = openWatchedDb();
    const types = dataTables(db).flatMap((table) => columnsOf(db, table).map(({ type }) => type));
    expect([...new Set(types)].sort()).toEqual(['INTEGER', 'REAL', 'TEXT']);
    // SQLite deletes what OR REPLACE replaces without a word to the triggers.
    const store = join(__dirname, '../../src/store');
    for (const name of readdirSync(store).filter((one) => one.endsWith('.ts')))
      expect([name, /\bREPLACE INTO|OR REPLACE/.test(readFileSync(join(store, name), 'utf8'))]).toEqual([
        name,
        false,
      ]);
  });

  test('write nothing for what is derived, or set to what it was', () => {
    const db = openWatchedDb();
    const id = addContact(db, aContact({ company: 'Acme', closeness: 3 }));
    const seq = lastSeq(db);
    rebuildTies(db);
    setContact(db, id, { company: 'Acme', closeness: 3 });
    setSetting(db, 'model-version', 'x');
    expect(changesSince(db, seq)).toEqual([]);
  });

  test('keep numbers and words to the last digit and letter', () => {
    const db = openWatchedDb();
    const odd = aTask({
      title: 'a"\\\u0001é\u{1f600}\n',
      importance: 0.1 + 0.2,
      urgency: null,
      minutes: 10080,
    });
    const id = addTask(db, odd);
    const before = all(db, 'SELECT * FROM tasks');
    command(db);
    setTask(db, id, { title: 'x', importance: 1 / 3 });
    const [change] = listEntryChanges(db, entriesIn(db)[0]!.id);
    expect([change!.before]).toEqual(before);
  });
});

describe('an entry', () => {
  test('is one for all the transactions of a command, and none for one that changed nothing', () => {
    const db = openWatchedDb();
    command(db);
    const id = addTask(db, aTask());
    setTask(db, id, { title: 'better' });
    setTask(db, id, { dueOn: null });
    command(db);
    setTask(db, id, { title: 'better' });
    command(db);
    setTask(db, id, { title: 'worse' });
    setTask(db, id, { title: 'better' });
    expect(entriesIn(db)).toEqual([{ id: 1, what: '1 rows' }]);
  });

  test('is not made by a transaction that fails', () => {
    const db = openWatchedDb();
    command(db);
    expect(() => addTask(db, aTask({ title: ' ' }))).toThrow('CHECK');
    expect([entriesIn(db), lastSeq(db)]).toEqual([[], 0]);
  });
});

describe('the trimming', () => {
  const tasks = (db: Db, day: string, keep: { days: number; bytes: number }) => {
    command(db, day, keep);
    addTask(db, aTask());
  };

  test('lets the old go, and never the last', () => {
    const db = openWatchedDb();
    for (const day of ['2026-01-01', '2026-06-01', '2026-06-30']) tasks(db, day, { days: 30, bytes: 1e9 });
    expect(entriesIn(db).map(({ id }) => id)).toEqual([2, 3]);
    tasks(db, '2026-12-31', { days: 0, bytes: 1e9 });
    expect(entriesIn(db).map(({ id }) => id)).toEqual([4]);
    expect([firstSeq(db), lastSeq(db), changesSince(db, 0).length]).toEqual([4, 4, 1]);
  });

  test('lets the old go when there is too much, and never the last', () => {
    const db = openWatchedDb();
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) tasks(db, day, { days: 180, bytes: 90 });
    expect(entriesIn(db).map(({ id }) => id)).toEqual([2, 3]);
    tasks(db, '2026-11-22', { days: 180, bytes: 0 });
    expect(entriesIn(db).map(({ id }) => id)).toEqual([4]);
  });
});
