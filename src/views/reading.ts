/** What a sentence was understood to say, as a short list to look over before it is saved. */
import type { AskKind, AskOutcome, Channel, Direction, IsoDay, Side } from '../model';
import { dayWithWeekday, minutesWords, relativeDay } from '../rules/day-words';
import { USUAL_MINUTES } from '../rules/event-kinds';
import { isWritten } from '../rules/logging';
import { dim, gap, line, type Text, type View, warn } from './view';

export interface ReadingFacts {
  people: { id: number | null; name: string }[];
  channel: { channel: Channel } | null;
  direction: Direction | null;
  day: { day: IsoDay } | null;
  minutes: { minutes: number } | null;
  promises: { by: Side; what: string; dueOn: IsoDay | null; with: number }[];
  acts: { by: Side; what: string; asked: boolean; with: number; whom: { name: string } | null }[];
  next: { what: string; on: IsoDay | null; with: number } | null;
  about: string | null;
  doubts: { about: string; words: string; why: string; say: string }[];
}

/** What only options can say. */
export interface ReadingMore {
  purpose: string | null;
  eventId: number | null;
  offers: { kind: AskKind; with: number }[];
  answer: AskOutcome | null;
  toldGoal: boolean;
  seenWork: boolean;
  /** Null where it goes by how and how long. */
  substantive: boolean | null;
}

export function readingView(facts: ReadingFacts & ReadingMore, today: IsoDay): View {
  const nameOf = (place: number) => facts.people[place]?.name ?? 'them';
  const who = facts.people.map(({ id, name }) => (id === null ? `${name} (new)` : name)).join(', ');
  const day = facts.day?.day ?? today;
  const isWhenOpen = facts.doubts.some(({ about }) => about === 'day');
  const rows: [string, Text][] = [
    ['with', who || dim('nobody yet')],
    ['how', howWords(facts)],
    ['when', isWhenOpen ? dim('not plain') : `${dayWithWeekday(day, today)} (${relativeDay(day, today)})`],
    ...lengthRow(facts),
    ...facts.promises.map(({ by, what, dueOn, with: place }): [string, Text] => [
      by === 'me' ? `you promised ${nameOf(place)}` : `${nameOf(place)} promised`,
      `${what}${dueOn === null ? ', no day named' : `, by ${dayWithWeekday(dueOn, today)}`}`,
    ]),
    ...facts.acts.map(({ by, what, asked, with: place, whom }): [string, Text] => [
      by === 'me' ? `you gave ${nameOf(place)}` : `${nameOf(place)} gave`,
      `${what}${whom ? ` (${whom.name})` : ''}${by === 'me' ? '' : asked ? ', asked for' : ', unasked'}`,
    ]),
  ];
  if (facts.next)
    rows.push([
      'next step',
      `${facts.next.what}${facts.next.on === null ? ', no day named' : `, ${dayWithWeekday(facts.next.on, today)}`}`,
    ]);
  if (facts.about !== null) rows.push(['note', facts.about]);
  const more = moreWords(facts, nameOf);
  if (more.length > 0) rows.push(['also', more.join('; ')]);
  return [{ kind: 'facts', rows }, ...doubtLines(facts.doubts)];
}

function moreWords(facts: ReadingMore, nameOf: (place: number) => string): string[] {
  const { purpose, eventId, offers, answer, toldGoal, seenWork, substantive } = facts;
  return [
    eventId === null ? '' : `closes event #${eventId}`,
    purpose === null ? '' : `what for: ${purpose}`,
    ...offers.map(({ kind, with: place }) => `${nameOf(place)} offered: ${kind}`),
    answer === null ? '' : `they answered ${answer}`,
    toldGoal ? 'you told them what you aim at' : '',
    seenWork ? 'they saw your work' : '',
    substantive === null ? '' : substantive ? 'about something that mattered' : 'small talk',
  ].filter((words) => words !== '');
}

function howWords({ channel, direction }: ReadingFacts): Text {
  if (channel === null) return dim('not said');
  const written = { sent: ', you wrote', received: ', they wrote', both: ', both of you wrote' };
  return `${channel.channel}${direction === null ? '' : written[direction]}`;
}

function lengthRow({ channel, minutes }: ReadingFacts): [string, Text][] {
  if (channel === null || isWritten(channel.channel)) return [];
  if (minutes !== null) return [['how long', minutesWords(minutes.minutes)]];
  return [['how long', [minutesWords(USUAL_MINUTES[channel.channel]), dim(' (the usual; nobody said)')]]];
}

function doubtLines(doubts: ReadingFacts['doubts']): View {
  if (doubts.length === 0) return [];
  return [
    gap,
    line(warn('Doubtful, and so left out:')),
    ...doubts.map(({ words, why, say }) => line([`“${words}” ${why}: `, dim(say)], 2)),
  ];
}
