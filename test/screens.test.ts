/** Every screen of the sample search, and of one with nasty names, at each width: what no screen may do to its reader. */
import { describe, expect, test } from 'vitest';
import { charactersOf, columnsOf, isHarmless, withoutColour } from './support/terminal-text';
import { aWorld, type TestWorld } from './support/world';

const WIDTHS = [40, 60, 80, 120, 200];
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
  ['config'],
];

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

  test('of a search with nasty names', async () => {
    const world = aWorld();
    await fill(world);
    for (const argv of NASTY_SCREENS) expect(await faultsOf(world, argv)).toEqual([]);
  });
});

async function faultsOf({ runJobsearch }: TestWorld, argv: string[]): Promise<string[]> {
  const faults: string[] = [];
  const shown = async (width: number, terminal = false, env = {}) => {
    const { stdout, stderr, exitCode } = await runJobsearch(argv, { width, terminal, env });
    const text = withoutColour(stdout);
    const what = `${argv.join(' ')} at ${width}${terminal ? ' on a terminal' : ''}`;
    if (exitCode !== 0 || stderr !== '') faults.push(`${what}: ${stderr}`);
    if (!terminal && text !== stdout) faults.push(`${what}: colour`);
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
    for (const terminal of [false, true]) {
      if (wordsOf(await shown(width, terminal)) !== words)
        faults.push(`${argv.join(' ')} at ${width}: words`);
    }
  }
  const inAscii = await shown(80, true, { LANG: 'C' });
  for (const line of inAscii.split('\n')) if (SYMBOLS.test(line)) faults.push(`not ASCII: ${line}`);
  return faults;
}
