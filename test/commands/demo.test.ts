import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aWorld, type Result, type TestWorld } from '../support/world';

/** The commands that the overview names, as they are typed after `jobsearch`. */
async function triesOf(world: TestWorld): Promise<string[][]> {
  const { stdout } = await world.runJobsearch(['demo', '--json']);
  return JSON.parse(stdout).tries.map(({ command }: { command: string }) => command.split(' ').slice(1));
}

async function peopleIn(world: TestWorld, argv = ['demo', '--json']): Promise<number> {
  return JSON.parse((await world.runJobsearch(argv)).stdout).people;
}

describe('demo', () => {
  test('says what the sample is and how to go on', async () => {
    const { stdout, stderr, exitCode } = await aWorld().runJobsearch(['demo']);
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout).toContain('A made-up search, eight weeks old');
    expect(stdout).toContain('your own file is untouched');
    expect(stdout).toMatch(/40 people, \d+ conversations/);
  });

  test('proposes seven commands, and each works', async () => {
    const world = aWorld();
    const tries = await triesOf(world);
    expect(tries).toHaveLength(7);
    for (const argv of tries) {
      const { stdout, stderr, exitCode } = await world.runJobsearch(argv);
      expect([argv, stderr, exitCode]).toEqual([argv, '', 0]);
      expect(stdout).not.toBe('');
    }
  });

  test('lets one real talk deepen a busy tie', async () => {
    const world = aWorld();
    const { stdout } = await world.runJobsearch(['demo', 'log', 'nomvula', '--channel', 'coffee']);
    expect(stdout).toContain('conversational');
  });

  test.each<[string[]]>([
    [['demo', 'today', '--json']],
    [['--json', 'demo', 'today']],
    [['demo', '--json', 'today']],
    [['demo', '--fresh', 'today', '--json']],
    [['demo', 'today', '--fresh', '--json']],
    [['--no-color', 'demo', '--json', '--fresh', 'today']],
  ])('takes the options of %j', async (argv) => {
    const { stdout, stderr } = await aWorld().runJobsearch(argv);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ day: '2026-11-22', searchWeek: 8 });
  });

  test.each<[string[], string]>([
    [['demo', '--help'], 'Usage: jobsearch demo'],
    [['demo', 'today', '--help'], 'Usage: jobsearch today'],
    [['--help'], 'demo'],
  ])('explains %j', async (argv, usage) => {
    const { stdout, exitCode } = await aWorld().runJobsearch(argv);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining(usage)]);
  });

  test('keeps what was changed until a fresh sample is asked for', async () => {
    const world = aWorld();
    const before = await peopleIn(world);
    await world.runJobsearch(['demo', 'contact', 'add', 'Somebody Else']);
    expect(await peopleIn(world)).toBe(before + 1);
    expect(await peopleIn(world, ['demo', '--fresh', '--dry-run', '--json'])).toBe(before + 1);
    expect(await peopleIn(world, ['demo', '--fresh', '--json'])).toBe(before);
  });

  test('names commands that stay in the sample', async () => {
    const world = aWorld();
    const day = await world.runJobsearch(['demo', 'today']);
    expect(day.stdout).toContain('jobsearch demo today --all');
    expect(day.stdout).not.toMatch(/jobsearch (?!demo)[a-z]/);
    const nobody = await world.runJobsearch(['demo', 'contact', 'show', 'Zyx']);
    expect(nobody.stderr).toContain('Hint: jobsearch demo contact add');
    const own = await world.runJobsearch(['contact', 'show', 'Zyx']);
    expect(own.stderr).toContain('Hint: jobsearch contact add');
  });

  test('is no place for a file of one’s own', async () => {
    const world = aWorld();
    for (const argv of [
      ['demo', '--db', world.dbPath, 'today'],
      ['--db', world.dbPath, 'demo'],
      ['demo', 'today', `--db=${world.dbPath}`],
    ]) {
      const { stderr, exitCode } = await world.runJobsearch(argv);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining('leave out --db')]);
    }
    expect(() => readFileSync(world.dbPath)).toThrow();
  });
});

describe('the user’s own files', () => {
  test('stay as they are, byte for byte', async () => {
    const world = aWorld();
    const other = join(world.folder, 'other.db');
    const env = { JOBSEARCH_DB: other };
    await world.runJobsearch(['contact', 'add', 'Mine Alone']);
    await world.runJobsearch(['contact', 'add', 'Mine Too'], { env });
    const bytes = () => [world.dbPath, other].map((file) => readFileSync(file).toString('base64'));
    const before = bytes();
    const results: Result[] = [];
    for (const argv of [
      ['demo'],
      ['demo', '--fresh'],
      ['demo', 'today'],
      ['demo', 'shallow', '--add'],
      ['demo', 'contact', 'add', 'Somebody'],
      ['demo', 'contact', 'remove', '1', '--yes'],
      ['demo', 'task', 'done', '10'],
      ['demo', 'event', 'cancel', '12'],
      ['demo', 'log', 'ana', '--channel', 'coffee'],
      ['demo', 'prep', 'pitch', 'ready'],
      ['demo', 'config', 'minutes', '45'],
    ]) {
      results.push(await world.runJobsearch(argv), await world.runJobsearch(argv, { env }));
    }
    expect(results.filter(({ exitCode }) => exitCode === 0).length).toBeGreaterThan(15);
    expect(bytes()).toEqual(before);
  });
});

describe.each(['2026-11-22', '2028-02-29', '2026-12-31', '2027-03-01', '2026-11-25', '2026-11-28'])(
  'on %s',
  (day) => {
    test('the day of the sample fits on one screen', async () => {
      const { stdout } = await aWorld({ now: `${day}T09:00` }).runJobsearch(['demo', 'today']);
      const lines = stdout.trimEnd().split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(24);
      expect(lines.length).toBeLessThanOrEqual(46);
      // All of it is made of narrow characters but the Korean name, which is two columns a letter.
      const columns = (line: string) => [...line].length + (line.match(/[가-힣]/g) ?? []).length;
      expect(lines.filter((line) => columns(line) > 80)).toEqual([]);
    });

    test('all four squares hold a task', async () => {
      const { stdout } = await aWorld({ now: `${day}T09:00` }).runJobsearch([
        'demo',
        'task',
        'list',
        '--all',
        '--json',
      ]);
      const squares = JSON.parse(stdout).map(({ quadrant }: { quadrant: number }) => quadrant);
      expect([...new Set(squares)].sort()).toEqual([1, 2, 3, 4]);
    });
  },
);
