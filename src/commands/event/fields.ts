/** The options that `event add` and `event edit` share. */
import type { Command as Commander } from 'commander';
import type { App } from '../../app';
import { UsageError } from '../../errors';
import { readMinutes } from '../../formats/minutes';
import { readDayAndTime, readTime } from '../../formats/times';
import { EVENT_KINDS, type Event, type EventKind } from '../../model';
import { addDays, daysBetween } from '../../rules/dates';
import { EDITOR } from '../long-note';
import { note, oneOf, several, wordsOrNothing } from '../options';
import { readPeople } from '../who';
import { minutesOf } from './facts';

export interface FieldOptions {
  on?: string;
  minutes?: number;
  until?: string;
  place?: string | null;
  purpose?: string | null;
  with?: string[];
  kind?: EventKind;
  note?: string | null;
  editor?: boolean;
}

export function fieldOptions(command: Commander): Commander {
  return command
    .option('-o, --on <when>', 'the day, and the time unless it takes all day: "fri 14:00", 2026-12-01')
    .option('-m, --minutes <time>', 'how long it takes: 45, 1h30', readMinutes)
    .option('-u, --until <when>', 'when it ends, if that is easier: 15:30, or a later day')
    .option('--place <where>', 'where it is', wordsOrNothing('--place'))
    .option('-p, --purpose <why>', 'why you go', wordsOrNothing('--purpose'))
    .option('-w, --with <person>', 'who is there; may be given several times', several(String))
    .option('-k, --kind <kind>', `${EVENT_KINDS.join(', ')}`, oneOf('--kind', EVENT_KINDS))
    .option('-n, --note <text>', 'anything worth remembering', note('--note'))
    .option(...EDITOR);
}

type Timing = Pick<Event, 'startOn' | 'startTime' | 'endOn' | 'endTime'>;

/** Where the event lies after the options are applied; `known` is where it lay. */
export async function timingOf(app: App, options: FieldOptions, known?: Timing): Promise<Timing> {
  const start = options.on === undefined ? known : await startOf(app, options.on, known);
  if (!start) throw new UsageError('The day is missing.', 'give it with --on "fri 14:00"');
  if (options.minutes !== undefined) return { ...start, ...endAfter(start, options.minutes) };
  if (options.until !== undefined) return { ...start, ...(await endAt(start, options.until)) };
  return known && options.on !== undefined ? { ...start, ...endAsLong(start, known) } : start;
}

/** Of an event that moves, a day alone keeps the time and a time alone the day. */
async function startOf(app: App, text: string, known?: Timing): Promise<Timing> {
  const alone = known && timeAlone(text);
  if (alone) return { startOn: known.startOn, startTime: alone, endOn: null, endTime: null };
  const { day, time } = await readDayAndTime(text, app.today, { toward: 'future' });
  return { startOn: day, startTime: time ?? known?.startTime ?? null, endOn: null, endTime: null };
}

function timeAlone(text: string): string | null {
  try {
    return readTime(text);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

/** An event that moved keeps its length, unless it begins at a time from now on and had none. */
function endAsLong(start: Timing, known: Timing): Pick<Timing, 'endOn' | 'endTime'> {
  const minutes = minutesOf(known);
  if (minutes !== null) return endAfter(start, minutes);
  if (known.endOn === null || start.startTime !== null) return { endOn: null, endTime: null };
  return { endOn: addDays(start.startOn, daysBetween(known.startOn, known.endOn)), endTime: null };
}

function endAfter(start: Timing, minutes: number): Pick<Timing, 'endOn' | 'endTime'> {
  if (start.startTime === null) {
    throw new UsageError('An event of some minutes needs a time.', 'give it with --on "fri 14:00"');
  }
  const [hours = 0, rest = 0] = start.startTime.split(':').map(Number);
  const end = hours * 60 + rest + minutes;
  const clock = `${String(Math.floor((end % 1440) / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
  return { endOn: addDays(start.startOn, Math.floor(end / 1440)), endTime: clock };
}

async function endAt(start: Timing, text: string): Promise<Pick<Timing, 'endOn' | 'endTime'>> {
  const isClock = /^\d{1,2}([:.h]\d{2})?\s*([ap]m)?$/i.test(text.trim());
  const { day, time } = await readDayAndTime(isClock ? `${start.startOn} ${text}` : text, start.startOn, {
    toward: 'future',
  });
  if (
    day < start.startOn ||
    (day === start.startOn && time !== null && start.startTime !== null && time <= start.startTime)
  ) {
    throw new UsageError(`--until "${text}" is before the event begins.`);
  }
  return { endOn: day, endTime: time !== null && start.startTime !== null ? time : null };
}

export async function idsOf(app: App, typed: string[]): Promise<number[]> {
  return (await readPeople(app, typed)).map(({ id }) => id);
}
