/** Every screen of the sample search, and of one with nasty names, at each width: what no screen may do to its reader. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands';
import { charactersOf, columnsOf, isHarmless, withoutColour } from './support/terminal-text';
import { aWorld, runJobsearch, type TestWorld } from './support/world';

const WIDTHS = [40, 200];
/** On a terminal there are boxes where there is room. */
const TERMINALS = [40, 120];
const BOXES = /[\u2500-\u257f]/;
/** What the screens are drawn with, beside the letters of people. */
const SYMBOLS = /[\u00b7\u00d7\u2010-\u2027\u2190-\u21ff\u2500-\u25ff\u2713]/;

const SCREENS = [
  ['today'],
  ['today', '--all'],
  ['today', '--on', 'tomorrow'],
  ['quadrant'],
  ['shallow'],
  ['contact', 'list'],
  ['contact', 'show', '1'],
  ['contact', 'show', '3'],
  ['contact', 'knows', '1'],
  ['task', 'list', '--all'],
  ['event', 'list', '--all'],
  ['event', 'show', '11'],
  ['job', 'list', '--all'],
  ['job', 'show', '2'],
  ['path', 'Lindenpost'],
  ['path', '38'],
  ['ask'],
  ['ask', '1'],
  ['ask', '--for', 'referral'],
  ['ask', 'list'],
  ['promise', 'list', '--all'],
  ['act', 'list', '--all'],
  ['prep'],
  ['find', 'ana'],
  ['find', 'nothing-like-it'],
  ['config'],
  ['config', 'list', '--all'],
  ['config', 'get', 'mix-active'],
  ['quadrant', '--week', 'last monday'],
  ['quadrant', '--why', '24'],
  ['remind'],
  ['contact', 'show', '30'],
  ['contact', 'knows', '6'],
  ['task', 'done', '24', '--dry-run'],
  ['contact', 'remove', '2', '--dry-run'],
  [
    'log',
    'declan',
    '--channel',
    'call',
    '--promised',
    'a list of the teams',
    '--by',
    'fri',
    '--yes',
    '--dry-run',
  ],
  ['setup', '--minutes', '60', '--yes', '--dry-run'],
];

/** What was done before there can be a history of it, and what is said of that. */
const DONE = [
  ['task', 'done', '24'],
  ['event', 'edit', '12', '--purpose', 'learn who hires in the platform teams of the valley'],
  ['contact', 'remove', '2'],
];
const HISTORY = [
  ['history'],
  ['history', '1'],
  ['history', '3'],
  ['undo', '--dry-run'],
  ['undo', '3', '--dry-run'],
];

/** Of a search in which there is nothing yet. */
const EMPTY = [
  ...[['today'], ['today', '--all'], ['quadrant'], ['shallow'], ['remind'], ['contact'], ['task'], ['event']],
  ...[
    ['job'],
    ['promise'],
    ['act'],
    ['ask'],
    ['ask', 'list'],
    ['prep'],
    ['find', 'ana'],
    ['history'],
    ['config'],
  ],
  ...[['backup', 'list'], ['schema'], ['setup', '--goal', 'tools', '--yes', '--dry-run']],
];

/** What cannot be done, or was typed wrongly. */
const ERRORS = [
  ['contact', 'show', 'nobody of that name'],
  ['contact', 'show', 'a'],
  ['task', 'done', '4711'],
  ['task', 'add', 'Call', '--due', '03/04'],
  ['log', 'tea with somebody at some time'],
  ['log', 'ana', '--channel', 'telepathy'],
  ['config', 'set', 'mix-active', '1/2/3'],
  ['quadrat'],
  ['today', '--minuts', '20'],
  ['import', 'nowhere/Connections.csv'],
  ['prep', 'pitch'],
];

const CONNECTIONS = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Lee,Chen,https://www.linkedin.com/in/lee-chen-of-the-very-long-address,,Globex,Head of everything that has to be built,12 Mar 2024
Lee,Chen,,lee@example.org,Initech,Dev,12 Mar 2025
Mina,Park,,not an address,Acme,CTO,31 Feb 2024
`;

const NASTY = [
  '李小龍 ブルース 브루스',
  '👩‍👩‍👧 Fam 😀😀',
  'e\u0301t\u00e9 Noe\u0308l',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen',
  'ليلى منصور',
];

async function fill({ runJobsearch }: TestWorld) {
  const run = async (...argv: string[]) => {
    const { exitCode, stderr } = await runJobsearch(argv);
    expect([exitCode, stderr]).toEqual([0, '']);
  };
  for (const [at, name] of NASTY.entries()) {
    await run('contact', 'add', name, '--company', NASTY[(at + 1) % NASTY.length]!, '--purpose', name);
    await run('task', 'add', `${name} ${name}`, '--due', 'today');
    await run(
      'log',
      `#${at + 1}`,
      '--channel',
      'coffee',
      '--about',
      name,
      '--promised',
      name,
      '--by',
      'fri',
      '--yes',
    );
  }
  await run('event', 'add', NASTY[0]!, '--on', 'today 14:00', '--with', '#1', '--with', '#4');
  await run('job', 'add', NASTY[3]!, '--title', NASTY[1]!);
}

