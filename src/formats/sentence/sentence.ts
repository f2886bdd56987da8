/** One sentence about a conversation → what was said in it, and what is doubtful. Never throws, never guesses. */
import type { Side } from '../../model';
import { isWritten } from '../../rules/logging';
import { type Clause, clauseAt, contentOf, mayBegin } from './clauses';
import { dayOfHead, dueDay } from './due';
import { type Head, headAt } from './head';
import { eat, type Line, lineOf, maskAt, mentionAt, type Range, spanOf, wordsAt } from './line';
import { leftover } from './note';
import type { Doubt, PersonRead, Reading, Surroundings } from './reading';
import { minutesOf } from './times';
import { chosenPerson, peopleOf } from './who';

/** What was read so far. */
export interface Draft {
  line: Line;
  around: Surroundings;
  reading: Reading;
  /** Pieces that stay out of the note. */
  eaten: Range[];
  /** Pieces that a doubt speaks of. */
  doubtful: Range[];
}

export async function readSentence(sentence: string, around: Surroundings): Promise<Reading> {
  const line = lineOf(sentence, around.people);
  const draft: Draft = { line, around, reading: blank(sentence), eaten: [], doubtful: [] };
  const { head, clauses } = partsOf(draft);
  if (head) await readHead(draft, head);
  else withoutHead(draft, clauses);
  for (const clause of clauses) await readClause(draft, clause, head);
  strayPromises(draft);
  draft.reading.about = leftover(line, draft.eaten);
  return draft.reading;
}

function blank(sentence: string): Reading {
  return {
    ...{ sentence, people: [], channel: null, direction: null, day: null, minutes: null },
    ...{ promises: [], acts: [], next: null, about: null, doubts: [] },
  };
}

export function doubt(
  draft: Draft,
  range: Range,
  more: Partial<Doubt> & Pick<Doubt, 'about' | 'why' | 'say'>,
): void {
  const { line, reading } = draft;
  reading.doubts.push({
    words: wordsAt(line, range),
    span: spanOf(line, range),
    instead: [],
    blocks: false,
    ...more,
  });
}

// ── the parts, in their order ─────────────────────────────────────────────────────────────────────

function partsOf(draft: Draft): { head: Head | null; clauses: Clause[] } {
  const { line } = draft;
  const clauses: Clause[] = [];
  let head: Head | null = null;
  const isClause = (at: number) => clauseAt(line, at) !== null;
  for (let at = 0; at < line.pieces.length; ) {
    const begins: boolean = mayBegin(line, at) || endsAt(head, at);
    const clause: Clause | null = begins && !isTheirDoing(line, at, head) ? clauseAt(line, at) : null;
    const found: Head | null = begins && !clause ? headAt(line, at, isClause) : null;
    if (clause) {
      clauses.push(clause);
      at = Math.max(clause.to, at + 1);
    } else if (found && (head === null || isBetter(found, head))) {
      head = found;
      at = Math.max(found.to, at + 1);
    } else {
      if (found && found.people.length > 0 && found.unreal === null && head) secondHead(draft, found, head);
      at = found ? Math.max(found.to, at + 1) : at + 1;
    }
  }
  return { head, clauses };
}

function endsAt(head: Head | null, at: number): boolean {
  return head?.to === at;
}

/** What was not to be, or without a name, gives way to what was. */
function isBetter(found: Head, head: Head): boolean {
  return head.people.length === 0 && found.people.length > 0 && found.unreal === null;
}

function secondHead(draft: Draft, found: Head, head: Head): void {
  const { line } = draft;
  const known = new Set(head.people.map(({ from }) => mentionAt(line, from)?.fits[0]?.id));
  const isSame = found.people.every(({ from }) => known.has(mentionAt(line, from)?.fits[0]?.id));
  if (isSame && (found.how === 'talk' || found.how === 'written' || found.how === head.how)) return;
  doubt(
    draft,
    { from: found.from, to: found.to },
    {
      about: 'happened',
      why: 'is a second conversation',
      say: 'log each in a sentence of its own',
      blocks: true,
    },
  );
}

