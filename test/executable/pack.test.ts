/** The package as a stranger gets it: packed, installed elsewhere, run with an empty home. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Seconds, or about a minute where SQLite has to be compiled.
const INSTALL_MS = 600_000;

const repository = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'jobsearch-pack-'));
const installed = join(folder, 'global/lib/node_modules/jobsearch');
let tarball: string;

function start(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** With the user's own settings, but not those of the npm that may be running these tests. */
function npm(args: string[], cwd: string): void {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?!config_(?:cache|registry)$)/i.test(name),
  );
  const env = { ...Object.fromEntries(own), npm_config_better_sqlite3_local_prebuilds: folder };
  const { status, stdout, stderr } = start('npm', args, cwd, env);
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed\n${stdout}\n${stderr}`);
}

/** Runs the program with nothing but a path and a home of its own. */
function jobsearch(command: string, args: string[], home = mkdtempSync(join(folder, 'home-'))) {
  return start(command, args, home, { PATH: process.env.PATH, HOME: home });
}

/** Offers the addon that this checkout compiled, in the form that better-sqlite3's installer looks for. */
function offerCompiledAddon(): void {
  const driver = join(repository, 'node_modules/better-sqlite3');
  const { version } = JSON.parse(readFileSync(join(driver, 'package.json'), 'utf8'));
  const addon = 'build/Release/better_sqlite3.node';
  if (!existsSync(join(driver, addon))) return;
  const target = `node-v${process.versions.modules}-${process.platform}-${process.arch}`;
  const offer = join(folder, `better-sqlite3-v${version}-${target}.tar.gz`);
  expect(start('tar', ['-czf', offer, addon], driver, process.env).status).toBe(0);
}

beforeAll(() => {
  offerCompiledAddon();
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], repository);
  tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz'))!);
  npm(['install', '--global', '--prefix', join(folder, 'global'), tarball], folder);
}, INSTALL_MS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed package', () => {
  it(
    'installed in a project, plans the day of somebody who has nothing yet',
    () => {
      const project = join(folder, 'project');
      mkdirSync(project);
      npm(['install', tarball], project);
      const today = jobsearch(join(project, 'node_modules/.bin/jobsearch'), ['today']);
      expect(today).toMatchObject({ status: 0, stderr: '' });
      expect(today.stdout).not.toBe('');
    },
    INSTALL_MS,
  );

  it('installed globally, gives a command that keeps what it is told', () => {
    const command = join(folder, 'global/bin/jobsearch');
    const home = mkdtempSync(join(folder, 'home-'));
    expect(jobsearch(command, ['contact', 'add', 'Ana Ruiz'], home)).toMatchObject({ status: 0, stderr: '' });
    expect(jobsearch(command, ['contact', 'list'], home).stdout).toContain('Ana Ruiz');
  });

  it('holds the program and its licences, and nothing that running it left behind', () => {
    const listed = start('tar', ['-tzf', tarball], folder, process.env).stdout;
    expect(listed).toContain('package/dist/licences.txt');
    expect(listed).not.toMatch(/\.cache|package\/(?:src|test|node_modules)\//);
  });
});

describe('the compiled code kept between runs', () => {
  const dist = join(installed, 'dist');
  const caches = () => readdirSync(dist).filter((name) => /-contact\.cache/.test(name));
  const list = (home?: string) => jobsearch(join(folder, 'global/bin/jobsearch'), ['contact', 'list'], home);

  it('changes nothing that is printed', () => {
    for (const name of caches()) rmSync(join(dist, name));
    const first = list();
    expect(caches()).toHaveLength(1);
    expect(list()).toEqual(first);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 5_000)],
    ['emptied', () => Buffer.alloc(0)],
    ['of zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['changed in the middle', (bytes: Buffer) => Buffer.from(bytes).fill(0xff, 90_000, 90_100)],
    ['another text', () => Buffer.from('no code '.repeat(9_000))],
  ])('is ignored and written anew when it is %s', (_, damage) => {
    const before = list();
    const path = join(dist, caches()[0]!);
    const whole = readFileSync(path);
    writeFileSync(path, damage(whole));
    expect(list()).toEqual(before);
    expect(readFileSync(path).length).toBeGreaterThan(whole.length / 2);
  });

  it('is made anew by the first run that has more to say', () => {
    const command = join(folder, 'global/bin/jobsearch');
    const home = mkdtempSync(join(folder, 'home-'));
    const kept = () => {
      jobsearch(command, [], home);
      return readFileSync(join(dist, readdirSync(dist).find((name) => name.includes('-day.cache'))!)).length;
    };
    for (const name of readdirSync(dist)) if (name.includes('-day.cache')) rmSync(join(dist, name));
    const empty = kept();
    for (const name of ['Ana', 'Lee', 'Bo', 'Mina', 'Omar']) {
      jobsearch(
        command,
        ['log', `coffee with ${name} yesterday: promised ${name} the deck by Friday`, '--add', '--yes'],
        home,
      );
      jobsearch(command, ['event', 'add', `Lunch with ${name}`, '--on', 'today', '--with', name], home);
    }
    expect(kept()).toBeGreaterThan(empty);
  });

  it('goes to the cache folder of the user where the package cannot be written', () => {
    list();
    const path = join(dist, caches()[0]!);
    rmSync(path);
    // A folder in its place keeps everybody from writing there, root included.
    mkdirSync(path);
    const home = mkdtempSync(join(folder, 'home-'));
    const first = list(home);
    expect(readdirSync(join(home, '.cache/jobsearch'))).toHaveLength(1);
    expect(list(home)).toEqual(first);
    expect(caches()).toHaveLength(1);
    rmSync(path, { recursive: true });
  });
});
