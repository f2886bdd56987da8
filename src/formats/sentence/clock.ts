/** Times of day inside a sentence: "at 14:00", and how long it is "from 9 to 11". */
import { eat, type Line, maskAt, type Range, wordsAt } from './line';
import { WEEKDAY } from './vocabulary';

const SURE = '(?:\\d{1,2}:\\d{2}(?: ?[ap]m)?|\\d{1,2}h\\d{0,2}|\\d{1,2}(?:\\.\\d{2})? ?[ap]m|noon)';
const TIME = '(?:\\d{1,2}(?::\\d{2}|h\\d{0,2})?(?: ?[ap]m)?|noon)';
/** The sign between two times stands as a semicolon in the line. */
const SPAN = `(?:from )?${TIME}(?:-| (?:;|to|till|til|until) )${TIME}|between ${TIME} and ${TIME}`;
/** "from 9 to 11", but not "from 2 to 3 roles": without a sign of the clock it has to close something. */
const CLOSED = `(?: (?:[,;:.!?()]|with|on|about|at|in|over|and|today|yesterday|this|last|${WEEKDAY})(?= |$)|$)`;
const BEGINS = /^(?:\d|from$|between$|noon$)/;

export function spanAt(line: Line, at: number): Range | null {
  if (!BEGINS.test(maskAt(line, at))) return null;
  const span = eat(line, at, SPAN);
  if (!span) return null;
  const words = wordsAt(line, span);
  if (/;/.test(words)) return null;
  const isClock = /:\d|\d ?[ap]m\b|\dh|noon/i.test(words);
  const isPlain = eat(line, at, `from \\d{1,2} (?:to|till|til|until|;) \\d{1,2}(?=${CLOSED})`) !== null;
  return isClock || isPlain ? { from: span.from, to: span.to } : null;
}

/** Of what `spanAt` found; undefined where it is no time at all, or more than half a day. */
export function spanMinutes(phrase: string): number | undefined {
  const [from, to] = [...phrase.toLowerCase().matchAll(/(\d{1,2})(?:[:.h](\d{2})|h)? ?([ap]m)?|noon/g)].map(
    ([text, hour, minute = '0', half]) =>
      text === 'noon'
        ? { minutes: 720, half: 'pm' as string | undefined }
        : {
            minutes: (Number(hour) % (half ? 12 : 24)) * 60 + Number(minute) + (half === 'pm' ? 720 : 0),
            half,
          },
  );
  if (!from || !to) return undefined;
  // "2-3pm" is in the afternoon twice, "11-1pm" once: of both the shorter.
  const isLoose = from.half === undefined || to.half === undefined;
  const day = isLoose && from.minutes <= 780 ? 720 : 1440;
  const minutes = (((to.minutes - from.minutes) % day) + day) % day;
  return minutes > 0 && minutes <= 720 ? minutes : undefined;
}

/** "at 14:00", "2pm", "at 3"; it is kept nowhere but in the note. */
export function clockAt(line: Line, at: number): Range | null {
  if (!/^(?:at|around|about|\d|noon)/.test(maskAt(line, at))) return null;
  return (
    eat(line, at, `(?:(?:at|around|about) )?(?:around |about )?${SURE}(?!-)`) ??
    eat(line, at, `at \\d{1,2}(?= (?:[,;:.!?()]|for|with|${WEEKDAY}|on|today|yesterday)(?: |$)|$)`)
  );
}