/** "Lee came along and introduced Ana to Bob": a verb without a subject has the one before it. */
function isTheirDoing(line: Line, at: number, head: Head | null): boolean {
  const start = eat(line, at, 'and|but|then|so|also')?.to ?? at;
  const isBare = eat(
    line,
    start,
    '(?:also |then )?(?:introduced|connected|gave|sent|forwarded|reviewed|read|referred|recommended|vouched|helped|promised|will|agreed|offered|edited|proofread)',
  );
  if (!isBare || start === 0) return false;
  if (
    eat(line, start, '(?:also |then )?[^ ]+(?: [^ ]+)? (?:me|us|my)(?: |$)') ??
    eat(line, start, '(?:also |then )?[^ ]+ (?:me|us|my)')
  )
    return false;
  if (!/^(?:,|and|but|then|so|also)$/.test(maskAt(line, start - 1))) return false;
  for (let place = start - 2; place >= 0 && !/^[;:.!?()]$/.test(maskAt(line, place)); place--) {
    const begins = place === 0 || /^(?:[,;:.!?()]|and|but|then|so)$/.test(maskAt(line, place - 1));
    if (!begins) continue;
    const inHead = head !== null && !head.isTheirs && place > head.from && place < head.to;
    if (eat(line, place, "(?:i|we|i've|we've|i'll)")) return false;
    if (!inHead && eat(line, place, "(?:[@~]\\d+|he|she|they)(?:'ll|'d)? (?!and (?:i|me))[^,;]")) return true;
    if (!inHead && eat(line, place, '(?:[@~]\\d+|he|she|they)') && place !== head?.from) return true;
    if (head?.isTheirs && place === head.from) return true;
  }
  return false;
}

// ── the conversation ──────────────────────────────────────────────────────────────────────────────

async function readHead(draft: Draft, head: Head): Promise<void> {
  const { line, reading, eaten } = draft;
  const all = { from: head.from, to: head.to };
  eaten.push(...head.howAt, ...head.people, ...head.eaten);
  for (let at = head.from; at < head.to; at++)
    if (/^(?:and|so|then|i|we|[,:;])$/.test(maskAt(line, at))) eaten.push({ from: at, to: at + 1 });
  const topic = eat(line, head.to, 'about|re|regarding|concerning');
  if (topic) eaten.push(topic);
  peopleOf(draft, head);
  if (head.unreal) {
    doubt(draft, head.unreal, {
      about: 'happened',
      why: 'does not say that you talked',
      say: 'what is to come is an event: jobsearch event add; what was is said plainly: "called Ana", "coffee with Ana"',
      blocks: true,
    });
  }
  readHow(draft, head, all);
  const [length, ...lengths] = [...new Map(head.durations.map((range) => [range.from, range])).values()];
  if (length) {
    const phrase = wordsAt(line, length).replace(
      /^(?:for|about|approx|around|roughly|almost|nearly|just|under|over|only|ca|took|lasted|it|we|talked|spoke|chatted|stayed|was|on|went|of)\s+/gi,
      '',
    );
    const minutes = minutesOf(stripped(phrase));
    if (minutes === undefined || minutes === 0)
      doubt(draft, length, {
        about: 'minutes',
        why: 'is no length that can be counted',
        say: 'say how long: 45 min, or --minutes 45',
      });
    else if (lengths.length > 0)
      doubt(
        draft,
        { from: Math.min(length.from, lengths[0]!.from), to: Math.max(length.to, lengths.at(-1)!.to) },
        { about: 'minutes', why: 'names two lengths', say: '--minutes 45' },
      );
    else reading.minutes = { minutes, words: wordsAt(line, length), spans: [spanOf(line, length)] };
  } else if (head.how === 'chance') {
    doubt(draft, head.howAt[0]!, {
      about: 'minutes',
      why: 'does not say how long you talked',
      say: 'say how long: 10 min, or --minutes 10',
    });
  }
  await dayOfHead(draft, head);
  // What could not be read as a day or a length is kept in the note.
  if (reading.minutes) eaten.push(...head.durations);
  if (reading.day) eaten.push(...head.days);
}

function stripped(phrase: string): string {
  const before =
    /^(?:for|about|approx|around|roughly|almost|nearly|just|under|over|only|ca|took|lasted|it|we|talked|spoke|chatted|stayed|was|on|went|of)\s+/i;
  let text = phrase.replace(/\s+(?:long|call|chat)$/i, '');
  while (before.test(text)) text = text.replace(before, '');
  return text;
}

function readHow(draft: Draft, head: Head, all: Range): void {
  const { line, reading } = draft;
  const ranges = head.howAt.length > 0 ? head.howAt : [all];
  const at = {
    words: ranges.map((range) => wordsAt(line, range)).join(' … '),
    spans: ranges.map((range) => spanOf(line, range)),
  };
  if (head.how === 'talk' || head.how === 'written') {
    if (!head.unreal)
      doubt(draft, ranges[0]!, {
        about: 'channel',
        why:
          head.how === 'talk' ? 'may be a call, a video call or a meeting' : 'may be an e-mail or a message',
        say:
          head.how === 'talk'
            ? 'say "called", "zoom with", "met", or --channel call'
            : 'say "by email", "on LinkedIn", or --channel email',
        blocks: true,
      });
    reading.direction = head.direction;
    return;
  }
  reading.channel = { channel: head.how === 'chance' ? 'meeting' : head.how, ...at };
  if (!isWritten(reading.channel.channel)) return;
  reading.direction = head.direction;
  if (head.direction === null)
    doubt(draft, ranges[0]!, {
      about: 'direction',
      why: 'does not say who wrote',
      say: 'say "to" or "from", or --sent, --received',
      blocks: true,
    });
}

