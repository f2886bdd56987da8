/** What came of a conversation, each piece with the one it concerns. */
import type { App } from '../../app';
import { UsageError } from '../../errors';
import { readDay } from '../../formats/days';
import type { ActKind, AskKind, IsoDay, Side } from '../../model';
import { actOf } from '../../rules/act-words';
import { matchPeople, wordsOf } from '../../rules/names';
import type { Came, LogInput } from './options';
import { type Participant, readParticipant } from './participants';

/** `with` is the place of the other side among the people. */
export interface PromiseMade {
  by: Side;
  what: string;
  dueOn: IsoDay | null;
  with: number;
}

export interface ActDone {
  by: Side;
  kind: ActKind;
  what: string | null;
  asked: boolean;
  with: number;
  /** Of an introduction: who was introduced, as a place among the people where they took part. */
  whom: number | Participant | null;
}

export interface Offer {
  kind: AskKind;
  with: number;
}

export interface AllThatCame {
  promises: PromiseMade[];
  acts: ActDone[];
  offers: Offer[];
}

export async function readCame(app: App, input: LogInput, people: Participant[]): Promise<AllThatCame> {
  const all: AllThatCame = { promises: [], acts: [], offers: [] };
  for (const one of input.came) {
    const place = one.to === undefined ? 0 : placeOf('--to', one.to, people);
    if (one.kind === 'promise') {
      const dueOn = one.by === undefined ? null : await readDay(one.by, app.today, { toward: 'due' });
      all.promises.push({ by: one.side, with: place, what: one.what, dueOn });
    } else if (one.kind === 'offer') {
      all.offers.push({ kind: one.what as AskKind, with: place });
    } else all.acts.push(await readAct(app, input, one, place, people));
  }
  return all;
}

async function readAct(
  app: App,
  input: LogInput,
  { side, what, unasked, whom }: Came,
  place: number,
  people: Participant[],
): Promise<ActDone> {
  const done = { by: side, with: place, ...actOf(what), asked: unasked !== true };
  if (whom === undefined) return { ...done, whom: null };
  if (done.kind !== 'introduction')
    throw new UsageError(`--whom is for an introduction, and "${what}" reads like: ${done.kind}.`);
  const present = placesOf(whom, people);
  const introduced = present.length === 1 ? present[0]! : await readParticipant(app, input, whom);
  const giver = people[place]!;
  if (
    introduced === place ||
    (typeof introduced === 'object' && introduced.id !== null && introduced.id === giver.id)
  )
    throw new UsageError(`${giver.name} cannot be introduced to ${giver.name}.`);
  return { ...done, whom: introduced };
}

function placeOf(flag: string, typed: string, people: Participant[]): number {
  const found = placesOf(typed, people);
  if (found.length !== 1) {
    const names = people.map(({ name }) => name).join(', ');
    throw new UsageError(
      `${flag} "${typed}" fits ${found.length === 0 ? 'nobody' : 'several'} of those you talked with: ${names}.`,
    );
  }
  return found[0]!;
}

function placesOf(typed: string, people: Participant[]): number[] {
  const number = /^#?(\d+)$/.exec(typed.trim())?.[1];
  const places = people.map((person, place) => ({ ...person, place, words: wordsOf(person.name) }));
  const found = number
    ? places.filter(({ id }) => id === Number(number))
    : matchPeople(
        typed,
        places.filter(({ words }) =>
          wordsOf(typed).every((word) => words.some((one) => one.startsWith(word))),
        ),
      );
  return found.map(({ place }) => place);
}
