/** What a contact can do for the search, kept apart from how deep or how warm the tie is. */
import type { Contact, IsoDay, Relevance, TieFacts } from '../model';
import { sameCompany } from './companies';
import { EASE, RELEVANCE_WEIGHT, TIMING } from './constants';
import { missingOf } from './depth';
import { coolsSoon } from './warmth';

/** `targets` are the companies the user aims at. */
export function relevanceOf(
  contact: Pick<Contact, 'relevance' | 'purpose' | 'company'>,
  targets: readonly string[],
): { relevance: Relevance; weight: number } {
  const relevance = contact.relevance ?? derived(contact, targets);
  return { relevance, weight: RELEVANCE_WEIGHT[relevance] };
}

function derived(
  { company, purpose }: Pick<Contact, 'purpose' | 'company'>,
  targets: readonly string[],
): Relevance {
  if (company?.trim() && targets.some((target) => sameCompany(company, target))) return 'target';
  return purpose?.trim() ? 'field' : 'none';
}

/** 0 to 1, the higher the sooner: relevance × ease × timing. An advocate has nothing left to deepen and ranks 0. */
export function deepenRank(weight: number, tie: TieFacts, today: IsoDay): number {
  const missing = missingOf(tie, tie.level).length;
  if (missing === 0) return 0;
  const isPressing = tie.promiseDueOn !== null || coolsSoon(tie.heatDay, today);
  return weight * easeOf(missing) * (isPressing ? TIMING.now : TIMING.later);
}

function easeOf(missing: number): number {
  if (missing === 1) return EASE.one;
  return missing === 2 ? EASE.two : EASE.more;
}
