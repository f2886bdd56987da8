/** What is due at this very moment: events that are about to begin, and what was to be done by today. */
import type { Event, IsoDay, Job, OpenPromise, ServingTask } from '../model';
import { addDays, daysBetween } from './dates';

export interface DueItem {
  /** `waiting` is somebody else's move, `deadline` that of a job not applied for yet. */
  kind: 'event' | 'task' | 'promise' | 'waiting' | 'deadline';
  /** Of the event, task, promise or job. */
  id: number;
  what: string;
  /** Whom it is about. */
  name: string | null;
  /** Until an event begins; null for an all-day event, and for what is no event. */
  inMinutes: number | null;
  /** `HH:MM` of an event. */
  startTime: string | null;
  dueOn: IsoDay;
  /** 0 for what is due today. */
  daysLate: number;
  /** The next command, without the program's name. */
  command: string;
}

export interface DueFacts {
  today: IsoDay;
  /** Minutes since midnight. */
  minute: number;
  /** How far ahead an event is named, in minutes. */
  within: number;
  /** Planned ones, of today and of as many days as `within` reaches. */
  events: readonly Event[];
  /** Open ones. */
  tasks: readonly ServingTask[];
  promises: readonly (OpenPromise & { nudgedOn: IsoDay | null; taskId: number | null })[];
  jobs: readonly Job[];
}

/** Events first, then whatever is late the longest. */
export function findDue(facts: DueFacts): DueItem[] {
  const { today } = facts;
  const dated = [
    ...facts.tasks.flatMap((task) => dueTask(task, today)),
    ...facts.promises.flatMap((promise) => duePromise(promise, today)),
    ...facts.jobs.flatMap((job) => dueJob(job, today)),
  ];
  return [
    ...dueEvents(facts),
    ...dated.sort(
      (a, b) => b.daysLate - a.daysLate || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.id - b.id,
    ),
  ];
}

const KINDS: DueItem['kind'][] = ['deadline', 'promise', 'task', 'waiting'];

/** The same until it is about another day or time. */
export function keyOf({ kind, id, dueOn, startTime }: DueItem): string {
  return `${kind} ${id} ${dueOn} ${startTime ?? ''}`;
}

function dueEvents({ today, minute, within, events }: DueFacts): DueItem[] {
  return events
    .filter(({ state }) => state === 'planned')
    .flatMap((event): DueItem[] => {
      const { id, title, startOn, startTime } = event;
      const inMinutes =
        startTime === null ? null : daysBetween(today, startOn) * 1440 + minuteOf(startTime) - minute;
      const isNow = inMinutes === null ? startOn === today : inMinutes >= 0 && inMinutes <= within;
      if (!isNow) return [];
      const command = `event show ${id}`;
      return [
        {
          kind: 'event',
          id,
          what: title,
          name: null,
          inMinutes,
          startTime,
          dueOn: startOn,
          daysLate: 0,
          command,
        },
      ];
    })
    .sort((a, b) => (a.inMinutes ?? -1) - (b.inMinutes ?? -1) || a.id - b.id);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** How many days ahead events have to be looked up. */
export function lastDay(today: IsoDay, minute: number, within: number): IsoDay {
  return addDays(today, Math.floor((minute + within) / 1440));
}

function dueTask(task: ServingTask, today: IsoDay): DueItem[] {
  const { id, title, dueOn, snoozedUntil, waitingFor } = task;
  if (dueOn === null || dueOn > today || (snoozedUntil !== null && snoozedUntil > today)) return [];
  const item = {
    id,
    what: title,
    inMinutes: null,
    startTime: null,
    dueOn,
    daysLate: daysBetween(dueOn, today),
  };
  return waitingFor === null
    ? [{ ...item, kind: 'task', name: task.contactName, command: `task done ${id}` }]
    : [{ ...item, kind: 'waiting', name: task.waitingForName, command: `task edit ${id} --waiting ""` }];
}

/** A promise of mine has a task as a rule, which says it; theirs is asked after once. */
function duePromise(promise: DueFacts['promises'][number], today: IsoDay): DueItem[] {
  const { id, by, what, name, dueOn, nudgedOn, taskId } = promise;
  if (dueOn === null || dueOn > today) return [];
  const item = {
    id,
    what,
    name,
    inMinutes: null,
    startTime: null,
    dueOn,
    daysLate: daysBetween(dueOn, today),
  };
  if (by === 'me')
    return taskId === null ? [{ ...item, kind: 'promise', command: `promise kept ${id}` }] : [];
  return nudgedOn === null ? [{ ...item, kind: 'waiting', command: `promise nudged ${id}` }] : [];
}

function dueJob({ id, company, title, stage, deadlineOn }: Job, today: IsoDay): DueItem[] {
  if (stage !== 'lead' || deadlineOn !== today) return [];
  const what = `apply at ${company}${title === null ? '' : `, ${title}`}`;
  return [
    {
      ...{ kind: 'deadline', id, what, name: null, inMinutes: null, startTime: null },
      ...{ dueOn: deadlineOn, daysLate: 0, command: `job move ${id} applied` },
    },
  ];
}
