/** What a sentence was understood to say, as a short list to look over before it is saved. */
import type { AskKind, AskOutcome, Channel, Direction, IsoDay, Side } from '../model';
import { ASKS } from '../rules/ask-kinds';
import { dayWithWeekday, minutesWords, relativeDay, shortDay } from '../rules/day-words';
import { USUAL_MINUTES } from '../rules/event-kinds';
import { isSubstantiveByDefault, isWritten } from '../rules/logging';
import { dim, gap, line, type Text, type View, warn } from './view';

export interface ReadingFacts {
  people: { id: number | null; name: string }[];
  channel: { channel: Channel } | null;
  direction: Direction | null;
  day: { day: IsoDay } | null;
  minutes: { minutes: number } | null;
  promises: { by: Side; what: string; dueOn: IsoDay | null; with: number }[];
  acts: {
    by: Side;
    what: string;
    asked: boolean;
    assumed: boolean;
    with: number;
    whom: { name: string } | null;
  }[];
  next: { what: string; on: IsoDay | null; with: number } | null;
  answered: { outcome: 'yes' | 'no'; with: number; kind: AskKind; askedOn: IsoDay } | null;
  about: string | null;
  doubts: { about: string; by?: Side; words: string; why: string; say: string; blocks: boolean }[];
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
    ...facts.acts.map((act): [string, Text] => actRow(act, nameOf(act.with))),
  ];
  if (facts.next)
    rows.push([
      'next step',
      `${facts.next.what}${facts.next.on === null ? ', no day named' : `, ${dayWithWeekday(facts.next.on, today)}`}`,
    ]);
  if (facts.answered) {
    const { outcome, with: place, kind, askedOn } = facts.answered;
    rows.push([
      `${nameOf(place)} answered`,
      `${outcome}, to what you asked on ${shortDay(askedOn, today)}: ${ASKS[kind].label}`,
    ]);
  }
  if (facts.about !== null) rows.push(['note', facts.about]);
  const more = moreWords(facts.answered ? { ...facts, answer: null } : facts, nameOf);
  if (more.length > 0) rows.push(['also', more.join('; ')]);
  return [{ kind: 'facts', rows }, ...doubtLines(facts)];
}

function actRow(
  { by, what, asked, assumed, whom }: ReadingFacts['acts'][number],
  name: string,
): [string, Text] {
  const done = `${what}${whom ? ` (${whom.name})` : ''}`;
  if (by === 'me') return [`you gave ${name}`, done];
  const row: Text = [`${done}, ${asked ? 'asked for' : 'unasked'}`];
  if (assumed) row.push(dim(' (assumed; else say “unprompted”)'));
  return [`${name} gave`, row];
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

/** Whether it mattered goes by the length where nobody said, and raises the depth of a tie: it is shown beside it. */
function lengthRow({ channel, minutes, substantive }: ReadingFacts & ReadingMore): [string, Text][] {
  if (channel === null || isWritten(channel.channel)) return [];
  const usual = USUAL_MINUTES[channel.channel];
  const matters = isSubstantiveByDefault(channel.channel, minutes?.minutes ?? usual);
  const counts = substantive === null ? (matters ? ', substantive' : ', small talk') : '';
  if (minutes !== null) return [['how long', `${minutesWords(minutes.minutes)}${counts}`]];
  return [['how long', [minutesWords(usual), dim(' (the usual; nobody said)'), counts]]];
}

function doubtLines(facts: ReadingFacts): View {
  if (facts.doubts.length === 0) return [];
  const isOpen = facts.doubts.some(({ blocks }) => blocks);
  return [
    gap,
    line(warn('Doubtful, and so left out:')),
    ...facts.doubts.flatMap((doubt) => [
      line([`“${doubt.words}” ${doubt.why}: `, dim(doubt.say)], 2),
      ...(isOpen ? [] : [line(dim(`without it: ${withoutIt(doubt, facts)}`), 4)]),
    ]),
  ];
}

/** What would be saved all the same. */
function withoutIt({ about, by }: ReadingFacts['doubts'][number], { channel }: ReadingFacts): string {
  const whose = by === 'me' ? 'of yours' : 'of theirs';
  const kept = 'the words stay in the note';
  if (about === 'promise') return `no promise ${whose}; ${kept}`;
  if (about === 'act') return `no favour ${whose}; ${kept}`;
  if (about === 'next') return `no next step; ${kept}`;
  if (about === 'answer') return `no answer to what you asked; ${kept}`;
  if (about === 'minutes' && channel !== null)
    return `${minutesWords(USUAL_MINUTES[channel.channel])}, the usual`;
  return kept;
}
