/** What to do differently next week: few things, each on a day and with its minutes, so that it reads WHEN … THEN …. */
import { type Bucket, type IsoDay, PARTS, type Part, type Preparation } from '../model';
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

export interface WeekFacts {
  today: IsoDay;
  /** The first day of the week that is proposed for. */
  weekOn: IsoDay;
  minutesPerDay: number;
  balance: Balance;
  preparations: Preparation[];
  /** Both lists with the most worthwhile first. */
  notFollowedUp: PersonToFollowUp[];
  overduePromises: OverduePromise[];
  findings: Finding[];
}

type Idea = { minutes: number } & (
  | { kind: 'serve-bucket'; bucket: Bucket; share: number; aim: number }
  | { kind: 'touch-part'; part: Part; untouchedDays: number | null; neglected: number }
  | { kind: 'follow-up'; people: PersonToFollowUp[]; count: number }
  | { kind: 'keep-promises'; promises: OverduePromise[]; count: number }
  | { kind: 'name-purposes'; contactDays: number; withoutPurpose: number }
  | { kind: 'do-a-hard-thing'; easy: number; hard: number }
  | { kind: 'keep-block' }
);

/** `on` is the day of next week to do it. */
export type Proposal = Idea & { on: IsoDay };

/** Monday, Wednesday and Friday, so that one bad day costs one proposal. */
const DAYS_APART = 2;

export function proposeWeek(facts: WeekFacts): Proposal[] {
  const ideas = [
    serveBucket(facts),
    touchPart(facts),
    followUp(facts),
    keepPromises(facts),
    namePurposes(facts),
    doAHardThing(facts),
  ].filter((idea) => idea !== undefined);
  const chosen = ideas.length > 0 ? ideas.slice(0, PROPOSALS) : [keepBlock(facts)];
  // The Monday of a week that may begin on a Sunday.
  const monday = weekStart(addDays(facts.weekOn, 6));
  return chosen.map((idea, index) => ({ ...idea, on: addDays(monday, index * DAYS_APART) }));
}

/** Parts not ready yet that were never touched, then those left alone the longest. */
export function findNeglectedParts(preparations: Preparation[], today: IsoDay): NeglectedPart[] {
  const daysOf = ({ untouchedDays }: NeglectedPart) => untouchedDays ?? Number.MAX_SAFE_INTEGER;
  return preparations
    .filter(({ state }) => state !== 'ready')
    .map(({ part, touchedOn }) => ({
      part,
      untouchedDays: touchedOn === null ? null : daysBetween(touchedOn, today),
    }))
    .filter((neglected) => daysOf(neglected) >= NEGLECTED_DAYS)
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

function touchPart({ preparations, today }: WeekFacts): Idea | undefined {
  const neglected = findNeglectedParts(preparations, today);
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

/** Nothing is wrong: what works is worth keeping. */
function keepBlock({ minutesPerDay }: WeekFacts): Idea {
  return { kind: 'keep-block', minutes: protectedMinutes(minutesPerDay) || CHUNK_MINUTES };
}
