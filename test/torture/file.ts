/** What befalls the file itself: removed, replaced, cut short, spoilt, or with a journal that is not its own. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Attempt, Fault, Found } from './fault';
import { databaseIn, type Ended, endOf, run, start, succeed, unclearIn } from './program';
import { aConnectionsFile, aSearch } from './searches';
import { copiesIn, examined, stateOf } from './state';

const MEASURED = 3;

export const replaced: Fault = {
  name: 'replaced',
  what: 'the database removed or replaced while a command runs',
  times: 200,
  short: 2,
  missing: () => (process.platform === 'win32' ? 'an open file stays where it is' : undefined),
  async prepare(place): Promise<Attempt> {
    const [home, other] = [join(place, 'home'), join(place, 'other')];
    for (const one of [home, other]) {
      mkdirSync(one);
      await aSearch(one, one === home ? 90 : 60);
    }
    const argv = ['import', aConnectionsFile(place, 200), '--yes'];
    const span = await measure(place, home, argv);
    const afterOf = async (from: string) => {
      const twin = join(place, 'twin');
      rmSync(twin, { recursive: true, force: true });
      cpSync(from, twin, { recursive: true });
      await succeed(twin, argv);
      return stateOf(databaseIn(twin));
    };
    const states = [stateOf(databaseIn(home)), await afterOf(home)];
    const others = [stateOf(databaseIn(other)), await afterOf(other)];
    return async (folder, nth, found) => {
      cpSync(home, folder, { recursive: true });
      const file = databaseIn(folder);
      const [kept, put] = [join(folder, 'kept.db'), join(folder, 'put.db')];
      copyFileSync(databaseIn(other), put);
      linkSync(file, kept);
      const child = start(folder, argv);
      const ended = endOf(child);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * span));
      child.kill('SIGSTOP');
      const isRemoved = nth % 2 === 0;
      if (isRemoved) rmSync(file);
      else renameSync(put, file);
      const atThatMoment = copyIfWhole(kept, join(folder, 'moment.db'));
      child.kill('SIGCONT');
      const end = await ended;
      const unclear = unclearIn(end);
      if (unclear) found.unclear(`${isRemoved ? 'removed' : 'replaced'}: ${unclear}`);
      const [now, there] = [stateOf(kept), existsSync(file) ? stateOf(file) : undefined];
      if (!states.includes(now)) found.torn('the one that was there');
      if (!isRemoved && !others.includes(there!)) found.torn('the one that came');
      const isIn = there === others[1] || (isRemoved && there !== undefined);
      if (end.status === 0 && !isIn && now === states[0]) found.lost('reported, and in neither');
      if (end.status === 0 && !isIn && atThatMoment === states[0])
        found.lost('written into the file that was gone');
      if (existsSync(file)) await examined(folder, found);
    };
  },
};

async function measure(place: string, home: string, argv: string[]): Promise<number> {
  let span = 0;
  for (let nth = 0; nth < MEASURED; nth++) {
    const twin = join(place, `measured-${nth}`);
    cpSync(home, twin, { recursive: true });
    const from = performance.now();
    await succeed(twin, argv);
    span = performance.now() - from;
  }
  return span;
}

/** Undefined in the middle of a transaction. */
function copyIfWhole(from: string, to: string): string | undefined {
  if (existsSync(from.replace('kept', 'jobsearch').concat('-journal'))) return undefined;
  copyFileSync(from, to);
  return stateOf(to);
}

const LOOKING = [
  ['today'],
  ['contact', 'list'],
  ['contact', 'show', '1'],
  ['quadrant'],
  ['shallow'],
  ['history'],
  ['task', 'list'],
  ['export'],
];
const WRITING = [
  ['log', '1', '--channel', 'call', '--yes'],
  ['task', 'add', 'x'],
  ['contact', 'remove', '3', '--yes'],
  ['undo', '--yes'],
];
const PAGE = 4096;
const RESTORED_EACH = 5;

export const cutShort: Fault = {
  name: 'cut-short',
  what: 'cut short, at every page and between',
  times: 250,
  short: 2,
  prepare: (home) =>
    damaging(home, (path, nth, size) => {
      const pages = size / PAGE;
      const at = nth < pages ? nth * PAGE : Math.floor(Math.random() * size);
      truncateSync(path, at);
      return `cut to ${at}`;
    }),
};

export const bitsFlipped: Fault = {
  name: 'bit-flips',
  what: 'one to eight bits flipped anywhere',
  times: 400,
  short: 2,
  prepare: (home) =>
    damaging(home, (path, nth) => {
      const bytes = readFileSync(path);
      const places = Array.from({ length: 1 + (nth % 8) }, () => {
        // Most of a file is rows; half of the flips are in what holds them together.
        const page = Math.floor(Math.random() * (bytes.length / PAGE));
        const within =
          Math.random() < 0.5 ? Math.floor(Math.random() * 64) : Math.floor(Math.random() * PAGE);
        return page * PAGE + within;
      });
      for (const at of places) bytes[at]! ^= 1 << Math.floor(Math.random() * 8);
      writeFileSync(path, bytes);
      return `flipped in ${places.join(', ')}`;
    }),
};

type Damage = (path: string, nth: number, size: number) => string;

