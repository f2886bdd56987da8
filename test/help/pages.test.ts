/** What every command owes its reader, for whatever commands there are. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Listed } from '../../src/app';
import { commands } from '../../src/commands';
import { FIRST_EXAMPLES } from '../../src/help/first-page';
import { manPage, roff } from '../../src/help/man-page';
import { examplesOfGroup } from '../../src/help/page';
import { topicsOf } from '../../src/help/topics';
import { configured } from '../../src/shell/position';
import { takenBy } from '../../src/shell/takes';
import { argvOf } from '../support/transcript';
import { aWorld, runJobsearch } from '../support/world';

const EVERY: [string, Listed][] = commands.flatMap((entry): [string, Listed][] =>
  'commands' in entry
    ? entry.commands.map((one) => [`${entry.name} ${one.name}`, one])
    : [[entry.name, entry]],
);

describe.each(EVERY)('%s', (name, listed) => {
  test('says of every argument and option what completes it', async () => {
    const leaf = configured(listed.name, await listed.load());
    const places = [
      ...leaf.registeredArguments,
      ...leaf.options.filter(({ required, optional }) => required || optional),
    ];
    for (const place of places) {
      const called = 'flags' in place ? place.flags : place.name();
      expect([called, takenBy(place)]).not.toEqual([called, undefined]);
    }
  });

  test('explains itself in one sentence, grouped options and two examples', async () => {
    const { stdout, exitCode } = await runJobsearch([...name.split(' '), '--help']);
    expect(exitCode).toBe(0);
    expect(listed.summary).not.toMatch(/[.]$/);
    expect(stdout.replace(/\s+/g, ' ')).toContain(` ${listed.summary} `);
    expect(stdout).not.toMatch(/^Options:/m);
    expect(stdout).toMatch(/^Global Options:/m);
    expect(stdout.match(/^ {2}\$ jobsearch/gm)!.length).toBeGreaterThanOrEqual(2);
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .filter((line) => !line.startsWith('  $'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  test('has examples that work on the sample search', async () => {
    const world = aWorld();
    if (['undo', 'redo', 'history'].includes(name)) await makeHistory(world, name);
    for (const example of (await listed.load()).examples.filter((one) => !ASKS.includes(one))) {
      const { dialogue, exitCode } = await onSample(example, world);
      expect([example, exitCode, dialogue]).toEqual([example, 0, expect.any(String)]);
    }
  });

  test('is in the manual page with its arguments, options and examples', async () => {
    const page = await manual();
    const command = await listed.load();
    const leaf = configured(listed.name, command);
    expect(page).toContain(`.SS jobsearch ${roff(name)}`);
    for (const { flags } of leaf.options) expect(page).toContain(`.B ${roff(flags)}\n`);
    for (const example of command.examples) expect(page).toContain(roff(example));
  });
});

/** Only a person at a terminal can answer: what it would ask is in its own tests. */
const ASKS = ['jobsearch setup', 'jobsearch quadrant --review'];

/** What there is to take back: the sample begins without a history. */
async function makeHistory(
  { runJobsearch: runHere }: ReturnType<typeof aWorld>,
  name: string,
): Promise<void> {
  const chores = name === 'redo' ? 10 : 14;
  for (let entry = 1; entry <= chores; entry += 1) await runHere(['demo', 'task', 'add', `Chore ${entry}`]);
  // Their undoing makes the entries 11 to 13.
  if (name === 'redo') for (const entry of ['10', '9', '8']) await runHere(['demo', 'undo', entry]);
}

/** What another program does with the answer is not ours, and a file to read has to be there. */
async function onSample(example: string, { folder, runJobsearch: runHere } = aWorld()) {
  const argv = argvOf(example.replace(/ [|>] .*/, ''));
  if (argv.includes('import') || argv.includes('--linkedin')) return runImport(argv, folder, runHere);
  const isFile = EVERY.find(([name]) => argv.join(' ').startsWith(name))?.[1].opensDatabase === false;
  if (isFile || ['backup', 'restore'].includes(argv[0]!)) return runOnFile(argv, folder, runHere);
  return runHere((argv[0] === 'demo' ? argv : ['demo', ...argv]).map((word) => inFolder(word, folder)));
}

/** The sample refuses what goes around its database, so these have two copies of a database of their own. */
async function runOnFile(argv: string[], folder: string, runHere: ReturnType<typeof aWorld>['runJobsearch']) {
  for (const name of ['Ana Ruiz', 'Declan Byrne']) await runHere(['contact', 'add', name]);
  await runHere(['backup']);
  await runHere(['task', 'add', 'Say the pitch aloud']);
  await runHere(['backup']);
  await runHere(['backup', join(folder, 'stick.db'), '--force']);
  const here = argv.map((word) => (word.startsWith('/media') ? join(folder, 'stick.db') : word));
  const asked = argv[0] === 'restore' && !argv.includes('--yes') && !argv.includes('--dry-run');
  return runHere(here, asked ? { answers: ['y'] } : {});
}

async function runImport(argv: string[], folder: string, runHere: ReturnType<typeof aWorld>['runJobsearch']) {
  const file = argv.find((word) => /\.(csv|zip|json)$/.test(word))!;
  await runHere(['demo', 'export', join(folder, 'sample.json')]);
  writeFileSync(
    join(folder, 'x.csv'),
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nLee,Chen,,,Globex,Dev,01 Nov 2026\n',
  );
  const stand = file.endsWith('json') ? 'sample.json' : 'x.csv';
  return runHere(argv.map((word) => (word === file ? join(folder, stand) : inFolder(word, folder))));
}

function inFolder(word: string, folder: string): string {
  return /^[\w-]+\.(json|db|ics|csv)$/.test(word) ? join(folder, word) : word;
}

let made: Promise<string> | undefined;
function manual(): Promise<string> {
  made ??= manPage('1.2.3');
  return made;
}

describe('the first page', () => {
  test('has every command on one line, on one screen', async () => {
    const { stdout } = await runJobsearch(['--help']);
    const lines = stdout.split('\n');
    for (const { name } of commands)
      expect(lines.filter((line) => line.includes(`  ${name} `))).toHaveLength(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines.length).toBeLessThanOrEqual(45);
  });

  test('has every command under a heading of its own', () => {
    expect(topicsOf(commands).map(({ heading }) => heading)).not.toContain('More');
  });

  test.each(FIRST_EXAMPLES)('shows an example that works: %s', async (example) => {
    expect((await onSample(example)).exitCode).toBe(0);
  });
});

test.each(commands.filter((entry) => 'commands' in entry).map((entry) => [entry.name, entry] as const))(
  'the page of the group %s has two examples',
  async (name, group) => {
    const { stdout } = await runJobsearch([name, '--help']);
    const examples = await examplesOfGroup(group as never);
    expect(examples).toHaveLength(2);
    for (const example of examples) expect(stdout).toContain(`  $ ${example}`);
  },
);

const hasGroff = spawnSync('groff', ['--version']).status === 0;
test.skipIf(!hasGroff)('groff has nothing to say against the manual page', async () => {
  const { status, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z'], {
    input: await manual(),
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});
