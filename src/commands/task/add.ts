import type { Answers } from '../../answers';
import type { Command } from '../../app';
import type { Bucket, EventKind, Stage, Task } from '../../model';
import { CHUNK_MINUTES } from '../../rules/constants';
import { partMeant } from '../../rules/part-words';
import { findEvent } from '../../store/events';
import { findJob } from '../../store/jobs';
import { getSettings } from '../../store/settings';
import { addTask, getTask, type NewTask, type TaskChange } from '../../store/tasks';
import { taskSavedView } from '../../views/task';
import { aimsOf } from '../aims';
import { words } from '../options';
import { capacityOf, weigh } from '../weigh';
import { changeOf, type FieldOptions, fieldOptions } from './fields';

export const taskAdd: Command<Answers['task add']> = {
  examples: [
    'jobsearch task add "Send Priya the deck" --for priya --due fri --minutes 10',
    'jobsearch task add "Say the pitch aloud, three times" --part pitch --repeat 3',
  ],
  configure: (command) => fieldOptions(command.argument('[title...]', 'what to do')),
  async run(app, input: FieldOptions & { title?: string[] }) {
    const typed = (input.title ?? []).join(' ').trim();
    const title = words('The title')(
      typed ||
        (await app.ask.text({ message: 'What is to be done?', flag: 'jobsearch task add "Call Ana"' })),
    );
    const change = await changeOf(app, input);
    const task: NewTask = { ...blankTask(app.today), ...change, title };
    const event = task.eventId === null ? undefined : findEvent(app.db, task.eventId);
    // What serves an event is of no use after it.
    if (event && input.due === undefined && event.startOn >= app.today) task.dueOn = event.startOn;
    task.bucket =
      change.bucket ??
      bucketOf(title, change, {
        eventKind: event?.kind,
        stage: task.jobId === null ? undefined : findJob(app.db, task.jobId)?.stage,
      });
    const settings = getSettings(app.db);
    const id = addTask(app.db, task);
    const data = weigh(getTask(app.db, id), app.today, aimsOf(app.db, settings), capacityOf(app, settings));
    const part = servesNothing(data.task) ? partMeant(title) : undefined;
    return { data, view: taskSavedView('Added', data, app.today, { part }) };
  },
};

function servesNothing({ contactId, waitingFor, eventId, jobId, part, importance }: Task): boolean {
  return [contactId, waitingFor, eventId, jobId, part, importance].every((link) => link === null);
}

export function blankTask(today: string): Omit<NewTask, 'title'> {
  return {
    bucket: 'review',
    minutes: CHUNK_MINUTES,
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
    createdOn: today,
  };
}

/** What a task serves says where its time goes; a task that serves nothing is support, unless it says "apply". */
export function bucketOf(
  title: string,
  task: TaskChange,
  { eventKind, stage }: { eventKind: EventKind | undefined; stage: Stage | undefined },
): Task['bucket'] {
  const bySign: [boolean, Bucket][] = [
    [task.part != null || eventKind === 'interview', 'prepare'],
    [stage === 'interviewing' || stage === 'offer', 'prepare'],
    [task.contactId != null || task.waitingFor != null, 'deepen'],
    [task.eventId != null, 'meet'],
    [stage !== undefined, 'apply'],
    [/^appl(y|ication)\b/i.test(title), 'apply'],
  ];
  return bySign.find(([holds]) => holds)?.[1] ?? 'review';
}
