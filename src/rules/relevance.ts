/** What a contact can do for the search, kept apart from how deep or how warm the tie is. */
import type { Contact, IsoDay, Relevance, TieFacts } from '../model';
import { companyKey } from './companies';
import { EASE, RELEVANCE_WEIGHT, TIMING } from './constants';
import { missingOf } from './depth';
import { wordsOf } from './names';
import { SPANS, type Spans } from './spans';
import { coolsSoon } from './warmth';

/** What the search aims at, gathered once: companies by their keys, people by their numbers. */
export interface Aims {
  /** The target companies and those of open jobs. */
  companyKeys: ReadonlySet<string>;
  /** Who hires for an open job. */
  managers: ReadonlySet<number>;
  /** Inside for an open job though the company's name does not tell. */
  insiders: ReadonlySet<number>;
  /** Who knows one of all these. */
  bridges: ReadonlySet<number>;
  /** The words of each role that I want to work as. */
  roles: readonly (readonly string[])[];
}

type Person = Pick<Contact, 'id' | 'relevance' | 'purpose' | 'company' | 'role'>;

export function relevanceOf(contact: Person, aims: Aims): { relevance: Relevance; weight: number } {
  const relevance = contact.relevance ?? derived(contact, aims);
  return { relevance, weight: RELEVANCE_WEIGHT[relevance] };
}

function derived({ id, company, role, purpose }: Person, aims: Aims): Relevance {
  if (aims.managers.has(id)) return 'hiring-manager';
  if (aims.insiders.has(id)) return 'target';
  if (aims.companyKeys.size > 0 && company?.trim() && aims.companyKeys.has(companyKey(company)))
    return 'target';
  if (aims.bridges.has(id)) return 'knows-one';
  return purpose?.trim() || isInField(role, aims.roles) ? 'field' : 'none';
}

/** They do what I want to do, or lead those who do: a "Platform Engineering Manager" is near a "platform engineer". */
function isInField(role: string | null, wanted: Aims['roles']): boolean {
  if (wanted.length === 0 || !role?.trim()) return false;
  const theirs = wordsOf(role);
  return wanted.some((words) => words.every((word) => theirs.some((one) => one.startsWith(word))));
}

/** 0 to 1, the higher the sooner: relevance × ease × timing. An advocate has nothing left to deepen and ranks 0. */
export function deepenRank(weight: number, tie: TieFacts, today: IsoDay, spans: Spans = SPANS): number {
  const missing = missingOf(tie, tie.level).length;
  if (missing === 0) return 0;
  const isPressing = tie.promiseDueOn !== null || coolsSoon(tie.heatDay, today, spans);
  return weight * easeOf(missing) * (isPressing ? TIMING.now : TIMING.later);
}

function easeOf(missing: number): number {
  if (missing === 1) return EASE.one;
  return missing === 2 ? EASE.two : EASE.more;
}
