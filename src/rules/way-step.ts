/** What would strengthen a way in: the one thing to do first, at its weakest link. */
import type { How } from '../model';
import { ASK_BAR, WAY_WORDS } from './constants';
import type { NextStep } from './next-step';
import type { WayIn } from './paths';

export interface WayPeople {
  /** Of everybody on the way, by number. */
  nameOf: (id: number) => string;
  /** How well the two at the weakest link know each other; null when nobody said, or when it is my own tie. */
  how: How;
  /** The depth that an ask can count on, of the person I turn to first. */
  firstDepth: number;
  /** The next step with that person, whatever the way. */
  firstStep: NextStep;
  /** Set where the way leads to a company. */
  company: string | null;
  /** What has to be done before that person can be asked for an introduction; null when they can be asked today. */
  before: string | null;
}

/** Up to this, somebody else may know them better. */
const KNOWS_LITTLE = 2;

export function stepOnWay(
  way: WayIn,
  { nameOf, how, firstDepth, firstStep, company, before }: WayPeople,
): NextStep {
  const first = nameOf(way.people[0]!);
  const { from, to, strength } = way.weakest;
  const step = (action: string, text: string): NextStep => ({ action, text, minutes: 10, bucket: 'deepen' });

  if (from !== 'me' && how === null) {
    const who = from === way.people[0] ? 'they know' : `${nameOf(from)} knows`;
    return step('ask-how-well', `ask ${first} how well ${who} ${nameOf(to)}`);
  }
  if (from !== 'me' && how !== null && how <= KNOWS_LITTLE)
    return step('ask-who-knows', `ask ${first} who knows ${nameOf(to)} better`);
  if (from === 'me' && strength < WAY_WORDS.strong) return firstStep;
  if (firstDepth < ASK_BAR['peer-intro'].tau) return firstStep;
  if (way.edges > 1) {
    const ask = `ask ${first} to introduce you to ${nameOf(way.people[1]!)}`;
    return before === null ? step('ask-for-intro', ask) : step('prepare-intro', `${before}; then ${ask}`);
  }
  return company === null
    ? firstStep
    : step('tell-aim', `tell ${first} that you aim at ${company}, and ask how they would go about it`);
}