/** "Ana introduced me to Maria": the people are those who did something, how they talked is not said. */
function withoutHead(draft: Draft, clauses: Clause[]): void {
  const { line, reading } = draft;
  const all = { from: 0, to: line.pieces.length };
  const people: PersonRead[] = [];
  for (const { who } of clauses) {
    const mention = who === null ? null : mentionAt(line, who);
    const [person, ...others] = mention?.fits ?? [];
    if (!person || others.length > 0 || mention?.torn || people.some(({ id }) => id === person.id)) continue;
    const range = { from: who!, to: who! + 1 };
    people.push({
      id: person.id,
      name: person.name,
      words: wordsAt(line, range),
      spans: [spanOf(line, range)],
    });
  }
  reading.people = people;
  if (people.length === 0)
    doubt(draft, all, {
      about: 'people',
      why: 'does not say with whom',
      say: 'begin with how and with whom: "coffee with Ana", "called Lee"',
      blocks: true,
    });
  doubt(draft, all, {
    about: 'channel',
    why: 'does not say how you talked',
    say: 'begin with how and with whom: "coffee with Ana", or give --channel',
    blocks: true,
  });
}

// ── what came of it ───────────────────────────────────────────────────────────────────────────────

async function readClause(draft: Draft, clause: Clause, head: Head | null): Promise<void> {
  const read = draft.eaten.length;
  const whole = await readWholeClause(draft, clause, head);
  if (draft.eaten.length === read) draft.doubtful.push(whole);
}

async function readWholeClause(draft: Draft, clause: Clause, head: Head | null): Promise<Range> {
  const { line, reading } = draft;
  const begins = (at: number) =>
    clauseAt(line, at) !== null ||
    (mayBegin(line, at) && (headAt(line, at, () => false)?.people.length ?? 0) > 0);
  const content = contentOf(line, clause, begins);
  const whole = { from: clause.from, to: content.to };
  const about = clause.kind;
  const what = [clause.prefix, ...content.what.map((range) => wordsAt(line, range))]
    .filter((text) => text !== '')
    .join(' ')
    .replace(/[\s,]+$/, '');
  const say = {
    promise: clause.by === 'me' ? '--promised "…" --by fri' : '--they-promised "…" --by fri',
    act: clause.by === 'me' ? '--gave "…"' : '--got "…"',
    next: '--next "…" --on fri',
  }[about];
  const unclear = clause.unclear ?? content.doubt;
  if (unclear !== null || what === '') {
    doubt(draft, whole, {
      about,
      by: clause.by,
      why: unclear ?? 'does not say what',
      say: `say each plainly, or give it apart: ${say}`,
    });
    return whole;
  }
  if (clause.kind === 'next') {
    const on = await dueDay(draft, content, clause, head);
    if (on === undefined) return whole;
    if (reading.next) {
      doubt(draft, whole, {
        about,
        why: 'is a second next step',
        say: 'one is logged with the conversation; the other is a task: jobsearch task add "…" --due fri',
      });
      return whole;
    }
    reading.next = {
      what: clean(what),
      on,
      with: placeNamed(draft, content.what),
      words: wordsAt(line, whole),
      spans: [spanOf(line, whole)],
    };
    draft.eaten.push(whole);
    return whole;
  }
  const place = chosenPerson(draft, clause, whole, head);
  if (place === null) return whole;
  const source = { words: wordsAt(line, whole), spans: [spanOf(line, whole)] };
  if (clause.kind === 'promise') {
    const dueOn = await dueDay(draft, content, clause, head);
    if (dueOn === undefined) return whole;
    reading.promises.push({ by: clause.by, what: clean(what), dueOn, with: place, ...source });
  } else if (
    !readAct(
      draft,
      clause,
      content.what,
      { what: clean(what), with: place, asked: !isUnasked(line, clause, content.unasked), ...source },
      whole,
    )
  )
    return whole;
  draft.eaten.push(whole);
  return whole;
}

function clean(what: string): string {
  return what.replace(/^[\s,:]+|[\s,:]+$/g, '');
}

