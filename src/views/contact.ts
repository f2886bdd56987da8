/** One person, and lists of people. */
import type {
  Contact,
  Event,
  IsoDay,
  LoggedAct,
  LoggedInteraction,
  OpenPromise,
  Relevance,
  ServingTask,
} from '../model';
import { dayWithWeekday, minutesWords, shortDay } from '../rules/day-words';
import type { NextStep } from '../rules/next-step';
import type { Standing } from '../rules/standing';
import { actWords } from './log';
import { dueWords } from './task';
import { type Effort, FLAG_NAMES, flagWords, levelWords, missingWords, warmthWords } from './ties';
import { count, dim, gap, heading, line, type Text, title, type View, warn } from './view';

/** One contact with everything that hangs on it. */
export interface ContactFacts extends Omit<Contact, 'relevance'>, Standing, Effort {
  relevance: Relevance;
  relevanceGiven: boolean;
  introducedByName: string | null;
  nextStep: NextStep;
  /** The latest first. */
  interactions: LoggedInteraction[];
  acts: LoggedAct[];
  promises: OpenPromise[];
  tasks: ServingTask[];
  events: Event[];
}

type NamedContact = Pick<Contact, 'id' | 'name' | 'company'>;

// ── one person ────────────────────────────────────────────────────────────────────────────────────

export function contactView(facts: ContactFacts, today: IsoDay): View {
  return [
    title(`${facts.name}${facts.state === 'parked' ? ' (parked)' : ''}`, `contact #${facts.id}`),
    ...(workOf(facts) ? [line(workOf(facts))] : []),
    gap,
    { kind: 'facts', rows: [...standingRows(facts, today), ...aboutRows(facts, today)] },
    ...historyBlocks(facts, today),
    gap,
    line([{ text: 'Next: ', tone: 'strong' }, facts.nextStep.text]),
  ];
}

function workOf({ role, company }: Pick<Contact, 'role' | 'company'>): string {
  return [role, company].filter(Boolean).join(', ');
}

function standingRows(facts: ContactFacts, today: IsoDay): [string, Text][] {
  const silence = facts.depth - facts.effectiveDepth;
  const level =
    silence > 0
      ? `${levelWords(facts)}; counts as ${Math.floor(facts.effectiveDepth)} until you hear from them`
      : levelWords(facts);
  const rows: [string, Text][] = [
    ['level', level],
    ['evidence', evidenceWords(facts)],
    ['warmth', warmthWords(facts, today)],
  ];
  if (facts.missing.length > 0) rows.push(['missing', missingWords(facts)]);
  for (const flag of facts.flags) rows.push([FLAG_NAMES[flag], warn(flagWords(flag, facts, today))]);
  return rows;
}

