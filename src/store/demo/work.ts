/** The diary of the sample search, and its tasks. */
import type { Event, IsoDay } from '../../model';
import { addDays } from '../../rules/dates';
import { addEvent, getEvent, setEvent } from '../events';
import { addInteraction } from '../interactions';
import { addTask, closeTask, getTask, type NewTask } from '../tasks';
import { dayOf, type Step, type Story } from './calendar';
import type { Chore, Happening } from './story';

/** Days from hearing of an event to the event. */
const DAYS_AHEAD = 7;

/** It comes into the diary a week before, with those who are known by then; the rest are met there. */
export function happen(story: Story, happening: Happening): Step[] {
  const { db, people, events } = story;
  const startOn = dayOf(story, happening.day, happening.anyDay);
  const invite = () => events.set(happening.key, addEvent(db, eventOf(story, happening, startOn)));
  const hold = () => {
    const { state, outcome = null, kind } = happening;
    const id = events.get(happening.key)!;
    const present = (happening.people ?? []).map((key) => people.get(key)!);
    setEvent(db, { ...getEvent(db, id), state, outcome, people: present });
    if (state !== 'done') return;
    addInteraction(db, {
      day: startOn,
      channel: kind === 'interview' ? 'meeting' : 'event',
      kinds: [kind === 'interview' ? 'live' : 'group'],
      minutes: happening.minutes ?? null,
      about: happening.title,
      purpose: happening.purpose ?? null,
      eventId: id,
      sourceKey: null,
      people: present,
      substantive: kind === 'interview',
    });
  };
  const heardOn = addDays(story.today, Math.min(happening.day, 0) - DAYS_AHEAD);
  const held = happening.state === 'planned' ? [] : [{ on: startOn, write: hold }];
  return [{ on: heardOn, write: invite }, ...held];
}

function eventOf({ today, people }: Story, happening: Happening, startOn: IsoDay): Omit<Event, 'id'> {
  const { title, kind, at = null, minutes, lastDay, place = null, purpose = null, notes = null } = happening;
  return {
    title,
    kind,
    startOn,
    startTime: at,
    endOn: lastDay === undefined ? startOn : addDays(today, lastDay),
    endTime: at === null || minutes === undefined ? null : timeAfter(at, minutes),
    place,
    purpose,
    outcome: null,
    notes,
    state: 'planned',
    people: (happening.people ?? []).flatMap((key) => people.get(key) ?? []),
  };
}

/** Nothing in the diary goes past midnight. */
function timeAfter(at: string, minutes: number): string {
  const [hours = 0, rest = 0] = at.split(':').map(Number);
  const end = hours * 60 + rest + minutes;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

export function plan(story: Story, chore: Chore): Step[] {
  const { db, today } = story;
  let id = 0;
  const steps: Step[] = [
    {
      on: addDays(today, chore.created),
      write: () => {
        id = addTask(db, newTask(story, chore));
      },
    },
  ];
  const closed = chore.done?.[0] ?? chore.dropped;
  if (closed === undefined) return steps;
  const day = addDays(today, closed);
  const write = () => {
    const dueOn = chore.repeatDays === undefined ? null : addDays(day, chore.repeatDays);
    closeTask(db, getTask(db, id), {
      state: chore.done ? 'done' : 'dropped',
      day,
      minutesSpent: chore.done?.[1] ?? null,
      next: dueOn === null ? null : { ...newTask(story, chore), dueOn, createdOn: day },
    });
  };
  return [...steps, { on: day, write }];
}

export function newTask({ today, people, events, jobs }: Story, chore: Chore): NewTask {
  const on = (offset: number | undefined) => (offset === undefined ? null : addDays(today, offset));
  const whom = (key: string | undefined) => (key === undefined ? null : people.get(key)!);
  return {
    title: chore.title,
    bucket: chore.bucket,
    minutes: chore.minutes,
    dueOn: on(chore.due),
    snoozedUntil: on(chore.snoozed),
    waitingFor: whom(chore.waitingFor),
    contactId: whom(chore.contact),
    eventId: chore.event === undefined ? null : events.get(chore.event)!,
    promiseId: null,
    jobId: chore.job === undefined ? null : jobs.get(chore.job)!,
    part: chore.part ?? null,
    importance: chore.importance ?? null,
    urgency: null,
    repeatDays: chore.repeatDays ?? null,
    notes: chore.notes ?? null,
    createdOn: addDays(today, chore.created),
  };
}
