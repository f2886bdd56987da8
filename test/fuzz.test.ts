/** Anything at all as input: nothing but harmless text comes out, the exit code is 0, 1 or 2, and nothing is lost. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ask } from '../src/app';
import { Cancelled } from '../src/errors';
import { clean } from '../src/render/clean';
import { oneLine } from '../src/rules/limits';
import { link, messagesCsv } from './formats/linkedin/read';
import { commandLine, type Described, describeCommands } from './support/command-lines';
import { NASTY, nastyText } from './support/nasty';
import { isHarmless } from './support/terminal-text';
import { aWorld, type Result, type Setting, type TestWorld } from './support/world';

/** Runs for each command and property; FUZZ_RUNS=2000 for a night. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 4);
const LONG = 20_000 + RUNS * 4_000;

let all: Described[];
const home = process.cwd();
const scratch = mkdtempSync(join(tmpdir(), 'jobsearch-fuzz-'));
// Some of what is made up is taken for the name of a file: it is to land in here, also after "../..".
const deep = join(scratch, 'a/b/c/d/e/f');

beforeAll(async () => {
  mkdirSync(deep, { recursive: true });
  process.chdir(deep);
  all = await describeCommands();
});
afterAll(() => {
  process.chdir(home);
  rmSync(scratch, { recursive: true, force: true });
});

function expectCivil({ stdout, stderr, exitCode }: Result, codes = [0, 1, 2]): void {
  expect(stderr).not.toMatch(/this is a bug|\n\s+at /);
  expect(codes).toContain(exitCode);
  expect(isHarmless(stdout), JSON.stringify(stdout)).toBe(true);
  expect(isHarmless(stderr), JSON.stringify(stderr)).toBe(true);
  if (exitCode === 1 || exitCode === 2) expect(stderr).toMatch(/jobsearch: ./);
  expect(stderr.length).toBeLessThan(100_000);
}

async function aSearch(setting: Setting = {}): Promise<TestWorld> {
  const world = aWorld(setting);
  for (const argv of [
    ['contact', 'add', 'Ana Ruiz', '--company', 'Acme', '--email', 'ana@example.org'],
    ['contact', 'add', 'Lee Chen'],
    ['job', 'add', 'Acme', '--title', 'Engineer', '--manager', 'lee'],
    ['event', 'add', 'Coffee', '--on', 'fri 10:00', '--with', 'ana'],
    ['task', 'add', 'Write to Ana', '--for', 'ana'],
    ['log', 'ana', '--channel', 'call', '--promised', 'the deck', '--got', 'an introduction', '--yes'],
    ['ask', 'ana', '--for', 'talk', '--record'],
  ]) {
    const { exitCode, stderr } = await world.runJobsearch(argv);
    expect(exitCode, stderr).toBe(0);
  }
  return world;
}

/** Answers every question with anything; gives up where nothing will do. */
function carelessAsk(answers: string[]): Ask {
  let at = 0;
  const next = () => {
    // Whoever is asked for ever gives up.
    if (at > 200) throw new Cancelled();
    return answers[at++ % answers.length] ?? '';
  };
  return {
    interactive: true,
    async text({ message, default: given = '', check }) {
      expect(isHarmless(clean(message))).toBe(true);
      for (const answer of [next(), next(), given]) {
        const verdict = check ? await check(answer) : true;
        if (verdict === true) return answer;
      }
      throw new Cancelled();
    },
    async choose({ choices }) {
      if (at++ > 30) throw new Cancelled();
      return choices[at % choices.length]!.value;
    },
    async pick({ narrow, several }) {
      if (at++ > 30) throw new Cancelled();
      const left = narrow(next());
      const choices = left.length > 0 ? left : narrow('');
      if (choices.length === 0) throw new Cancelled();
      return choices.slice(0, several ? 2 : 1).map(({ value }) => value);
    },
    async edit() {
      return next() || undefined;
    },
    async confirm({ default: given }) {
      if (at++ > 30) throw new Cancelled();
      return at % 5 === 0 ? !given : given;
    },
  };
}

/** What an export of it holds, imported into an empty database and exported again, is the same. */
async function expectToComeBack({ runJobsearch }: TestWorld): Promise<void> {
  const { stdout } = await runJobsearch(['export']);
  const path = join(deep, 'whole.json');
  writeFileSync(path, stdout);
  const other = aWorld();
  const { exitCode, stderr } = await other.runJobsearch(['import', path]);
  expect(exitCode, stderr).toBe(0);
  expect((await other.runJobsearch(['export'])).stdout).toBe(stdout);
}

