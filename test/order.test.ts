/** Lists have an order of their own: it is not the one in which things happened to be written down. */
import { expect, test } from 'vitest';
import { aWorld } from './support/world';

const PEOPLE = ['Ana Ruiz', 'Lee Chen', 'Priya Nair', 'Omar Haddad'].map((name) => `contact add|${name}`);
const REST = [
  ...['Call the agency', 'Write to Acme', 'Buy shoes'].map(
    (title, at) => `task add|${title}|--due|+${at * 9 + 1}d`,
  ),
  ...['Coffee', 'Meetup', 'Job fair'].map((title, at) => `event add|${title}|--on|+${at + 1}d`),
  ...['the deck', 'a name', 'two slides'].map((what, at) => `promise add|lee|${what}|--by|+${at + 20}d`),
];
const LISTS: [list: string, nameOf: (data: unknown) => unknown][] = [
  ['contact list', (data) => (data as { name: string }[]).map(({ name }) => name)],
  ['task list', (data) => (data as { task: { title: string } }[]).map(({ task }) => task.title)],
  ['event list', (data) => (data as { title: string }[]).map(({ title }) => title)],
  ['promise list', (data) => (data as { mine: { what: string }[] }).mine.map(({ what }) => what)],
  ['today', (data) => (data as { items: { task: { title: string } }[] }).items.map(({ task }) => task.title)],
];

async function listsAfter(people: string[], rest: string[]) {
  const world = aWorld();
  const wordsOf = (line: string) =>
    line.split('|').flatMap((part, at) => (at === 0 ? part.split(' ') : [part]));
  for (const line of [...people, ...rest]) {
    const { stderr, exitCode } = await world.runJobsearch(wordsOf(line));
    expect([line, stderr, exitCode]).toEqual([line, '', 0]);
  }
  const lists = LISTS.map(async ([list, namesOf]) => {
    const { stdout } = await world.runJobsearch([...list.split(' '), '--json']);
    return [list, namesOf(JSON.parse(stdout))];
  });
  return Promise.all(lists);
}

test('the same things written down in another order give the same lists', async () => {
  const lists = await listsAfter(PEOPLE, REST);
  expect(lists.map(([, names]) => (names as unknown[]).length)).toEqual([4, 6, 3, 3, expect.any(Number)]);
  expect(await listsAfter(PEOPLE.toReversed(), REST.toReversed())).toEqual(lists);
  expect(await listsAfter(PEOPLE, [...REST.slice(4), ...REST.slice(0, 4)])).toEqual(lists);
});
