import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/model';
import { renderText } from '../../src/render/text';
import { countThings, type Thing } from '../../src/rules/changes';
import { entryView, historyView } from '../../src/views/history';
import { type LeftThing, type Mood, type TakenFacts, takenLines, takenView } from '../../src/views/undo';
import type { View } from '../../src/views/view';

const TODAY = '2026-11-22';
const textOf = (view: View) => renderText(view, { width: 200, colour: false, boxes: false });

const entry: Entry = {
  ...{ id: 3, at: '2026-11-22T09:00:00.000Z', day: TODAY, kind: 'command', typed: 'jobsearch task add x' },
  ...{ what: '1 task added', undoes: null, undoneBy: null, leftOver: 0 },
};
const aTask = (key: number, op: Thing['op'] = 'added', fields: Thing['fields'] = []): Thing => ({
  ...{ table: 'tasks', key, op, name: `Task ${key}`, people: [], row: null, fields },
});
const tasks = (n: number) => Array.from({ length: n }, (_, at) => aTask(at + 1));
const aLeft = (given: Partial<LeftThing>): LeftThing => ({
  ...{ thing: aTask(9), why: 'changed', columns: null, by: { id: 5, typed: 'jobsearch y' }, other: null },
  ...given,
});
const facts = (given: Partial<TakenFacts>): TakenFacts => ({
  ...{ kind: 'undo', entry, takenBack: [], kept: [], impossible: [] },
  ...{ counts: { takenBack: [], kept: [], impossible: [] }, ...given },
});

describe('what was taken back', () => {
  test.each<[TakenFacts['kind'], Mood, string, boolean]>([
    ['undo', 'done', 'Took back #3: jobsearch task add x', true],
    ['undo', 'rehearsed', 'Would take back #3: jobsearch task add x', false],
    ['undo', 'asked', 'To take back #3: jobsearch task add x', false],
    ['redo', 'done', 'Done again: #3: jobsearch task add x', true],
    ['redo', 'rehearsed', 'Would do again: #3: jobsearch task add x', false],
  ])('%s, %s, begins "%s"', async (kind, mood, first, hasNext) => {
    const text = await textOf(takenView(facts({ kind, takenBack: tasks(1) }), mood));
    expect(text.split('\n').slice(0, 2)).toEqual([first, '  task #1 Task 1: gone']);
    expect(/After all|Take it back again/.test(text)).toBe(hasNext);
  });

  test('of many the first are named, and the others counted', async () => {
    const lines = async (n: number) =>
      (await textOf(takenView(facts({ takenBack: tasks(n) }), 'asked'))).trimEnd().split('\n');
    expect(await lines(11)).toHaveLength(12);
    expect((await lines(12)).at(-1)).toBe('  and 2 tasks');
    expect(await lines(5_000)).toHaveLength(12);
    expect((await lines(5_000)).at(-1)).toBe('  and 4,990 tasks');
  });

  test('columns have the words of the vocabulary', async () => {
    const changed = aTask(1, 'changed', [{ name: 'due on', from: null, to: '2026-11-23' }]);
    const text = await textOf(
      takenView(facts({ takenBack: [changed], kept: [aLeft({ columns: ['minutes_spent'] })] }), 'done'),
    );
    expect(text).toContain('task #1 Task 1: due as before');
    expect(text).toContain('task #9 Task 9, minutes spent: changed by #5 jobsearch y');
  });
});

test('what stays is told in its group, with the reason and the command', () => {
  const ana: Thing = { ...aTask(1), table: 'contacts', name: 'Ana Ruiz' };
  const given = facts({
    takenBack: tasks(1),
    kept: [aLeft({}), aLeft({ by: null })],
    impossible: [
      aLeft({ why: 'hangs', other: aTask(4) }),
      aLeft({ why: 'parent-gone', other: ana }),
      aLeft({ why: 'taken' }),
      aLeft({ why: 'gone' }),
    ],
  });
  expect(takenLines(given)).toEqual([
    'Would be taken back:',
    '  task #1 Task 1: gone',
    'Kept, because it was changed later:',
    '  task #9 Task 9: changed by #5 jobsearch y',
    '  task #9 Task 9: changed later',
    'Not possible:',
    '  task #9 Task 9: task #4 Task 4 hangs on it, from #5 jobsearch y',
    '  task #9 Task 9: Ana Ruiz #1 is gone, since #5 jobsearch y',
    '  task #9 Task 9: another has its place, by #5 jobsearch y',
    '  task #9 Task 9: it is gone, by #5 jobsearch y',
  ]);
});

describe('the history', () => {
  test.each([
    [0, 0, 'Nothing was written down yet.'],
    [1, 0, 'One in full: jobsearch history 3'],
    [1, 1, '1 older entry: jobsearch history -n 2'],
    [2, 30, '30 older entries: jobsearch history -n 32'],
  ])('of %i entries, and %i more', async (n, more, said) => {
    const entries = Array.from({ length: n }, () => entry);
    expect(await textOf(historyView({ entries, more }, TODAY))).toContain(said);
  });

  test('of one entry lists so many, and says how to see the rest', async () => {
    const one = (n: number, more: number) =>
      textOf(entryView({ ...entry, things: tasks(n), counts: countThings(tasks(n + more)), more }, TODAY));
    expect(await one(1, 0)).not.toContain('more');
    expect(await one(20, 4_980)).toContain('and 4980 more: jobsearch history 3 --all');
  });
});