const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => Promise<void>, runs = RUNS) =>
  fc.assert(fc.asyncProperty(arbitrary, holds), { numRuns: runs });

describe('the command line', () => {
  test('is answered in words, and all that was stored comes back from an export', {
    timeout: LONG,
  }, async () => {
    const world = await aSearch();
    expect(all.length).toBeGreaterThan(40);
    for (const one of all) {
      await check(commandLine(one), async (argv) => expectCivil(await world.runJobsearch(argv)));
    }
    await expectToComeBack(world);
  });

  test('and so are the answers to its questions', { timeout: LONG }, async () => {
    const world = await aSearch();
    const given = fc.array(fc.oneof(nastyText, fc.constantFrom('ana', '1', 'fri', 'call', 'y')), {
      minLength: 1,
    });
    for (const one of all) {
      await check(fc.tuple(commandLine(one), given), async ([argv, answers]) => {
        expectCivil(await world.runJobsearch(argv, { ask: carelessAsk(answers) }), [0, 1, 2, 130]);
      });
    }
    await expectToComeBack(world);
  });

  test('is whatever words there are', { timeout: LONG }, async () => {
    const world = await aSearch();
    const word = fc.oneof(
      nastyText,
      fc.constantFrom(
        'demo',
        'help',
        '--help',
        '--version',
        '--json',
        '--dry-run',
        '--color',
        'contact',
        'log',
      ),
    );
    // A sample in colour is what --color and demo are for; escape codes of our own are no fault.
    await check(
      fc.array(word, { maxLength: 5 }).filter((argv) => !argv.includes('--color')),
      async (argv) => expectCivil(await world.runJobsearch(argv)),
      RUNS * 20,
    );
  });
});

describe('what surrounds it', () => {
  test('a database and a moment of any name', { timeout: LONG }, async () => {
    const world = aWorld();
    await check(
      fc.tuple(nastyText, nastyText),
      async ([name, moment]) => {
        expectCivil(await world.runJobsearch(['--db', name, 'contact', 'list']));
        expectCivil(
          await world.runJobsearch(['today'], { env: { JOBSEARCH_DB: name.replaceAll('\0', '') } }),
        );
        expectCivil(await world.runJobsearch(['today'], { env: { JOBSEARCH_NOW: moment } }));
      },
      RUNS * 10,
    );
  });
});

describe('what was stored comes back the same', () => {
  const stored = (text: string) => text.trim();

  test('a name, a company and a note', { timeout: LONG }, async () => {
    const world = aWorld();
    let kept = 0;
    await check(
      fc.tuple(nastyText, nastyText, nastyText),
      async ([name, company, note]) => {
        const argv = ['contact', 'add', '--json', `--company=${company}`, `--note=${note}`, '--', name];
        const { stdout, exitCode } = await world.runJobsearch(argv);
        if (exitCode !== 0) return;
        kept += 1;
        const { id, ...added } = JSON.parse(stdout);
        const shown = JSON.parse(
          (await world.runJobsearch(['contact', 'show', String(id), '--json'])).stdout,
        );
        expect(shown.name).toBe(oneLine(name));
        expect(shown.company).toBe(oneLine(company) || null);
        expect(shown.notes).toBe(stored(note) || null);
        expect(added.name).toBe(shown.name);
        expectCivil(await world.runJobsearch(['contact', 'show', String(id)]));
        expectCivil(await world.runJobsearch(['contact', 'show', '--', name]));
      },
      RUNS * 10,
    );
    expect(kept).toBeGreaterThan(0);
    await expectToComeBack(world);
  });
});

// ── importers ─────────────────────────────────────────────────────────────────────────────────────

const cell = nastyText.map((text) => `"${text.slice(0, 2_000).replaceAll('"', '""')}"`);
const CONNECTIONS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const connectionsOf = (rows: string[][]) => [CONNECTIONS, ...rows.map((row) => row.join(','))].join('\n');
const MESSAGES = messagesCsv([
  { from: 'Maya Berg', fromUrl: link('maya'), to: 'Ana Ruiz', toUrls: link('ana'), text: 'Hello,\n"you"' },
  { from: 'Ana Ruiz', fromUrl: link('ana'), to: 'Maya Berg', toUrls: link('maya') },
]);
const VALID = strToU8(
  connectionsOf([['Ana', 'Ruiz', link('ana'), 'ana@x.org', 'Acme', 'Lead', '03 Mar 2024']]),
);

