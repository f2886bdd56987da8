/** What is killed, and what must be true of it besides. */
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Found } from './fault';
import { killing } from './kill';
import { databaseIn, succeed } from './program';
import { aConnectionsFile, anOldSearch, aSearch } from './searches';
import { copiesIn } from './state';

const LOG = [
  ...['log', 'ana ruiz', '--channel', 'coffee', '--minutes', '45', '--about', 'how they hire', '--yes'],
  ...['--promised', 'the deck', '--by', 'fri', '--next', 'send my CV', '--on', 'mon'],
];

export const killedLog = killing({
  name: 'kill-log',
  what: 'killed during log',
  argv: () => LOG,
  make: aSearch,
});

export const killedFirstLog = killing({
  name: 'kill-first-log',
  what: 'killed during the first log of a day, which copies first',
  argv: () => LOG,
  async make(home) {
    await aSearch(home);
    // Yesterday's: the command will make one of its own.
    const [copy] = copiesIn(home);
    renameSync(copy!, copy!.replace('11-22', '11-21'));
  },
});

export const killedImport = killing({
  name: 'kill-import',
  what: 'killed during an import of 200 people',
  argv: (home) => ['import', join(home, 'Connections.csv'), '--yes'],
  async make(home) {
    await aSearch(home);
    aConnectionsFile(home, 200);
  },
});

export const killedUndo = killing({
  name: 'kill-undo',
  what: 'killed during the undo of an import of 200 people',
  argv: () => ['undo', '--yes'],
  async make(home) {
    await aSearch(home);
    await succeed(home, ['import', aConnectionsFile(home, 200), '--yes']);
  },
});

export const killedMigration = killing({
  name: 'kill-migration',
  what: 'killed during the first start after an update',
  argv: () => ['contact', 'list'],
  make: async (home) => anOldSearch(home),
  inSteps: true,
  check(folder, _, state, found) {
    if (state === 'after' && copiesIn(folder).length === 0) found.lost('updated, and no copy of before');
  },
});

export const killedBackup = killing({
  name: 'kill-backup',
  what: 'killed during backup',
  argv: () => ['backup'],
  make: aSearch,
  check: (folder, reported, _, found) => checkNamed('by-hand', folder, reported, found),
});

export const killedRestore = killing({
  name: 'kill-restore',
  what: 'killed during restore',
  argv: () => ['restore', '1', '--yes'],
  async make(home) {
    await aSearch(home);
    await succeed(home, ['backup']);
    await succeed(home, LOG);
  },
  check(folder, _, state, found) {
    checkNamed('before-restore', folder, state === 'after', found);
    const left = readdirSync(folder).filter((name) => name.endsWith('.tmp'));
    if (left.length > 0 && !existsSync(databaseIn(folder))) found.lost('the database is gone');
  },
});

function checkNamed(reason: string, folder: string, must: boolean, found: Found): void {
  if (must && !copiesIn(folder).some((file) => file.includes(reason))) found.lost(`no copy ${reason}`);
}
