/** What to do differently next week: few things, each on a day and with its minutes, so that it reads WHEN … THEN …. */
import { type Bucket, type Flag, type IsoDay, PARTS, type Part, type Preparation } from '../model';
import { CHUNK_MINUTES, MESSAGE_MINUTES, MESSAGES_A_BLOCK, NEGLECTED_DAYS, PROPOSALS } from './constants';
import { addDays, daysBetween, weekStart } from './dates';
import type { Finding } from './detectors';
import { protectedMinutes } from './plan';
import type { Balance } from './portfolio';

export interface NeglectedPart {
  part: Part;
  /** Null when it was never touched. */
  untouchedDays: number | null;
}

export interface PersonToFollowUp {
  contactId: number;
  name: string;
  metOn: IsoDay;
}

export interface OverduePromise {
  promiseId: number;
  name: string;
  what: string;
  dueOn: IsoDay;
}

export interface TieToDeepen {
  contactId: number;
  name: string;
  /** Why it is on the list. */
  flag: Flag;
  /** Imperative and lower-case. */
  step: string;
  minutes: number;
}

export interface WeekFacts {
  today: IsoDay;
  /** The first day of the week that is proposed for. */
  weekOn: IsoDay;
  minutesPerDay: number;
  /** As the settings have them; the model's own where they say nothing. */
  protectedShare?: number;
  neglectedDays?: number;
  balance: Balance;
  preparations: Preparation[];
  /** The three lists with the most worthwhile first. */
  notFollowedUp: PersonToFollowUp[];
  overduePromises: OverduePromise[];
  toDeepen: TieToDeepen[];
  /** The top of the important but not urgent. */
  nextImportant: { taskId: number; title: string } | null;
  findings: Finding[];
}

type Idea = { minutes: number } & (
  | { kind: 'serve-bucket'; bucket: Bucket; share: number; aim: number }
  | { kind: 'touch-part'; part: Part; untouchedDays: number | null; neglected: number }
  | { kind: 'follow-up'; people: PersonToFollowUp[]; count: number }
  | { kind: 'keep-promises'; promises: OverduePromise[]; count: number }
  | { kind: 'name-purposes'; contactDays: number; withoutPurpose: number }
  | { kind: 'do-a-hard-thing'; easy: number; hard: number }
  | { kind: 'deepen-tie'; contactId: number; name: string; flag: Flag; step: string }
  | { kind: 'keep-block'; task: WeekFacts['nextImportant'] }
  | { kind: 'practise'; part: Part }
  | { kind: 'review' }
);

/** `on` is the day of next week to do it. */
export type Proposal = Idea & { on: IsoDay };

/** What a look back over a week takes. */
const REVIEW_MINUTES = 20;

/** Monday, Wednesday and Friday, so that one bad day costs one proposal. */
const DAYS_APART = 2;

/** Always three: what went wrong, then what keeps a good week going; whoever waits for a promise has waited long enough. */
export function proposeWeek(facts: WeekFacts): Proposal[] {
  const wrong = [
    serveBucket(facts),
    touchPart(facts),
    followUp(facts),
    keepPromises(facts),
    namePurposes(facts),
    doAHardThing(facts),
  ].filter((idea) => idea !== undefined);
  const steady = [deepenTie(facts), keepBlock(facts), practise(facts), review()].filter(
    (idea) => idea !== undefined,
  );
  // The Monday of a week that may begin on a Sunday.
  const monday = weekStart(addDays(facts.weekOn, 6));
  return [...wrong, ...steady]
    .slice(0, PROPOSALS)
    .sort((a, b) => Number(b.kind === 'keep-promises') - Number(a.kind === 'keep-promises'))
    .map((idea, index) => ({ ...idea, on: addDays(monday, index * DAYS_APART) }));
}

