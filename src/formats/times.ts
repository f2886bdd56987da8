/** Times of day and durations as people type them; a day and a time together, for when something starts. */
import { UsageError } from '../errors';
import type { IsoDay } from '../model';
import { readDay, type Toward } from './days';

const MINUTES_PER_DAY = 1440;

/** `14:00`, `14h`, `14h30`, `2pm`, `2:30 pm`, `2.30pm`; not `14.30`, which could be a day. */
const TIME =
  '\\d{1,2}:\\d{2}(?::00)?(?: ?[ap]\\.?m\\.?)?|\\d{1,2}h(?:\\d{2})?|\\d{1,2}(?:\\.\\d{2})? ?[ap]\\.?m\\.?|noon';

/** → `HH:MM`. A bare `2` is refused, and so is `midnight`, which may begin or end the day. */
export function readTime(text: string): string {
  const typed = text.trim().toLowerCase();
  if (typed === 'noon') return '12:00';
  const [, hours = '', minutes = '00', half] =
    new RegExp(`^(?=(?:${TIME})$)(\\d+)[:.h]?(\\d{2})?(?::00)? ?([ap])?`).exec(typed) ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  const isHour = half === undefined ? hour < 24 : Number(hours) >= 1 && Number(hours) <= 12;
  if (hours === '' || !isHour || Number(minutes) > 59) {
    throw new UsageError(
      `"${text}" is no time of day.`,
      'Times can be written 14:00, 2pm, 2:30 pm, 14h or noon.',
    );
  }
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** The time may stand before or after the day; a time alone means today, a day alone has no time. */
export async function readDayAndTime(
  text: string,
  today: IsoDay,
  options: { toward: Toward },
): Promise<{ day: IsoDay; time: string | null }> {
  const typed = text
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2})T(?=\d)/i, '$1 ')
    .replace(/^at /i, '');
  const last = new RegExp(`^(?:(.*?)(?:,\\s*|\\s+))?(?:at\\s+|@\\s*)?(${TIME})$`, 'i').exec(typed);
  const first = new RegExp(`^(${TIME})(?:,\\s*|\\s+)(.+)$`, 'i').exec(typed);
  const time = last?.[2] ?? first?.[1];
  if (time === undefined) return { day: await readDay(typed, today, options), time: null };
  const day = last === null ? first?.[2] : last[1];
  return { day: day ? await readDay(day, today, options) : today, time: readTime(time) };
}

/** Whole minutes from 1 to a day's 1440; a bare number is minutes, `1:30` is an hour and a half. */
export function readMinutes(text: string): number {
  const typed = text.trim().toLowerCase();
  const [, only] = /^(\d+) ?(?:m|mins?|minutes?)?$/.exec(typed) ?? [];
  const [, hours, rest = '0'] =
    /^(\d+) ?(?:h|hrs?|hours?|:(?=\d\d$)) ?(?:(?:and )?([0-5]?\d) ?(?:m|mins?|minutes?)?)?$/.exec(typed) ??
    [];
  const [, part] = /^(\d*[.,]\d+) ?(?:h|hrs?|hours?)$/.exec(typed) ?? [];
  const minutes =
    only !== undefined
      ? Number(only)
      : hours !== undefined
        ? Number(hours) * 60 + Number(rest)
        : Math.round(Number(part?.replace(',', '.')) * 60);
  if (!(minutes >= 1 && minutes <= MINUTES_PER_DAY)) {
    throw new UsageError(
      `"${text}" is no duration between a minute and a day.`,
      'Durations can be written 45, 45m, 1h30, 1.5h or 2 hours.',
    );
  }
  return minutes;
}