async function damaging(home: string, damage: Damage): Promise<Attempt> {
  await aSearch(home);
  await succeed(home, ['backup']);
  const sound = stateOf(databaseIn(home));
  const size = readFileSync(databaseIn(home)).length;
  return async (folder, nth, found) => {
    cpSync(home, folder, { recursive: true });
    const what = damage(databaseIn(folder), nth, size);
    const look = LOOKING[nth % LOOKING.length]!;
    const looked = await run(folder, look);
    complainOf(look, looked, what, found);
    const checked = await run(folder, ['doctor', '--json']);
    // Cut to nothing it is a new one, and that is said.
    if (looked.stderr.includes('is new and empty, but there are copies')) found.tried(1);
    else if (checked.status !== 0 && !checked.stdout.startsWith('{')) {
      complainOf(['doctor'], checked, what, found);
    } else if (checked.status === 0 && stateOfDamaged(folder) !== sound) {
      found.unnoticed(what);
    }
    const write = WRITING[nth % WRITING.length]!;
    complainOf(write, await run(folder, write), what, found);
    if (nth % RESTORED_EACH === 0) await restoreIn(folder, sound, what, found);
  };
}

function complainOf(argv: string[], ended: Ended, what: string, found: Found): void {
  const unclear = unclearIn(ended);
  if (unclear) found.unclear(`${argv.join(' ')}, ${what}: ${unclear}`);
}

function stateOfDamaged(folder: string): string | undefined {
  try {
    return stateOf(databaseIn(folder));
  } catch {
    return undefined;
  }
}

async function restoreIn(folder: string, sound: string, what: string, found: Found): Promise<void> {
  const number = copiesIn(folder).length === 0 ? '' : await byHandIn(folder);
  const { status, stderr } = await run(folder, ['restore', number, '--yes']);
  if (status !== 0) found.lost(`restore, ${what}: ${status} ${stderr}`);
  else if (stateOf(databaseIn(folder)) !== sound) found.torn(`restored, ${what}`);
}

async function byHandIn(folder: string): Promise<string> {
  const { backups } = JSON.parse(await succeed(folder, ['backup', 'list', '--json']));
  return String(1 + backups.findIndex(({ reason }: { reason: string }) => reason === 'by-hand'));
}

type Beside = 'hot' | 'older' | 'foreign' | 'noise' | 'empty' | 'cut';
const BESIDE: Beside[] = ['hot', 'older', 'foreign', 'noise', 'empty', 'cut'];

export const staleJournal: Fault = {
  name: 'journal',
  what: 'a journal beside it: its own, of an older state, of another program, cut, empty, or noise',
  times: 120,
  short: 2,
  async prepare(home): Promise<Attempt> {
    await aSearch(home);
    const hot = interrupted(home);
    const before = stateOf(databaseIn(home));
    const older = readFileSync(`${hot}-journal`);
    const foreign = journalOfAnother(home);
    // What the older journal would take back.
    for (const person of ['Lee Chen', 'Omar Haddad']) {
      await succeed(home, ['contact', 'add', person, '--note', 'x'.repeat(9_000)]);
    }
    const now = stateOf(databaseIn(home));
    return async (folder, nth, found) => {
      cpSync(home, folder, { recursive: true });
      const beside = BESIDE[nth % BESIDE.length]!;
      const journal = `${databaseIn(folder)}-journal`;
      const cut = older.subarray(0, Math.floor(Math.random() * older.length));
      const noise = Buffer.from(Array.from({ length: 5_000 }, () => Math.floor(Math.random() * 256)));
      if (beside === 'hot') copyFileSync(hot, databaseIn(folder));
      writeFileSync(journal, { hot: older, older, foreign, noise, empty: '', cut }[beside]);
      const look = LOOKING[Math.floor(nth / BESIDE.length) % LOOKING.length]!;
      complainOf(look, await run(folder, look), beside, found);
      await examined(folder, found);
      if (stateOf(databaseIn(folder)) !== (beside === 'hot' ? before : now))
        found.torn(`with a journal: ${beside}`);
    };
  },
};

/** As a power cut leaves it: pages written, and the journal that takes them back. Returns the file. */
function interrupted(home: string): string {
  const file = join(home, 'interrupted.db');
  const db = new Database(databaseIn(home));
  db.pragma('cache_size = 1');
  db.exec('BEGIN IMMEDIATE');
  // The first page is in every journal that gets as far as the commit.
  db.pragma('user_version = 99');
  db.exec("UPDATE contacts SET purpose = 'half of a change'; UPDATE tasks SET notes = 'half'");
  copyFileSync(databaseIn(home), file);
  copyFileSync(`${databaseIn(home)}-journal`, `${file}-journal`);
  db.exec('ROLLBACK');
  db.close();
  return file;
}

function journalOfAnother(home: string): Buffer {
  const file = join(home, 'another.db');
  const db = new Database(file);
  db.pragma('application_id = 7');
  db.exec('CREATE TABLE x (y); INSERT INTO x VALUES (1)');
  db.pragma('cache_size = 1');
  db.exec('BEGIN IMMEDIATE; PRAGMA user_version = 9; UPDATE x SET y = 2; CREATE TABLE z (y)');
  const journal = readFileSync(`${file}-journal`);
  db.exec('ROLLBACK');
  db.close();
  rmSync(file);
  return journal;
}
