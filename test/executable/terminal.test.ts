/** The built program on a pseudo-terminal: what only a real process can show. `npm run build` comes first. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aHome, CTRL_C, ESC, environmentIn, interactionsIn, onTerminal, run } from '../support/process';

const down = (times: number) => `${ESC}[B`.repeat(times);

/** The questions of `log ana --channel coffee`, each with an answer that Enter would not give. */
const QUESTIONS: [string, string][] = [
  ['When?', 'yesterday'],
  ['About what?', 'how her team hires'],
  ['Anything else?', down(1)],
  ['What did you promise?', 'the deck'],
  ['By which day?', 'fri'],
  ['Anything else?', down(3)],
  ['What did they do for you?', 'advice'],
  ['Had you asked for it?', 'n'],
  ['Anything else?', down(4)],
  ['What did you do for them?', 'read her talk'],
  ['Anything else?', down(5)],
  ['Your next step?', 'send my CV'],
  ['On which day?', 'mon'],
  ['Anything else?', down(5)],
  ['How long?', '1h'],
  ['Anything else?', down(5)],
  ['Anything else?', down(6)],
  ['What for?', 'a way in'],
  ['Anything else?', ''],
];

describe('the questions of the log', () => {
  test('are answered one by one, and the answer alone is on stdout', async () => {
    const home = aHome();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" log --json > answer.json');
    await terminal.answer('With whom?', 'ana\r');
    // One up from coffee, where the cursor is.
    await terminal.answer('How?', `${ESC}[A\r`);
    for (const [question, answer] of QUESTIONS) await terminal.answer(question, `${answer}\r`);
    expect(await terminal.exitCode()).toBe(0);
    expect(JSON.parse(readFileSync(join(home, 'answer.json'), 'utf8'))).toMatchObject({
      ...{
        day: '2026-11-21',
        channel: 'video',
        minutes: 60,
        about: 'how her team hires',
        substantive: false,
      },
      purpose: 'a way in',
      people: [{ name: 'Ana Ruiz' }],
      promises: [{ by: 'me', what: 'the deck', dueOn: '2026-11-27' }],
      acts: [
        { by: 'them', kind: 'advice', asked: false },
        { by: 'me', what: 'read her talk' },
      ],
      next: { what: 'send my CV', on: '2026-11-23' },
    });
  });

  test('are all answered by Enter', async () => {
    const home = aHome();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" log ana');
    for (const question of ['How?', 'When?', 'About what?', 'Anything else?'])
      await terminal.answer(question, '\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toContain('Logged coffee with Ana Ruiz, Sun 22 Nov (today)');
    // Nobody said that it mattered.
    expect(interactionsIn(home)).toMatchObject([
      { day: '2026-11-22', channel: 'coffee', about: null, substantive: false },
    ]);
  });

  test('are asked again after an answer that cannot be read', async () => {
    const terminal = onTerminal(aHome(), 'node "$JOBSEARCH" log ana --channel call');
    await terminal.answer('When?', '03/04\r');
    await terminal.answer('3 April 2026 or 4 March 2026', CTRL_C);
    expect(await terminal.exitCode()).toBe(130);
  });

  test.each(
    QUESTIONS.map(([question], at) => ({ question, at })).filter(
      ({ question, at }) => question !== 'Anything else?' || at === 2,
    ),
  )('Ctrl+C at "$question" changes nothing', async ({ at }) => {
    const home = aHome();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" log ana --channel coffee > answer');
    for (const [question, answer] of QUESTIONS.slice(0, at)) await terminal.answer(question, `${answer}\r`);
    await terminal.answer(QUESTIONS[at]![0], CTRL_C);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.text()).toMatch(/Cancelled\. Nothing was changed\.\n$/);
    expect(readFileSync(join(home, 'answer'), 'utf8')).toBe('');
    expect(JSON.parse(run(home, ['contact', 'list', '--json']).stdout)).toHaveLength(1);
    expect(interactionsIn(home)).toEqual([]);
  });

  test('Ctrl+C at "To whom?" of several changes nothing, and adds nobody', async () => {
    const home = aHome();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" log ana "Lee Chen" --add --channel coffee');
    for (const [question, answer] of QUESTIONS.slice(0, 4)) await terminal.answer(question, `${answer}\r`);
    await terminal.answer('To whom?', CTRL_C);
    expect(await terminal.exitCode()).toBe(130);
    expect(JSON.parse(run(home, ['contact', 'list', '--json']).stdout)).toHaveLength(1);
    expect(interactionsIn(home)).toEqual([]);
  });

  test.each([
    ['With whom?', 'log'],
    ['How?', 'log ana'],
    ['Add them?', 'log "Lee Chen" --channel call'],
    ['no history?', 'contact remove ana'],
    ['What is it?', 'event add'],
  ])('Ctrl+C at "%s" changes nothing', async (question, command) => {
    const home = aHome();
    const before = readFileSync(join(home, 'jobsearch.db'));
    const terminal = onTerminal(home, `node "$JOBSEARCH" ${command}`);
    await terminal.answer(question, CTRL_C);
    expect(await terminal.exitCode()).toBe(130);
    expect(terminal.text()).toMatch(/Cancelled\. Nothing was changed\.\n$/);
    expect(readFileSync(join(home, 'jobsearch.db')).equals(before)).toBe(true);
  });

  test('a person among several is chosen with the arrow keys', async () => {
    const home = aHome();
    run(home, ['contact', 'add', 'Ana Lund']);
    const terminal = onTerminal(home, 'node "$JOBSEARCH" contact show ana');
    await terminal.answer('Who is "ana"?', `${ESC}[B\r`);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toMatch(/Ana Ruiz +contact #1/);
  });
});

describe('without a terminal', () => {
  test.each([
    ['< /dev/null', 'no input'],
    ['<&-', 'input closed'],
    ['2> errors', 'nobody would see the question'],
  ])('%s: a question is a usage error that names the flag (%s)', async (redirected) => {
    const home = aHome();
    const terminal = onTerminal(home, `node "$JOBSEARCH" log ana ${redirected}`);
    expect(await terminal.exitCode()).toBe(2);
    const errors = join(home, 'errors');
    const said = existsSync(errors) ? readFileSync(errors, 'utf8') : terminal.text();
    expect(said.replace(/\s+/g, ' ')).toContain('--channel call|video|coffee');
    expect(interactionsIn(home)).toEqual([]);
  });
});

describe('the output', () => {
  /** In bash, for its pipefail: the program's own exit code, whatever reads it. */
  function inPipe(folder: string, script: string) {
    const done = spawnSync('bash', ['-c', `set -o pipefail; ${script}`], {
      env: environmentIn(folder),
      encoding: 'utf8',
    });
    return { stdout: done.stdout, stderr: done.stderr, exitCode: done.status };
  }

  test('may be read in part, or not at all', () => {
    const home = aHome();
    // More than a pipe holds, so that the reader is gone before all is written.
    const long = `node "$JOBSEARCH" contact edit 1 --json --note "$(head -c 100000 /dev/zero | tr '\\0' x)"`;
    expect(inPipe(home, `${long} | head -1`)).toEqual({ stdout: '{\n', stderr: '', exitCode: 0 });
    expect(inPipe(home, `${long} | true`)).toEqual({ stdout: '', stderr: '', exitCode: 0 });
    expect(inPipe(home, `${long} | (sleep 0.2; wc -c)`).stdout.trim()).toMatch(/^10\d{4}$/);
  });

  test('to a full disk is a clear failure', () => {
    const { stderr, exitCode } = inPipe(aHome(), 'node "$JOBSEARCH" contact list > /dev/full');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^jobsearch: .*\n/);
    expect(stderr).not.toContain('    at ');
  });

  test('has colours on a terminal, unless something says otherwise', async () => {
    const home = aHome();
    const shown = async (script: string, more: Record<string, string> = {}) => {
      const terminal = onTerminal(home, script, more);
      expect(await terminal.exitCode()).toBe(0);
      return terminal.screen();
    };
    const show = 'node "$JOBSEARCH" contact show 1';
    expect(await shown(show)).toContain(`${ESC}[1m`);
    expect(await shown(show, { NO_COLOR: '1' })).not.toContain(ESC);
    expect(await shown(show, { TERM: 'dumb' })).not.toContain(ESC);
    expect(await shown(`${show} > file; cat file`)).not.toContain(ESC);
    expect(await shown(`${show} > file; cat file`, { FORCE_COLOR: '1' })).toContain(`${ESC}[1m`);
  });

  test('that is longer than the screen is paged, and no other', async () => {
    const home = aHome();
    const shown = async (script: string, more: Record<string, string> = {}) => {
      const terminal = onTerminal(home, script, { TERM: 'xterm', ...more });
      expect(await terminal.exitCode()).toBe(0);
      return terminal.text();
    };
    const list = 'node "$JOBSEARCH" demo contact list --color=never';
    const counting = { PAGER: `sh -c 'echo "paged $(wc -l)"'` };
    expect(await shown(list, counting)).toBe('paged 43\n');
    expect(await shown(`stty rows 60; ${list}`, counting)).toContain('Ana Ruiz');
    expect(await shown(`${list} | head -n 2 | wc -l`, counting)).toBe('2\n');
    // Whoever has read enough leaves, and a pager that is not there is none.
    expect(await shown(list, { PAGER: 'head -n 1' })).toMatch(/^ # {2}name/);
    for (const PAGER of ['no-such-pager', 'no-such-pager "$HOME"']) {
      expect(await shown(list, { PAGER })).toContain('김서연');
    }
  });

  test.each<[Record<string, string>, string]>([
    [{ PAGER: '' }, 'none is wanted'],
    [{ PAGER: 'cat' }, 'one that pages nothing'],
    [{ PAGER: 'sh -c "echo paged"', JOBSEARCH_PAGER: '' }, 'none is wanted here'],
    [{ PAGER: 'sh -c "echo paged"', TERM: 'dumb' }, 'there is no cursor to page with'],
  ])('is not paged with %j (%s)', async (more) => {
    const terminal = onTerminal(aHome(), 'node "$JOBSEARCH" demo contact list', more);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toContain('Ana Ruiz');
    expect(terminal.text()).not.toContain('paged');
  });

  test('is left to the pager until it ends, also by Ctrl+C', async () => {
    const script = 'trap : INT; node "$JOBSEARCH" demo contact list; echo "left with $?"; stty -a';
    const terminal = onTerminal(aHome(), script, { PAGER: `sh -c 'echo paging; exec sleep 30'` });
    await terminal.answer('paging', CTRL_C);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toContain('left with 0');
    expect(terminal.text()).toMatch(/ icanon .*\n?.* echo /);
  });

  test('has ASCII symbols where the locale has no others, and letters in any', () => {
    const { stdout } = run(aHome(), ['demo', 'today'], { LANG: 'C', COLUMNS: '60' });
    expect(stdout).toContain('Seán');
    expect(stdout).not.toMatch(/[·×–—…→“”]/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('is as wide as the terminal; elsewhere as COLUMNS says, or 80 columns', async () => {
    const home = aHome();
    const terminal = onTerminal(
      home,
      'stty cols 60; node "$JOBSEARCH" contact show 1 --no-color; node "$JOBSEARCH" contact show 1 | cat',
    );
    expect(await terminal.exitCode()).toBe(0);
    const titles = terminal
      .text()
      .split('\n')
      .filter((line) => line.includes('contact #1'));
    expect(titles.map((line) => line.length)).toEqual([60, 80]);
  });
});
