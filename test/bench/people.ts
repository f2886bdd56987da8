/** A search of any size to measure with: contacts with ten touches each over two years, tasks and events. */
import { addDays } from '../../src/rules/dates';
import { addContact } from '../../src/store/contacts';
import { type Db, inTransaction } from '../../src/store/db';
import { rebuildTies } from '../../src/store/derived-ties';
import { addEvent } from '../../src/store/events';
import { insertInteraction } from '../../src/store/interactions';
import { migrate } from '../../src/store/migrate';
import { openDatabase } from '../../src/store/open';
import { addTask } from '../../src/store/tasks';

const FIRST = [
  'Ana',
  'Omar',
  'Priya',
  'Lee',
  'Zoë',
  'Karim',
  'Mina',
  'Jonas',
  'Ada',
  'Tomás',
  'Ines',
  'Kofi',
];
const LAST = [
  'Ruiz',
  'Haddad',
  'Nair',
  'Chen',
  'Meyer',
  'Okafor',
  'Silva',
  'Novak',
  'Kim',
  'Larsen',
  'Rossi',
];
const TOUCHES_EACH = 10;
/** What is open at a time does not grow with the people one knows. */
const OPEN_TASKS = 60;
const PLANNED_EVENTS = 20;

/** The same people for the same count, whenever it runs. */
export function fillDatabase(path: string, contacts: number, today: string): void {
  const db = openDatabase(path);
  const random = randomFrom(contacts);
  migrate(db, path, 'migrations');
  inTransaction(db, () => {
    for (let at = 0; at < contacts; at++) addPerson(db, at, today, random);
    addWork(db, today, random);
    rebuildTies(db);
  });
  db.close();
}

function addPerson(db: Db, at: number, today: string, random: () => number): void {
  const metDaysAgo = Math.floor(random() * 730);
  const first = FIRST[at % FIRST.length]!;
  const last = LAST[Math.floor(at / FIRST.length) % LAST.length]!;
  const id = addContact(db, {
    name: `${first} ${last} ${at + 1}`,
    company: `Company ${1 + Math.floor(at / 20)}`,
    role: 'Engineer',
    howMet: null,
    connectedOn: null,
    introducedBy: null,
    purpose: random() < 0.5 ? 'learn how they hire' : null,
    relevance: null,
    closeness: 0,
    notes: null,
    state: 'active',
    addedOn: addDays(today, -metDaysAgo),
    points: [{ kind: 'email', value: `p${at}@example.com`, key: `p${at}@example.com` }],
    tags: [],
  });
  for (let touch = 0; touch < TOUCHES_EACH; touch++) {
    const wrote = random() < 0.6;
    insertInteraction(db, {
      day: addDays(today, -Math.floor(random() * (metDaysAgo + 1))),
      channel: wrote ? 'email' : 'coffee',
      minutes: wrote ? null : 45,
      about: null,
      purpose: null,
      eventId: null,
      sourceKey: null,
      people: [id],
      kinds: wrote ? (random() < 0.5 ? ['out'] : ['out', 'in']) : ['live'],
      substantive: !wrote && random() < 0.5,
    });
  }
}

function addWork(db: Db, today: string, random: () => number): void {
  const buckets = ['deepen', 'meet', 'apply', 'prepare', 'review'] as const;
  for (let at = 0; at < OPEN_TASKS; at++) {
    addTask(db, {
      title: `Task ${at + 1}`,
      bucket: buckets[at % buckets.length]!,
      minutes: 15,
      dueOn: random() < 0.5 ? addDays(today, Math.floor(random() * 60) - 10) : null,
      snoozedUntil: null,
      waitingFor: null,
      contactId: at % 3 === 0 ? at + 1 : null,
      eventId: null,
      promiseId: null,
      jobId: null,
      part: null,
      importance: null,
      urgency: null,
      repeatDays: null,
      notes: null,
      createdOn: addDays(today, -30),
    });
  }
  for (let at = 0; at < PLANNED_EVENTS; at++) {
    addEvent(db, {
      title: `Event ${at + 1}`,
      kind: 'coffee',
      startOn: addDays(today, Math.floor(at / 2) - 5),
      startTime: '10:00',
      endOn: null,
      endTime: null,
      place: null,
      purpose: null,
      outcome: null,
      notes: null,
      state: 'planned',
      people: [at + 1],
    });
  }
}

/** A linear congruential generator (the constants of Numerical Recipes): values in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
