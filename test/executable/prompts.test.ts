/** The prompts on a pseudo-terminal: narrowing, readings, leaving, the editor, and terminals that know little. */
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFolder } from '../support/folder';
import { CTRL_C, ESC, interactionsIn, onTerminal, run } from '../support/process';

const crowd = mkdtempSync(join(tmpdir(), 'jobsearch-crowd-'));
afterAll(() => rmSync(crowd, { recursive: true }));
beforeAll(() => {
  run(crowd, ['contact', 'add', 'Ana Ruiz', '--company', 'Acme']);
  run(crowd, ['contact', 'add', 'Zoë Łukasik', '--company', 'Globex']);
  run(crowd, ['contact', 'add', 'Mina Park', '--company', 'Initech']);
});

/** A home with Ana, and people whose names are harder to type. */
function aCrowd(): string {
  const home = aFolder();
  copyFileSync(join(crowd, 'jobsearch.db'), join(home, 'jobsearch.db'));
  return home;
}

describe('a choice of people', () => {
  test.each([
    ['zoe', 'Zoë Łukasik', 'accents ignored'],
    ['ZOË lu', 'Zoë Łukasik', 'accents typed, the beginnings of two words'],
    ['initech', 'Mina Park', 'by company'],
    ['mnia', 'Mina Park', 'a slip of the fingers'],
    ['3', 'Mina Park', 'by number'],
    ['xyzxyz\u0015zoe', 'Zoë Łukasik', 'the line emptied and typed anew'],
  ])('narrows by "%s" to %s (%s)', async (typed, name) => {
    const terminal = onTerminal(
      aCrowd(),
      'node "$JOBSEARCH" contact show --json > answer.json; cat answer.json',
    );
    await terminal.answer('Who is it?', typed);
    await terminal.answer(`❯ #`, '\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toContain(`"name": "${name}"`);
  });

  test('is typed and answered in one go, and Enter alone takes the most likely', async () => {
    const home = aCrowd();
    run(home, ['event', 'add', 'Coffee', '--on', '2026-11-22 10:00', '--with', 'mina']);
    const quick = onTerminal(home, 'node "$JOBSEARCH" contact show');
    await quick.answer('Who is it?', 'zoe\r');
    expect(await quick.exitCode()).toBe(0);
    expect(quick.text()).toMatch(/Zoë Łukasik +contact #2/);
    const likely = onTerminal(home, 'node "$JOBSEARCH" contact show');
    await likely.answer('today 10:00', '\r');
    expect(await likely.exitCode()).toBe(0);
    expect(likely.text()).toMatch(/Mina Park +contact #3/);
  });

  test('takes several, and takes the last one back', async () => {
    const home = aCrowd();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" log --channel coffee --yes');
    await terminal.answer('With whom?', 'zoe,ana,mina,\u007f');
    await terminal.answer('that is all', '\r');
    expect(await terminal.exitCode()).toBe(0);
    const people = [1, 2, 3].map(
      (id) => JSON.parse(run(home, ['contact', 'show', `${id}`, '--json']).stdout).interactions.length,
    );
    expect(people).toEqual([1, 1, 0]);
  });

  test('says when nobody fits, and goes on', async () => {
    const terminal = onTerminal(aCrowd(), 'node "$JOBSEARCH" contact show');
    await terminal.answer('Who is it?', 'qqqq\r');
    await terminal.answer('Nothing fits "qqqq"', '\u0015mina\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toMatch(/Mina Park +contact #3/);
  });

  test('shows a name with control codes as letters', async () => {
    const home = aCrowd();
    run(home, ['contact', 'add', `Eve${ESC}]0;owned\u0007${ESC}[2J`]);
    const terminal = onTerminal(home, 'node "$JOBSEARCH" contact park');
    await terminal.answer('Eve␛]0;owned␇', 'eve\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.screen()).not.toContain(`${ESC}]0;`);
    expect(terminal.screen()).not.toContain(`${ESC}[2J`);
  });

  test.each([
    ['screen-256color', 40, 10],
    ['tmux-256color', 80, 6],
    ['vt100', 30, 24],
    ['', 80, 24],
  ])('works with TERM=%s on %i columns and %i rows, also resized', async (TERM, cols, rows) => {
    const home = aCrowd();
    const terminal = onTerminal(
      home,
      'node "$JOBSEARCH" contact show --json > answer.json',
      { TERM },
      { cols, rows },
    );
    await terminal.answer('Who is it?', 'z');
    terminal.resize(cols + 20, rows);
    await terminal.answer('Zoë', '\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(JSON.parse(readFileSync(join(home, 'answer.json'), 'utf8')).name).toBe('Zoë Łukasik');
  });
});

describe('the look of the prompts', () => {
  /** Every kind of question, with a reading, a refusal and answers that are drawn again once given. */
  async function askAll(options: string, more: Record<string, string>): Promise<string> {
    const home = aFolder();
    run(home, ['contact', 'add', 'Ana Ruiz']);
    run(home, ['contact', 'add', 'Mina Park']);
    run(home, ['event', 'add', 'Coffee', '--on', '2026-11-22 10:00', '--with', 'mina']);
    const terminal = onTerminal(home, `node "$JOBSEARCH" log ${options} > answer`, more);
    await terminal.answer('today 10:00', 'qqqq\u0015ana,mina\r');
    await terminal.answer('coffee', '\r');
    await terminal.answer('When?', '03/04\r');
    await terminal.answer('4 March 2026', '\u0015yesterday');
    await terminal.answer('Saturday 21 November', '\r');
    await terminal.answer('About what?', 'her team\r');
    await terminal.answer('Anything else?', CTRL_C);
    expect(await terminal.exitCode()).toBe(130);
    return terminal.screen();
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes begin with one
  const COLOUR = /\u001b\[[\d;]*m/;
  const SYMBOLS = /[❯✔→·–…↑↓⏎•]/;

  test.each<[string, Record<string, string>, boolean, boolean, string]>([
    ['', { NO_COLOR: '1' }, false, true, 'the standard variable'],
    ['--color never', { FORCE_COLOR: '1' }, false, true, 'the option is nearer than the variable'],
    ['--color always', { LC_ALL: 'C', NO_COLOR: '1' }, true, false, 'a locale that has no symbols'],
  ])('log %s with %j: colours %s, symbols %s (%s)', async (options, more, colours, symbols) => {
    const screen = await askAll(options, more);
    expect(COLOUR.test(screen)).toBe(colours);
    expect(SYMBOLS.test(screen)).toBe(symbols);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII
    if (!symbols) expect(screen.match(/[^\u0000-\u007f]/g)).toBe(null);
  });

  test('has colours that read on light and on dark alike, also while the answer goes into a file', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes begin with one
    const codes = [...(await askAll('', {})).matchAll(/\u001b\[([\d;]*)m/g)].map(([, code]) => code);
    expect([...new Set(codes)].sort()).toEqual(['1', '2', '22', '31', '32', '39']);
  });

  test('has no symbols that the font of the console lacks', async () => {
    expect(await askAll('', { TERM: 'linux' })).not.toMatch(/[❯✔⏎↑↓]/);
  });

  test('a dumb terminal has ASCII where the locale has no more', async () => {
    const home = aCrowd();
    run(home, ['event', 'add', 'Coffee', '--on', '2026-11-22 10:00', '--with', 'mina']);
    const more = { TERM: 'dumb', LC_ALL: 'C' };
    const terminal = onTerminal(home, 'node "$JOBSEARCH" contact show --json > answer', more);
    await terminal.answer('today 10:00', '1\n');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.screen()).not.toMatch(/[·–…→]/);
  });
});

describe('a question for a day', () => {
  test('shows what is typed as the day it is taken for, and both where it may be two', async () => {
    const home = aCrowd();
    run(home, ['task', 'add', 'Call Ana']);
    const terminal = onTerminal(home, 'node "$JOBSEARCH" task snooze 1');
    await terminal.answer('→ Monday 23 November', 'fri');
    await terminal.answer('→ Friday 27 November', '\u0015');
    await terminal.answer('→ Monday 23 November', '03/04\r');
    await terminal.answer('3 April 2027 or 4 March 2027', '\u0015in 2 weeks');
    await terminal.answer('→ Sunday 6 December', '\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toMatch(/Call Ana.*6 Dec/);
  });
});

test('a question for a day and a time shows both as they are taken', async () => {
  const home = aCrowd();
  const terminal = onTerminal(home, 'node "$JOBSEARCH" event add "Coffee with Ana"');
  await terminal.answer('such as: fri 14:00', 'fri');
  await terminal.answer('→ Friday 27 November', ' 2pm');
  await terminal.answer('→ Friday 27 November, 14:00', '\u001503/04');
  await terminal.answer('3 April 2027, or Thursday 4 March 2027', '\u0015at some time\r');
  await terminal.answer('no day that can be read', '\u0015tomorrow');
  await terminal.answer('→ Monday 23 November', '\r');
  expect(await terminal.exitCode()).toBe(0);
  expect(terminal.text()).toContain('Mon 23 Nov');
});

describe('Esc', () => {
  test.each([
    ['Who is it?', 'contact park'],
    ['When?', 'log ana --channel call'],
    ['no history?', 'contact remove ana'],
    ['How?', 'log ana'],
  ])('at "%s" changes nothing, and gives the terminal back', async (question, command) => {
    const home = aCrowd();
    const before = readFileSync(join(home, 'jobsearch.db'));
    const terminal = onTerminal(home, `node "$JOBSEARCH" ${command}; echo "left with $?"; stty -a`);
    await terminal.answer(question, ESC);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toMatch(/Cancelled\. Nothing was changed\.\n(.*\n)*left with 130/);
    expect(terminal.text()).toMatch(/ icanon .*\n?.* echo /);
    const [shown, hidden] = ['[?25h', '[?25l'].map((code) => terminal.screen().lastIndexOf(`${ESC}${code}`));
    expect(shown).toBeGreaterThanOrEqual(hidden!);
    expect(readFileSync(join(home, 'jobsearch.db')).equals(before)).toBe(true);
  });
});

describe('a dumb terminal', () => {
  const dumb = { TERM: 'dumb' };

  test('is asked a line at a time, without a control code', async () => {
    const home = aCrowd();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" log --json > answer.json', dumb);
    await terminal.answer('With whom?', 'zoe\n');
    await terminal.answer('8. group', '');
    await terminal.answer('How? [3]', 'walk\n');
    await terminal.answer('A number from 1 to 8', '1\n');
    await terminal.answer('When? [today]', 'tomorrow\n');
    await terminal.answer('has not come yet', 'yesterday\n');
    await terminal.answer('Saturday 21 November', '');
    await terminal.answer('About what?', 'the opening\n');
    await terminal.answer('8. it was only small talk', '');
    await terminal.answer('Anything else? [1]', '8\n');
    await terminal.answer('Anything else? [1]', '\n');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.screen()).not.toContain(ESC);
    expect(JSON.parse(readFileSync(join(home, 'answer.json'), 'utf8'))).toMatchObject({
      ...{ channel: 'call', day: '2026-11-21', about: 'the opening', substantive: false },
      people: [{ name: 'Zoë Łukasik' }],
    });
  });

  test('narrows a list by words', async () => {
    const home = aCrowd();
    run(home, ['contact', 'add', 'Mina Okafor']);
    const terminal = onTerminal(home, 'node "$JOBSEARCH" contact show', dumb);
    await terminal.answer('Who is it? [1]', 'mina\n');
    await terminal.answer('2. #3 Mina Park', '2\n');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toMatch(/Mina Park +contact #3/);
  });

  test.each([
    [CTRL_C, 'Ctrl+C'],
    ['\u0004', 'the end of the input'],
    [`${ESC}\n`, 'Esc'],
  ])('is left without a change (%j, %s)', async (keys) => {
    const home = aCrowd();
    const before = readFileSync(join(home, 'jobsearch.db'));
    const terminal = onTerminal(
      home,
      'trap : INT; node "$JOBSEARCH" contact remove ana; echo "left with $?"',
      dumb,
    );
    await terminal.answer('no history?', keys);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toContain('Cancelled. Nothing was changed.\nleft with 130');
    expect(readFileSync(join(home, 'jobsearch.db')).equals(before)).toBe(true);
  });
});

describe('the editor', () => {
  /** A home with an editor that runs `script`, with the file as $1; temporary files go to a folder of their own. */
  function anEditor(script: string) {
    const home = aCrowd();
    const editor = join(home, 'my editor');
    writeFileSync(editor, `#!/bin/sh\n${script}\n`);
    chmodSync(editor, 0o755);
    const temporary = join(home, 'cache');
    run(home, ['contact', 'edit', '1', '--note', 'before']);
    const env = { EDITOR: `'${editor}' --wait`, TMPDIR: temporary };
    return { home, env, left: () => readdirSync(temporary).filter((name) => name.startsWith('jobsearch-')) };
  }
  const noteIn = (home: string) => JSON.parse(run(home, ['contact', 'show', '1', '--json']).stdout).notes;
  const keep = 'mkdir -p "$TMPDIR"; ';

  test('begins with the note, and what it leaves is the note', async () => {
    const { home, env, left } = anEditor(
      'cp "$2" seen; ls -ld "$(dirname "$2")" "$2" > modes; printf "one\\n\\ntwo\\n\\n" > "$2"; echo drawn on the screen',
    );
    const edit = `${keep}node "$JOBSEARCH" contact edit ana --editor --json > answer.json`;
    const terminal = onTerminal(home, edit, env);
    expect(await terminal.exitCode()).toBe(0);
    expect(readFileSync(join(home, 'seen'), 'utf8')).toBe('before\n');
    expect(readFileSync(join(home, 'modes'), 'utf8')).toMatch(/^drwx------.*\n-rw-------/);
    expect(JSON.parse(readFileSync(join(home, 'answer.json'), 'utf8')).notes).toBe('one\n\ntwo');
    expect(terminal.text()).toContain('drawn on the screen');
    expect(noteIn(home)).toBe('one\n\ntwo');
    expect(left()).toEqual([]);
  });

  test.each([
    ['true', 130, 'Cancelled. Nothing was changed.', 'left as it was'],
    ['echo after > "$2"; exit 1', 130, 'Cancelled. Nothing was changed.', 'it failed'],
    ['kill -INT $$', 130, 'Cancelled. Nothing was changed.', 'it was interrupted'],
    ['exit 127', 1, 'cannot be started', 'there is none of that name'],
  ])('%s: exit %i, %s (%s)', async (script, code, said) => {
    const { home, env, left } = anEditor(script);
    const terminal = onTerminal(home, `${keep}node "$JOBSEARCH" contact edit ana --editor`, env);
    expect(await terminal.exitCode()).toBe(code);
    expect(terminal.text().replace(/\s+/g, ' ')).toContain(said);
    expect(noteIn(home)).toBe('before');
    expect(left()).toEqual([]);
  });

  test('is opened by e where an answer may be long', async () => {
    const { home, env } = anEditor('echo "how her team hires, at length" > "$2"');
    const terminal = onTerminal(home, `${keep}node "$JOBSEARCH" log ana --channel call`, env);
    await terminal.answer('When?', '\r');
    await terminal.answer('About what? (e: editor)', 'e\r');
    await terminal.answer('Anything else?', '\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(interactionsIn(home)).toMatchObject([{ about: 'how her team hires, at length' }]);
  });

  test('is refused without a terminal, and asked for where none is named', async () => {
    const home = aCrowd();
    expect(run(home, ['contact', 'edit', '1', '--editor'])).toMatchObject({ exitCode: 2, stdout: '' });
    const terminal = onTerminal(home, 'node "$JOBSEARCH" contact edit 1 --editor', { TERM: 'dumb' });
    expect(await terminal.exitCode()).toBe(1);
    expect(terminal.text()).toContain('neither $VISUAL nor $EDITOR');
  });
});

const PARTS = [
  ...['online profile', 'elevator pitch', 'target list', 'references', 'interview stories'],
  ...['clothes', 'portfolio', 'salary research', 'interview practice'],
];

describe('the setup', () => {
  const questions = [
    ['What are you looking for', 'work on developer tools\r'],
    ['As what?', 'platform engineer\r'],
    ['At which companies?', 'Acme\r'],
    ['What is your situation?', `${ESC}[B\r`],
    ['How many minutes', '\r'],
    ['When does your week begin?', '\r'],
    ["LinkedIn's export", 'Connections.csv\r'],
    ['How far is your preparation?', 'y\r'],
    ['résumé?', `${ESC}[B\r`],
    ...PARTS.map((part) => [`${part}?`, '\r'] as const),
  ] as const;
  const people =
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nLee,Chen,,,Acme,CTO,12 Mar 2024\n';

  test('asks everything, brings the people, and writes at the end', async () => {
    const home = aFolder();
    writeFileSync(join(home, 'Connections.csv'), people);
    const terminal = onTerminal(home, 'node "$JOBSEARCH" setup');
    for (const [question, keys] of questions) await terminal.answer(question, keys);
    await terminal.answer('Import 1', '\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toContain('Next: jobsearch today');
    expect(JSON.parse(run(home, ['config', '--json']).stdout)).toMatchObject({
      ...{ goal: 'work on developer tools', roles: ['platform engineer'], targets: ['Acme'] },
      ...{ situation: 'employed', minutes: 45 },
    });
    expect(JSON.parse(run(home, ['contact', 'list', '--json']).stdout)).toHaveLength(1);
  });

  test('shows what may be typed, and goes back by one key wherever it is', async () => {
    const home = aFolder();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" setup', {}, { cols: 34, rows: 30 });
    await terminal.answer('such as: a backend role', 'toosl\r');
    await terminal.answer('As what?', '<');
    await terminal.answer('(toosl)', 'tools\r');
    await terminal.answer('As what?', '\r');
    await terminal.answer('At which', '\r');
    await terminal.answer('What is your situation?', '<');
    await terminal.answer('At which', 'Acme\r');
    await terminal.answer('What is your situation?', '\r');
    await terminal.answer('How many minutes', '1h30');
    await terminal.answer('→ 1 h 30 min', '\r');
    await terminal.answer('week begin?', '\r');
    await terminal.answer("LinkedIn's", '\r');
    await terminal.answer('How far', '<');
    await terminal.answer("LinkedIn's", '\r');
    await terminal.answer('How far', 'n\r');
    expect(await terminal.exitCode()).toBe(0);
    expect(JSON.parse(run(home, ['config', '--json']).stdout)).toMatchObject({
      ...{ goal: 'tools', targets: ['Acme'], minutes: 90 },
    });
    // No word is broken at the end of a line, and an answer that was taken back does not stay.
    expect(terminal.text()).toContain('do you\n  have for the search?');
    expect(terminal.text()).toMatch(/✔ What is your situation\? ?\n {2}between jobs/);
    expect(terminal.text()).not.toContain('❯ between jobs\n  employed\n\n↑↓ to choose, ⏎ to take it\n✔');
  });

  test.each([
    [0, ESC],
    [3, CTRL_C],
    [9, ESC],
  ])('is left at question %i (%j) without a trace', async (at, key) => {
    const home = aFolder();
    writeFileSync(join(home, 'Connections.csv'), people);
    const terminal = onTerminal(home, 'node "$JOBSEARCH" setup; echo "left with $?"; stty -a');
    for (const [question, keys] of questions.slice(0, at)) await terminal.answer(question, keys);
    await terminal.answer(questions[at]![0], key);
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.text()).toMatch(/Cancelled\. Nothing was changed\.\n(.*\n)*left with 130/);
    expect(terminal.text()).toMatch(/ icanon .*\n?.* echo /);
    expect(JSON.parse(run(home, ['config', '--json']).stdout)).toMatchObject({
      goal: null,
      situation: 'unemployed',
    });
  });

  test('on a dumb terminal is a line at a time, with examples, refusals and the way back', async () => {
    const home = aFolder();
    const terminal = onTerminal(home, 'node "$JOBSEARCH" setup', { TERM: 'dumb' });
    await terminal.answer('(such as: a backend role in a platform team)', 'tools\n');
    await terminal.answer('As what?', '<\n');
    await terminal.answer('[tools]', '\n');
    for (const question of ['As what?', 'companies?']) await terminal.answer(question, '\n');
    await terminal.answer('situation? [1]', '<\n');
    await terminal.answer('companies?', '\n');
    await terminal.answer('situation? [1]', '2\n');
    await terminal.answer('[45]', 'much\n');
    await terminal.answer('from 5 to 960', '1h\n');
    await terminal.answer('begin? [1]', '\n');
    await terminal.answer('later)', '\n');
    await terminal.answer('Now? [Y/n]', 'n\n');
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.screen()).not.toContain(ESC);
    expect(JSON.parse(run(home, ['config', '--json']).stdout)).toMatchObject({
      ...{ goal: 'tools', situation: 'employed', minutes: 60 },
    });
  });

  test('Esc at its very last question leaves nothing behind', async () => {
    const home = aFolder();
    writeFileSync(join(home, 'Connections.csv'), people);
    const terminal = onTerminal(home, 'node "$JOBSEARCH" setup');
    for (const [question, keys] of questions) await terminal.answer(question, keys);
    await terminal.answer('Import 1', ESC);
    expect(await terminal.exitCode()).toBe(130);
    expect(JSON.parse(run(home, ['config', '--json']).stdout)).toMatchObject({ goal: null, targets: [] });
    expect(JSON.parse(run(home, ['contact', 'list', '--json']).stdout)).toEqual([]);
    expect(run(home, ['prep']).stdout).toContain('0 of 10 ready');
  });
});
