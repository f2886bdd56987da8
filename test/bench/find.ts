/** Searches for words in databases of growing size, where every touch has a text. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/open';
import { fillDatabase } from './people';
import { type Program, percentile, timeOnce, timeSideBySide } from './processes';

const ROUNDS = 20;
const ABOUT = [
  'how her team hires for the platform group',
  'salary bands and what a move would bring',
  'the talk on paved roads and canary deploys',
  'an introduction to the head of engineering',
  'the deck, and whether a pilot makes sense',
  'her years in payments before the merger',
];

const SEARCHES: [what: string, ...words: string[]][] = [
  ['a rare word', 'zephyrine'],
  ['a name and a word', 'priya', 'salary'],
  ['a name of many', 'priya'],
  ['a word of every sixth', 'canary'],
  ['a word of nearly all', 'the'],
  ['a name and such a word', 'priya', 'the'],
  ['one letter', 'p'],
  ['two letters', 'pr'],
  ['three letters', 'pri'],
  ['an accent', 'zoë', 'tomas'],
  ['a slip', 'zephyrnie'],
  ['nothing', 'qqqqqq'],
];

export function measureFind(folder: string, contacts: number, now: string): void {
  const path = join(folder, `find-${contacts}.db`);
  fillDatabase(path, contacts, now.slice(0, 10));
  write(path);
  const bytes = statSync(path).size;
  const env = { PATH: process.env.PATH ?? '', HOME: folder, JOBSEARCH_DB: path, JOBSEARCH_NOW: now };
  const empty: Program = { name: 'node -e 0', arguments: ['-e', '0'], env };
  const find = (name: string, ...words: string[]): Program => ({
    name,
    arguments: ['bin/jobsearch.js', 'find', ...words],
    env,
  });
  const search = find('the first', 'zephyrine');
  const first = timeOnce(search);
  console.log(
    `\nfind, ${contacts} contacts and ${contacts * 10} texts: ${(bytes / 1e6).toFixed(1)} MB, with the index ` +
      `${(statSync(path).size / 1e6).toFixed(1)} MB, which the first search made in ${(first / 1000).toFixed(2)} s`,
  );
  const programs = [empty, ...SEARCHES.map(([what, ...words]) => find(what, ...words))];
  for (const { name, milliseconds, p95, ratio } of timeSideBySide(programs, ROUNDS)) {
    const [p50, slow] = [milliseconds, p95].map((one) => one.toFixed(1).padStart(8));
    console.log(`  ${name.padEnd(22)} p50 ${p50} ms  p95 ${slow} ms  × ${ratio.toFixed(2)}`);
  }
  const log: Program = {
    name: 'log',
    arguments: ['bin/jobsearch.js', 'log', '1', '--channel', 'coffee', '--about', 'how they hire', '--yes'],
    env,
  };
  const caughtUp = Array.from({ length: ROUNDS }, () => [timeOnce(log), timeOnce(search)][1]!);
  const [p50, slow] = [0.5, 0.95].map((share) => percentile(caughtUp, share).toFixed(1).padStart(8));
  console.log(`  ${'after a log'.padEnd(22)} p50 ${p50} ms  p95 ${slow} ms`);
}

/** The same texts for the same count. */
function write(path: string): void {
  const db = openDatabase(path);
  db.exec('BEGIN');
  const about = db.prepare('UPDATE interactions SET about = ? WHERE id % ? = ?');
  ABOUT.forEach((text, at) => {
    about.run(text, ABOUT.length, at);
  });
  db.exec(
    "UPDATE contacts SET notes = 'Collects zephyrine stamps' WHERE id = 7; DELETE FROM journal; COMMIT; VACUUM",
  );
  db.close();
}
