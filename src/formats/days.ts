/** Days as people type them → calendar days. Nothing rolls over, and what may be two days is refused. */
import dayjs from 'dayjs';
import { UsageError } from '../errors';
import type { IsoDay } from '../model';
import { ownReadings } from './spoken-days';
import type { Readings, Toward } from './written-dates';

export type { Toward };

const [FIRST_YEAR, LAST_YEAR] = [1900, 2200];

/** Refuses with the value and with forms that work. The caller prints the chosen day back. */
export async function readDay(text: string, today: IsoDay, options: { toward: Toward }): Promise<IsoDay> {
  const readings = await readingsOf(text, today, options);
  const [day, other] = readings ?? [];
  if (day === undefined) {
    throw new UsageError(
      readings === null ? `"${text}" is no day that can be read.` : `There is no such day as "${text}".`,
      `Days can be written ${today}, yesterday, fri, next tuesday, +3d, in 2 weeks or 22 nov.`,
    );
  }
  if (other !== undefined) {
    throw new UsageError(`"${text}" is ${inFull(day)} or ${inFull(other)}: write ${day} or ${other}.`);
  }
  const year = Number.parseInt(day, 10);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new UsageError(`"${text}" is too far away: days go from ${FIRST_YEAR} to ${LAST_YEAR}.`);
  }
  return day;
}

/** All that a text may mean: null for no day that can be read, nothing for a day that does not exist, or several. */
export async function readingsOf(
  text: string,
  today: IsoDay,
  { toward }: { toward: Toward },
): Promise<readonly IsoDay[] | null> {
  const phrase = plainPhrase(text);
  return ownReadings(phrase, today, toward) ?? (await chronoReadings(phrase, today, toward));
}

/** One spelling for `Fri, 22-Nov-2026` and `fri 22 nov. 2026`. The part of a day makes no difference to the day. */
function plainPhrase(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[a-z])[-./]|[-./](?=\s?[a-z])|,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:on|by) /, '')
    .replace(/^(?:this (?:morning|afternoon|evening)|tonight)$/, 'today')
    .replace(/^last night$/, 'yesterday')
    .replace(/ (?:morning|afternoon|evening|night)$/, '');
}

/**
 * The rare phrases (`a few days ago`), English only: the library guesses, so whatever it left over or filled in itself
 * (a month alone, a time of day, the first of two days) is no reading. It never sees numbers that could be a date.
 */
async function chronoReadings(phrase: string, today: IsoDay, toward: Toward): Promise<Readings> {
  if (!/[a-z]/.test(phrase) || /\d[-./:]\d/.test(phrase)) return null;
  const { casual } = await import('chrono-node/en');
  // Noon where the program runs: told of another zone, the library is a day off for some phrases in some places.
  const noon = dayjs(`${today}T12:00`).toDate();
  const [result, ...more] = casual.parse(phrase, noon, { forwardDate: toward !== 'past' });
  if (result === undefined || more.length > 0 || result.text !== phrase || result.end) return null;
  const { start } = result;
  const isDay = start.isCertain('year') && start.isCertain('month') && start.isCertain('day');
  if (!isDay || start.isCertain('hour')) return null;
  return [dayjs(start.date()).format('YYYY-MM-DD')];
}

function inFull(day: IsoDay): string {
  return dayjs.utc(day).format('D MMMM YYYY');
}
