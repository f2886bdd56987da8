/** From the part that tells of a conversation: who, how, when and how long. */
import { isWritten } from '../../rules/logging';
import type { Clause } from './clauses';
import { type Draft, doubt } from './draft';
import { dayOfHead } from './due';
import type { Head } from './head';
import { eat, longWordsAt, maskAt, masksAt, mentionAt, type Range, spanOf, wordsAt } from './line';
import type { Doubt, PersonRead } from './reading';
import { minutesOf } from './times';
import { peopleOf } from './who';

export async function readHead(draft: Draft, head: Head): Promise<void> {
  const { line, reading, eaten } = draft;
  const all = { from: head.from, to: head.to };
  eaten.push(...head.howAt, ...head.people, ...head.eaten);
  for (let at = head.from; at < head.to; at++)
    if (/^(?:and|so|then|i|we|[,:;])$/.test(maskAt(line, at))) eaten.push({ from: at, to: at + 1 });
  // "about" only leads to the topic, which is the note.
  const topic = eat(line, head.to, 'about|re|regarding|concerning');
  if (topic) eaten.push(topic);
  peopleOf(draft, head);
  if (head.unreal) {
    doubt(draft, head.unreal, {
      about: 'happened',
      why: 'does not say that you talked',
      say: /voice ?mail|\bvm\b/.test(masksAt(line, head.unreal))
        ? 'what you left is a message: "left Ana a message", or -c message --sent'
        : 'what is to come is an event: jobsearch event add; what was is said plainly: "called Ana", "coffee with Ana"',
      blocks: true,
    });
  }
  leftOver(draft, head);
  readHow(draft, head, all);
  readLength(draft, head);
  await dayOfHead(draft, head);
  // What could not be read as a day or a length is kept in the note.
  if (reading.minutes) eaten.push(...head.durations);
  if (reading.day) eaten.push(...head.days);
}

/** "Lee and Ana coffee with Maria": were the three of them there, or is it about what the two did? */
function leftOver(draft: Draft, head: Head): void {
  const { line, reading } = draft;
  const joint = eat(line, head.to, 'with');
  const mention = joint && mentionAt(line, joint.to);
  if (!mention || mention.fits.length === 0 || head.people.length === 0) return;
  const names = [...reading.people.map(({ name }) => name), mention.fits[0]!.name];
  doubt(
    draft,
    { from: joint.from, to: joint.to + 1 },
    {
      about: 'people',
      why: 'may be somebody you talked with, too',
      say: `name them together: "with ${names.slice(0, -1).join(', ')} and ${names.at(-1)}"`,
    },
  );
}

/** What stands around a length and is none of it; a length in one of the forms that the rules of a head let through. */
const AROUND_LENGTH =
  /^(?:for|about|approx|around|roughly|almost|nearly|just|under|over|only|ca|took|lasted|it|we|talked|spoke|chatted|stayed|was|on|went|of)\s+/i;

function readLength(draft: Draft, head: Head): void {
  const { line, reading } = draft;
  // The same length may have been met from two sides.
  const lengths = [...new Map(head.durations.map((range) => [range.to, range])).values()];
  const [length, ...others] = lengths.map((range) => ({ ...range, minutes: minutesAt(draft, range) }));
  const fail = (range: Range, why: string, say: string, instead: Doubt['instead'] = []) =>
    doubt(draft, range, { about: 'minutes', why, say, instead });
  if (!length) {
    const bare = head.bare && wordsAt(line, head.bare);
    if (head.bare)
      fail(head.bare, 'may be minutes', `say ${bare} min, or --minutes ${bare}`, [
        { label: `${bare} minutes`, put: `${bare} min` },
      ]);
    else if (head.how === 'chance')
      fail(head.howAt[0]!, 'does not say how long you talked', 'say how long: 10 min, or --minutes 10');
  } else if (!length.minutes)
    fail(length, 'is no length that can be counted', 'say how long: 45 min, or --minutes 45');
  // "9:00-10:00, 1h" says it twice.
  else if (others.some(({ minutes }) => minutes !== length.minutes))
    fail(
      {
        from: Math.min(length.from, ...others.map(({ from }) => from)),
        to: Math.max(length.to, ...others.map(({ to }) => to)),
      },
      'names two lengths',
      '--minutes 45',
    );
  else
    reading.minutes = {
      minutes: length.minutes,
      words: wordsAt(line, length),
      spans: lengths.map((range) => spanOf(line, range)),
    };
}

function minutesAt({ line }: Draft, range: Range): number | undefined {
  return minutesOf(stripped(longWordsAt(line, range)));
}

function stripped(phrase: string): string {
  let text = phrase.replace(/\s+(?:long|call|chat)$/i, '').replace(/~\s*/, '');
  while (AROUND_LENGTH.test(text)) text = text.replace(AROUND_LENGTH, '');
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
export function withoutHead(draft: Draft, clauses: Clause[]): void {
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
      why: line.mentions.some(({ fits }) => fits.length > 0)
        ? 'tells of no conversation'
        : 'does not say with whom',
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
