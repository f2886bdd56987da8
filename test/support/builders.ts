/** The least that makes each thing whole; a test names only what it is about. */
import type { Event } from '../../src/model';
import type { NewAct } from '../../src/store/acts';
import type { NewContact } from '../../src/store/contacts';
import type { NewInteraction } from '../../src/store/interactions';
import type { NewPromise } from '../../src/store/promises';
import type { NewTask } from '../../src/store/tasks';

/** A Sunday. */
export const A_DAY = '2026-11-22';

export function aContact(given: Partial<NewContact> = {}): NewContact {
  return {
    name: 'Ana Ruiz',
    company: null,
    role: null,
    howMet: null,
    connectedOn: null,
    introducedBy: null,
    purpose: null,
    relevance: null,
    closeness: 0,
    notes: null,
    state: 'active',
    addedOn: A_DAY,
    points: [],
    tags: [],
    ...given,
  };
}

/** A coffee with nobody: the people are what a test has to name. */
export function anInteraction(given: Partial<NewInteraction> = {}): NewInteraction {
  return {
    day: A_DAY,
    channel: 'coffee',
    minutes: null,
    about: null,
    purpose: null,
    eventId: null,
    sourceKey: null,
    people: [],
    kinds: ['live'],
    substantive: false,
    ...given,
  };
}

export function anAct(contactId: number, given: Partial<NewAct> = {}): NewAct {
  return { contactId, day: A_DAY, by: 'them', kind: 'advice', asked: true, what: null, ...given };
}

export function aPromise(contactId: number, given: Partial<NewPromise> = {}): NewPromise {
  return { contactId, by: 'me', what: 'the deck', madeOn: A_DAY, dueOn: null, ...given };
}

export function aTask(given: Partial<NewTask> = {}): NewTask {
  return {
    title: 'Call Ana',
    bucket: 'review',
    minutes: 25,
    dueOn: null,
    snoozedUntil: null,
    waitingFor: null,
    contactId: null,
    eventId: null,
    promiseId: null,
    jobId: null,
    part: null,
    importance: null,
    urgency: null,
    repeatDays: null,
    notes: null,
    createdOn: A_DAY,
    ...given,
  };
}

export function anEvent(given: Partial<Event> = {}): Omit<Event, 'id'> {
  return {
    title: 'Coffee with Ana',
    kind: 'coffee',
    startOn: A_DAY,
    startTime: null,
    endOn: null,
    endTime: null,
    place: null,
    purpose: null,
    outcome: null,
    notes: null,
    state: 'planned',
    people: [],
    ...given,
  };
}
