import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aWorld } from '../support/world';

describe('what an export never replaces', () => {
  test.each(['', '-journal', '-wal', '-shm'])('the database itself, with %j behind its name', async (end) => {
    const { dbPath, runJobsearch } = aWorld();
    await runJobsearch(['contact', 'add', 'Ana']);
    const before = readFileSync(dbPath);
    const { exitCode, stderr } = await runJobsearch(['export', `${dbPath}${end}`, '--force']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('nothing was written')]);
    expect(readFileSync(dbPath).equals(before)).toBe(true);
  });

  test('a link, or what it points at', async () => {
    const { folder, runJobsearch } = aWorld();
    const [target, link] = [join(folder, 'target.json'), join(folder, 'link.json')];
    writeFileSync(target, 'mine');
    symlinkSync(target, link);
    expect((await runJobsearch(['export', link, '--force'])).exitCode).toBe(1);
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });

  test('a link to nothing', async () => {
    const { folder, runJobsearch } = aWorld();
    symlinkSync(join(folder, 'nothing'), join(folder, 'link.json'));
    expect((await runJobsearch(['export', join(folder, 'link.json')])).exitCode).toBe(1);
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });
});

describe('people for a spreadsheet', () => {
  test('are read back, and again change nothing', async () => {
    const { folder, runJobsearch } = aWorld();
    const path = join(folder, 'people.csv');
    await runJobsearch([
      'contact',
      'add',
      '=HYPERLINK("x")',
      '--email',
      'ana@example.org',
      '--tag',
      '+1',
      '--note',
      'a\nb',
    ]);
    await runJobsearch(['contact', 'add', 'Lee Chen', '--company', 'Globex', '--closeness', '3']);
    expect((await runJobsearch(['export', path, '--format', 'csv'])).stdout).toContain('2 contacts');

    const other = aWorld();
    const shown = async () => (await other.runJobsearch(['export', '--format', 'csv'])).stdout;
    expect((await other.runJobsearch(['import', path, '--dry-run'])).stdout).toContain('Would add 2 people');
    expect((await other.runJobsearch(['import', path])).stdout).toContain('Added 2 people from people.csv.');
    expect(await shown()).toBe((await runJobsearch(['export', '--format', 'csv'])).stdout);
    const again = (await other.runJobsearch(['import', path])).stdout;
    expect(again).toContain('2 people here already');
    expect(JSON.parse((await other.runJobsearch(['contact', 'list', '--json'])).stdout)).toHaveLength(2);
    expect(await shown()).toContain('"\'=HYPERLINK(""x"")"');
  });

  test('with control characters are written to a file and not to the screen', async () => {
    const { folder, runJobsearch } = aWorld();
    await runJobsearch(['contact', 'add', 'Ana', '--note', 'red\u001b[31m']);
    const { exitCode, stdout, stderr } = await runJobsearch(['export', '--format', 'csv']);
    expect([exitCode, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringContaining('#1 Ana holds control characters'),
    ]);
    const path = join(folder, 'people.csv');
    expect((await runJobsearch(['export', path, '--format', 'csv'])).exitCode).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('red\u001b[31m');
  });
});
