/** Which commands say that they write is checked by running every example of every command on the sample search. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import type { Listed } from '../../src/app';
import { commands } from '../../src/commands';
import { openDemo } from '../../src/store/demo';
import { MIGRATIONS } from '../support/database';
import { argvOf } from '../support/transcript';
import { aWorld } from '../support/world';

interface Known {
  path: string;
  listed: Listed;
}

/** The examples of these read or write files in the current folder. */
const NOT_RUN = ['import', 'export'];

const known: Known[] = commands
  .flatMap((entry) =>
    'commands' in entry
      ? entry.commands.map((listed) => ({ path: `${entry.name} ${listed.name}`, listed }))
      : [{ path: entry.name, listed: entry }],
  )
  .filter(({ path, listed }) => listed.opensDatabase !== false && !NOT_RUN.includes(path) && path !== 'demo');

/** The rows, apart from what a run does to the file without changing any, such as the index that find makes. */
function contentOf(path: string): string {
  const db = new Database(path, { readonly: true });
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'find_%' ORDER BY name")
    .pluck()
    .all();
  const rows = tables.map((name) => db.prepare(`SELECT * FROM "${name}"`).all());
  db.close();
  return JSON.stringify(rows);
}

let sample: Buffer;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jobsearch-'));
  const db = openDemo(join(folder, 'demo.db'), MIGRATIONS, '2026-11-22', true);
  sample = db.serialize();
  db.close();
  rmSync(folder, { recursive: true });
});

test.each(known)('$path makes the copy of the day before it changes anything', async ({ listed }) => {
  const world = aWorld();
  const backups = join(world.folder, 'backups');
  const { examples } = await listed.load();
  for (const example of examples) {
    const [typed = ''] = example.replace(/ --db \S+/, '').split(/ [|>] /);
    rmSync(backups, { recursive: true, force: true });
    rmSync(world.dbPath, { force: true });
    writeFileSync(world.dbPath, sample, { mode: 0o600 });
    const before = contentOf(world.dbPath);
    await world.runJobsearch(argvOf(typed.replace('jobsearch demo', 'jobsearch')));
    const changed = contentOf(world.dbPath) !== before;
    const copies = existsSync(backups) ? readdirSync(backups) : [];
    if (changed) {
      expect([example, copies]).toEqual([example, ['jobsearch-2026-11-22.db']]);
      expect(contentOf(join(backups, copies[0]!))).toBe(before);
    }
    if (!listed.writes) expect([example, copies]).toEqual([example, []]);
  }
});
