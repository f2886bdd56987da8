/** Meeting the people of the sample search, and talking to them. */
import type { IsoDay, Point } from '../../model';
import { addDays } from '../../rules/dates';
import { addContact } from '../contacts';
import { addInteraction } from '../interactions';
import { closePromise, keepPromise } from '../promises';
import { addTask } from '../tasks';
import { dayOf, type Step, type Story, writtenOn } from './calendar';
import { happenings } from './happenings';
import type { Chore, Person, Talk, Vow } from './story';
import { newTask } from './work';

const PROMISE_MINUTES = 15;
/** Before everything: somebody known from the start. */
const EVER = '0001-01-01';

/** Written down on the first day that anything happened with them, but not before the search began. */
export function meet(story: Story, person: Person): Step {
  const days = [
    ...(person.talks ?? []).map((talk) => dayOfTalk(story, talk)),
    ...happenings
      .filter(({ state, people }) => state === 'done' && people?.includes(person.key))
      .map((happening) => dayOf(story, happening.day, happening.anyDay)),
    ...(person.added === undefined ? [] : [addDays(story.today, person.added)]),
  ];
  const on = writtenOn(story, days.sort()[0] ?? EVER);
  return { on, write: () => story.people.set(person.key, addPerson(story, person, on)) };
}

function addPerson({ db, today, people }: Story, person: Person, on: IsoDay): number {
  return addContact(db, {
    name: person.name,
    company: person.company ?? null,
    role: person.role ?? null,
    howMet: person.howMet ?? null,
    connectedOn: person.connected === undefined ? null : addDays(today, person.connected),
    introducedBy: person.introducedBy === undefined ? null : people.get(person.introducedBy)!,
    purpose: person.purpose ?? null,
    relevance: person.relevance ?? null,
    closeness: person.closeness ?? 0,
    notes: person.notes ?? null,
    state: person.isParked ? 'parked' : 'active',
    addedOn: on,
    points: pointsOf(person),
    tags: person.tags ?? [],
  });
}

/** The keys are what the readers of addresses would make of these plain ones. */
function pointsOf({ email, phone, link }: Person): Point[] {
  const points: Point[] = [];
  if (email) points.push({ kind: 'email', value: email, key: email });
  if (phone) points.push({ kind: 'phone', value: phone, key: phone.replaceAll(' ', '') });
  if (link) points.push({ kind: 'link', value: link, key: link });
  return points;
}

function dayOfTalk(story: Story, { day, channel }: Talk): IsoDay {
  return dayOf(story, day, ['email', 'message', 'group'].includes(channel));
}

export function converse(story: Story, person: Person, talk: Talk): Step[] {
  const { db, today, people } = story;
  const on = dayOfTalk(story, talk);
  const deeds = talk.came.filter((one) => one.is === 'act');
  const vows = talk.came.filter((one) => one.is === 'promise');
  const write = () => {
    const contactId = people.get(person.key)!;
    const { promiseIds } = addInteraction(
      db,
      {
        ...talk,
        day: on,
        purpose: null,
        eventId: null,
        sourceKey: null,
        people: [contactId, ...(talk.with ?? []).map((key) => people.get(key)!)],
        substantive: talk.kinds.includes('live'),
      },
      {
        acts: deeds.map((deed) => ({ ...deed, contactId, day: on })),
        promises: vows.map((vow) => ({ ...vow, contactId, madeOn: on, dueOn: addDays(today, vow.due) })),
      },
    );
    vows.forEach((vow, at) => {
      story.promises.set(vow, promiseIds[at]!);
      if (vow.task)
        addTask(db, { ...newTask(story, choreFor(vow, person, talk)), promiseId: promiseIds[at]! });
    });
  };
  return [{ on: writtenOn(story, on), write }, ...vows.flatMap((vow) => end(story, vow))];
}

function end(story: Story, vow: Vow): Step[] {
  if (!vow.ended) return [];
  const { db, promises } = story;
  const [state, offset] = vow.ended;
  const on = addDays(story.today, offset);
  const write = () => {
    const id = promises.get(vow)!;
    if (state === 'kept') keepPromise(db, id, on);
    else closePromise(db, id, state, on);
  };
  return [{ on: writtenOn(story, on), write }];
}

function choreFor(vow: Vow, person: Person, { day }: Talk): Chore {
  return {
    title: vow.task!,
    bucket: 'deepen',
    minutes: PROMISE_MINUTES,
    created: day,
    due: vow.due,
    contact: person.key,
  };
}
