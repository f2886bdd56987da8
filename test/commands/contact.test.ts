import { expect, test } from 'vitest';
import { aWorld } from '../support/world';

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
