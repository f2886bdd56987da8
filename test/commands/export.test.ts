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
