/**
 * What `--json` prints is what the published schemas say; every test that asks for JSON is held against them too. They
 * are made from src/answers.ts; after a change there:
 *
 *     UPDATE_SCHEMAS=1 npx vitest run test/schemas.test.ts
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder } from './support/folder';
import { COMMAND_NAMES, faultsOf, SCHEMAS } from './support/json-answer';
import { fileOf, makeSchemas } from './support/schemas';
import { argvOf } from './support/transcript';
import { aWorld } from './support/world';

test('the schemas in the package are those of the types', () => {
  const made = makeSchemas();
  if (process.env.UPDATE_SCHEMAS === '1') {
    rmSync(SCHEMAS, { recursive: true, force: true });
    mkdirSync(SCHEMAS);
    for (const [file, text] of made) writeFileSync(join(SCHEMAS, file), text);
  }
  expect([...made.keys()].sort()).toEqual(readdirSync(SCHEMAS).sort());
  for (const [file, text] of made) expect(readFileSync(join(SCHEMAS, file), 'utf8'), file).toBe(text);
});

test.each(COMMAND_NAMES)('%s has a schema', (name) => {
  expect(readdirSync(SCHEMAS)).toContain(fileOf(name));
});

test('a field too many, one too few and one of another type are faults', () => {
  const promise = { promisesKept: 0, promisesLate: 0, promisesBroken: 0 };
  const list = { mine: [], theirs: [], closed: [], kept: promise, keptWith: [] };
  const faults = (data: object) => faultsOf('promise list', JSON.stringify(data));
  expect(faults(list)).toEqual([]);
  expect(faults({ ...list, more: 1 })).toHaveLength(1);
  expect(faults({ ...list, closed: undefined })).toHaveLength(1);
  expect(faults({ ...list, kept: { ...promise, promisesKept: 'one' } })).toHaveLength(1);
});

/** Of every command, on the sample; the harness itself holds the answers against the schemas. */
const ON_THE_SAMPLE: Record<string, string[]> = {
  today: ['today', 'today --all', 'today --on tomorrow'],
  log: [
    'log "coffee with Ana yesterday 45 min" --dry-run',
    'log ana --channel coffee --promised "the deck" --got "introduction to Lee" --gave advice --next "write" --yes',
  ],
  quadrant: ['quadrant', 'quadrant --week "last monday"', 'quadrant --why TASK'],
  remind: ['remind', 'remind --within 10000 --new'],
  shallow: ['shallow', 'shallow --limit 50', 'shallow --add nomvula'],
  'contact add': ['contact add "Zoe Zimmer" --company Acme --email zoe@example.org'],
  'contact list': ['contact list', 'contact list --parked', 'contact list --level ally'],
  'contact show': ['contact show 1', 'contact show ana'],
  'contact edit': ['contact edit 1 --note "met again"'],
  'contact park': ['contact park 2'],
  'contact knows': ['contact knows 1', 'contact knows 1 3 --how 4'],
  'contact remove': ['contact remove 4 --yes'],
  'task add': ['task add "Call Ana" --for 1 --due fri'],
  'task list': ['task list', 'task list --all', 'task list --done'],
  'task edit': ['task edit TASK --minutes 20'],
  'task done': ['task done TASK'],
  'task drop': ['task drop TASK'],
  'task snooze': ['task snooze TASK tomorrow'],
  'event add': ['event add Coffee --on "fri 14:00" --with 1'],
  'event list': ['event list', 'event list --all'],
  'event show': ['event show EVENT'],
  'event edit': ['event edit EVENT --place "the park"'],
  'event cancel': ['event cancel EVENT'],
  'event done': ['event done PAST --outcome "it went well"'],
  'job add': ['job add Acme --title Engineer --next "write" --on fri'],
  'job list': ['job list', 'job list --all'],
  'job show': ['job show JOB', 'job show JOB --all'],
  'job move': ['job move JOB interviewing'],
  'job edit': ['job edit JOB --fit strong'],
  'job close': ['job close JOB --reason "somebody else"'],
  path: ['path layla', 'path layla --add'],
  'ask show': ['ask', 'ask ana', 'ask ana --for intro', 'ask ana --for advice --record'],
  'ask list': ['ask list', 'ask list --all'],
  'ask outcome': ['ask outcome 1 yes'],
  'ask nudged': ['ask --for advice --record ana', 'ask nudged ASK'],
  'promise list': ['promise list', 'promise list --all', 'promise list --mine'],
  'promise add': ['promise add 1 "the deck" --by fri', 'promise add 1 "a name" --theirs'],
  'promise kept': ['promise kept PROMISE'],
  'promise broken': ['promise add 1 "a deck"', 'promise broken PROMISE'],
  'promise release': ['promise add 1 "a deck"', 'promise release PROMISE'],
  'promise edit': ['promise add 1 "a deck"', 'promise edit PROMISE --by fri'],
  'promise nudged': ['promise add 1 "a deck" --theirs', 'promise nudged PROMISE'],
  'act add': ['act add 1 "introduction to Layla" --whom 3 --unasked', 'act add 1 advice --by-me'],
  'act list': ['act list', 'act list 1'],
  'act loop': ['act loop ACT --thanked'],
  'act remove': ['act remove ACT'],
  prep: ['prep', 'prep pitch rough'],
  find: ['find ana', 'find salray', 'find "team her" --all', 'find xyzzy'],
  import: ['import FOLDER/Connections.csv --dry-run', 'import FOLDER/Connections.csv'],
  export: ['export', 'export FOLDER/export.json'],
  setup: ['setup --goal work --yes'],
  'config list': ['config', 'config minutes 90', 'config list --all'],
  'config get': ['config get minutes'],
  'config set': ['config set minutes 90'],
  'config unset': ['config unset minutes'],
  completion: ['completion', 'completion bash'],
  schema: ['schema', 'schema today'],
  undo: ['undo'],
  redo: ['redo'],
  history: ['history', 'history 1'],
  doctor: ['doctor'],
  'backup make': ['backup'],
  'backup list': ['backup list'],
  restore: ['restore 1 --yes'],
  demo: ['demo'],
};

