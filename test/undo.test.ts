/**
 * Nothing is ever lost: whatever was typed can be taken back and done again, in any order, and the file is sound after
 * each step. More runs: JOBSEARCH_RUNS=200 npx vitest run test/undo.test.ts
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Listed } from '../src/app';
import { commands } from '../src/commands';
import { takeArchive } from '../src/store/archive';
import { refreshWords } from '../src/store/contacts';
import { all, type Db, openDatabase } from '../src/store/db';
import { rebuildTies } from '../src/store/ties';
import { argvOf } from './support/transcript';
import { aWorld, type TestWorld } from './support/world';

const RUNS = Number(process.env.JOBSEARCH_RUNS ?? 25);

/** What can be typed, by command; `N` is a small number, `W` and `V` people who may be there. */
const WRITING: Record<string, string[]> = {
  log: [
    'log W --channel coffee --about "how N" --yes',
    'log W V --add --channel call --promised "deck N" --by fri --next "send N" --on mon --yes',
    'log W --channel email --sent --yes',
    'log W --channel message --direction both --got advice --they-promised "a name" --yes',
    'log W --channel call --got "introduction to V" --whom V --add --told-goal --seen-work --yes',
    'log W --channel video --offered referral --answer yes --yes',
    'log --event N --yes',
  ],
  shallow: ['shallow', 'shallow --add N'],
  'contact add': [
    'contact add W --company Acme --email wN@acme.com --tag node',
    'contact add V --company Globex --through W --closeness N',
  ],
  'contact edit': [
    'contact edit W --role "role N" --tag tN',
    'contact edit W --company Initech --past Acme --email vN@x.org',
    'contact edit W --closeness N --remove-tag node',
    'contact edit W --purpose ""',
    'contact edit W --rest +9d',
    'contact edit W --rest ""',
    'contact edit W --name "W V"',
  ],
  'contact park': ['contact park W', 'contact park W --back'],
  'contact knows': ['contact knows W V --how N'],
  'contact remove': ['contact remove W --yes', 'contact remove V --yes'],
  'task add': ['task add "task N" --for W --due fri', 'task add "pitch N" --part pitch --job N'],
  'task edit': ['task edit N --due mon', 'task edit N --title "better N"', 'task edit N --for V'],
  'task done': ['task done N --spent 20', 'task done N'],
  'task drop': ['task drop N'],
  'task snooze': ['task snooze N +3d'],
  'event add': ['event add "event N" --on today --with W --with V --purpose x', 'event add "e N" --on fri'],
  'event edit': ['event edit N --on mon', 'event edit N --with W', 'event edit N --place "room N"'],
  'event cancel': ['event cancel N'],
  'event done': ['event done N --outcome "fine N"', 'event done N'],
  'job add': ['job add Acme --title "title N" --manager W', 'job add Globex --next "apply N" --on mon'],
  'job move': ['job move N applied', 'job move N interviewing', 'job move N lead'],
  'job edit': ['job edit N --company Initech', 'job edit N --manager V --next "call N"'],
  'job close': ['job close N --reason "no N"'],
  path: ['path Acme', 'path Acme --add N'],
  'ask show': ['ask W --for advice --record', 'ask W --for referral --job N --record'],
  'ask outcome': ['ask outcome N yes', 'ask outcome N silence'],
  'ask nudged': ['ask nudged N'],
  'promise add': ['promise add W "promise N" --by fri', 'promise add W "promise N" --theirs'],
  'promise kept': ['promise kept N'],
  'promise broken': ['promise broken N'],
  'promise release': ['promise release N'],
  'promise edit': ['promise edit N --by mon', 'promise edit N --what "words N"'],
  'promise nudged': ['promise nudged N'],
  'act add': ['act add W advice', 'act add W favour --by-me', 'act add W introduction --whom V --unasked'],
  'act loop': ['act loop N --thanked', 'act loop N --met --told'],
  'act remove': ['act remove N'],
  prep: ['prep pitch rough', 'prep resume ready --note "note N"'],
  import: [
    'import Connections.csv --doubtful new --yes',
    'import messages.csv --me "Me Myself" --doubtful same --yes',
  ],
  setup: ['setup --goal "work I like" --minutes 9N --yes'],
  'config list': ['config minutes 9N', 'config minutes --unset'],
  'config set': ['config set targets "Acme, Globex"'],
  'config unset': ['config unset minutes'],
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

const NAMES = ['"Ana Ruiz"', '"Lee Chen"', '"Priya Nair"'];
const someCommand = fc
  .tuple(
    fc.constantFrom(...Object.values(WRITING)).chain((lines) => fc.constantFrom(...lines)),
    fc.integer({ min: 1, max: 4 }),
    fc.shuffledSubarray(NAMES, { minLength: 2 }),
  )
  .map(([line, n, [w, v]]) =>
    line
      .replaceAll('"W V"', '"Ana Lund"')
      .replace(/\b[NWV]\b|(?<=[a-z9])N\b|\bN(?=@)|(?<=[wv])N/g, (letter) =>
        letter === 'W' ? w! : letter === 'V' ? v! : String(n),
      ),
  );

const someStep = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant('type' as const), line: someCommand }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('redo' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('pick' as const), back: fc.integer({ min: 1, max: 8 }) }),
  },
);
type Step = typeof someStep extends fc.Arbitrary<infer T> ? T : never;

const BEGINNING = [
  'contact add "Ana Ruiz" --company Acme',
  'contact add "Lee Chen"',
  'event add "event 1" --on today --with "Ana Ruiz"',
];

test(
  'any commands are taken back one by one, or in any order, and done again',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someStep, { minLength: 6, maxLength: 22, size: 'max' }), play),
      { numRuns: RUNS, endOnFailure: false },
    );
  },
  RUNS * 4_000,
);

async function play(steps: Step[]): Promise<void> {
  const world = aWorld();
  await Promise.all(Object.entries(FILES).map(([name, text]) => writeFile(join(world.folder, name), text)));
  for (const line of BEGINNING) await type(world, line);
  const db = openDatabase(world.dbPath);
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
      const { exitCode, stderr } = await type(world, step.line);
      expect(exitCode, `${step.line}\n${stderr}`).not.toBe(70);
      expect(stderr, step.line).not.toMatch(/Unknown option|Too many arguments/);
      if (exitCode !== 0) expect(snapshot(db), step.line).toBe(before);
      if (snapshot(db) === before) continue;
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
  return world.runJobsearch(argvOf(`jobsearch ${line.replace(/(\S+\.csv)/, `${world.folder}/$1`)}`));
}

/** All that was typed; numbers once given stay given, so the counters are left out. */
function snapshot(db: Db): string {
  return JSON.stringify(takeArchive(db).tables, null, 1);
}

async function sound(db: Db): Promise<void> {
  expect(db.pragma('foreign_key_check')).toEqual([]);
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
