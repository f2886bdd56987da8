/** Durations as people type them → whole minutes. */
import { UsageError } from '../errors';

const MINUTES_PER_DAY = 1440;

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
