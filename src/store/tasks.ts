/** Tasks, each with what it serves. */
import { UserError } from '../errors';
import type { IsoDay, ServingTask, Task } from '../model';
import { all, allParsed, asJson, type Db, FIRST, type Fields, get, inTransaction, named, run } from './db';
import { setPreparation } from './preparations';
import { keepPromise, setPromise } from './promises';

export type NewTask = Omit<Task, 'id' | 'state' | 'closedOn' | 'minutesSpent'>;

const TASK: Fields<ServingTask> = {
  id: 't.id',
  title: 't.title',
  bucket: 't.bucket',
  minutes: 't.minutes',
  dueOn: 't.due_on',
  snoozedUntil: 't.snoozed_until',
  waitingFor: 't.waiting_for',
  contactId: 't.contact_id',
  eventId: 't.event_id',
  promiseId: 't.promise_id',
  jobId: 't.job_id',
  part: 't.part',
  importance: 't.importance',
  urgency: 't.urgency',
  repeatDays: 't.repeat_days',
  notes: 't.notes',
  state: 't.state',
  createdOn: 't.created_on',
  closedOn: 't.closed_on',
  minutesSpent: 't.minutes_spent',
  contactName: 'c.name',
  contactCompany: 'c.company',
  contactRole: 'c.role',
  contactPurpose: 'c.purpose',
  contactRelevance: 'c.relevance',
  contactLevel: 'c.level',
  contactMetOn: 'c.met_on',
  contactFollowedUpOn: 'c.first_follow_up_on',
  waitingForName: 'w.name',
  eventTitle: 'e.title',
  eventKind: 'e.kind',
  eventStartOn: 'e.start_on',
  eventState: 'e.state',
  promiseBy: 'p.by',
  promiseState: 'p.state',
  promiseTo: '(SELECT name FROM contacts WHERE id = p.contact_id)',
  jobCompany: 'j.company',
  jobTitle: 'j.title',
  jobStage: 'j.stage',
  partState: 'a.state',
};

const FROM = `FROM tasks t
  LEFT JOIN contacts c ON c.id = t.contact_id LEFT JOIN contacts w ON w.id = t.waiting_for
  LEFT JOIN events e ON e.id = t.event_id LEFT JOIN promises p ON p.id = t.promise_id
  LEFT JOIN preparations a ON a.part = t.part LEFT JOIN jobs j ON j.id = t.job_id`;

export function findTask(db: Db, id: number): ServingTask | undefined {
  return get(db, `SELECT ${named(TASK)} ${FROM} WHERE t.id = ?`, id);
}

export function getTask(db: Db, id: number): ServingTask {
  const task = findTask(db, id);
  if (!task) throw new UserError(`There is no task #${id}.`, 'jobsearch task list');
  return task;
}

/** Every open task, also the snoozed and the waiting ones. */
export function listOpenTasks(db: Db): ServingTask[] {
  return allParsed(db, `SELECT ${asJson(TASK)} ${FROM} WHERE t.state = 'open' ORDER BY t.id`);
}

/** Done or dropped from `since` on, the latest first. */
export function listClosedTasks(db: Db, since: IsoDay, atMost = -1): ServingTask[] {
  return all(
    db,
    `SELECT ${named(TASK)} ${FROM} WHERE t.closed_on >= ? ORDER BY t.closed_on DESC, t.id DESC LIMIT ?`,
    since,
    atMost,
  );
}

export function listOpenTasksFor(db: Db, contactId: number): ServingTask[] {
  return all(
    db,
    `SELECT ${named(TASK)} ${FROM} WHERE t.state = 'open' AND (t.contact_id = :id OR t.waiting_for = :id) ORDER BY t.due_on, t.id`,
    { id: contactId },
  );
}

export function listOpenTasksForEvent(db: Db, eventId: number): ServingTask[] {
  return all(
    db,
    `SELECT ${named(TASK)} ${FROM} WHERE t.state = 'open' AND t.event_id = ? ORDER BY t.id`,
    eventId,
  );
}

/** What is to be done for a job, the earliest day first. */
export function listOpenTasksForJob(db: Db, jobId: number): ServingTask[] {
  return all(
    db,
    `SELECT ${named(TASK)} ${FROM} WHERE t.state = 'open' AND t.job_id = ? ORDER BY t.due_on IS NULL, t.due_on, t.id`,
    jobId,
  );
}

/** Estimated and spent minutes of the last done tasks that were timed, the latest first. */
export function listTimedTasks(db: Db, atMost: number): { minutes: number; spent: number }[] {
  return all(
    db,
    `SELECT minutes, minutes_spent AS spent FROM tasks
     WHERE closed_on IS NOT NULL AND state = 'done' AND minutes_spent IS NOT NULL
     ORDER BY closed_on DESC, id DESC ${FIRST}`,
    atMost,
  );
}

export function addTask(db: Db, task: NewTask): number {
  return run(
    db,
    `INSERT INTO tasks (title, bucket, minutes, due_on, snoozed_until, waiting_for, contact_id, event_id, promise_id, job_id, part,
                        importance, urgency, repeat_days, notes, created_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    task.title,
    task.bucket,
    task.minutes,
    task.dueOn,
    task.snoozedUntil,
    task.waitingFor,
    task.contactId,
    task.eventId,
    task.promiseId,
    task.jobId,
    task.part,
    task.importance,
    task.urgency,
    task.repeatDays,
    task.notes,
    task.createdOn,
  );
}

const COLUMNS: Record<string, string> = {
  title: 'title',
  bucket: 'bucket',
  minutes: 'minutes',
  dueOn: 'due_on',
  snoozedUntil: 'snoozed_until',
  waitingFor: 'waiting_for',
  contactId: 'contact_id',
  eventId: 'event_id',
  jobId: 'job_id',
  part: 'part',
  importance: 'importance',
  urgency: 'urgency',
  repeatDays: 'repeat_days',
  notes: 'notes',
};

export type TaskChange = Partial<
  Omit<Task, 'id' | 'state' | 'createdOn' | 'closedOn' | 'minutesSpent' | 'promiseId'>
>;

/** The open promise that a task stands for moves with its day. */
export function setTask(db: Db, id: number, change: TaskChange): void {
  inTransaction(db, () => {
    for (const [field, value] of Object.entries(change)) {
      run(db, `UPDATE tasks SET ${COLUMNS[field]!} = ? WHERE id = ?`, value, id);
    }
    if (change.dueOn === undefined) return;
    const { promiseId, promiseState } = getTask(db, id);
    if (promiseId !== null && promiseState === 'open') setPromise(db, promiseId, { dueOn: change.dueOn });
  });
}

/**
 * Closes a task. A done one keeps the promise it stands for and touches its preparation part; `next` is its successor
 * when it repeats. Returns the successor's number.
 */
export function closeTask(
  db: Db,
  task: Task,
  close: { state: 'done' | 'dropped'; day: IsoDay; minutesSpent: number | null; next: NewTask | null },
): number | null {
  return inTransaction(db, () => {
    run(
      db,
      'UPDATE tasks SET state = ?, closed_on = ?, minutes_spent = ? WHERE id = ?',
      close.state,
      close.day,
      close.minutesSpent,
      task.id,
    );
    if (close.state === 'done' && task.promiseId !== null) keepPromise(db, task.promiseId, close.day);
    if (close.state === 'done' && task.part !== null) setPreparation(db, task.part, { touchedOn: close.day });
    return close.next && addTask(db, close.next);
  });
}
