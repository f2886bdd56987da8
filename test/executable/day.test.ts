/** The bare day has a bundle of its own: whatever it meets, it says what the whole program says. */
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addContact } from '../../src/store/contacts';
import { buildSample } from '../../src/store/demo/build';
import { listMigrations, migrate } from '../../src/store/migrate';
import { openDatabase } from '../../src/store/open';
import { aContact } from '../support/builders';
import { MIGRATIONS } from '../support/database';
import { cutShort, openAsUser, spoil } from '../support/files';
import { aFolder } from '../support/folder';
import { onTerminal, run } from '../support/process';

async function aSearch(folder: string): Promise<string> {
  const path = join(folder, 'jobsearch.db');
  const { db } = await openAsUser(path);
  buildSample(db, '2026-11-22');
  db.close();
  return path;
}

const change = (path: string, work: (db: ReturnType<typeof openDatabase>) => unknown) => {
  const db = openDatabase(path);
  work(db);
  db.close();
};

test.each<[string, (folder: string) => unknown, Record<string, string>?]>([
  ['an empty home', () => {}],
  ['a search of eight weeks', aSearch],
  ['the same in colour', aSearch, { FORCE_COLOR: '1' }],
  ['the same where only ASCII is known', aSearch, { LANG: 'C' }],
  ['the same on a narrow screen', aSearch, { COLUMNS: '40' }],
  [
    'wide names',
    async (folder) =>
      change(await aSearch(folder), (db) =>
        addContact(db, aContact({ name: '金城武', company: '🚀 Rakete' })),
      ),
  ],
  ['a file that others can read', async (folder) => chmodSync(await aSearch(folder), 0o644)],
  [
    'a file of a later program',
    async (folder) => change(await aSearch(folder), (db) => db.exec('PRAGMA user_version = 99')),
  ],
  ['no database', (folder) => writeFileSync(join(folder, 'jobsearch.db'), 'Dear diary')],
  ['a folder', (folder) => mkdirSync(join(folder, 'jobsearch.db'))],
  ['a damaged file', async (folder) => spoil(await aSearch(folder))],
  ['a file that is cut short', async (folder) => cutShort(await aSearch(folder))],
  [
    'a table that is gone',
    async (folder) => change(await aSearch(folder), (db) => db.exec('DROP TABLE asks')),
  ],
  [
    'rules that have changed',
    async (folder) =>
      change(await aSearch(folder), (db) =>
        db.exec("UPDATE settings SET value = '0' WHERE key = 'model-version'"),
      ),
  ],
  ['a moment that is none', () => {}, { JOBSEARCH_NOW: 'soon' }],
])('%s', async (_, prepare, more = {}) => {
  const [one, other] = [aFolder(), aFolder()];
  await prepare(one);
  cpSync(one, other, { recursive: true });
  const said = (folder: string, argv: string[]) =>
    JSON.parse(JSON.stringify(run(folder, argv, more)).replaceAll(folder, 'HOME'));
  const bare = said(one, []);
  // An option that changes nothing, so that the arguments have to be read.
  expect(bare).toEqual(said(other, ['today', '--no-pager']));
  expect(bare.stdout + bare.stderr).not.toContain('bug in jobsearch');
});

test('a file of an earlier program is copied and brought up to date', () => {
  const folder = aFolder();
  const path = join(folder, 'jobsearch.db');
  const earlier = aFolder();
  for (const name of listMigrations(MIGRATIONS).slice(0, 3))
    cpSync(join(MIGRATIONS, name), join(earlier, name));
  change(path, (db) => {
    migrate(db, path, earlier);
    db.exec("INSERT INTO contacts (name, name_key, added_on) VALUES ('Ana', 'ana', '2026-11-01')");
  });
  const bare = run(folder, []);
  const again = run(folder, ['today', '--no-pager']);
  expect(bare.stderr).toContain('Updated the database');
  expect(bare.exitCode).toBe(0);
  expect(again).toEqual({ ...bare, stderr: '' });
});

test('a screen that is too short for it', async () => {
  const folder = aFolder();
  await aSearch(folder);
  const terminal = onTerminal(folder, 'node "$JOBSEARCH"', { PAGER: `sh -c 'echo "paged $(wc -l)"'` });
  expect(await terminal.exitCode()).toBe(0);
  expect(terminal.text()).toMatch(/^paged \d+\n$/);
});