function isUnasked(line: Line, clause: Clause, told: boolean | null): boolean {
  if (told !== null) return told;
  if (clause.by === 'me') return false;
  if (clause.isUnasked) return true;
  for (let at = clause.from; at < clause.to; at++)
    if (/^(?:unprompted|spontaneously|unasked)$/.test(maskAt(line, at))) return true;
  return (
    /^(?:unprompted|unasked|spontaneously)$/.test(maskAt(line, clause.from - 2)) &&
    maskAt(line, clause.from - 1) === ','
  );
}

type ActSoFar = {
  what: string;
  with: number;
  asked: boolean;
  words: string;
  spans: Reading['acts'][number]['spans'];
};

function readAct(draft: Draft, clause: Clause, what: Range[], act: ActSoFar, whole: Range): boolean {
  const { line, reading } = draft;
  const first = what[0]!;
  for (let at = first.from; at < what.at(-1)!.to; at++) {
    const past = eat(
      line,
      at,
      '(?:last|this) (?:week|month|year|spring|summer|autumn|fall|winter)|[^ ]+ (?:days?|weeks?|months?|years?) ago|(?:back )?in \\d{4}|before|yesterday|once',
    );
    if (!past) continue;
    doubt(draft, whole, {
      about: 'act',
      by: clause.by,
      why: `${clause.by === 'me' ? 'what you did' : 'what they did'} seems to be of another day`,
      say: 'write it down by itself: jobsearch act add',
    });
    return false;
  }
  const mention = clause.prefix === 'introduction to' ? mentionAt(line, first.from) : null;
  const [person, ...others] = mention?.fits ?? [];
  if (mention && (others.length > 0 || (person && mention.torn))) {
    doubt(
      draft,
      { from: first.from, to: first.from + 1 },
      {
        about: 'act',
        by: clause.by,
        why: 'fits more than one contact',
        say: `say ${mention.fits.map(({ name, id }) => `"${name}" (#${id})`).join(' or ')}`,
        instead: mention.fits.map(({ id, name, company }) => ({
          label: `#${id} ${name}${company ? `, ${company}` : ''}`,
          put: `#${id}`,
        })),
      },
    );
    return false;
  }
  const isSelf = person !== undefined && person.id === reading.people[act.with]?.id;
  const whom = person && !isSelf ? { id: person.id, name: person.name } : null;
  reading.acts.push({ by: clause.by as Side, ...act, whom });
  return true;
}

/** A next step that names somebody who was there is about them; otherwise about the first. */
function placeNamed({ line, reading }: Draft, ranges: Range[]): number {
  for (const { from, to } of ranges)
    for (let at = from; at < to; at++) {
      const mention = mentionAt(line, at);
      const place = reading.people.findIndex(
        ({ id }) => id !== null && mention?.fits.length === 1 && mention.fits[0]!.id === id,
      );
      if (place >= 0) return place;
    }
  return 0;
}

const DENIED =
  "(?:not|n't|never|no|nothing|without|if|might|could|should|would|maybe|perhaps|asked|wants?|hopes?|had|been|be|was|is)";

/** Words that only promises are made of, where no rule could read them. */
function strayPromises(draft: Draft): void {
  const { line } = draft;
  const taken = (at: number) =>
    [...draft.eaten, ...draft.doubtful].some(({ from, to }) => at >= from && at < to) ||
    draft.reading.doubts.some(
      ({ span }) => span.start <= line.pieces[at]!.start && line.pieces[at]!.end <= span.end,
    );
  for (let at = 0; at < line.pieces.length; at++) {
    if (taken(at)) continue;
    const word = eat(
      line,
      at,
      '(?:promised|promises)|(?:introduced|referred|recommended) me|vouched for me|next step',
    );
    if (!word) continue;
    const isDenied =
      [3, 2, 1].some(
        (back) =>
          at >= back && (eat(line, at - back, DENIED) !== null || /n't$/.test(maskAt(line, at - back))),
      ) || eat(line, word.to, '(?:me |us |him |her |them )?(?:nothing|not|no|none)') !== null;
    if (isDenied) continue;
    const about = /^promise/.test(maskAt(line, at))
      ? 'promise'
      : maskAt(line, at) === 'next'
        ? 'next'
        : 'act';
    doubt(draft, word, {
      about,
      why: 'could not be read: who, and what',
      say: {
        promise: 'say it in a part of its own: "; promised Ana the deck by Friday"',
        act: 'say it in a part of its own: "; Ana introduced me to Maria"',
        next: 'say "next: send CV on Monday"',
      }[about],
    });
  }
}
