/** The openings, and what was asked of whom on the way to them. */
import type { AskKind, AskOutcome, Fit, Stage, Verdict } from '../../model';

export interface Opening {
  key: string;
  company: string;
  title: string;
  place?: string;
  pay?: string;
  source?: string;
  fit?: Fit;
  bonusKnown?: true;
  deadline?: number;
  notes?: string;
  /** The first is the day on which it was heard of. */
  moves: [Stage, number][];
  closedReason?: string;
  manager?: string;
  /** Inside, though another company pays them. */
  inside?: string[];
}

export const openings: Opening[] = [
  {
    key: 'gridmoor',
    company: 'Gridmoor',
    title: 'Backend developer',
    place: 'two days a week in the office',
    source: 'the stand at the job fair',
    moves: [
      ['lead', -44],
      ['applied', -35],
    ],
  },
  {
    key: 'lindenpost',
    company: 'Lindenpost',
    title: 'Platform engineer',
    place: 'ten minutes by bicycle',
    pay: 'said to be fair; not asked yet',
    source: 'Tomasz',
    notes: 'They want someone who stays calm when it burns.',
    moves: [
      ['lead', -27],
      ['applied', -22],
      ['interviewing', -14],
    ],
    manager: 'ingrid',
    inside: ['bogdan'],
  },
  {
    key: 'oakfold',
    company: 'Oakfold',
    title: 'Platform developer',
    moves: [
      ['lead', -18],
      ['applied', -13],
      ['closed', -3],
    ],
    closedReason: 'filled from inside',
  },
  {
    key: 'vantmere',
    company: 'Vantmere',
    title: 'Developer, payments platform',
    place: 'remote, two time zones away',
    source: 'their own page',
    fit: 'stretch',
    bonusKnown: true,
    deadline: 12,
    moves: [['lead', -12]],
    manager: 'layla',
  },
  {
    key: 'meridiem',
    company: 'Meridiem Rail',
    title: 'Backend developer',
    source: 'job board',
    moves: [
      ['lead', -9],
      ['applied', -4],
    ],
  },
];

export interface Request {
  of: string;
  kind: AskKind;
  what: string;
  day: number;
  /** Then it may have been asked on a weekend. */
  inWriting?: true;
  verdict: Verdict;
  opening?: string;
  /** What came of it, and when; not answered when missing. */
  ended?: [AskOutcome, number];
}

export const requests: Request[] = [
  {
    of: 'tom',
    kind: 'advice',
    what: 'which teams to look at',
    day: -54,
    verdict: 'ready',
    ended: ['yes', -54],
  },
  {
    of: 'graciela',
    kind: 'advice',
    what: 'the training grant',
    day: -53,
    verdict: 'ready',
    ended: ['yes', -53],
  },
  {
    of: 'femi',
    kind: 'referral',
    what: 'to pass my résumé on',
    day: -48,
    verdict: 'almost',
    ended: ['yes', -48],
  },
  {
    of: 'mateus',
    kind: 'reply',
    what: 'is the role open',
    day: -33,
    inWriting: true,
    verdict: 'ready',
    ended: ['silence', -12],
  },
  {
    of: 'sofia',
    kind: 'talk',
    what: 'a coffee',
    day: -22,
    inWriting: true,
    verdict: 'almost',
    ended: ['yes', -20],
  },
  {
    of: 'aroha',
    kind: 'leads',
    what: 'platform roles',
    day: -9,
    inWriting: true,
    verdict: 'not-yet',
    ended: ['no', -8],
  },
  {
    of: 'svitlana',
    kind: 'leads',
    what: 'what her department hires for',
    day: -9,
    inWriting: true,
    verdict: 'almost',
    opening: 'meridiem',
  },
  {
    of: 'layla',
    kind: 'talk',
    what: 'the payments platform',
    day: -3,
    inWriting: true,
    verdict: 'not-yet',
    opening: 'vantmere',
  },
];
