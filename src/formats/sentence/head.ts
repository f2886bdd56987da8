/** The part of a sentence that says that there was a conversation: how, with whom, when, how long. */
import type { Direction } from '../../model';
import { type Begun, lengthWith, mineVerb, nounAt, nounWithPreposition, writtenTo } from './begun';
import { clockAt, spanAt } from './clock';
import { tail } from './details';
import { type How, LEAD, THEIRS, UNREAL } from './how-words';
import { eat, isHard, type Line, maskAt, type Range } from './line';
import { peopleAt } from './names-listed';
import { type DayFound, dayAt, lengthAt } from './times';
import { NAME } from './vocabulary';

export interface Head extends Range {
  how: How;
  howAt: Range[];
  direction: Direction | null;
  /** Where each person is named. */
  people: Range[];
  /** Words where a person should be. */
  nobody: Range | null;
  /** "Ana called": whoever is named does what follows, too. */
  isTheirs: boolean;
  days: DayFound[];
  /** A day that closes what it was about may be of that: "about the offer on Monday". */
  isDayOfTopic: boolean;
  durations: Range[];
  /** A number without a unit where a length could stand. */
  bare: Range | null;
  /** Words that belong to the part and stay out of the note. */
  eaten: Range[];
  /** Will be, would be, was not. */
  unreal: Range | null;
}

/** A conversation that begins at this piece, or null. */
export function headAt(line: Line, start: number, isClause: (at: number) => boolean): Head | null {
  const head = blank(start);
  let at = start;
  for (let more = true; more; ) {
    const before = at;
    const day = head.days.length === 0 ? dayAt(line, at) : null;
    const span = day ? null : spanAt(line, at);
    if (day) head.days.push(day);
    if (span) head.durations.push(span);
    const to = day?.to ?? span?.to ?? clockAt(line, at)?.to ?? at;
    at = to > at && /^[,:;]$/.test(maskAt(line, to)) ? to + 1 : to;
    more = at !== before;
  }
  const skipped = eat(line, at, 'and|so|then|also');
  at = skipped?.to ?? at;
  return theirs(line, at, head, isClause) ?? mine(line, at, head, isClause);
}

function blank(from: number): Head {
  return {
    ...{ from, to: from, how: 'talk', howAt: [], direction: null, people: [], nobody: null, isTheirs: false },
    ...{ days: [], isDayOfTopic: false, durations: [], bare: null, eaten: [], unreal: null },
  };
}

function theirs(line: Line, start: number, head: Head, isClause: (at: number) => boolean): Head | null {
  const people = peopleAt(line, start, () => false);
  if (people.ranges.length === 0) return null;
  const both = eat(line, people.to, '(?:and|,) (?:i|me)');
  if (both) {
    const inner = mineVerb(line, both.to) ?? nounAt(line, both.to);
    if (!inner) {
      const talk = eat(line, both.to, '(?:spoke|talked|chatted|caught up|met(?: up)?)');
      if (!talk) return null;
      const how = eat(line, talk.from, 'met') ? 'meeting' : 'talk';
      return tail(line, { ...head, how, howAt: [talk], people: people.ranges, to: talk.to }, isClause);
    }
    return tail(
      line,
      { ...head, ...inner, days: [...head.days, ...inner.days], people: people.ranges },
      isClause,
    );
  }
  if (/^(?:\?)/.test(maskAt(line, people.to))) return null;
  const adverb = eat(line, people.to, 'just|also|finally|then|kindly|already|even|quickly')?.to ?? people.to;
  for (const [how, pattern, direction] of THEIRS) {
    const verb = eat(line, adverb, pattern);
    if (!verb) continue;
    // "Ana called Lee" is between the two of them.
    if (
      new RegExp(`^${NAME}`).test(maskAt(line, verb.to)) ||
      /^(?:him|her|them|us)$/.test(maskAt(line, verb.to))
    )
      return null;
    const more = {
      how,
      howAt: [verb],
      direction: direction ?? null,
      people: people.ranges,
      isTheirs: true,
      to: verb.to,
    };
    return tail(line, { ...head, ...more }, isClause);
  }
  const invited = eat(line, adverb, 'met me');
  if (!invited) {
    // "Omar: 15 min call", "Ana - coffee"
    const isTitle = start === 0 && /^[:;]$/.test(maskAt(line, people.to));
    const noun = telegram(line, isTitle ? people.to + 1 : people.to);
    return (
      noun &&
      tail(line, { ...head, ...noun, days: [...head.days, ...noun.days], people: people.ranges }, isClause)
    );
  }
  return tail(
    line,
    { ...head, how: 'meeting', howAt: [invited], people: people.ranges, to: invited.to },
    isClause,
  );
}

/** "Ana coffee 20 min", but not "Ana had a coffee", "Ana chat was good" or "Ana, coffee". */
function telegram(line: Line, at: number): Begun | null {
  if (eat(line, at, LEAD) || eat(line, at, ',')) return null;
  const noun = nounAt(line, at);
  if (!noun || noun.how === 'talk' || noun.how === 'event' || noun.how === 'written') return null;
  const after = maskAt(line, noun.to);
  const isLast = after === '' || isHard(after) || /^(?:,|and|about|re|at|on|for|with)$/.test(after);
  return isLast || dayAt(line, noun.to) || lengthAt(line, noun.to) ? noun : null;
}

function mine(line: Line, start: number, head: Head, isClause: (at: number) => boolean): Head | null {
  const unreal = eat(line, start, UNREAL);
  const from = unreal?.to ?? start;
  const begun =
    mineVerb(line, from) ??
    nounWithPreposition(line, from) ??
    writtenTo(line, from) ??
    lengthWith(line, from);
  if (!begun && !unreal) return null;
  const made: Head = {
    ...{ ...head, ...(begun ?? { how: 'talk', howAt: [], to: from }), unreal },
    days: [...head.days, ...(begun?.days ?? [])],
    durations: [...head.durations, ...(begun?.durations ?? [])],
  };
  if (begun && 'people' in begun) return tail(line, made, isClause);
  const people = peopleAt(line, made.to, isClause);
  if (people.ranges.length === 0) {
    if (!begun) return null;
    if (people.nobody === null && made.howAt.length === 0) return null;
  }
  // "call Ana tomorrow" has a name right after it, and is no report.
  if (!begun && people.ranges.length === 0) return null;
  return tail(
    line,
    {
      ...made,
      people: people.ranges,
      nobody: people.nobody,
      to: people.to,
      eaten: [...made.eaten, { from: made.to, to: people.to }],
    },
    isClause,
  );
}