function evidenceWords(facts: Standing): string {
  const acts = facts.actsAsked + facts.actsUnasked;
  const parts = [
    count(facts.exchangeDays, 'two-way day'),
    facts.substantiveDays > 0 ? `${facts.substantiveDays} substantive` : '',
    acts > 0
      ? `${count(acts, 'act')} for you${facts.actsUnasked > 0 ? ` (${facts.actsUnasked} unasked)` : ''}`
      : '',
    facts.given > 0 ? `${facts.given} by you` : '',
    keptWords(facts),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function keptWords({ promisesKept, promisesLate, promisesBroken }: Standing): string {
  const closed = promisesKept + promisesLate + promisesBroken;
  if (closed === 0) return '';
  return `you kept ${promisesKept + promisesLate} of ${count(closed, 'promise')}${promisesLate > 0 ? `, ${promisesLate} late` : ''}`;
}

function aboutRows(facts: ContactFacts, today: IsoDay): [string, Text][] {
  const met = [
    facts.howMet,
    facts.introducedByName && `introduced by ${facts.introducedByName}`,
    facts.connectedOn && `connected on LinkedIn ${shortDay(facts.connectedOn, today)}`,
  ].filter(Boolean);
  const rows: [string, Text | null][] = [
    ['purpose', facts.purpose ?? dim(`none yet: jobsearch contact edit ${facts.id} --purpose "…"`)],
    [
      'relevance',
      facts.relevance === 'none'
        ? null
        : `${facts.relevance.replace('-', ' ')}${facts.relevanceGiven ? ' (set by you)' : ''}`,
    ],
    ['met', met.length > 0 ? met.join(', ') : null],
    ...facts.points.map((point): [string, Text] => [point.kind, point.value]),
    ['closeness', facts.closeness > 0 ? `${facts.closeness} of 5, by your own feeling` : null],
    ['tags', facts.tags.length > 0 ? facts.tags.join(', ') : null],
    ['notes', facts.notes],
  ];
  return rows.filter((row): row is [string, Text] => row[1] !== null);
}

function historyBlocks(facts: ContactFacts, today: IsoDay): View {
  const view: View = [];
  const section = (name: string, rows: Text[][]) => {
    if (rows.length === 0) return;
    view.push(gap, heading(name), { kind: 'columns', columns: [{}, { flex: true }], rows, indent: 2 });
  };
  section(
    'Coming up',
    facts.events.map((event) => [
      `${dayWithWeekday(event.startOn, today)} ${event.startTime ?? ''}`,
      `${event.title} (event #${event.id})`,
    ]),
  );
  section(
    'Open between you',
    facts.promises.map((promise) => [
      promise.by === 'me' ? 'you promised' : 'they promised',
      `${promise.what}${afterComma(dueWords(promise, today))}`,
    ]),
  );
  section(
    'Tasks',
    facts.tasks.map((task) => [`#${task.id}`, `${task.title}${afterComma(dueWords(task, today))}`]),
  );
  section(
    'Lately',
    facts.interactions.map((one) => [shortDay(one.day, today), interactionWords(one)]),
  );
  section(
    'Done for each other',
    [...facts.acts]
      .reverse()
      .map((act) => [
        shortDay(act.day, today),
        `${act.by === 'me' ? 'by you' : 'for you'}: ${actWords(act)}${act.by === 'them' && !act.asked ? ', unasked' : ''}`,
      ]),
  );
  return view;
}

function afterComma(words: string): string {
  return words && `, ${words}`;
}

function interactionWords(one: LoggedInteraction): string {
  const written = one.channel === 'email' || one.channel === 'message';
  const direction = !written
    ? ''
    : one.kinds.length > 1
      ? ', both ways'
      : one.kinds[0] === 'out'
        ? ' from you'
        : ' from them';
  const length = one.minutes && !written ? `, ${minutesWords(one.minutes)}` : '';
  return `${one.channel}${direction}${length}${one.substantive ? ', substantive' : ''}${one.about ? `: ${one.about}` : ''}`;
}

// ── after a change ────────────────────────────────────────────────────────────────────────────────

export function contactAddedView(facts: ContactFacts, namesakes: NamedContact[]): View {
  return [
    line([
      { text: `Added #${facts.id} ${facts.name}`, tone: 'good' },
      workOf(facts) ? `, ${workOf(facts)}` : '',
    ]),
    ...namesakes.map((one) =>
      line(warn(`#${one.id} ${one.name}${one.company ? `, ${one.company},` : ''} has the same name.`)),
    ),
    ...(facts.purpose
      ? []
      : [line(dim(`Why this person? jobsearch contact edit ${facts.id} --purpose "…"`))]),
    line(dim(`After the next conversation: jobsearch log ${facts.id}`)),
  ];
}

export function contactParkedView(facts: ContactFacts): View {
  return facts.state === 'parked'
    ? [
        line(`Parked #${facts.id} ${facts.name}: all kept, in no list.`),
        line(dim(`Back again: jobsearch contact park ${facts.id} --back`)),
      ]
    : [line(`#${facts.id} ${facts.name} is back in your lists.`)];
}

export interface Belongings {
  interactions: number;
  acts: number;
  promises: number;
  tasks: number;
  events: number;
}

export function belongingsWords(belongings: Belongings): string {
  const parts = [
    [belongings.interactions, 'conversation'],
    [belongings.acts, 'act'],
    [belongings.promises, 'promise'],
  ] as const;
  const words = parts.filter(([n]) => n > 0).map(([n, one]) => count(n, one));
  return words.length > 0 ? words.join(', ').replace(/, ([^,]+)$/, ' and $1') : 'no history';
}

export function contactRemovedView(facts: ContactFacts, belongings: Belongings): View {
  return [
    line(`Removed #${facts.id} ${facts.name} with ${belongingsWords(belongings)}.`),
    ...(belongings.tasks > 0
      ? [line(dim(`${count(belongings.tasks, 'open task stays', 'open tasks stay')}, without the link.`))]
      : []),
  ];
}
