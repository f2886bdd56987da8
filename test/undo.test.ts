/**
 * Nothing is ever lost: whatever was typed can be taken back and done again, in any order, and the file is sound after
 * each step. More runs: JOBSEARCH_RUNS=200 npx vitest run test/undo.test.ts
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Listed } from '../src/app';
import { commands } from '../src/commands';
import { takeArchive } from '../src/store/archive';
import { refreshWords } from '../src/store/contact-words';
import { all, type Db } from '../src/store/db';
import { rebuildTies } from '../src/store/derived-ties';
import { openDatabase } from '../src/store/open';
import { followedAndAnew } from './support/find-content';
import { argvOf } from './support/transcript';
import { aWorld, type TestWorld } from './support/world';

const RUNS = Number(process.env.JOBSEARCH_RUNS ?? 15);

/**
 * What can be typed, by command. `W` and `V` are two people who are there, `U` somebody who may not be, `N` a small number,
 * and a word in braces the number of such a thing, or of what is in braces' place, that is there.
 */
const WRITING: Record<string, string[]> = {
  log: [
    'log W --channel coffee --about "how N" --yes',
    'log W U --add --channel call --promised "deck N" --by fri --next "send N" --on mon --yes',
    'log W --channel email --sent --yes',
    'log W --channel message --direction both --got advice --they-promised "a name" --yes',
    'log W --channel call --got "introduction to V" --whom V --told-goal --seen-work --yes',
    'log W --channel call --got "introduction to U" --whom U --add --yes',
    'log W --channel video --offered referral --answer yes --yes',
    'log --event {event} --yes',
  ],
  shallow: ['shallow --add 1'],
  'contact add': [
    'contact add U --company Acme --email wN@acme.com --tag node',
    'contact add U --company Globex --through W --closeness N',
  ],
  'contact edit': [
    'contact edit W --role "role N" --tag tN',
    'contact edit W --rest +9d',
    'contact edit {resting} --rest ""',
    'contact edit W --company Initech --past Umbrella --email vN@x.org --phone "+49 170 000000N"',
    'contact edit W --closeness N --remove-tag {tag}',
    'contact edit W --purpose "reason N"',
    'contact edit W --name "Ana Lund"',
    'contact edit {mailed} --remove-email {email}',
    'contact edit {former} --remove-past {past}',
  ],
  'contact park': ['contact park W', 'contact park {parked} --back'],
  'contact knows': ['contact knows W V --how N', 'contact knows {a} {b} --remove'],
  'contact remove': ['contact remove W --yes', 'contact remove V --yes'],
  'task add': ['task add "task N" --for W --due fri', 'task add "pitch N" --part pitch --job {job}'],
  'task edit': [
    'task edit {task} --due mon',
    'task edit {task} --title "better N"',
    'task edit {task} --for V',
  ],
  'task done': ['task done {task} --spent 20', 'task done {task}'],
  'task drop': ['task drop {task}'],
  'task snooze': ['task snooze {task} +3d'],
  'event add': ['event add "event N" --on today --with W --with V --purpose x', 'event add "e N" --on fri'],
  'event edit': [
    'event edit {event} --on mon',
    'event edit {event} --with V',
    'event edit {event} --place "room N"',
  ],
  'event cancel': ['event cancel {event}', 'event cancel {event} {event}'],
  'event done': ['event done {event} --outcome "fine N"', 'event done {event}'],
  'job add': ['job add Acme --title "title N" --manager W', 'job add Globex --next "apply N" --on mon'],
  'job move': ['job move {job} applied', 'job move {job} interviewing', 'job move {moved} lead'],
  'job edit': [
    'job edit {job} --company Initech',
    'job edit {job} --manager V --next "call N"',
    'job edit {staffed} --remove-inside {inside}',
  ],
  'job close': ['job close {job} --reason "no N"'],
  path: ['path Acme --add 1'],
  'ask show': ['ask W --for advice --record', 'ask W --for referral --job {job} --record'],
  'ask outcome': ['ask outcome {ask} yes', 'ask outcome {ask} silence'],
  'ask nudged': ['ask nudged {ask}'],
  'promise add': ['promise add W "promise N" --by fri', 'promise add W "promise N" --theirs'],
  'promise kept': ['promise kept {promise}'],
  'promise broken': ['promise broken {promise}'],
  'promise release': ['promise release {promise}'],
  'promise edit': ['promise edit {promise} --by mon', 'promise edit {promise} --what "words N"'],
  'promise nudged': ['promise nudged {theirs}'],
  'act add': ['act add W advice', 'act add W favour --by-me', 'act add W introduction --whom V --unasked'],
  'act loop': ['act loop {loop} --thanked', 'act loop {loop} --met --told'],
  'act remove': ['act remove {act} --yes'],
  prep: ['prep pitch rough', 'prep resume ready --note "note N"'],
  import: [
    'import Connections.csv --doubtful new --yes',
    'import messages.csv --me "Me Myself" --doubtful same --yes',
  ],
  setup: [
    'setup --goal "goal N" --role "role N" --target Acme --minutes 9N --prep resume=rough --yes',
    'setup --linkedin Connections.csv --target Globex --yes',
  ],
  'config list': ['config minutes 9N', 'config targets --unset'],
  'config set': ['config set targets "Acme, Umbrella"', 'config set week-start sunday'],
  'config unset': ['config unset situation'],
};

