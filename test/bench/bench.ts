/** `npm run bench [-- sizes…|paths|find]`: everyday commands against an empty run of Node, on searches of growing size. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureFind } from './find';
import { fillDatabase } from './people';
import { type Program, timeSideBySide } from './processes';
import { measurePaths } from './ties';

const ROUNDS = 60;
const NOW = '2026-11-22T09:00';
const COMMANDS = [
  ['today'],
  ['log', '1', '--channel', 'coffee', '--about', 'how they hire', '--yes'],
  ['quadrant'],
  ['contact', 'show', '1'],
];

const SIZES = [100, 10_000, 100_000];

const given = process.argv.slice(2);
const sizes = given.filter((word) => /^\d+$/.test(word)).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'jobsearch-bench-'));
try {
  for (const size of given.length > 0 ? sizes : SIZES) measure(size);
  if (given.length === 0 || given.includes('paths')) measurePaths(folder, NOW);
  if (given.length === 0 || given.includes('find'))
    for (const size of sizes.length > 0 ? sizes : SIZES) measureFind(folder, size, NOW);
} finally {
  rmSync(folder, { recursive: true });
}

function measure(contacts: number): void {
  const db = join(folder, `${contacts}.db`);
  const started = performance.now();
  fillDatabase(db, contacts, NOW.slice(0, 10));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n${contacts} contacts, ten touches each (made in ${seconds} s), medians of ${ROUNDS} runs`);
  const env = { PATH: process.env.PATH ?? '', HOME: folder, JOBSEARCH_DB: db, JOBSEARCH_NOW: NOW };
  const empty: Program = { name: 'node -e 0', arguments: ['-e', '0'], env };
  const ours = COMMANDS.map((command) => ({
    name: command.filter((word, at) => at < 3 && !word.startsWith('-')).join(' '),
    arguments: ['bin/jobsearch.js', ...command],
    env,
  }));
  for (const { name, milliseconds, ratio } of timeSideBySide([empty, ...ours], ROUNDS)) {
    console.log(`  ${name.padEnd(16)} ${milliseconds.toFixed(1).padStart(8)} ms  × ${ratio.toFixed(2)}`);
  }
}
