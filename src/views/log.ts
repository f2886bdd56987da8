/** The answer to `log`: what was written down, and what it changed. */
import type {
  ActKind,
  AskKind,
  AskMade,
  Channel,
  Counters,
  Direction,
  Introduction,
  IsoDay,
  Side,
  Tie,
} from '../model';
import { ASKS } from '../rules/ask-kinds';
import { dayWithWeekday, minutesWords, relativeDay, shortDay } from '../rules/day-words';
import { nameOfLoop } from '../rules/loops';
import type { NextStep } from '../rules/next-step';
import type { Standing } from '../rules/standing';
import { isOfferAccepted } from '../rules/told-in-note';
import { actWords, moveFlag, moveWords } from './act';
import { levelWords, missingWords, warmthWords } from './ties';
import { count, dim, gap, line, type Text, type View } from './view';

/** What was said that later asks rest on. */
export interface WordsGiven {
  toldGoal: boolean;
  seenWork: boolean;
  offers: { contactId: number; name: string; kind: AskKind }[];
  /** The ask that was answered. */
  answer: AskMade | null;
}

export interface LogFacts extends WordsGiven {
  id: number;
  day: IsoDay;
  channel: Channel;
  direction: Direction | null;
  minutes: number;
  minutesUsual: boolean;
  about: string | null;
  substantive: boolean;
  purpose: string | null;
  eventId: number | null;
  people: { id: number; name: string; before: Tie & Standing; after: Tie & Standing; nextStep: NextStep }[];
  promises: {
    id: number;
    contactId?: number;
    /** The place of the other side among the people. */
    with?: number;
    madeOn?: IsoDay;
    by: Side;
    what: string;
    dueOn: IsoDay | null;
    name: string;
    taskId: number | null;
  }[];
  acts: {
    id: number;
    contactId?: number;
    /** The place of the other side among the people. */
    with?: number;
    day?: IsoDay;
    by: Side;
    kind: ActKind;
    what: string | null;
    asked: boolean;
    name: string;
    introduced: number | null;
    introducedName: string | null;
  }[];
  /** Introductions that wait for a word of mine to somebody who took part, or were taken further by this. */
  loops: Introduction[];
  next: { what: string; on: IsoDay | null; with?: number; taskId: number } | null;
  /** Open tasks for these people that this talk may have seen to: due by now, and there before it. */
  seenTo: { id: number; title: string }[];
  /** What I asked of these people and this may have answered: they spoke, and it was asked before. */
  unanswered: AskMade[];
  /** What the note tells that I asked for and no ask says; null where there is none. */
  askTold: { contactId: number; name: string; kind: AskKind } | null;
}

export function logView(facts: LogFacts, today: IsoDay): View {
  const rows: [string, Text][] = [];
  for (const promise of facts.promises) {
    const who = facts.people.length > 1 ? ` ${promise.name}` : '';
    const task = promise.taskId === null ? '' : ` (task #${promise.taskId})`;
    const due = promise.dueOn === null ? ', no day named' : `, by ${dayWithWeekday(promise.dueOn, today)}`;
    rows.push([
      promise.by === 'me' ? `you promised${who}` : `${promise.name} promised`,
      `${promise.what}${due}${task}`,
    ]);
  }
  for (const act of facts.acts) {
    const asked = act.by === 'me' ? '' : act.asked ? ', asked for' : ', unasked';
    rows.push([act.by === 'me' ? `you gave ${act.name}` : `${act.name} gave`, `${actWords(act)}${asked}`]);
    if (act.introducedName !== null) rows.push(['know each other', `${act.name} and ${act.introducedName}`]);
  }
  rows.push(...wordRows(facts, today), ...facts.loops.map(loopRow));
  if (facts.next) {
    const on = facts.next.on === null ? '' : `, ${dayWithWeekday(facts.next.on, today)}`;
    rows.push(['next step', `${facts.next.what}${on} (task #${facts.next.taskId})`]);
  }
  return [
    line([{ text: 'Logged', tone: 'good' }, ` ${conversationWords(facts, today)}`]),
    ...facts.people.flatMap((person) => personBlocks(person, facts.next === null, today)),
    ...(rows.length > 0 ? [gap, { kind: 'facts' as const, rows }] : []),
    ...(facts.seenTo.length > 0 ? [gap, ...facts.seenTo.slice(0, 3).map(seenToLine)] : []),
    ...(facts.unanswered.length > 0 ? [gap, ...facts.unanswered.slice(0, 3).map(answeredLine)] : []),
    ...toldBlocks(facts, today),
  ];
}

/** A task that something else may have seen to. */
export function seenToLine({ id, title }: LogFacts['seenTo'][number]): View[number] {
  return line([`Is #${id} ${title} done with that? `, dim(`jobsearch task done ${id}`)]);
}