/** What there is of it; a number that nothing has where there is none. */
const THERE: Record<string, string> = {
  tag: "SELECT coalesce(max(tag), 'node') FROM tags WHERE contact_id = :w",
  email: "SELECT value FROM points WHERE kind = 'email' AND contact_id = :mailed",
  mailed: "SELECT contact_id FROM points WHERE kind = 'email'",
  past: 'SELECT company FROM past_companies WHERE contact_id = :former',
  former: 'SELECT contact_id FROM past_companies',
  resting: 'SELECT id FROM contacts WHERE rest_until IS NOT NULL',
  parked: "SELECT id FROM contacts WHERE state = 'parked'",
  a: 'SELECT a FROM knows',
  b: 'SELECT b FROM knows WHERE a = :a',
  task: "SELECT id FROM tasks WHERE state = 'open'",
  event: "SELECT id FROM events WHERE state = 'planned'",
  job: "SELECT id FROM jobs WHERE stage NOT IN ('accepted', 'closed')",
  moved: "SELECT id FROM jobs WHERE stage IN ('applied', 'interviewing')",
  staffed: 'SELECT job_id FROM job_people',
  inside: 'SELECT contact_id FROM job_people WHERE job_id = :staffed',
  ask: 'SELECT id FROM asks WHERE outcome IS NULL',
  promise: "SELECT id FROM promises WHERE state = 'open'",
  theirs: "SELECT id FROM promises WHERE state = 'open' AND by = 'them'",
  act: 'SELECT id FROM acts',
  loop: 'SELECT act_id FROM introductions WHERE told_on IS NULL',
};

test('every command that writes is among those that are tried', () => {
  const listed = commands.flatMap((entry): Listed[] =>
    'commands' in entry
      ? entry.commands.map((one) => ({ ...one, name: `${entry.name} ${one.name}` }))
      : [entry],
  );
  const writing = listed.filter(({ writes, opensDatabase }) => writes && opensDatabase !== false);
  // What was said is no change that anybody made; a review makes an entry of every answer: test/commands/weekly.test.ts.
  const apart = ['undo', 'redo', 'remind', 'quadrant'];
  expect([...Object.keys(WRITING), ...apart].sort()).toEqual(writing.map(({ name }) => name).sort());
});

const NEW = ['"Nia Okafor"', '"Sam Roe"', '"Ivo Lund"', '"Mia Berg"'];

interface Line {
  template: string;
  n: number;
  /** Which of the people, and of the things, that are there. */
  at: number;
}

const someLine: fc.Arbitrary<Line> = fc.record({
  template: fc.constantFrom(...Object.values(WRITING)).chain((lines) => fc.constantFrom(...lines)),
  n: fc.integer({ min: 1, max: 4 }),
  at: fc.nat(6),
});

/** With people and numbers that are there. */
function lineOf(db: Db, { template, n, at }: Line): string {
  const people = all<{ id: number }>(db, 'SELECT id FROM contacts ORDER BY id').map(({ id }) => id);
  const [w = 99, v = 99] = [people[at % people.length], people[(at + n) % people.length]];
  const known: Record<string, string | number> = { w };
  const there = (word: string): string | number => {
    if (known[word] !== undefined) return known[word];
    const text = THERE[word]!;
    for (const [, before] of text.matchAll(/:(\w+)/g)) there(before!);
    const found = db.prepare(text).pluck().all(known) as (string | number)[];
    known[word] = found[at % found.length] ?? 99;
    return known[word];
  };
  return template
    .replace(/\{(\w+)\}/g, (_, word: string) => `"${there(word)}"`)
    .replace(/\b[NWVU]\b|(?<=[a-z0-9])N\b|N(?=@)/g, (letter) => {
      if (letter === 'N') return String(n);
      return letter === 'W'
        ? `${w}`
        : letter === 'V'
          ? `${v === w ? people.find((id) => id !== w) : v}`
          : NEW[at % 4]!;
    });
}

