/** Days and moments as LinkedIn writes them, and as spreadsheets rewrite them. */
import type { Instant, IsoDay } from '../../model';

// English, then the stems that German, French and Spanish spell differently; accents are taken off before.
const MONTH_STEMS = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'ago'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

/** `08 Feb 2023`, `7-Feb-22`, `Feb 8, 2023`, `2023-02-08`, `8.2.2023`, `14/2/2023`; null for anything else. */
export function readDay(text: string): IsoDay | null {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const dayFirst = /^(\d{1,2})[-. ]+([a-z]+)[-. ]+(\d{4}|\d{2})$/.exec(plain);
  if (dayFirst) return isoDay(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]+)[. ]+(\d{1,2}),? +(\d{4})$/.exec(plain);
  if (monthFirst) return isoDay(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
  if (iso) return isoDay(iso[1], Number(iso[2]), iso[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(plain);
  if (dotted) return isoDay(dotted[3], Number(dotted[2]), dotted[1]);
  return readSlashed(plain);
}

/** `3/4/2023` is two days, depending on the country: only what can be just one is read. */
function readSlashed(text: string): IsoDay | null {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text);
  if (!slashed) return null;
  const european = isoDay(slashed[3], Number(slashed[2]), slashed[1]);
  const american = isoDay(slashed[3], Number(slashed[1]), slashed[2]);
  return european && american && european !== american ? null : (european ?? american);
}

/** `2021-04-02 09:15:00 UTC`; UTC also when it does not say so. Null for anything else. */
export function readInstant(text: string): Instant | null {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?: ?(?:UTC|GMT|Z))?$/i.exec(text);
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((digits) => Number(digits ?? 0));
  if (hour! > 23 || minute! > 59 || second! > 60 || !isoDay(String(found[1]), month!, String(day)))
    return null;
  return new Date(Date.UTC(year!, month! - 1, day, hour, minute, second));
}

/** The day in an archive's name, `Basic_LinkedInDataExport_05-14-2021.zip`; null when there is none. */
export function dayInName(name: string): IsoDay | null {
  const found = /_(\d{2})-(\d{2})-(\d{4})(?!\d)/.exec(name);
  return found ? isoDay(found[3], Number(found[1]), found[2]) : null;
}

function monthOf(word: string | undefined): number {
  return MONTH_STEMS.findIndex((stems) => stems.some((stem) => word?.startsWith(stem))) + 1;
}

/** Null for a day that is not in the calendar. A year of two digits is one of this century: LinkedIn is no older. */
function isoDay(year: string | undefined, month: number, day: string | undefined): IsoDay | null {
  const fullYear = year?.length === 2 ? 2000 + Number(year) : Number(year);
  const at = new Date(Date.UTC(fullYear, month - 1, Number(day)));
  if (fullYear < 1000 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== Number(day)) return null;
  return at.toISOString().slice(0, 10);
}