/** Parts not ready yet that were never touched, then those left alone the longest. */
export function findNeglectedParts(
  preparations: Preparation[],
  today: IsoDay,
  afterDays: number = NEGLECTED_DAYS,
): NeglectedPart[] {
  const daysOf = ({ untouchedDays }: NeglectedPart) => untouchedDays ?? Number.MAX_SAFE_INTEGER;
  return preparations
    .filter(({ state }) => state !== 'ready')
    .map(({ part, touchedOn }) => ({
      part,
      untouchedDays: touchedOn === null ? null : daysBetween(touchedOn, today),
    }))
    .filter((neglected) => daysOf(neglected) >= afterDays)
    .sort((a, b) => daysOf(b) - daysOf(a) || PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
}

function serveBucket({ balance, findings, minutesPerDay }: WeekFacts): Idea | undefined {
  const isOff = balance.flagged || findings.some(({ kind }) => kind === 'crowding-out');
  if (!isOff || !balance.mostUnder) return undefined;
  const { share, aim } = balance.mostUnder;
  const missing = Math.round(((aim - share) * balance.total) / 5) * 5;
  // One block on one day: never shorter than a chunk, never longer than the day.
  const minutes = Math.max(CHUNK_MINUTES, Math.min(missing, minutesPerDay));
  return { kind: 'serve-bucket', ...balance.mostUnder, minutes };
}

function touchPart({ preparations, today, neglectedDays }: WeekFacts): Idea | undefined {
  const neglected = findNeglectedParts(preparations, today, neglectedDays);
  const first = neglected[0];
  return first && { kind: 'touch-part', ...first, neglected: neglected.length, minutes: CHUNK_MINUTES };
}

function followUp({ notFollowedUp }: WeekFacts): Idea | undefined {
  if (notFollowedUp.length === 0) return undefined;
  const people = notFollowedUp.slice(0, MESSAGES_A_BLOCK);
  return { kind: 'follow-up', people, count: notFollowedUp.length, minutes: people.length * MESSAGE_MINUTES };
}

function keepPromises({ overduePromises }: WeekFacts): Idea | undefined {
  if (overduePromises.length === 0) return undefined;
  const promises = overduePromises.slice(0, MESSAGES_A_BLOCK);
  const minutes = promises.length * MESSAGE_MINUTES;
  return { kind: 'keep-promises', promises, count: overduePromises.length, minutes };
}

function namePurposes({ findings }: WeekFacts): Idea | undefined {
  const finding = findings.find(({ kind }) => kind === 'no-purpose');
  if (finding?.kind !== 'no-purpose') return undefined;
  return { ...finding, kind: 'name-purposes', minutes: MESSAGE_MINUTES };
}

function doAHardThing({ findings }: WeekFacts): Idea | undefined {
  const finding = findings.find(({ kind }) => kind === 'easy-side');
  if (finding?.kind !== 'easy-side') return undefined;
  return { ...finding, kind: 'do-a-hard-thing', minutes: CHUNK_MINUTES };
}

/** Nobody twice: who waits for a first follow-up has a proposal already. */
function deepenTie({ toDeepen, notFollowedUp }: WeekFacts): Idea | undefined {
  const tie = toDeepen.find(({ contactId }) => !notFollowedUp.some((one) => one.contactId === contactId));
  return tie && { kind: 'deepen-tie', ...tie, minutes: Math.max(MESSAGE_MINUTES, tie.minutes) };
}

function keepBlock({ minutesPerDay, nextImportant, protectedShare }: WeekFacts): Idea {
  const minutes = protectedMinutes(minutesPerDay, false, protectedShare) || CHUNK_MINUTES;
  return { kind: 'keep-block', task: nextImportant, minutes };
}

/** The part left alone the longest, also a ready one: what is ready stays so by practice. */
function practise({ preparations, today, neglectedDays }: WeekFacts): Idea {
  const neglected = findNeglectedParts(preparations, today, neglectedDays)[0]?.part;
  const [rested] = preparations
    .filter(({ part }) => part !== neglected)
    .sort((a, b) => (a.touchedOn ?? '').localeCompare(b.touchedOn ?? ''));
  return { kind: 'practise', part: rested?.part ?? 'practice', minutes: CHUNK_MINUTES };
}

function review(): Idea {
  return { kind: 'review', minutes: REVIEW_MINUTES };
}