/** A file that somebody's disk, mail program or ill will has changed in a few places. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 4 });
  return fc
    .tuple(changes, fc.integer({ min: bytes.length >> 1, max: bytes.length }))
    .map(([spots, length]) => {
      const copy = bytes.slice();
      for (const [at, byte] of spots) copy[at] = byte;
      return copy.subarray(0, length);
    });
}

describe('files to import', () => {
  const importing =
    (bytes: fc.Arbitrary<Uint8Array>, runs: number, ...options: string[]) =>
    async () => {
      const world = aWorld();
      const path = join(deep, 'file');
      await check(
        bytes,
        async (content) => {
          writeFileSync(path, content);
          expectCivil(await world.runJobsearch(['import', path, '--yes', ...options]));
        },
        runs,
      );
      expectCivil(await world.runJobsearch(['contact', 'list']));
      expectCivil(await world.runJobsearch(['contact', 'list', '--json']));
      await expectToComeBack(world);
    };
  const row = fc.array(cell, { minLength: 7, maxLength: 7 });
  const dated = row.map((cells) => [...cells.slice(0, 6), '03 Mar 2024']);
  const table = fc
    .array(fc.oneof(row, dated), { minLength: 1, maxLength: 5 })
    .map(connectionsOf)
    .map(strToU8);
  const message = fc.record({
    in: nastyText,
    from: nastyText,
    to: nastyText,
    text: nastyText,
    date: nastyText,
  });
  const thread = fc
    .array(fc.record({ in: nastyText, from: fc.constant('Maya Berg'), to: nastyText, text: nastyText }))
    .map((rows) => strToU8(messagesCsv(rows)));
  const zipped = zipSync({ 'a/Connections.csv': VALID, 'a/messages.csv': strToU8(MESSAGES) });

  test('connections with anything in them', { timeout: LONG }, importing(table, RUNS * 10));
  test(
    'messages with anything in them',
    { timeout: LONG },
    importing(
      fc.array(message).map((rows) => strToU8(messagesCsv(rows))),
      RUNS * 5,
    ),
  );
  test(
    'messages of one person',
    { timeout: LONG },
    importing(thread, RUNS * 5, '--me', 'Maya Berg', '--keep-text'),
  );
  test('a damaged table', { timeout: LONG }, importing(damaged(VALID), RUNS * 10));
  test('damaged messages', { timeout: LONG }, importing(damaged(strToU8(MESSAGES)), RUNS * 10));
  test('a damaged archive', { timeout: LONG }, importing(damaged(zipped), RUNS * 10));
  test('anything', { timeout: LONG }, importing(fc.uint8Array({ maxLength: 300 }), RUNS * 10));

  test('names of members in an archive', { timeout: LONG }, async () => {
    const world = aWorld();
    const path = join(deep, 'archive.zip');
    for (const name of NASTY.filter((text) => text !== '__proto__')) {
      writeFileSync(path, zipSync({ [name.slice(0, 1_000)]: VALID, [`${name.slice(0, 1_000)}.csv`]: VALID }));
      expectCivil(await world.runJobsearch(['import', path, '--yes']));
    }
  });

  test('an export of our own with a value changed', { timeout: LONG }, async () => {
    const { stdout } = await (await aSearch()).runJobsearch(['export']);
    const path = join(deep, 'edited.json');
    const whole = JSON.parse(stdout) as { tables: Record<string, Record<string, unknown>[]> };
    const spots = Object.entries(whole.tables).flatMap(([name, rows]) =>
      rows.flatMap((row, at) => Object.keys(row).map((field) => ({ name, at, field }))),
    );
    const value = fc.oneof(nastyText, fc.constantFrom(null, -1, 0, 1.5, 1e15, 2 ** 53, 1e300, true, [], {}));
    await check(
      fc.tuple(fc.constantFrom(...spots), value),
      async ([{ name, at, field }, changed]) => {
        const edited = structuredClone(whole);
        edited.tables[name]![at]![field] = changed;
        writeFileSync(path, JSON.stringify(edited));
        const world = aWorld();
        const result = await world.runJobsearch(['import', path]);
        expectCivil(result);
        expectCivil(await world.runJobsearch(['today']));
        if (result.exitCode === 0) await expectToComeBack(world);
        else expect((await world.runJobsearch(['contact', 'list', '--json'])).stdout).toBe('[]\n');
      },
      RUNS * 5,
    );
  });
});
