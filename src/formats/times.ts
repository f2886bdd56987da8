/** Times of day as people type them; a day and a time together, for when something starts. */
import { UsageError } from '../errors';
import type { IsoDay } from '../model';
import { readDay, type Toward } from './days';

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
