/** Tasks, each with what it serves. */
import { UserError } from '../errors';
import type { IsoDay, ServingTask, Task } from '../model';
import { all, allBy, type Db, get, inTransaction, run } from './db';
import { setPreparation } from './preparations';
import { keepPromise, setPromise } from './promises';

export type NewTask = Omit<Task, 'id' | 'state' | 'closedOn' | 'minutesSpent'>;

const TASK = `t.id, t.title, t.bucket, t.minutes, t.due_on AS dueOn, t.snoozed_until AS snoozedUntil,
  t.waiting_for AS waitingFor, t.contact_id AS contactId, t.event_id AS eventId, t.promise_id AS promiseId, t.job_id AS jobId, t.part,
  t.importance, t.urgency, t.repeat_days AS repeatDays, t.notes, t.state, t.created_on AS createdOn,
  t.closed_on AS closedOn, t.minutes_spent AS minutesSpent,
  c.name AS contactName, c.company AS contactCompany, c.role AS contactRole, c.purpose AS contactPurpose, c.relevance AS contactRelevance,
  c.level AS contactLevel, c.met_on AS contactMetOn, c.first_follow_up_on AS contactFollowedUpOn,
  w.name AS waitingForName,
  e.title AS eventTitle, e.kind AS eventKind, e.start_on AS eventStartOn, e.state AS eventState,
  p.by AS promiseBy, p.state AS promiseState,
  (SELECT name FROM contacts WHERE id = p.contact_id) AS promiseTo, j.company AS jobCompany,
  j.title AS jobTitle, j.stage AS jobStage, a.state AS partState
  FROM tasks t
  LEFT JOIN contacts c ON c.id = t.contact_id LEFT JOIN contacts w ON w.id = t.waiting_for
  LEFT JOIN events e ON e.id = t.event_id LEFT JOIN promises p ON p.id = t.promise_id
  LEFT JOIN preparations a ON a.part = t.part LEFT JOIN jobs j ON j.id = t.job_id`;

/** Written out in the order of TASK, as every open task is read for every day. */
function taskOf(values: readonly unknown[]): ServingTask {
  return {
    id: values[0],
    title: values[1],
    bucket: values[2],
    minutes: values[3],
    dueOn: values[4],
    snoozedUntil: values[5],
    waitingFor: values[6],
    contactId: values[7],
    eventId: values[8],
    promiseId: values[9],
    jobId: values[10],
    part: values[11],
    importance: values[12],
    urgency: values[13],
    repeatDays: values[14],
    notes: values[15],
    state: values[16],
    createdOn: values[17],
    closedOn: values[18],
    minutesSpent: values[19],
    contactName: values[20],
    contactCompany: values[21],
    contactRole: values[22],
    contactPurpose: values[23],
    contactRelevance: values[24],
    contactLevel: values[25],
    contactMetOn: values[26],
    contactFollowedUpOn: values[27],
    waitingForName: values[28],
    eventTitle: values[29],
    eventKind: values[30],
    eventStartOn: values[31],
    eventState: values[32],
    promiseBy: values[33],
    promiseState: values[34],
    promiseTo: values[35],
    jobCompany: values[36],
    jobTitle: values[37],
    jobStage: values[38],
    partState: values[39],
  } as ServingTask;
}

export function findTask(db: Db, id: number): ServingTask | undefined {
  return get(db, `SELECT ${TASK} WHERE t.id = ?`, id);
}

export function getTask(db: Db, id: number): ServingTask {
  const task = findTask(db, id);
  if (!task) throw new UserError(`There is no task #${id}.`, 'jobsearch task list');
  return task;
}

/** Every open task, also the snoozed and the waiting ones. */
export function listOpenTasks(db: Db): ServingTask[] {
  return allBy(db, taskOf, `SELECT ${TASK} WHERE t.state = 'open' ORDER BY t.id`);
}

/** Done or dropped from `since` on, the latest first. */
export function listClosedTasks(db: Db, since: IsoDay, atMost = -1): ServingTask[] {
  return all(
    db,
    `SELECT ${TASK} WHERE t.closed_on >= ? ORDER BY t.closed_on DESC, t.id DESC LIMIT ?`,
    since,
    atMost,
  );
}

export function listOpenTasksFor(db: Db, contactId: number): ServingTask[] {
  return all(
    db,
    `SELECT ${TASK} WHERE t.state = 'open' AND (t.contact_id = :id OR t.waiting_for = :id) ORDER BY t.due_on, t.id`,
    { id: contactId },
  );
}

/** What is to be done for a job, the earliest day first. */
export function listOpenTasksForJob(db: Db, jobId: number): ServingTask[] {
  return all(
    db,
    `SELECT ${TASK} WHERE t.state = 'open' AND t.job_id = ? ORDER BY t.due_on IS NULL, t.due_on, t.id`,
    jobId,
  );
}

/** Estimated and spent minutes of the last done tasks that were timed, the latest first. */
export function listTimedTasks(db: Db, atMost: number): { minutes: number; spent: number }[] {
  return all(
    db,
    `SELECT minutes, minutes_spent AS spent FROM tasks
     WHERE closed_on IS NOT NULL AND state = 'done' AND minutes_spent IS NOT NULL
     ORDER BY closed_on DESC, id DESC LIMIT ?`,
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