const NASTY_SCREENS = [
  ['today', '--all'],
  ['quadrant'],
  ['shallow'],
  ['contact', 'list'],
  ['contact', 'show', '1'],
  ['task', 'list'],
  ['event', 'list'],
  ['job', 'list'],
  ['path', '4'],
  ['ask'],
  ['ask', '2'],
  ['promise'],
];

describe('no screen has a line too wide, a blank at its end, a box in a pipe, or words that a width loses', () => {
  test('of the sample', async () => {
    const world = aWorld();
    for (const argv of SCREENS) expect(await faultsOf(world, ['demo', ...argv])).toEqual([]);
  });

  test('of the history', async () => {
    const world = aWorld();
    for (const argv of DONE) await world.runJobsearch(['demo', ...argv]);
    for (const argv of HISTORY) expect(await faultsOf(world, ['demo', ...argv])).toEqual([]);
  });

  test('of an empty search, and of what comes first into it', async () => {
    const world = aWorld();
    for (const argv of EMPTY) expect(await faultsOf(world, argv)).toEqual([]);
    const file = join(world.folder, 'Connections.csv');
    writeFileSync(file, CONNECTIONS);
    expect(await faultsOf(world, ['import', file, '--dry-run'])).toEqual([]);
    await world.runJobsearch(['import', file, '--yes']);
    expect(await faultsOf(world, ['import', file, '--dry-run'])).toEqual([]);
    expect(await faultsOf(world, ['today'])).toEqual([]);
    expect(await faultsOf(world, ['undo', '--dry-run'])).toEqual([]);
  });

  test('of a search with nasty names', async () => {
    const world = aWorld();
    await fill(world);
    for (const argv of NASTY_SCREENS) expect(await faultsOf(world, argv)).toEqual([]);
  });

  test('of what cannot be done', async () => {
    const world = aWorld();
    for (const argv of ERRORS) expect(await faultsOf(world, ['demo', ...argv], 'stderr')).toEqual([]);
  });
});

describe('no help page has a line too wide, or symbols where there are none', () => {
  const names = commands.flatMap((entry) =>
    'commands' in entry
      ? [[entry.name], ...entry.commands.map(({ name }) => [entry.name, name])]
      : [[entry.name]],
  );
  test.each([40, 80, 200])('at %i columns', async (width) => {
    for (const argv of [[], ...names].map((words) => [...words, '--help'])) {
      // A terminal breaks a long line to copy itself, and gives it back whole.
      const lines = async (env = {}) =>
        (await runJobsearch(argv, { width, env })).stdout
          .split('\n')
          .filter((line) => !/^ {2}(\$|bash|zsh|fish) /.test(line));
      const faults = (await lines()).filter((line) => columnsOf(line) > width || line !== line.trimEnd());
      const symbols = (await lines({ LANG: 'C' })).filter(
        (line) => SYMBOLS.test(line) || line.length > width,
      );
      expect([argv, faults, symbols]).toEqual([argv, [], []]);
    }
  });
});

const DRY = 'Dry run: nothing was changed.\n';

/** Of what is said on one of the streams; an error is said on a terminal, as in a pipe each of its sentences is a line. */
async function faultsOf(
  { runJobsearch }: TestWorld,
  argv: string[],
  stream: 'stdout' | 'stderr' = 'stdout',
): Promise<string[]> {
  const faults: string[] = [];
  const shown = async (width: number, terminal = false, env = {}) => {
    const screen = { width, terminal, errorsOnTerminal: stream === 'stderr', env };
    const { stdout, stderr, exitCode } = await runJobsearch(argv, screen);
    const said = stream === 'stdout' ? stdout : stderr;
    const text = withoutColour(said);
    const what = `${argv.join(' ')} at ${width}${terminal ? ' on a terminal' : ''}`;
    if (stream === 'stdout' && (exitCode !== 0 || stderr !== (argv.includes('--dry-run') ? DRY : '')))
      faults.push(`${what}: ${stderr}`);
    if (stream === 'stderr' && (exitCode === 0 || stdout !== '')) faults.push(`${what}: no error`);
    if (!terminal && text !== said) faults.push(`${what}: colour`);
    if (!isHarmless(text)) faults.push(`${what}: controls`);
    for (const line of text.split('\n')) {
      if (columnsOf(line) > width) faults.push(`${what}, too wide: ${line}`);
      if (line !== line.trimEnd()) faults.push(`${what}, blanks at the end: ${line}`);
      if (!terminal && BOXES.test(line)) faults.push(`${what}, boxes: ${line}`);
    }
    return text;
  };
  // Bars are drawn only where there is room; what was found stands between asterisks only where there is no colour.
  const wordsOf = (text: string) => charactersOf(text.replace(/[\u2500-\u259f*]/g, ''));
  const words = wordsOf(await shown(80));
  for (const width of WIDTHS) {
    if (wordsOf(await shown(width)) !== words) faults.push(`${argv.join(' ')} at ${width}: words`);
  }
  for (const width of TERMINALS) {
    if (wordsOf(await shown(width, true)) !== words)
      faults.push(`${argv.join(' ')} at ${width} on a terminal: words`);
  }
  const inAscii = await shown(80, true, { LANG: 'C' });
  for (const line of inAscii.split('\n')) if (SYMBOLS.test(line)) faults.push(`not ASCII: ${line}`);
  return faults;
}