// ── each command, once ────────────────────────────────────────────────────────────────────────────

/** How often each was tried, and did something. */
const tally = new Map<string, { tried: number; done: number; said: string }>();

function count(template: string, isDone: boolean, said: string): void {
  const one = tally.get(template) ?? { tried: 0, done: 0, said: '' };
  tally.set(template, {
    tried: one.tried + 1,
    done: one.done + Number(isDone),
    said: isDone ? one.said : said.split('\n')[0]!,
  });
}

const tableOf = (templates: string[]) =>
  templates
    .map((one) => {
      const { tried, done, said } = tally.get(one) ?? { tried: 0, done: 0, said: 'never tried' };
      return `${done}/${tried}  ${one}\n        ${said}`;
    })
    .join('\n');

const TEMPLATES = Object.values(WRITING).flat();

test('each does something where there is something to do, and is taken back', async () => {
  const { world, db } = await begin();
  const before = snapshot(db);
  for (const template of TEMPLATES) {
    const line = lineOf(db, { template, n: 2, at: 0 });
    const { stderr } = await type(world, line);
    const after = snapshot(db);
    count(template, after !== before, `${line}: ${stderr}`);
    if (after === before) continue;
    expect(await type(world, 'undo'), line).toMatchObject({ exitCode: 0, stderr: '' });
    expect(snapshot(db), line).toBe(before);
  }
  await sound(db);
  db.close();
  const idle = TEMPLATES.filter((one) => tally.get(one)?.done === 0);
  expect(idle, tableOf(idle)).toEqual([]);
  // What it did once here is no word about any order.
  tally.clear();
}, 60_000);

// ── many, in any order ────────────────────────────────────────────────────────────────────────────

const someStep = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant('type' as const), line: someLine }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('redo' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('pick' as const), back: fc.integer({ min: 1, max: 8 }) }),
  },
);
type Step = typeof someStep extends fc.Arbitrary<infer T> ? T : never;

/** So that every command finds what it is for. */
const BEGINNING = [
  'contact add "Ana Ruiz" --company Acme --email ana@acme.com --past Hooli --tag node',
  'contact add "Lee Chen" --through ana',
  'contact add "Priya Nair" --company Globex',
  'contact add "Kofi Mensah"',
  'contact park kofi',
  'contact edit priya --rest +9d',
  'contact knows ana lee --how 3',
  'event add "event 1" --on today --with "Ana Ruiz"',
  'task add "task 1" --due fri',
  'job add Acme --title "Engineer" --inside ana',
  'job add Initech',
  'job move 2 applied',
  'config targets Acme',
  'config situation employed',
  'log ana --channel email --sent --day "2 nov" --yes',
  'log lee --channel coffee --day "1 nov" --promised "the deck" --by fri --they-promised "a name" --yes',
  'log ana --channel call --day "3 nov" --got "introduction to Priya" --whom priya --yes',
  'ask lee --for advice --record',
  'ask ana --for advice --record',
];

/** Typed once, and copied. */
let beginning: Promise<Buffer> | undefined;

async function begin(): Promise<{ world: TestWorld; db: Db }> {
  beginning ??= typeBeginning();
  const world = aWorld();
  await writeFile(world.dbPath, await beginning, { mode: 0o600 });
  await Promise.all(Object.entries(FILES).map(([name, text]) => writeFile(join(world.folder, name), text)));
  return { world, db: openDatabase(world.dbPath) };
}

async function typeBeginning(): Promise<Buffer> {
  const world = aWorld();
  for (const line of BEGINNING) expect(await type(world, line), line).toMatchObject({ exitCode: 0 });
  return readFile(world.dbPath);
}

/** Fewer tries say nothing: chance may have found a world each time in which there was nothing to do. */
const ENOUGH = 10;

test(
  'any commands are taken back one by one, or in any order, and done again',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someStep, { minLength: 6, maxLength: 22, size: 'max' }), play),
      { numRuns: RUNS, endOnFailure: false },
    );
    const idle = TEMPLATES.filter((one) => {
      const { tried, done } = tally.get(one) ?? { tried: 0, done: 0 };
      return tried >= ENOUGH && done === 0;
    });
    expect(idle, tableOf(idle)).toEqual([]);
    const [tried, done] = (['tried', 'done'] as const).map((what) =>
      [...tally.values()].reduce((sum, one) => sum + one[what], 0),
    );
    expect(done! / tried!, tableOf(TEMPLATES)).toBeGreaterThan(0.7);
  },
  RUNS * 4_000,
);

