import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands';
import { isHarmless } from './support/terminal-text';
import { argvOf } from './support/transcript';
import { aWorld, runJobsearch, type Setting } from './support/world';

const ESCAPE = '\u001b';

describe('where the database is', () => {
  const add = ['contact', 'add', 'Ana'];

  test.each<[string, string[], Record<string, string>, string]>([
    ['its own place', [], {}, 'jobsearch.db'],
    ['the variable', [], { JOBSEARCH_DB: 'variable.db' }, 'variable.db'],
    [
      'the option, even with the variable',
      ['--db', 'option.db'],
      { JOBSEARCH_DB: 'variable.db' },
      'option.db',
    ],
  ])('%s', async (_, options, env, name) => {
    const { folder, runJobsearch } = aWorld();
    const inFolder = (value: string) => (value.endsWith('.db') ? join(folder, value) : value);
    const where = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, inFolder(value)]));
    const { exitCode } = await runJobsearch([...options.map(inFolder), ...add], { env: where });
    expect(exitCode).toBe(0);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test.each([['--help'], ['--version'], ['contact', '--help'], ['contcat'], ['task', 'add', '--due']])(
    '%j opens none',
    async (...argv) => {
      const { folder, runJobsearch } = aWorld();
      await runJobsearch(argv);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

describe('the commands that are named', () => {
  test.each([
    ['on a screen', ['--db', 'other.db', 'contact', 'add', 'Ana'], 'jobsearch --db other.db log 1'],
    ['with = and a blank', ['contact', 'add', 'Ana', '--db=my file.db'], 'jobsearch --db "my file.db" log 1'],
    ['in a hint', ['contact', 'show', '7', '--db', 'other.db'], 'Hint: jobsearch --db other.db contact'],
    [
      'in one that was meant',
      ['--db', 'other.db', 'contcat'],
      'did you mean: jobsearch --db other.db contact\n',
    ],
    ['in one for the last word', ['contcat', '--db', 'other.db'], 'jobsearch contact --db other.db\n'],
    ['without it', ['contact', 'add', 'Ana'], ': jobsearch log 1'],
    ['after --, where it is a word', ['contact', 'add', '--', '--db', 'x'], ': jobsearch log 1'],
  ])('go to the file of --db: %s', async (_, argv, said) => {
    const { folder, runJobsearch } = aWorld();
    const inFolder = argv.map((word) => word.replace(/(other|my file)\.db/, `${folder}/$&`));
    const { stdout, stderr } = await runJobsearch(inFolder, { width: 300 });
    expect((stdout + stderr).replaceAll(`${folder}/`, '')).toContain(said);
  });

  test('are as ever in what is read by programs', async () => {
    const { folder, runJobsearch } = aWorld();
    const db = `${folder}/other.db`;
    await runJobsearch(['task', 'add', 'try jobsearch today', '--db', db]);
    for (const line of ['task list --json', 'export', 'completion bash']) {
      expect((await runJobsearch([...line.split(' '), '--db', db])).stdout).not.toContain('jobsearch --db');
    }
  });
});

describe('exit codes', () => {
  test.each<[string[], number, string]>([
    [['contact', 'list'], 0, 'an empty list'],
    [['contact', 'show', 'ana'], 1, 'nobody of that name'],
    [['contact', 'show'], 2, 'an argument is missing'],
    [['contact', 'add'], 2, 'an answer is missing, and there is no terminal'],
    [['contcat'], 2, 'no such command'],
    [['--jsn', 'contact', 'list'], 2, 'no such option'],
    [['contact', 'list', '--db', '/dev/null/jobsearch.db'], 1, 'a place that cannot be'],
  ])('%j: %i (%s)', async (argv, code) => {
    const { exitCode, stderr, stdout } = await runJobsearch(argv);
    expect(exitCode).toBe(code);
    expect(stderr === '').toBe(code === 0);
    expect(stdout === '').toBe(code !== 0);
  });

  test.each([
    ...['kept', 'broken', 'release', 'edit', 'nudged'].map((name) => [`promise ${name}`, 'promise list']),
    ...['done', 'drop', 'edit --no-urgent', 'snooze'].map((name) => [`task ${name}`, 'task list']),
    ...['done', 'cancel', 'edit --minutes 5', 'show'].map((name) => [`event ${name}`, 'event list']),
    ...['outcome', 'nudged'].map((name) => [`ask ${name}`, 'ask list']),
    ...['show', 'move', 'edit --title x'].map((name) => [`job ${name}`, 'job list']),
    ...['remove', 'loop'].map((name) => [`act ${name}`, 'act list']),
    ['config get', 'config list'],
  ])('jobsearch %s without a number names %s, and no number that may not exist', async (line, list) => {
    const { exitCode, stderr } = await runJobsearch(line.split(' '));
    expect(exitCode).toBe(2);
    expect(stderr.split('\n')[1]).toMatch(new RegExp(`^Hint: jobsearch ${list} shows`));
  });

  test('a bug of ours is said to be one, with where it is', async () => {
    const { runJobsearch, dbPath } = aWorld();
    await runJobsearch(['contact', 'add', 'Ana']);
    const db = new Database(dbPath);
    db.exec('CREATE TRIGGER unknown AFTER INSERT ON contacts BEGIN SELECT no_such_function(); END');
    db.close();
    const { exitCode, stderr, stdout } = await runJobsearch(['contact', 'add', 'Ana']);
    expect([exitCode, stdout]).toEqual([70, '']);
    expect(stderr).toContain('this is a bug in jobsearch');
    expect(stderr).toContain('no such function');
    expect(stderr).toMatch(/\n {4}at /);
  });

  test('a table that is gone is damage to the file, not a bug', async () => {
    const { runJobsearch, dbPath } = aWorld();
    await runJobsearch(['contact', 'add', 'Ana']);
    const db = new Database(dbPath);
    db.exec('DROP TABLE contacts');
    db.close();
    const { exitCode, stderr } = await runJobsearch(['contact', 'list']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('is damaged')]);
  });

  test('an error names what is wrong, then the next command to type', async () => {
    const { stderr } = await runJobsearch(['contact', 'show', '12']);
    expect(stderr).toBe('jobsearch: There is no contact #12.\nHint: jobsearch contact list\n');
  });
});

describe('the clock', () => {
  const today = async (env: Record<string, string>) => {
    const { stdout } = await runJobsearch(['contact', 'add', 'Ana', '--json'], { env });
    return JSON.parse(stdout).addedOn;
  };

  test('is the one of the machine, or JOBSEARCH_NOW', async () => {
    expect(await today({})).toBe('2026-11-22');
    expect(await today({ JOBSEARCH_NOW: '2027-01-05' })).toBe('2027-01-05');
    expect(await today({ JOBSEARCH_NOW: '2027-01-05T23:59' })).toBe('2027-01-05');
    expect(await today({ JOBSEARCH_NOW: '2027-01-05T00:01' })).toBe('2027-01-05');
  });

  test('that cannot be read is a usage error', async () => {
    const { exitCode, stderr } = await runJobsearch(['contact', 'list'], { env: { JOBSEARCH_NOW: 'noon' } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('JOBSEARCH_NOW is "noon"');
  });
});

describe('a dry run', () => {
  test.each<string[]>([
    ['contact', 'add', 'Lee'],
    ['contact', 'edit', 'ana', '--name', 'Anna'],
    ['contact', 'remove', 'ana', '--yes'],
    ['task', 'add', 'Call', '--for', 'ana'],
    ['event', 'add', 'Coffee', '--on', 'fri', '--with', 'ana'],
    ['log', 'ana', '--channel', 'call', '--promised', 'the deck', '--yes'],
    ['prep', 'pitch', 'rough'],
    ['config', 'minutes', '60'],
  ])('of %s says what would happen, and changes nothing', async (...argv) => {
    const { dbPath, runJobsearch } = aWorld();
    await runJobsearch(['contact', 'add', 'Ana']);
    const before = readFileSync(dbPath);
    const { exitCode, stdout, stderr } = await runJobsearch([...argv, '--dry-run']);
    expect([exitCode, stderr]).toEqual([0, 'Dry run: nothing was changed.\n']);
    expect(stdout).not.toBe('');
    expect(readFileSync(dbPath).equals(before)).toBe(true);
  });
});

describe('colour', () => {
  const coloured = async (argv: string[], env: Record<string, string>, terminal: boolean) =>
    (await runJobsearch(['contact', 'add', 'Ana', ...argv], { env, terminal })).stdout.includes(ESCAPE);

  test.each<[boolean, string[], Record<string, string>, boolean, string]>([
    [true, [], {}, true, 'a terminal'],
    [false, [], {}, false, 'a pipe'],
    [true, [], { NO_COLOR: '1' }, false, 'a terminal, and the user wants none'],
    [true, [], { NO_COLOR: '' }, true, 'an empty variable says nothing'],
    [true, [], { TERM: 'dumb' }, false, 'a terminal without colours'],
    [true, ['--no-color'], {}, false, 'none wanted this time'],
    [false, ['--color'], {}, true, 'wanted this time, in a pipe'],
    [true, ['--color'], { NO_COLOR: '1' }, true, 'the option is nearer than the variable'],
    [false, [], { FORCE_COLOR: '1' }, true, 'forced in a pipe'],
    [true, [], { FORCE_COLOR: '0' }, false, 'forced to be off'],
    [false, [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, 'forced, and not wanted'],
    [false, [], { FORCE_COLOR: '3' }, true, 'forced, with as many colours as there are'],
    [true, [], { FORCE_COLOR: 'false' }, false, 'forced to be off, in words'],
    [false, [], { FORCE_COLOR: '' }, false, 'an empty variable says nothing'],
    [false, ['--color=always'], { FORCE_COLOR: '0', NO_COLOR: '1' }, true, 'always, over both variables'],
    [true, ['--color=never'], { FORCE_COLOR: '1' }, false, 'never, over the variable'],
    [true, ['--no-color'], { FORCE_COLOR: '1' }, false, 'the same, said otherwise'],
    [true, ['--color=auto'], { NO_COLOR: '1' }, true, 'auto: a terminal'],
    [false, ['--color=auto'], { FORCE_COLOR: '1' }, false, 'auto: a pipe'],
    [false, ['--color', 'always'], { NO_COLOR: '1' }, true, 'the value after a blank'],
    [true, ['--color', 'never'], { FORCE_COLOR: '1' }, false, 'the other one'],
    [true, ['--color', '--no-color'], {}, false, 'the last word counts'],
  ])('terminal %s, %j %j: %s (%s)', async (terminal, argv, env, is) => {
    expect(await coloured(argv, env, terminal)).toBe(is);
  });

  test('is never in JSON', async () => {
    const { stdout } = await runJobsearch(['contact', 'add', 'Ana', '--json', '--color'], { terminal: true });
    expect(stdout).not.toContain(ESCAPE);
  });
});

describe('--color', () => {
  test.each([[['--color', 'contact', 'list']], [['--color=always', 'contact', 'list']], [['--color']]])(
    '%j takes no command for its value',
    async (argv) => {
      const { stdout, exitCode } = await runJobsearch(argv);
      expect(exitCode).toBe(0);
      expect(stdout).toContain(ESCAPE);
    },
  );

  test('of another kind is refused', async () => {
    const { stderr, exitCode } = await runJobsearch(['contact', 'list', '--color=often']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("'often'");
    expect(stderr).toContain('always, auto, never');
  });
});

describe('a pager', () => {
  const paged = async (argv: string[], setting: Setting) => {
    const { runJobsearch } = aWorld({ terminal: true, rows: 24 });
    return (await runJobsearch(argv, setting)).pagers;
  };
  const long = ['demo', 'contact', 'list'];

  test.each<[string, string[], Setting, string[]]>([
    ['is used for more than a screen', long, {}, ['less -FRX']],
    ['is not used for less', ['contact', 'list'], {}, []],
    ['is not used in a pipe', long, { terminal: false }, []],
    ['is not used for JSON', [...long, '--json'], {}, []],
    ['is the one that PAGER names', long, { env: { PAGER: 'more -s' } }, ['more -s']],
    ['is its own before that', long, { env: { PAGER: 'more', JOBSEARCH_PAGER: 'most' } }, ['most']],
    ['is none when PAGER is cat', long, { env: { PAGER: 'cat' } }, []],
    ['is none when PAGER is empty', long, { env: { PAGER: '' } }, []],
    ['is none with --no-pager', [...long, '--no-pager'], {}, []],
    ['is none on a terminal that cannot page', long, { env: { TERM: 'dumb' } }, []],
  ])('%s', async (_, argv, setting, pagers) => {
    expect(await paged(argv, setting)).toEqual(pagers);
  });

  test('leaves a line for the prompt', async () => {
    const { stdout } = await aWorld().runJobsearch(long);
    const rows = stdout.split('\n').length;
    expect(await paged(long, { rows })).toEqual([]);
    expect(await paged(long, { rows: rows - 1 })).toEqual(['less -FRX']);
  });
});

describe('where the locale is not UTF-8', () => {
  test.each<[Record<string, string>, boolean]>([
    [{ LANG: '' }, true],
    [{ LANG: 'C' }, true],
    [{ LANG: 'POSIX' }, true],
    [{ LANG: 'de_DE.ISO-8859-1' }, true],
    [{ LANG: 'C.UTF-8' }, false],
    [{ LANG: 'en_US.utf8' }, false],
    [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, true],
    [{ LC_CTYPE: 'C', LANG: 'en_US.UTF-8' }, true],
    [{ LC_ALL: '', LC_CTYPE: 'en_US.UTF-8', LANG: 'C' }, false],
  ])('%j', async (env, isAscii) => {
    const { stdout } = await runJobsearch(['quadrant'], { env });
    expect(/[·–→█…]/.test((await runJobsearch(['demo', 'quadrant'], { env })).stdout)).toBe(!isAscii);
    expect(stdout).not.toBe('');
  });

  test('names keep their letters', async () => {
    const { stdout } = await runJobsearch(['contact', 'add', 'Seán Ó Dálaigh'], { env: { LANG: 'C' } });
    expect(stdout).toContain('Seán Ó Dálaigh');
  });

  test('errors and help pages have ASCII symbols too', async () => {
    const { stderr } = await runJobsearch(['contact', 'show', '…'], { env: { LANG: 'C' } });
    expect(stderr).not.toContain('…');
    const { stdout } = await runJobsearch(['log', '--help'], { env: { LANG: 'C' } });
    expect(stdout).not.toMatch(/[·–→█…]/);
  });
});

describe('whatever is typed', () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('a', ' ', ',', '#', '1', ESCAPE, '\n', '\r', '\u009b', '\u202e', '\ud800'),
    ),
    minLength: 1,
    maxLength: 20,
  });
  // A value that begins with a dash is an option, and commander's business.
  const anyValue = anyText.filter((text) => !text.startsWith('-'));

  test('nothing that acts on the terminal comes back, and nothing is a bug of ours', async () => {
    const { runJobsearch } = aWorld();
    const commandsWith = (text: string): string[][] => [
      ['contact', 'show', text],
      ['contact', 'add', text, '--company', text, '--note', text],
      ['contact', 'list', '--level', text],
      ['task', 'add', text, '--due', text],
      ['task', 'done', text],
      ['event', 'add', text, '--on', text],
      ['log', text, '--channel', 'call', '--about', text, '--yes'],
      ['config', 'goal', text],
      [text],
      [`--${text}`],
    ];
    await fc.assert(
      fc.asyncProperty(anyValue, async (text) => {
        for (const argv of [...commandsWith(text), ['contact', 'list'], ['contact', 'list', '--json']]) {
          const { stdout, stderr, exitCode } = await runJobsearch(argv);
          expect([argv, exitCode]).not.toEqual([argv, 70]);
          expect(isHarmless(stdout)).toBe(true);
          expect(isHarmless(stderr)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});

// ── the commands themselves ───────────────────────────────────────────────────────────────────────

const listed = commands.flatMap((entry) =>
  'commands' in entry
    ? entry.commands.map((command) => ({ path: `${entry.name} ${command.name}`, command }))
    : [{ path: entry.name, command: entry }],
);
const all = await Promise.all(
  listed.map(async ({ path, command }) => ({ path, command: { ...command, ...(await command.load()) } })),
);

describe.each(all)('$path', ({ path, command }) => {
  test('has a help page with its summary and its examples', async () => {
    const { stdout, exitCode } = await runJobsearch([...path.split(' '), '--help']);
    expect(exitCode).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(command.summary);
    expect(command.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) expect(stdout).toContain(`  $ ${example}\n`);
  });

  test.each(command.examples)('%s', async (example) => {
    const [typed = ''] = example.replace(/ --db \S+/, '').split(/ [|>] /);
    // A group's usual command goes without its name.
    const [group] = path.split(' ');
    const named = command.isDefault ? `jobsearch ${group} ` : ` ${path} `;
    expect(['jobsearch', 'jobsearch demo'].includes(typed) || `${typed} `.includes(named)).toBe(true);
    // It is understood, and goes no further than a database that cannot be; the sample search has its own.
    const { exitCode, stderr } = await runJobsearch(argvOf(typed), {
      env: { JOBSEARCH_DB: '/dev/null/no.db' },
    });
    // The sample has a file of its own, and neither a script for the shell nor a schema has anything to do with one.
    if (['demo', 'completion', 'schema'].includes(path)) expect(exitCode).toBe(0);
    else expect(stderr).toContain('/dev/null/no.db cannot be opened');
  });
});

test('a file in the way is left as it is', async () => {
  const { folder, runJobsearch } = aWorld();
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'notes.txt'), 'call Ana');
  for (const name of ['data', 'notes.txt']) {
    const { exitCode, stderr } = await runJobsearch(['contact', 'list', '--db', join(folder, name)]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(join(folder, name));
    expect(stderr).toContain('Hint: choose another place');
  }
  expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('call Ana');
  expect(existsSync(join(folder, 'jobsearch.db'))).toBe(false);
});

describe('what only looks like a place or a time', () => {
  test.each([' ', 'trim.db ', ' x.db', ':memory:'])('the database %j', async (path) => {
    const { exitCode, stderr } = await runJobsearch(['contact', 'add', 'Ana'], {
      env: { JOBSEARCH_DB: path },
    });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('is no name for a file')]);
  });

  test.each(['-000001-01-01', '275760-09-13', '2026-02-29', 'soon'])('the moment %j', async (now) => {
    const { exitCode, stderr } = await runJobsearch(['today'], { env: { JOBSEARCH_NOW: now } });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(now)]);
  });
});

describe('a database that is not there', () => {
  const writing = ['contact', 'add', 'Ana'];

  test.each([
    [[]],
    [['today', '--json']],
    [['contact', 'list']],
    [['find', 'ana']],
    [['export']],
    [['shallow']],
    [['config', 'list']],
    [['ask']],
    [['history']],
    [['remind']],
    [['path', 'nobody']],
    [[...writing, '--dry-run']],
  ])('is not made by %j', async (argv) => {
    const { runJobsearch, folder } = aWorld();
    await runJobsearch(argv);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each<[string, string[], Record<string, string>, string]>([
    ['an option', ['--db', 'no such.db'], {}, 'jobsearch --db "no such.db" setup'],
    ['the variable', [], { JOBSEARCH_DB: 'nowhere.db' }, 'jobsearch setup'],
  ])('named by %s is said to be missing, beside the empty answer', async (_, named, env, command) => {
    const { stdout, stderr, exitCode } = await runJobsearch([...named, 'task', 'list', '--json'], { env });
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, []]);
    const path = named[1] ?? env.JOBSEARCH_DB;
    expect(stderr).toBe(
      `There is no database ${path}: this is what an empty one shows.\nHint: to begin one there: ${command}\n`,
    );
    expect(existsSync(path!)).toBe(false);
  });

  test('in the default place is the first run, of which nothing is said', async () => {
    const { stdout, stderr } = await runJobsearch([]);
    expect(stdout).toContain('Three first steps');
    expect(stderr).toBe('');
  });

  test('is made by a command that writes, for its owner alone', async () => {
    const { runJobsearch, dbPath } = aWorld();
    await runJobsearch(writing);
    expect(statSync(dbPath).mode & 0o777).toBe(0o600);
    expect((await runJobsearch(['contact', 'list', '--ids'])).stdout).toBe('1\n');
  });
});
