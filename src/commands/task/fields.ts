/** The options that `task add` and `task edit` share. */
import type { Command as Commander } from 'commander';
import type { App } from '../../app';
import { UsageError } from '../../errors';
import { readDay } from '../../formats/days';
import { readTaskMinutes } from '../../formats/minutes';
import { BUCKETS, type Bucket, PARTS, type Part } from '../../model';
import { getEvent } from '../../store/events';
import { getJob } from '../../store/jobs';
import type { TaskChange } from '../../store/tasks';
import { EDITOR, noteOf } from '../long-note';
import { itemNumber, note, oneOf, taking, wholeNumber } from '../options';
import { readPerson } from '../who';

export interface FieldOptions {
  bucket?: Bucket;
  minutes?: number;
  due?: string;
  for?: string;
  waiting?: string;
  event?: number;
  job?: number | null;
  part?: Part;
  important?: boolean;
  urgent?: boolean;
  computed?: boolean;
  repeat?: number;
  note?: string | null;
  editor?: boolean;
}

export function fieldOptions(command: Commander): Commander {
  return command
    .option('-d, --due <day>', 'when it is due; "" for no day')
    .option('-m, --minutes <time>', 'how long it takes: 25, 1h30', readTaskMinutes)
    .option('-f, --for <person>', 'the contact it serves; "" for nobody')
    .option('-w, --waiting <person>', 'it is their move now; "" when it is yours again')
    .option('-e, --event <number>', 'the event it serves', itemNumber('event'))
    .option('-j, --job <number>', 'the job it serves; "" for none', taking('job', jobOrNone))
    .option('--part <part>', `the preparation it serves: ${PARTS.join(', ')}`, oneOf('--part', PARTS))
    .option('-b, --bucket <bucket>', `where the time goes: ${BUCKETS.join(', ')}`, oneOf('--bucket', BUCKETS))
    .option('--important', 'important, whatever it serves')
    .option('--no-important', 'not important, whatever it serves')
    .option('--urgent', 'urgent, whatever its due day')
    .option('--no-urgent', 'not urgent, whatever its due day')
    .option('--repeat <days>', 'comes back this many days after it was done', wholeNumber('--repeat', 1, 366))
    .option('-n, --note <text>', 'anything worth remembering', note('--note'))
    .option(...EDITOR);
}

/** Far enough from one half for either square, and no claim to more precision than a yes or a no has. */
const BY_HAND = { yes: 1, no: 0 } as const;

/** Only the fields that were given. */
export async function changeOf(
  app: App,
  options: FieldOptions,
  known: { notes: string | null } = { notes: null },
): Promise<TaskChange> {
  const change: TaskChange = {};
  if (options.bucket !== undefined) change.bucket = options.bucket;
  if (options.minutes !== undefined) change.minutes = options.minutes;
  if (options.due !== undefined) change.dueOn = await dayOrNone(app, options.due);
  if (options.for !== undefined) change.contactId = await personOrNone(app, options.for);
  if (options.waiting !== undefined) change.waitingFor = await personOrNone(app, options.waiting);
  if (options.event !== undefined) change.eventId = getEvent(app.db, options.event).id;
  if (options.job !== undefined) change.jobId = options.job ? getJob(app.db, options.job).id : null;
  if (options.part !== undefined) change.part = options.part;
  if (options.important !== undefined) change.importance = options.important ? BY_HAND.yes : BY_HAND.no;
  if (options.urgent !== undefined) change.urgency = options.urgent ? BY_HAND.yes : BY_HAND.no;
  if (options.computed) {
    if (options.important !== undefined || options.urgent !== undefined) {
      throw new UsageError(
        '--computed undoes what was said by hand: give it without --important and --urgent.',
      );
    }
    change.importance = null;
    change.urgency = null;
  }
  if (options.repeat !== undefined) change.repeatDays = options.repeat;
  const notes = await noteOf(app, options, known.notes);
  if (notes !== undefined) change.notes = notes;
  return change;
}

function jobOrNone(text: string) {
  return text.trim() === '' ? null : itemNumber('job')(text);
}

async function dayOrNone(app: App, text: string) {
  return text.trim() === '' ? null : readDay(text, app.today, { toward: 'due' });
}

async function personOrNone(app: App, text: string) {
  return text.trim() === '' ? null : (await readPerson(app, text)).id;
}
