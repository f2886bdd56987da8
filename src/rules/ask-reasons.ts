/** What stands before an ask, and the one thing to do about it. It is never the person that is missing something. */
import type { IsoDay, Level, Missing } from '../model';
import { WHO_KNOWS_LEVEL } from './constants';
import { shortDay } from './day-words';
import { describeMissing } from './depth';

/** `known` is false where nobody said so yet, true where it was said not to be so. */
export type MissingReason =
  | { kind: 'goal-told' }
  | { kind: 'seen-work'; known: boolean }
  | { kind: 'insider'; known: boolean; company: string | null }
  | ManagerTieReason
  | { kind: 'overdue-promise'; what: string }
  | ReliabilityReason
  | ({ kind: 'evidence' } & Missing)
  | { kind: 'cooling'; since: IsoDay }
  | { kind: 'silent'; since: IsoDay | null }
  | { kind: 'open-asks'; count: number }
  | { kind: 'stretch' }
  | { kind: 'burned' };

interface ManagerTieReason {
  kind: 'manager-tie';
  have: Level | null;
  need: number;
  manager: string | null;
}

interface ReliabilityReason {
  kind: 'reliability';
  have: number;
  need: number;
  promisesKept: number;
  promisesLate: number;
  promisesBroken: number;
}

/** Gates as something to do, evidence as a count. `name` is what to call them; a blank one becomes "them". */
export function describeReason(reason: MissingReason, name: string, today: IsoDay): string {
  const who = name.trim() || 'them';
  switch (reason.kind) {
    case 'goal-told':
      return `tell ${who} which roles and companies you aim at`;
    case 'seen-work':
      return `show ${who} a piece of your work`;
    case 'insider':
      return insider(reason.known, reason.company, who);
    case 'manager-tie':
      return managerTie(reason, who);
    case 'overdue-promise':
      return `keep what you promised: ${reason.what}`;
    case 'reliability':
      return reliability(reason, who);
    case 'evidence':
      return describeMissing(reason);
    case 'cooling':
      return `reconnect with ${who} first: cooling since ${shortDay(reason.since, today)}`;
    case 'silent':
      return silent(reason.since, who, today);
    case 'open-asks':
      return openAsks(reason.count, who);
    case 'stretch':
      return `the role is a stretch, so more of their name is at stake`;
    case 'burned':
      return 'a referral of theirs went badly before, so more of their name is at stake';
  }
}

/** Whom to ask for when the person is willing and does not know the manager. */
export function describeWhoKnows(manager: string | null, name: string): string {
  return `ask ${name.trim() || 'them'} who knows ${manager ?? 'the hiring manager'}`;
}

function insider(known: boolean, company: string | null, who: string): string {
  if (known) return `ask ${who} whom they know at ${company ?? 'the company'}`;
  // Without a job in mind the first thing is to find one.
  return company === null
    ? `ask ${who} which openings there are where they work`
    : `ask ${who} whether they work at ${company}`;
}

function managerTie({ have, manager }: ManagerTieReason, who: string): string {
  if (have !== null) {
    const better = have > WHO_KNOWS_LEVEL ? ' better' : '';
    return describeWhoKnows(manager, who) + better;
  }
  return manager === null
    ? `ask ${who} who the hiring manager is`
    : `ask ${who} how well they know ${manager}`;
}

function reliability(reason: ReliabilityReason, who: string): string {
  const counts = describeMissing({ what: 'reliability', have: reason.have, need: reason.need }, reason);
  return `make ${who} one small promise and keep it: ${counts}`;
}

function silent(since: IsoDay | null, who: string, today: IsoDay): string {
  if (since === null) return `say hello to ${who} first: nothing from them yet`;
  return `reconnect with ${who} first: silent since ${shortDay(since, today)}`;
}

function openAsks(count: number, who: string): string {
  return count === 1
    ? `let ${who} answer what you asked before: 1 open ask`
    : `let ${who} answer what you asked before: ${count} open asks`;
}
