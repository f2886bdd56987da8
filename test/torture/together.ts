/** Processes that write at the same time: nothing is lost, nobody is told to come back, and nobody who reads is kept out. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Attempt, Fault, Found } from './fault';
import { databaseIn, type Ended, run, succeed } from './program';
import { aConnectionsFile, anOldSearch, aSearch } from './searches';
import { checkCopies, copiesIn, examined, stateOf } from './state';

/** By number, as one of the fields is her name. */
const ANA = '91';

/** One field of the same person for each process: an update of the whole row would undo its neighbours'. */
const FIELDS: [option: string, field: string, value: string | number][] = [
  ['--company', 'company', 'Globex'],
  ['--role', 'role', 'Engineer'],
  ['--purpose', 'purpose', 'learn how they hire'],
  ['--met', 'howMet', 'at a meetup'],
  ['--note', 'notes', 'likes tea'],
  ['--relevance', 'relevance', 'target'],
  ['--closeness', 'closeness', 3],
  ['--name', 'name', 'Ana Ruiz Lopez'],
];

export const twoWriting = writing(2);
export const eightWriting = writing(8);

function writing(processes: number): Fault {
  return {
    name: `write-${processes}`,
    what: `${processes} processes writing at once, and one reading`,
    times: Math.ceil(400 / (processes * 5)),
    short: 1,
    async prepare(home) {
      await aSearch(home);
      return (folder, _, found) => writeAtOnce(home, folder, processes, found);
    },
  };
}

async function writeAtOnce(home: string, folder: string, processes: number, found: Found): Promise<void> {
  cpSync(home, folder, { recursive: true });
  const first = entriesIn(await succeed(folder, ['history', '--json']));
  const numbers = Array.from({ length: processes }, (_, at) => at);
  const commandsOf = (at: number) => [
    ['log', String(at + 1), '--channel', 'call', '--about', `call by ${at}`, '--yes'],
    ['task', 'add', `task of ${at}`],
    ['contact', 'edit', ANA, FIELDS[at]![0], String(FIELDS[at]![2])],
    ['task', 'done', String(at + 1)],
    ['contact', 'add', `Person of ${at}`],
  ];
  let busy = true;
  const reader = (async () => {
    while (busy) complainOf(await run(folder, ['contact', 'list', '--json']), 'reading', found);
  })();
  await Promise.all(
    numbers.map(async (at) => {
      for (const argv of commandsOf(at)) complainOf(await run(folder, argv), argv.join(' '), found);
    }),
  );
  busy = false;
  await reader;
  found.tried(processes * commandsOf(0).length);
  await examined(folder, found);
  await checkAll(folder, numbers, found);
  const added = entriesIn(await succeed(folder, ['history', '--json', '-n', '1000'])) - first;
  if (added !== processes * 5) found.lost(`${processes * 5} commands, ${added} entries`);
  complainOf(await run(folder, ['undo', String(first + 2), '--yes']), 'undo of one of them', found);
  await examined(folder, found);
}

function entriesIn(history: string): number {
  return JSON.parse(history).entries.length;
}

function complainOf({ status, stderr }: Ended, what: string, found: Found): void {
  if (status !== 0) found.unclear(`${what}: ${status} ${stderr}`);
}

async function checkAll(folder: string, numbers: number[], found: Found): Promise<void> {
  const { tables } = JSON.parse(await succeed(folder, ['export']));
  const has = (table: string, column: string, value: string) =>
    tables[table].some((row: Record<string, unknown>) => row[column] === value);
  const ana = JSON.parse(await succeed(folder, ['contact', 'show', ANA, '--json']));
  for (const at of numbers) {
    const [, field, value] = FIELDS[at]!;
    if (ana[field] !== value) found.lost(`${field} of the same person`);
    if (!has('interactions', 'about', `call by ${at}`)) found.lost(`log of ${at}`);
    if (!has('tasks', 'title', `task of ${at}`)) found.lost(`task of ${at}`);
    if (!has('contacts', 'name', `Person of ${at}`)) found.lost(`person of ${at}`);
    const done = tables.tasks.find(({ id }: { id: number }) => id === at + 1);
    if (done?.state !== 'done') found.lost(`task ${at + 1} done`);
  }
}

export const twoUpdating: Fault = {
  name: 'update-2',
  what: 'two programs at once on the first start after an update',
  times: 100,
  short: 1,
  prepare(home) {
    anOldSearch(home);
    const before = stateOf(databaseIn(home));
    return async (folder, _, found) => {
      cpSync(home, folder, { recursive: true });
      const both = await Promise.all([run(folder, ['contact', 'list']), run(folder, ['today'])]);
      for (const one of both) complainOf(one, 'the first start', found);
      const doctor = await examined(folder, found);
      if (doctor) await checkCopies(folder, [before, stateOf(databaseIn(folder))], doctor, found);
      if (!copiesIn(folder).some((file) => stateOf(file) === before))
        found.lost('no copy of what was before');
    };
  },
};

export const twoCopying: Fault = {
  name: 'copy-2',
  what: 'two programs at once on the first change of a day',
  times: 100,
  short: 1,
  async prepare(home) {
    await aSearch(home);
    const tomorrow = { JOBSEARCH_NOW: '2026-11-23T09:00' };
    const before = stateOf(databaseIn(home));
    return async (folder, _, found) => {
      cpSync(home, folder, { recursive: true });
      const adding = ['one', 'other'].map((title) => run(folder, ['task', 'add', title], tomorrow));
      for (const one of await Promise.all(adding)) complainOf(one, 'task add', found);
      const doctor = await examined(folder, found);
      const { tables } = JSON.parse(await succeed(folder, ['export']));
      const titles = tables.tasks.map(({ title }: { title: string }) => title);
      if (!titles.includes('one') || !titles.includes('other')) found.lost('a task');
      const copy = copiesIn(folder).find((file) => file.endsWith('2026-11-23.db'));
      if (!copy) found.lost('no copy of the day');
      else if (stateOf(copy) !== before)
        found.torn('the copy of the day is not what was before its first change');
      if ((doctor?.leftovers.length ?? 0) > 0) found.unclear(`left: ${doctor?.leftovers.join(', ')}`);
    };
  },
};

export const todayDuringImport: Fault = {
  name: 'read-import',
  what: '`today` again and again during an import of 2,000 people',
  times: 20,
  short: 1,
  async prepare(home, times): Promise<Attempt> {
    await aSearch(home);
    const file = aConnectionsFile(home, times > 1 ? 2_000 : 500);
    return async (folder, _, found) => {
      cpSync(home, folder, { recursive: true });
      let busy = true;
      const importing = run(folder, ['import', join(file), '--yes']).finally(() => {
        busy = false;
      });
      while (busy) {
        complainOf(await run(folder, ['today']), 'today', found);
        found.tried(1);
      }
      complainOf(await importing, 'import', found);
      await examined(folder, found);
    };
  },
};