describe('every command on the sample', () => {
  test('is listed', () => {
    expect(Object.keys(ON_THE_SAMPLE).sort()).toEqual([...COMMAND_NAMES].sort());
  });

  test('answers as its schema says', async () => {
    const world = aWorld();
    const folder = aFolder();
    writeFileSync(
      join(folder, 'Connections.csv'),
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nUma,Urban,,uma@example.org,Acme,Engineer,01 Nov 2026\n',
    );
    const open = async (command: string) =>
      JSON.parse((await world.runJobsearch(['demo', ...command.split(' '), '--json'])).stdout);
    const events = await open('event list --all');
    /** Numbers that are there, each used once but the last. */
    const numbers: Record<string, number[]> = {
      TASK: (await open('task list')).map(({ task }: { task: { id: number } }) => task.id),
      EVENT: events.filter((event: { state: string }) => event.state === 'planned').map(idOf),
      PAST: events.filter((event: { startOn: string }) => event.startOn < '2026-11-22').map(idOf),
      JOB: (await open('job list')).map(idOf),
      PROMISE: (await open('promise list')).mine.map(idOf),
      ACT: (await open('act list')).loops.map(({ actId }: { actId: number }) => actId),
      ASK: (await open('ask list')).asks.filter((ask: { outcome: string }) => !ask.outcome).map(idOf),
    };
    const next = (what: string) => (numbers[what]!.length > 1 ? numbers[what]!.shift() : numbers[what]![0]);
    await world.runJobsearch(['contact', 'add', 'Ana Ruiz']);
    const failed: string[] = [];
    for (const line of Object.values(ON_THE_SAMPLE).flat()) {
      const typed = line
        .replace(/\b(?!FOLDER)[A-Z]{3,}\b/, (what) => String(next(what)))
        .replace('FOLDER', folder);
      const words = [...argvOf(`jobsearch ${typed}`), '--json'];
      // What is about the file as a whole has nothing to do with the sample.
      const isOwn = /^(demo|schema|completion|doctor|backup|restore)\b/.test(line);
      const argv = isOwn ? words : ['demo', ...words];
      const { stdout, stderr, exitCode } = await world.runJobsearch(argv);
      if (exitCode !== 0 || stderr !== '') failed.push(`${typed}: ${stderr}`);
      if (exitCode !== 0) continue;
      if (line.startsWith('promise add')) numbers.PROMISE!.unshift(JSON.parse(stdout).id);
      if (line.includes('--record')) numbers.ASK!.unshift(JSON.parse(stdout).ask.id);
    }
    expect(failed).toEqual([]);
  });
});

function idOf({ id }: { id: number }): number {
  return id;
}

/** What there is to say where nothing is written down yet. */
const ON_NOTHING = Object.values(ON_THE_SAMPLE)
  .flat()
  .filter(
    (line) => !/\d|ana|layla|Acme|demo|FOLDER|--add|--record|[A-Z]{3}|backup|undo|redo|doctor/.test(line),
  );

test.each(ON_NOTHING)('%s on an empty database', async (line) => {
  const { stderr, exitCode } = await aWorld().runJobsearch([...argvOf(`jobsearch ${line}`), '--json']);
  expect([stderr, exitCode]).toEqual(['', 0]);
});
