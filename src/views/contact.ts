/** One person on one page, to read before a meeting. */
import type {
  AskMade,
  Contact,
  Event,
  GateFacts,
  How,
  Introduction,
  IsoDay,
  Job,
  LoggedAct,
  LoggedInteraction,
  Relevance,
  ServingTask,
  Tie,
} from '../model';
import type { Topic } from '../rules/bring-up';
import { relativeDay, shortDay } from '../rules/day-words';
import type { NextStep } from '../rules/next-step';
import type { Standing } from '../rules/standing';
import { bringUpBlocks, historyBlocks } from './contact-history';
import { howWords, jobName } from './job-words';
import { keptWords, type PromiseFacts } from './promise';
import { type Effort, FLAG_NAMES, flagWords, levelWords, missingWords, warmthWords } from './ties';
import { count, dim, gap, line, type Text, title, type View, warn } from './view';

/** One contact with everything that hangs on it. */
export interface ContactFacts
  extends Omit<Contact, 'relevance'>,
    Standing,
    Effort,
    GateFacts,
    Pick<Tie, 'restUntil'> {
  relevance: Relevance;
  relevanceGiven: boolean;
  pastCompanies: string[];
  /** The best known first, not all of many. */
  knows: { id: number; name: string; company: string | null; how: How }[];
  introducedByName: string | null;
  nextStep: NextStep;
  /** The latest first. */
  interactions: LoggedInteraction[];
  acts: LoggedAct[];
  /** The open ones. */
  promises: PromiseFacts[];
  /** Made by them or to them, closed ones too. */
  introductions: Introduction[];
  /** Those without an answer. */
  /** Without an outcome; those that have one stand apart. */
  asks: AskMade[];
  asksAnswered: AskMade[];
  /** They manage it, are inside, or work at that company. */
  jobs: Job[];
  /** The latest conversation of which somebody said what it was about. */
  lastTalk: LoggedInteraction | null;
  bringUp: Topic<PromiseFacts>[];
  tasks: ServingTask[];
  events: Event[];
}

export function contactView(facts: ContactFacts, today: IsoDay): View {
  return [
    title(`${facts.name}${facts.state === 'parked' ? ' (parked)' : ''}`, `contact #${facts.id}`),
    ...(workOf(facts) ? [line(workOf(facts))] : []),
    gap,
    { kind: 'facts', rows: [...standingRows(facts, today), ...aboutRows(facts, today), ...reachRows(facts)] },
    ...bringUpBlocks(facts, today),
    ...historyBlocks(facts, today),
    gap,
    line([{ text: 'Next: ', tone: 'strong' }, facts.nextStep.text]),
  ];
}

export function workOf({ role, company }: Pick<Contact, 'role' | 'company'>): string {
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
  if (facts.restUntil !== null && facts.restUntil > today)
    rows.push(['rests', `until ${shortDay(facts.restUntil, today)}: in no list of people before`]);
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

function aboutRows(facts: ContactFacts, today: IsoDay): [string, Text][] {
  const met = [
    facts.howMet,
    facts.introducedByName && `introduced by ${facts.introducedByName}`,
    facts.connectedOn && `connected on LinkedIn ${shortDay(facts.connectedOn, today)}`,
  ].filter(Boolean);
  const relevance =
    facts.relevance === 'none'
      ? ''
      : `${facts.relevance.replace('-', ' ')}${facts.relevanceGiven ? ', set by you' : ''}`;
  const noPurpose = `none yet: jobsearch contact edit ${facts.id} --purpose "…"`;
  return given([
    [
      'purpose',
      facts.purpose === null ? dim(noPurpose) : `${facts.purpose}${relevance && ` (${relevance})`}`,
    ],
    ['relevance', facts.purpose === null && relevance ? relevance : null],
    ['met', met.length > 0 ? met.join(', ') : null],
    ['last talk', facts.lastTalk && lastTalkWords(facts.lastTalk, today)],
    ['about you', ofYouWords(facts, today) || null],
    ['jobs', facts.jobs.length > 0 ? facts.jobs.map((job) => jobWords(job, facts.id)).join(' · ') : null],
    ['knows', facts.knows.length > 0 ? facts.knows.map(knownWords).join(', ') : null],
  ]);
}

function reachRows(facts: ContactFacts): [string, Text][] {
  return given([
    ...facts.points.map((point): [string, Text] => [point.kind, point.value]),
    ['before', facts.pastCompanies.length > 0 ? facts.pastCompanies.join(', ') : null],
    ['closeness', facts.closeness > 0 ? `${facts.closeness} of 5, by your own feeling` : null],
    ['tags', facts.tags.length > 0 ? facts.tags.join(', ') : null],
    ['notes', facts.notes],
  ]);
}

function given(rows: [string, Text | null][]): [string, Text][] {
  return rows.filter((row): row is [string, Text] => row[1] !== null);
}

/** An imported message is here as a whole; its beginning says what it was about. */
const ABOUT_LENGTH = 100;

function lastTalkWords({ about, channel, day }: LoggedInteraction, today: IsoDay): string {
  const topic = about!.replace(/\s+/g, ' ');
  const cut = topic.length > ABOUT_LENGTH ? `${topic.slice(0, ABOUT_LENGTH).trimEnd()}…` : topic;
  return `${cut} (${channel}, ${shortDay(day, today)}, ${relativeDay(day, today)})`;
}

/** What asks rest on: only what was logged. */
function ofYouWords({ goalToldOn, seenWork, burned }: GateFacts, today: IsoDay): string {
  return [
    goalToldOn && `told your aims on ${shortDay(goalToldOn, today)}`,
    seenWork === true && 'has seen your work',
    seenWork === false && 'has not seen your work',
    burned && 'a referral of theirs went badly once',
  ]
    .filter(Boolean)
    .join(' · ');
}

function jobWords(job: Job, contactId: number): string {
  return `#${job.id} ${jobName(job)} (${job.stage}${job.hiringManager === contactId ? ', hires for it' : ''})`;
}

/** "Lee Chen, Globex (well)". */
function knownWords({ name, company, how }: ContactFacts['knows'][number]): string {
  return [company ? `${name}, ${company}` : name, how === null ? '' : ` (${howWords(how)})`].join('');
}
