/** People chosen from a list: the most likely first, narrowed by typing, with accents or without. */
import type { App, Choice } from '../app';
import { UserError } from '../errors';
import { dueSoonBy, rankLikely } from '../rules/likely-people';
import { foldName } from '../rules/names';
import { narrowerOf } from '../rules/narrow';
import { listKnownPeople, listPeopleDueBy, listPeopleInEventsOn } from '../store/likely-people';
import type { Named } from '../store/named';
import { personLabel, whyWords } from '../views/person-choice';

export interface PersonQuestion {
  message: string;
  flag: string;
  /** Only these people. */
  among?: readonly Named[];
  /** Words that narrow the list from the start. */
  typed?: string;
}

export async function askPerson(app: App, { among, ...question }: PersonQuestion): Promise<Named> {
  const narrow = await peopleByWords(app, among);
  if (app.ask.interactive && narrow('').length === 0)
    throw new UserError('You have no contacts yet.', 'jobsearch contact add "Ana Ruiz"');
  const [person] = await app.ask.pick({ ...question, narrow });
  return person!;
}

/** Numbers of people, and what was typed for somebody who is not among them. */
export async function askPeople(app: App, question: { message: string; flag: string }): Promise<string[]> {
  const known = await peopleByWords(app);
  const narrow = (typed: string): Choice<string>[] => {
    const name = typed.trim();
    const people = known(name).map((choice) => ({ ...choice, value: String(choice.value.id) }));
    const isKnown =
      name === '' || people.some(({ short }) => foldName(short!) === foldName(name)) || /^#?\d*$/.test(name);
    return isKnown
      ? people
      : [...people, { name: `somebody else: ${name}`, short: name, value: name, isOther: true }];
  };
  return app.ask.pick({ ...question, narrow, several: true });
}

async function peopleByWords(
  { db, today }: App,
  among?: readonly Named[],
): Promise<(typed: string) => Choice<Named>[]> {
  const ids = among && new Set(among.map(({ id }) => id));
  const known = listKnownPeople(db).filter(({ id }) => ids?.has(id) ?? true);
  const signals = { events: listPeopleInEventsOn(db, today), due: listPeopleDueBy(db, dueSoonBy(today)) };
  const people = rankLikely(known, signals, today);
  const choices = people.map(({ why, id, name, company, state }) => ({
    name: [personLabel({ id, name, company, state }), why ? whyWords(why, today) : '']
      .filter(Boolean)
      .join(' · '),
    short: name,
    value: { id, name, company, state },
  }));
  return narrowerOf(
    choices,
    people.map(({ id, key }) => `${id} ${key}`),
  );
}
