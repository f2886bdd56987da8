/** The weekly review: the four squares, where the time went, what moved, and three proposals. */
import type { Commitment, IsoDay, OpenPromise, Quadrant, ServingTask } from '../model';
import type { Phase } from '../rules/constants';
import { daysBetween } from '../rules/dates';
import { dayWords, relativeDay } from '../rules/day-words';
import type { Finding } from '../rules/detectors';
import type { Move } from '../rules/moves';
import type { Balance } from '../rules/portfolio';
import type { NeglectedPart, Proposal } from '../rules/proposals';
import type { WeighedTask } from '../rules/quadrants';
import type { PhaseReason } from '../rules/week';
import type { NamedActFacts } from './act';
import { commitmentBlocks } from './commitments';
import type { LooseEnd } from './loose-ends';
import type { PromiseFacts } from './promise';
import { proposalBlocks } from './proposals';
import { squareBlocks } from './squares';
import { dim, gap, line, title, type View } from './view';
import { findingBlocks, outcomeRows, timeBlocks } from './week';
import { weekSpan } from './week-span';

export interface ReviewFacts {
  /** Both days belong to the week. */
  weekFrom: IsoDay;
  weekTo: IsoDay;
  phase: Phase;
  phaseReason: PhaseReason;
  /** Today's open tasks, the most pressing first; null for a week that is over. */
  squares: Record<Quadrant, WeighedTask<ServingTask>[]> | null;
  /** Open tasks that are in no square for now. */
  hidden: { snoozed: number; waiting: number };
  minutes: Balance['shares'];
  balance: Balance;
  findings: Finding[];
  /** Those who rose first, the highest of them first. */
  moved: (Move & { contactId: number; name: string })[];
  /** Mine: how those closed in the week ended, and which are late. */
  promises: {
    kept: number;
    late: number;
    broken: number;
    overdue: (OpenPromise & Partial<PromiseFacts>)[];
    /** Over the whole search. */
    ever: { kept: number; closed: number };
  };
  /** Who did something for me that week without being asked, the latest first. */
  champions: NamedActFacts[];
  /** Open today between people and jobs. */
  looseEnds: LooseEnd[];
  neglectedParts: NeglectedPart[];
  /** The Monday that the proposals begin on. */
  proposedFrom: IsoDay;
  proposals: Proposal[];
  /** Those of the latest week that one made any for. */
  commitments: Commitment[];
}

export interface ReviewedWhen {
  today: IsoDay;
  /** Nothing was ever written down. */
  isNew: boolean;
  /** The seven days up to today, where these are no calendar week. */
  areLastDays?: boolean;
  /** While the calendar week has hardly begun: the one before it, which is what a review on its Monday is often about. */
  weekBefore?: { from: IsoDay; to: IsoDay } | undefined;
}

export function quadrantView(facts: ReviewFacts, when: ReviewedWhen): View {
  const { today, isNew, weekBefore } = when;
  if (isNew) return firstSteps();
  const outcomes = outcomeRows(facts, today);
  return [
    title(weekWords(facts, when), dim(phaseWords(facts))),
    ...(facts.commitments.length > 0 ? [gap, ...commitmentBlocks(facts.commitments, today), gap] : []),
    ...(facts.squares ? squareBlocks(facts.squares, facts.hidden, today) : []),
    gap,
    ...timeBlocks(facts.balance),
    ...findingBlocks(facts.findings),
    ...(outcomes.length > 0 ? [gap, { kind: 'facts' as const, rows: outcomes }] : []),
    ...(isPlanned(facts) ? [] : [gap, ...proposalBlocks(facts, today)]),
    ...(facts.squares ? [] : [line(dim("Today's squares: jobsearch quadrant"))]),
    ...(weekBefore ? [gap, line(dim(weekBeforeWords(weekBefore, today)))] : []),
  ];
}

/** Whoever has made up their mind needs no proposals. */
function isPlanned({ commitments, proposedFrom }: ReviewFacts): boolean {
  return commitments[0]?.weekOn === proposedFrom;
}

function firstSteps(): View {
  return [
    line('Nothing is written down yet, so there is no week to look back on.'),
    line(dim('Begin with the day: jobsearch today')),
    line(dim('With a task: jobsearch task add "Say the pitch aloud" --part pitch')),
  ];
}

/** "The week of 16–22 November"; "The last seven days, 17–23 November", which on a Monday are another thing. */
function weekWords({ weekFrom, weekTo }: ReviewFacts, { today, areLastDays }: ReviewedWhen): string {
  const span = weekSpan(weekFrom, weekTo, today);
  if (areLastDays) return `The last seven days, ${span}`;
  if (weekFrom === weekTo) return `The week of ${span}, its first day`;
  return `The week of ${span}${daysBetween(weekFrom, weekTo) < 6 ? ', so far' : ''}`;
}

function weekBeforeWords({ from, to }: { from: IsoDay; to: IsoDay }, today: IsoDay): string {
  return `Last week by itself, ${weekSpan(from, to, today)}: jobsearch quadrant --week ${to}`;
}

/** Seen from the end of the week, as everything but the squares. */
function phaseWords({ phase, phaseReason: reason, weekTo }: ReviewFacts): string {
  switch (reason.kind) {
    case 'interview':
      return `${phase}: interview ${dayWords(reason.on, weekTo)}`;
    case 'new-search':
      return reason.startedOn > weekTo
        ? 'before the search began'
        : `${phase}: the search began ${relativeDay(reason.startedOn, weekTo)}`;
    case 'preparation':
      return `${phase}: ${reason.ready} of ${reason.parts} parts ready`;
  }
}
