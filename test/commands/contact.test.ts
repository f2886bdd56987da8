import { describe, expect, test } from 'vitest';
import { aWorld, runJobsearch } from '../support/world';

test('"" clears a field: it is as if it had never been given', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch([
    'contact',
    'add',
    'Ana',
    '--company',
    'Acme',
    '--role',
    'Engineer',
    '--purpose',
    'learn',
    '--note',
    'n',
  ]);
  const cleared = ['company', 'role', 'purpose', 'note', 'met'].flatMap((field) => [`--${field}`, '']);
  const { stdout } = await runJobsearch(['contact', 'edit', 'ana', ...cleared, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    company: null,
    role: null,
    purpose: null,
    notes: null,
    howMet: null,
  });
});

test('an empty field of a new person is no field', async () => {
  const { stdout } = await aWorld().runJobsearch([
    'contact',
    'add',
    'Ana',
    '--purpose',
    ' ',
    '--company',
    '',
    '--json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ purpose: null, company: null });
});

test('an edit that fails half-way changes nothing', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch(['contact', 'add', 'Ana', '--company', 'Acme']);
  const edit = ['contact', 'edit', 'ana', '--company', 'Globex', '--email', 'ana@globex.example'];
  const { exitCode } = await runJobsearch([...edit, '--remove-phone', '+34 600 123 456']);
  expect(exitCode).toBe(1);
  const { stdout } = await runJobsearch(['contact', 'show', 'ana', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ company: 'Acme', points: [] });
});

test('one open task is said to stay, several are', async () => {
  const { runJobsearch } = aWorld();
  await runJobsearch(['contact', 'add', 'Ana']);
  await runJobsearch(['task', 'add', 'Call', '--for', 'ana']);
  const remove = ['contact', 'remove', 'ana', '--yes', '--dry-run'];
  expect((await runJobsearch(remove)).stdout).toContain('1 open task stays, without the link.');
  await runJobsearch(['task', 'add', 'Call again', '--for', 'ana']);
  expect((await runJobsearch(remove)).stdout).toContain('2 open tasks stay, without the link.');
});

test('what was asked and answered stands on the page of a person', async () => {
  const { runJobsearch } = aWorld();
  const says = async (argv: string[]) => (await runJobsearch(argv)).stdout;
  await says(['contact', 'add', 'Ana Ruiz']);
  await says(['ask', '1', '--for', 'advice', '--record']);
  expect(await says(['contact', 'show', '1'])).not.toContain('Asked of them');
  await says(['ask', 'outcome', '1', 'yes']);
  expect(await says(['contact', 'show', '1'])).toContain(
    'Asked of them\n  #1  an answer to one question: yes, 22 Nov\n',
  );
});

describe('what is too much is refused, and nothing is cut', () => {
  test.each<[string, string[], string]>([
    ['a name', ['contact', 'add', 'x'.repeat(201)], 'The name has 201 characters; at most 200 are taken.'],
    ['a company', ['contact', 'add', 'Ana', '--company', 'x'.repeat(501)], '--company has 501 characters'],
    ['a note', ['contact', 'add', 'Ana', '--note', 'x'.repeat(100_001)], '--note has 100,001 characters'],
    ['a tag', ['contact', 'add', 'Ana', '--tag', 'x'.repeat(51)], '--tag has 51 characters'],
    [
      'an address',
      ['contact', 'add', 'Ana', '--email', `${'x'.repeat(320)}@b.c`],
      'address has 324 characters',
    ],
    [
      'a link',
      ['contact', 'add', 'Ana', '--link', `b.org/${'x'.repeat(2_000)}`],
      'The link has 2,006 characters',
    ],
    [
      'a number',
      ['contact', 'add', 'Ana', '--phone', '0'.repeat(51)],
      'The telephone number has 51 characters',
    ],
    ['a list', ['contact', 'add', 'Ana', ...tags(51, 'a')], '"a50" is one too many'],
    ['a setting', ['config', 'goal', 'x'.repeat(5_001)], 'goal has 5,001 characters'],
    [
      'people',
      ['log', Array.from({ length: 101 }, (_, at) => `p${at}`).join(','), '--channel', 'call', '--yes'],
      '101 people at once',
    ],
    ['half a character', ['contact', 'add', 'Ana\ud83d'], 'The name has half a character at place 4'],
  ])('%s', async (_what, argv, message) => {
    const { runJobsearch } = aWorld();
    const { stderr, exitCode } = await runJobsearch(argv);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect((await runJobsearch(['contact', 'list', '--json'])).stdout).toBe('[]\n');
  });

  test('tags that come one after the other', async () => {
    const { runJobsearch } = aWorld();
    await runJobsearch(['contact', 'add', 'Ana', ...tags(50, 'a')]);
    const { stderr, exitCode } = await runJobsearch(['contact', 'edit', 'ana', '--tag', 'b']);
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining('Ana would have 51 tags; at most 50 are kept'),
    ]);
  });

  test('a very long word is said back in short', async () => {
    const { stderr } = await runJobsearch(['contact', 'show', 'word '.repeat(20_000)]);
    expect(stderr).toContain('characters more');
    expect(stderr.length).toBeLessThan(2_500);
  });
});

function tags(count: number, name: string): string[] {
  return Array.from({ length: count }, (_, at) => ['--tag', `${name}${at}`]).flat();
}

test.each<[string, string[], string[]]>([
  ['a name', ['contact', 'add', 'Ana\nRuiz'], ['contact', 'list']],
  ['a company', ['contact', 'add', 'Ana', '--company', 'Acme\r\n  Ruiz'], ['contact', 'list']],
  ['a new name', ['contact', 'edit', '1', '--name', 'Ana\u2028Ruiz'], ['contact', 'list']],
  ['somebody met', ['log', 'Ana\nRuiz', '--add', '--channel', 'call'], ['contact', 'list']],
  ['a task', ['task', 'add', 'Call Ana\nRuiz'], ['task', 'list']],
  ['an event', ['event', 'add', 'Tea with Ana\nRuiz', '--on', 'fri'], ['event', 'list']],
  ['a company that hires', ['job', 'add', 'Ana\nRuiz'], ['job', 'list']],
  ['the task of a promise', ['promise', 'add', '1', 'the book of Ana\nRuiz'], ['task', 'list']],
])('%s is one line, whatever was pasted', async (_, argv, list) => {
  const { runJobsearch } = aWorld();
  await runJobsearch(['contact', 'add', 'Lee Chen']);
  expect(await runJobsearch(argv)).toMatchObject({ exitCode: 0 });
  expect((await runJobsearch([...list, '--json'])).stdout).toMatch(/(Ana|Acme) Ruiz/);
});
