/** One sentence on a pseudo-terminal: the list, the keys, and nothing left behind by whoever leaves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aHome, CTRL_C, ESC, interactionsIn, onTerminal, run } from '../support/process';
import { columnsOf } from '../support/terminal-text';

const SENTENCE = 'coffee with Ana yesterday 45 min: promised her the deck by Friday; next: send CV on Monday';
const SAVE = 'Save it?';

describe('a sentence on a terminal', () => {
  test('is shown as a list, and Enter saves it', async () => {
    const home = aHome();
    const terminal = onTerminal(home, `node "$JOBSEARCH" log "${SENTENCE}"`);
    await terminal.answer(SAVE, '\r');
    expect(await terminal.exitCode()).toBe(0);
    const shown = terminal.text().split(SAVE)[0];
    expect(shown).toMatch(/with +Ana Ruiz\n +how +coffee\n +when +Sat 21 Nov \(yesterday\)\n/);
    expect(shown).toMatch(
      /you promised Ana Ruiz +the deck, by Fri 27 Nov\n +next step +send CV, Mon 23 Nov\n/,
    );
    expect(interactionsIn(home)).toMatchObject([{ day: '2026-11-21', channel: 'coffee', minutes: 45 }]);
  });

  test('is edited in the line with e', async () => {
    const home = aHome();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" log "coffee with Ana 45 min"');
    await terminal.answer(SAVE, 'e\r');
    await terminal.answer('coffee with Ana 45 min', ' yesterday\r');
    await terminal.answer(SAVE, '\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(interactionsIn(home)).toMatchObject([{ day: '2026-11-21', minutes: 45 }]);
  });

  test('with a doubt says what is lost without it; Enter edits, and only s saves', async () => {
    const home = aHome();
    const terminal = onTerminal(
      home,
      'node "$JOBSEARCH" log "coffee with Ana 45 min: promised her the deck by Friday and the slides by Monday"',
    );
    await terminal.answer('Save it without that?', '\r');
    await terminal.answer('The sentence:', '\r');
    await terminal.answer('Save it without that?', 'y\r');
    await terminal.answer('Enter, s, or Ctrl+C.', '\u0015s\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text().replace(/\s+/g, ' ')).toContain(
      '“promised her the deck by Friday” something more follows the day: say each plainly',
    );
    expect(terminal.text().replace(/\s+/g, ' ')).toContain(
      'without it: no promise of yours; the words stay in the note',
    );
    expect(interactionsIn(home)).toMatchObject([
      { about: 'promised her the deck by Friday and the slides by Monday' },
    ]);
    expect(JSON.parse(run(home, ['promise', 'list', '--json']).stdout).mine).toEqual([]);
  });

  test('that is doubtful is settled with the arrow keys', async () => {
    const home = aHome();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" log "20 min with Aan"');
    await terminal.answer('Which is meant?', '\r');
    await terminal.answer('How?', '\r');
    await terminal.answer(SAVE, '\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(interactionsIn(home)).toMatchObject([{ channel: 'call', minutes: 20 }]);
  });

  test.each([
    ['Ctrl+C at the list', [[SAVE, CTRL_C]]],
    ['Esc at the list', [[SAVE, ESC]]],
    [
      'Ctrl+C while it is edited',
      [
        [SAVE, 'e\r'],
        ['The sentence:', CTRL_C],
      ],
    ],
    [
      'Esc while it is edited',
      [
        [SAVE, 'e\r'],
        ['The sentence:', ESC],
      ],
    ],
  ] as [string, [string, string][]][])('%s leaves nothing behind', async (_, keys) => {
    const home = aHome();
    const before = readFileSync(join(home, 'jobsearch.db'));
    const terminal = onTerminal(home, `node "$JOBSEARCH" log "${SENTENCE}"`);
    for (const [question, key] of keys) await terminal.answer(question, key);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.text()).toMatch(/Cancelled\. Nothing was changed\.\n$/);
    expect(readFileSync(join(home, 'jobsearch.db')).equals(before)).toBe(true);
  });

  test('is asked a line at a time on a dumb terminal', async () => {
    const home = aHome();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" log "20 min with Aan"', { TERM: 'dumb' });
    await terminal.answer('1. Ana Ruiz', '');
    await terminal.answer('Which is meant? [1]', '1\n');
    await terminal.answer('leaves it open) [1]', '3\n');
    await terminal.answer(SAVE, '\n');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.screen()).not.toContain(ESC);
    expect(interactionsIn(home)).toMatchObject([{ channel: 'coffee', minutes: 20 }]);
  });

  test('fits 40 columns', async () => {
    const home = aHome();
    const terminal = onTerminal(home, `node "$JOBSEARCH" log "${SENTENCE}"`, {}, { cols: 40, rows: 24 });
    await terminal.answer(SAVE, '\r');
    expect(await terminal.exitCode()).toBe(0);
    const shown = terminal.text().split(SAVE)[0]!.split('\n').slice(0, -1);
    expect(shown.filter((line) => columnsOf(line) > 40)).toEqual([]);
    expect(shown.join(' ').replace(/\s+/g, ' ')).toContain('the deck, by Fri 27 Nov');
  });
});