async function play(steps: Step[]): Promise<void> {
  const { world, db } = await begin();
  try {
    await live(world, db, steps);
  } finally {
    db.close();
  }
}

/** Where undo and redo lead, step by step: undone snapshots wait for their redo until something else is written. */
async function live(world: TestWorld, db: Db, steps: Step[]): Promise<void> {
  const done: string[] = [];
  let undone: string[] = [];
  for (const step of steps) {
    const before = snapshot(db);
    if (step.type === 'type') {
      const line = lineOf(db, step.line);
      const { exitCode, stderr } = await type(world, line);
      expect(exitCode, `${line}\n${stderr}`).not.toBe(70);
      expect(stderr, line).not.toMatch(/Unknown option|Too many arguments/);
      const after = snapshot(db);
      count(step.line.template, after !== before, `${line}: ${stderr}`);
      if (exitCode !== 0) expect(after, line).toBe(before);
      if (after === before) continue;
      done.push(before);
      undone = [];
    } else if (step.type === 'undo' && done.length > 0) {
      expect(await type(world, 'undo')).toMatchObject({ exitCode: 0, stderr: '' });
      expect(snapshot(db)).toBe(done.pop());
      undone.push(before);
    } else if (step.type === 'redo' && undone.length > 0) {
      expect(await type(world, 'redo')).toMatchObject({ exitCode: 0, stderr: '' });
      expect(snapshot(db)).toBe(undone.pop());
      done.push(before);
    } else if (step.type === 'pick') {
      const last = all<{ id: number }>(db, 'SELECT max(id) AS id FROM history')[0]!.id;
      const picked = await type(world, `undo ${last - step.back} --yes`);
      expect(picked.exitCode, picked.stderr).not.toBe(70);
      if (picked.exitCode !== 0) expect(snapshot(db)).toBe(before);
      if (picked.exitCode !== 0) continue;
      await sound(db);
      expect(await type(world, 'redo')).toMatchObject({ exitCode: 0, stderr: '' });
      expect(snapshot(db)).toBe(before);
      undone = [];
    }
    await sound(db);
  }
}

function type(world: TestWorld, line: string) {
  return world.runJobsearch(argvOf(`jobsearch ${line.replace(/\S+\.csv/, `${world.folder}/$&`)}`));
}

/** All that was typed; numbers once given stay given, so the counters are left out. */
function snapshot(db: Db): string {
  return JSON.stringify(takeArchive(db).tables, null, 1);
}

async function sound(db: Db): Promise<void> {
  expect(db.pragma('foreign_key_check')).toEqual([]);
  // Whatever was changed belongs to an entry that can be taken back.
  const unowned = `SELECT * FROM journal WHERE NOT EXISTS
    (SELECT 1 FROM history_spans WHERE seq BETWEEN first_seq AND last_seq)`;
  expect(db.prepare(unowned).all()).toEqual([]);
  const read = () =>
    JSON.stringify([
      all(db, 'SELECT * FROM contacts ORDER BY id'),
      all(db, 'SELECT * FROM contact_words ORDER BY 1, 2'),
      all(db, 'SELECT id, company_key FROM jobs'),
    ]);
  const is = read();
  db.exec('BEGIN');
  rebuildTies(db);
  for (const { id } of all<{ id: number }>(db, 'SELECT id FROM contacts')) refreshWords(db, id);
  const rebuilt = read();
  db.exec('ROLLBACK');
  expect(is).toBe(rebuilt);
  const { followed, anew } = followedAndAnew(db);
  expect(followed).toEqual(anew);
}

const FILES = {
  'Connections.csv': `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@acme.com,Acme,Engineer,03 Nov 2026
Omar,Haddad,https://www.linkedin.com/in/omar-h,,Globex,Lead,04 Nov 2026
`,
  'messages.csv': `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
c1,,Me Myself,https://www.linkedin.com/in/me,Ana Ruiz,https://www.linkedin.com/in/ana-ruiz,2026-11-05 10:00:00 UTC,,Hello,INBOX
c1,,Ana Ruiz,https://www.linkedin.com/in/ana-ruiz,Me Myself,https://www.linkedin.com/in/me,2026-11-06 10:00:00 UTC,,Hi,INBOX
c2,,Omar Haddad,https://www.linkedin.com/in/omar-h,Me Myself,https://www.linkedin.com/in/me,2026-11-07 10:00:00 UTC,,Hey,INBOX
`,
};
