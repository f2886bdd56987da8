/** Durations as people type them → whole minutes. */
import { UsageError } from '../errors';
import { LIMITS } from '../rules/limits';

/** Of a conversation or an event: at most a day. */
export function readMinutes(text: string): number {
  return minutesUpTo(LIMITS.minutes, 'a day', text);
}

/** Of a task, which may take a week. */
export function readTaskMinutes(text: string): number {
  return minutesUpTo(LIMITS.taskMinutes, 'a week', text);
}

/** Whole minutes, at least one; a bare number is minutes, `1:30` is an hour and a half. */
function minutesUpTo(most: number, mostWords: string, text: string): number {
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
  if (!(minutes >= 1 && minutes <= most)) {
    throw new UsageError(
      `"${text}" is no duration between a minute and ${mostWords}.`,
      'Durations can be written 45, 45m, 1h30, 1.5h or 2 hours.',
    );
  }
  return minutes;
}
