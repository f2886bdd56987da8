/** Who knows whom at scale: 100,000 contacts with a million ties among them, a few of whom know almost everybody. */
import { join } from 'node:path';
import { waysTo } from '../../src/commands/ways';
import type { How } from '../../src/model';
import { companyKey } from '../../src/rules/companies';
import { modelVersion } from '../../src/rules/constants';
import { toDayNumber } from '../../src/rules/dates';
import { foldName } from '../../src/rules/names';
import { type Db, inTransaction, sql } from '../../src/store/db';
import { migrate } from '../../src/store/migrate';
import { openDatabase } from '../../src/store/open';
import { setSetting } from '../../src/store/settings';
import { timeSideBySide } from './processes';

const CONTACTS = 100_000;
const TIES = 1_000_000;
const TARGETS = 500;
const ROUNDS = 20;
/** The higher, the more of all ties go to the few: at 2.9 the first knows about a fifth of everybody. */
const SKEW = 2.9;
/** Of a hundred contacts so many are more than listed. */
const KNOWN_PERCENT = 5;

export function measurePaths(folder: string, now: string): void {
  const path = join(folder, 'ties.db');
  const today = now.slice(0, 10);
  const started = performance.now();
  const db = openDatabase(path);
  migrate(db, path, 'migrations');
  fill(db, today);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const [hub, most] = sql(db, 'SELECT a, count(*) FROM knows GROUP BY a ORDER BY 2 DESC LIMIT 1')
    .raw()
    .get() as [number, number];
  console.log(`\n${CONTACTS} contacts, ${TIES} ties, the best known with ${most} (made in ${seconds} s)`);
  const times = targetsOf(db).map((target) => timeOne(db, [target], today));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(2);
  console.log(`  a way to one of ${TARGETS} people: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`);
  console.log(`  a way to the best known: ${timeOne(db, [hub], today).toFixed(1)} ms`);
  db.close();

  const env = { PATH: process.env.PATH ?? '', HOME: folder, JOBSEARCH_DB: path, JOBSEARCH_NOW: now };
  const program = (name: string, ...words: string[]) => ({ name, arguments: words, env });
  const programs = [
    program('node -e 0', '-e', '0'),
    program('path <person>', 'bin/jobsearch.js', 'path', '4711'),
    program('path <company>', 'bin/jobsearch.js', 'path', 'Company 77'),
    program('path <hub>', 'bin/jobsearch.js', 'path', String(hub)),
    program('today', 'bin/jobsearch.js', 'today'),
  ];
  for (const { name, milliseconds, ratio } of timeSideBySide(programs, ROUNDS)) {
    console.log(`  ${name.padEnd(16)} ${milliseconds.toFixed(1).padStart(8)} ms  × ${ratio.toFixed(2)}`);
  }
}

function timeOne(db: Db, targets: number[], today: string): number {
  const from = performance.now();
  waysTo(db, targets, today);
  return performance.now() - from;
}

/** Spread over all contacts, hubs and loners alike. */
function targetsOf(db: Db): number[] {
  const ids = sql(db, 'SELECT id FROM contacts WHERE id % ? = 7 ORDER BY id').all(CONTACTS / TARGETS);
  return (ids as { id: number }[]).map(({ id }) => id);
}

/** Straight into the tables: what is measured is the reading. */
function fill(db: Db, today: string): void {
  const random = randomFrom(7);
  const contact = sql(
    db,
    `INSERT INTO contacts (name, name_key, company, company_key, added_on, level, depth, heat_day)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const tie = sql(db, 'INSERT OR IGNORE INTO knows (a, b, how) VALUES (?, ?, ?)');
  inTransaction(db, () => {
    for (let at = 1; at <= CONTACTS; at++) {
      const level = random() * 100 < KNOWN_PERCENT ? 1 + Math.floor(random() * 5) : 0;
      const heat = level === 0 ? null : toDayNumber(today) - Math.floor(random() * 300);
      const company = `Company ${1 + (at % 5_000)}`;
      const depth = level === 5 ? 100 : level * 20 + Math.floor(random() * 20);
      const name = `Person ${at}`;
      contact.run(name, foldName(name), company, companyKey(company), today, level, level && depth, heat);
    }
    for (let made = 0; made < TIES; ) {
      const a = 1 + Math.floor(CONTACTS * random() ** SKEW);
      const b = 1 + Math.floor(CONTACTS * random());
      if (a === b) continue;
      const how = ([null, 1, 2, 3, 4, 5] as How[])[Math.floor(random() * 6)];
      if (tie.run(a, b, how).changes === 0) continue;
      tie.run(b, a, how);
      made++;
    }
    setSetting(db, 'model-version', String(modelVersion));
  });
}

/** A linear congruential generator (the constants of Numerical Recipes): values in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
