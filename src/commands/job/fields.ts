/** The options that `job add` and `job edit` share, and how they become fields, people and a next step. */
import type { Command as Commander } from 'commander';
import type { App } from '../../app';
import { orMeant, UsageError, UserError } from '../../errors';
import { readDay } from '../../formats/days';
import { FITS, type Fit, type IsoDay, type Job } from '../../model';
import { CHUNK_MINUTES } from '../../rules/constants';
import { nearestNames } from '../../rules/nearest';
import { addInsider, type JobChange } from '../../store/jobs';
import { listNames } from '../../store/named';
import { addTask } from '../../store/tasks';
import { addPerson } from '../contact/add';
import { EDITOR, noteOf } from '../long-note';
import { note, oneOf, personName, several, words, wordsOrNothing } from '../options';
import { blankTask } from '../task/add';
import { isUnknown, readPerson } from '../who';

export interface FieldOptions {
  title?: string | null;
  link?: string | null;
  place?: string | null;
  pay?: string | null;
  source?: string | null;
  deadline?: string;
  manager?: string;
  inside?: string[];
  add?: boolean;
  fit?: Fit;
  bonus?: boolean;
  next?: string;
  on?: string;
  note?: string | null;
  editor?: boolean;
}

export function fieldOptions(command: Commander): Commander {
  return command
    .option('-t, --title <title>', 'the role', wordsOrNothing('--title'))
    .option('-l, --link <url>', 'where it is advertised', wordsOrNothing('--link'))
    .option('--place <where>', 'where it is', wordsOrNothing('--place'))
    .option('--pay <range>', 'what it pays', wordsOrNothing('--pay'))
    .option('--source <where>', 'how you heard of it', wordsOrNothing('--source'))
    .option('-d, --deadline <day>', 'the last day to apply or to answer; "" for none')
    .option('-m, --manager <person>', 'who hires; "" for nobody')
    .option('-i, --inside <person>', 'somebody inside; may be given several times', several(String))
    .option('--add', 'add a manager or insider whom you do not have yet to your contacts')
    .option('-f, --fit <fit>', 'you against the role: strong, even, stretch', oneOf('--fit', FITS))
    .option('--bonus', 'they pay their people for a referral')
    .option('-n, --next <what>', 'your next step; becomes a task', words('--next'))
    .option('-o, --on <day>', 'the day of the next step')
    .option('--note <text>', 'anything worth remembering', note('--note'))
    .option(...EDITOR);
}

/** Only the fields that were given; commander turns the null of a cleared one into ''. */
export async function changeOf(
  app: App,
  options: FieldOptions,
  known: { notes: string | null } = { notes: null },
): Promise<JobChange> {
  const change: JobChange = {};
  if (options.title !== undefined) change.title = options.title || null;
  if (options.link !== undefined) change.link = options.link || null;
  if (options.place !== undefined) change.place = options.place || null;
  if (options.pay !== undefined) change.pay = options.pay || null;
  if (options.source !== undefined) change.source = options.source || null;
  if (options.fit !== undefined) change.fit = options.fit;
  if (options.bonus !== undefined) change.bonusKnown = options.bonus;
  if (options.deadline !== undefined) change.deadlineOn = await dayOrNone(app, options.deadline);
  const notes = await noteOf(app, options, known.notes);
  if (notes !== undefined) change.notes = notes;
  return change;
}

async function dayOrNone(app: App, text: string): Promise<IsoDay | null> {
  return text.trim() === '' ? null : readDay(text, app.today, { toward: 'due' });
}

// ── people ────────────────────────────────────────────────────────────────────────────────────────

/** Null for somebody who is to be added when everything else is known. */
interface Someone {
  id: number | null;
  name: string;
}

export interface JobPeople {
  /** Undefined when nothing was said, null for nobody. */
  manager?: Someone | null;
  inside: Someone[];
}

export async function peopleOf(app: App, options: FieldOptions, company: string): Promise<JobPeople> {
  const read = (typed: string) => someoneAt(app, typed, company, options.add === true);
  const people: JobPeople = { inside: [] };
  if (options.manager !== undefined)
    people.manager = options.manager.trim() === '' ? null : await read(options.manager);
  for (const typed of options.inside ?? []) people.inside.push(await read(typed));
  return people;
}

async function someoneAt(app: App, typed: string, company: string, add: boolean): Promise<Someone> {
  if (!isUnknown(app, typed)) return readPerson(app, typed);
  const near = nearestNames(typed, listNames(app.db));
  if (!add && !(await wantsToAdd(app, typed, company, near))) {
    const adds = `--add makes them a contact at ${company}`;
    throw new UserError(
      near.length > 0 ? `No contact fits "${typed}"; ${adds}.` : `No contact fits "${typed}".`,
      ...orMeant(typed, near, adds),
    );
  }
  return { id: null, name: personName('The name')(typed) };
}

async function wantsToAdd(app: App, name: string, company: string, near: string[]): Promise<boolean> {
  if (!app.ask.interactive) return false;
  const doubt = near.length > 0 ? ` (${near.join(', ')} ${near.length === 1 ? 'is' : 'are'} near)` : '';
  return app.ask.confirm({
    message: `Nobody fits "${name}"${doubt}. Add them at ${company}?`,
    default: near.length === 0,
    flag: '--add',
  });
}

/** Adds whoever is new; one name given twice is one person. Returns what belongs on the job. */
export function addPeople(
  app: App,
  { manager, inside }: JobPeople,
  company: string,
): { hiringManager?: number | null; insiders: number[] } {
  const added = new Map<string, number>();
  const idOf = ({ id, name }: Someone): number => {
    const known = id ?? added.get(name) ?? addPerson(app, { name, company });
    added.set(name, known);
    return known;
  };
  return {
    ...(manager !== undefined && { hiringManager: manager && idOf(manager) }),
    insiders: inside.map(idOf),
  };
}

export function addInsiders(app: App, jobId: number, insiders: number[]): void {
  for (const id of insiders) addInsider(app.db, jobId, id);
}

// ── the next step ─────────────────────────────────────────────────────────────────────────────────

export interface Step {
  what: string;
  on: IsoDay | null;
}

export async function stepOf(app: App, { next, on }: FieldOptions): Promise<Step | null> {
  if (next === undefined) {
    if (on !== undefined)
      throw new UsageError('--on is the day of the next step, and there is none.', 'give --next too');
    return null;
  }
  return { what: next, on: on === undefined ? null : await readDay(on, app.today, { toward: 'due' }) };
}

export function addStep(app: App, job: Pick<Job, 'id' | 'stage'>, { what, on }: Step): number {
  const talking = job.stage === 'interviewing' || job.stage === 'offer';
  return addTask(app.db, {
    ...blankTask(app.today),
    title: what,
    bucket: talking ? 'prepare' : 'apply',
    minutes: CHUNK_MINUTES,
    dueOn: on,
    jobId: job.id,
  });
}
