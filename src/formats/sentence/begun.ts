/** How a conversation begins to be told: "called", "had a quick 20 minute call with", "sent Ana an email". */
import { clockAt } from './clock';
import type { Head } from './head';
import { ADJECTIVE, BESIDES, DONE_BY_ME, LEAD, MEDIUM, NOUNS, VERBS } from './how-words';
import { eat, type Line, maskAt, masksAt, type Range } from './line';
import { peopleAt } from './names-listed';
import { dayAt, lengthAt } from './times';
import { NAME } from './vocabulary';

export type Begun = Pick<Head, 'how' | 'howAt' | 'to' | 'direction' | 'durations' | 'days'>;

export function mineVerb(line: Line, start: number): Begun | null {
  const from = eat(line, start, DONE_BY_ME)?.to ?? start;
  for (const [how, pattern, direction] of VERBS) {
    const verb = eat(line, from, pattern);
    // "met up", "wrote the report": a verb without a person is no conversation.
    if (verb)
      return {
        how,
        howAt: [{ from: start, to: verb.to }],
        direction: direction ?? null,
        durations: [],
        days: [],
        to: verb.to,
      };
  }
  return spokenOver(line, from);
}

/** "spoke on the phone with", "talked over zoom to". */
function spokenOver(line: Line, from: number): Begun | null {
  const verb = eat(line, from, '(?:spoke|talked|chatted|caught up|connected|met|met up)');
  if (!verb) return null;
  for (const [how, pattern] of BESIDES) {
    const found = eat(line, verb.to, `(?:${pattern}) (?:with|to)`);
    if (found)
      return {
        how,
        howAt: [{ from: verb.from, to: found.to }],
        direction: null,
        durations: [],
        days: [],
        to: found.to,
      };
  }
  return null;
}

/** "20 min with Ana": how is left open, and asked. */
export function lengthWith(line: Line, start: number): Begun | null {
  const from = eat(line, start, `(?:i |we )?(?:had|spent)(?: about| around)?`)?.to ?? start;
  const length = lengthAt(line, from);
  const found = length && eat(line, length.to, 'with');
  if (!found) return null;
  return {
    how: 'talk',
    howAt: [{ from: start, to: found.to }],
    direction: null,
    durations: [length],
    days: [],
    to: found.to,
  };
}

/** A noun with what stands before it: "had a quick 20 minute call". */
export function nounAt(line: Line, start: number): Begun | null {
  let at = eat(line, start, LEAD)?.to ?? start;
  const durations: Range[] = [];
  const kept: Range[] = [];
  for (let more = true; more; ) {
    const before = at;
    at = eat(line, at, 'a|an|another|my|our|the|in-person')?.to ?? at;
    const length = lengthAt(line, at);
    // "two messages" is a number of them, and "a call" no length.
    if (length) {
      durations.push(length);
      at = length.to;
    }
    const thanks = eat(line, at, THANKS);
    if (thanks) kept.push(thanks);
    at = thanks?.to ?? at;
    if (!NOUNS.some(([, pattern]) => eat(line, at, pattern))) at = eat(line, at, ADJECTIVE)?.to ?? at;
    more = at !== before;
  }
  for (const [how, pattern] of NOUNS) {
    const noun = eat(line, at, pattern);
    if (noun)
      return {
        how,
        howAt: without({ from: start, to: noun.to }, kept[0]),
        direction: null,
        durations,
        days: [],
        to: noun.to,
      };
  }
  return null;
}

/** Where it was stays in the note. */
const BETWEEN = 'on the phone|over the phone|together|at [^ ,;:.@~]+(?: [^ ,;:.@~]+){0,2}?(?= with| w )';

export function nounWithPreposition(line: Line, start: number): Begun | null {
  const noun = nounAt(line, start);
  if (!noun) return null;
  let at = noun.to;
  for (let more = true; more; ) {
    const before = at;
    const length = lengthAt(line, at, '(?:for|of|about)(?: (?:for|of|about))*');
    const day = length ? null : dayAt(line, at);
    if (length) noun.durations.push(length);
    if (day) noun.days.push(day);
    const clock = length || day ? null : clockAt(line, at);
    const to = length?.to ?? day?.to ?? clock?.to ?? at;
    at = eat(line, to, BETWEEN)?.to ?? to;
    more = at !== before;
  }
  const isWritten = ['email', 'message', 'written'].includes(noun.how);
  const preposition = eat(line, at, isWritten ? '(?:back and forth )?(?:with|from|to)' : 'with|from|w ¤|w');
  if (!preposition) {
    // "call Ana" may be a plan; nobody plans a "phone call Ana".
    const isTelegram =
      noun.how === 'coffee' || noun.how === 'video' || /^phone call$/.test(wordsOfNoun(line, noun));
    return isTelegram && new RegExp(`^${NAME}$`).test(maskAt(line, at)) ? { ...noun, to: at } : null;
  }
  const word = maskAt(line, preposition.to - 1);
  const first = wordsOfNoun(line, noun);
  const isPlural =
    /^(?:exchanged|swapped|traded|whatsapp|linkedin|slack|signal|telegram)|s$/.test(first) ||
    /exchanged|swapped|traded/.test(first);
  const direction =
    word === 'from'
      ? 'received'
      : word === 'to'
        ? 'sent'
        : isPlural || maskAt(line, preposition.from) === 'back'
          ? 'both'
          : null;
  const howAt = [...noun.howAt, preposition];
  return { ...noun, howAt, direction: isWritten ? direction : null, to: preposition.to };
}

/** What a message was for says more than how: it stays in the note. */
const THANKS = '(?:thank you|thank-you|thanks|thx)';

function without(range: Range, kept: Range | undefined): Range[] {
  if (!kept) return [range];
  const around = [
    { from: range.from, to: kept.from },
    { from: kept.to, to: range.to },
  ];
  return around.filter(({ from, to }) => to > from);
}

function wordsOfNoun(line: Line, noun: Begun): string {
  return masksAt(line, noun.howAt.at(-1)!);
}

/** "sent Ana an email". */
export function writtenTo(line: Line, start: number): (Begun & { people: Range[] }) | null {
  const verb = eat(line, start, '(?:i )?(?:just |also )?(?:sent|wrote|dropped|left)');
  if (!verb) return null;
  const people = peopleAt(line, verb.to, () => false);
  if (people.ranges.length === 0) return null;
  const what = eat(
    line,
    people.to,
    `(?:an?|another|two|some) (?:(?:[^ ,;:.]+) ){0,3}?(?:(?<email>e-?mails?)|(?<message>(?:(?:${MEDIUM}) )?(?:messages?|dms?|texts?|sms))|(?<written>line|note)|(?<call>voicemail|voice mail|vm))`,
  );
  if (!what) return null;
  const { email, message, call } = what.groups;
  if (call)
    return {
      ...{ how: 'call', howAt: [verb, what], direction: null, durations: [], days: [] },
      to: what.to,
      people: people.ranges,
    };
  const how = email ? 'email' : message ? 'message' : 'written';
  return {
    ...{ how, howAt: [verb, what], direction: 'sent', durations: [], days: [], to: what.to },
    people: people.ranges,
  };
}