function answeredLine({ id, name, kind, what }: AskMade): View[number] {
  return line([
    `Has ${name} answered ask #${id}, ${what ?? ASKS[kind].label}? `,
    dim(`jobsearch ask outcome ${id} yes, no or silence`),
  ]);
}

/** What is only in the note so far, and has a command that writes it down. */
function toldBlocks({ about, askTold, day }: LogFacts, today: IsoDay): View {
  const view: View = [];
  if (askTold) {
    const { contactId, name, kind } = askTold;
    const command = `jobsearch ask ${contactId} --for ${kind} --record${day === today ? '' : ` --on ${day}`}`;
    view.push(line([`Did you ask ${name} for ${ASKS[kind].label}? `, dim(command)]));
  }
  if (about !== null && isOfferAccepted(about))
    view.push(line(['Is a job of yours accepted with that? ', dim('jobsearch job move')]));
  return view.length > 0 ? [gap, ...view] : [];
}

function wordRows({ people, toldGoal, seenWork, offers, answer }: LogFacts, today: IsoDay): [string, Text][] {
  const who = people.map(({ name }) => name).join(', ');
  const rows: [string, Text][] = [];
  if (toldGoal) rows.push(['told', `${who}: which roles and companies you aim at`]);
  if (seenWork) rows.push(['seen', `a piece of your work: ${who}`]);
  for (const { name, kind } of offers) rows.push([`${name} offered`, ASKS[kind].label]);
  if (answer) {
    rows.push([
      `${answer.name} answered`,
      `${answer.outcome}, to what you asked on ${shortDay(answer.askedOn, today)}: ${answer.what ?? ASKS[answer.kind].label}`,
    ]);
  }
  return rows;
}

function loopRow(loop: Introduction): [string, Text] {
  return [
    'open end',
    [
      `${nameOfLoop(loop)}: ${moveWords(loop)} `,
      dim(`(done: jobsearch act loop ${loop.actId} ${moveFlag(loop)})`),
    ],
  ];
}

function conversationWords(facts: LogFacts, today: IsoDay): string {
  const names = facts.people.map(({ name }) => name).join(', ');
  const written = facts.direction !== null;
  const how = {
    sent: `${facts.channel} to`,
    received: `${facts.channel} from`,
    both: `${facts.channel}s with`,
    live: `${facts.channel === 'video' ? 'video call' : facts.channel} with`,
  }[facts.direction ?? 'live'];
  const length = written
    ? ''
    : `, ${minutesWords(facts.minutes)}${facts.minutesUsual ? ' (the usual; --minutes says otherwise)' : ''}`;
  const substance = written && !facts.substantive ? '' : facts.substantive ? ', substantive' : ', small talk';
  return `${how} ${names}, ${dayWithWeekday(facts.day, today)} (${relativeDay(facts.day, today)})${length}${substance}.`;
}

function personBlocks(person: LogFacts['people'][number], suggest: boolean, today: IsoDay): View {
  const { before, after } = person;
  const moved = after.level !== before.level;
  const level: Text = moved
    ? [
        `${before.levelName} → `,
        { text: levelWords(after), tone: after.level > before.level ? 'good' : 'warn' },
      ]
    : `still ${levelWords(after)}`;
  const why = changeWords(before, after);
  const rows: [string, Text][] = [
    ['level', why ? [...[level].flat(), `: ${why}`] : level],
    ['warmth', warmthWords(after, today)],
  ];
  if (after.missing.length > 0) rows.push(['missing', missingWords(after)]);
  if (suggest) rows.push(['next', dim(person.nextStep.text)]);
  return [gap, line({ text: person.name, tone: 'strong' }), { kind: 'facts', rows }];
}

const COUNTED: [keyof Counters, string, string][] = [
  ['exchangeDays', 'two-way day', 'two-way days'],
  ['substantiveDays', 'substantive talk', 'substantive talks'],
  ['inboundDays', 'day heard from or met', 'days heard from or met'],
  ['meetingDays', 'day met', 'days met'],
  ['actsAsked', 'act for you', 'acts for you'],
  ['actsUnasked', 'unasked act for you', 'unasked acts for you'],
  ['given', 'thing done for them', 'things done for them'],
];

/** The counts that this conversation raised: at most two, the weightier first. */
function changeWords(before: Standing, after: Standing): string {
  return COUNTED.filter(([counter]) => after[counter] > before[counter])
    .slice(0, 2)
    .map(([counter, one, many]) =>
      after[counter] === 1 ? `a first ${one}` : `now ${count(after[counter], one, many)}`,
    )
    .join(', ');
}
