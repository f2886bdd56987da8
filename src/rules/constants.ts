/** Every number that the rules rank or flag by. A source is named where there is one; all others are our choice. */
import type { Bucket, Missing } from '../model';

/** Raised whenever a constant or a formula changes: what is stored beside the contacts is then derived anew. */
export const modelVersion = 2;

// ── warmth ────────────────────────────────────────────────────────────────────────────────────────

/** Days in which warmth halves. Near Firefox's 28 days for frecency; two of them are a typical search. */
export const HALF_LIFE_DAYS = 30;
/** Days since the heat day: two half-lives, then six. */
export const WARM_DAYS = 60;
export const COOLING_DAYS = 180;
/** What one day weighs, by the best thing that happened on it. Powers of two keep the heat day a whole number. */
export const WEIGHT = { liveOrAct: 2, exchange: 1, inbound: 0.5, outbound: 0 } as const;
/** Days within which an inbound and an outbound answer each other, in either order. */
export const REPLY_DAYS = 30;
/** Heat days are rounded to a millionth of a day, about 0.1 s. */
export const HEAT_DECIMALS = 6;
/** A warm tie with at most this many days of warmth left cools soon. */
export const COOLS_SOON_DAYS = 14;

// ── depth ─────────────────────────────────────────────────────────────────────────────────────────

/** What each level asks for beyond the one before it, from listed to advocate: counted days, days of span, and acts. */
export const GATES: readonly (readonly Pick<Missing, 'what' | 'need'>[])[] = [
  [],
  [{ what: 'inboundDays', need: 1 }],
  [
    { what: 'exchangeDays', need: 1 },
    { what: 'meetingDays', need: 2 },
  ],
  [
    { what: 'exchangeDays', need: 3 },
    { what: 'substantiveDays', need: 1 },
    { what: 'spanDays', need: 14 },
  ],
  [
    { what: 'acts', need: 1 },
    { what: 'given', need: 1 },
  ],
  [
    { what: 'actsUnasked', need: 1 },
    { what: 'actScore', need: 4 },
  ],
];
/** From this level on my promises have to be kept. */
export const RELIABLE_FROM_LEVEL = 4;
/** Share of my promises kept, a late one counting half: four kept for each one broken. */
export const RELIABLE = 0.8;
/** An act nobody asked for proves twice as much as an asked one. */
export const UNASKED_ACT_SCORE = 2;
/** A self-rated closeness counts up to this level; trust beyond it has to be seen. */
export const CLOSENESS_LEVEL_CAP = 3;
/** Depth points in one level, and the depth of an advocate. */
export const LEVEL_POINTS = 20;
export const FULL_DEPTH = 100;
/** Depth points that an ask loses to silence. Strong ties revive more easily (Levin, Walter 2011). */
export const SILENCE_PENALTY = {
  shallow: { warm: 0, cooling: 10, dormant: 20, none: 20 },
  strong: { warm: 0, cooling: 5, dormant: 10, none: 10 },
} as const;
/** From this level on a tie is strong. */
export const STRONG_LEVEL = 4;

// ── flags and follow-up ───────────────────────────────────────────────────────────────────────────

/** Busy is more often than monthly, the rhythm of one's closest friends (Dunbar). */
export const BUSY = { touchDays: 4, withinDays: 90 } as const;
/** So many touch days should have tested a friendly tie once. */
export const STUCK = { touchDays: 8, withinDays: 180, level: 3 } as const;
/** So many raise the question why this person. */
export const PURPOSE = { touchDays: 2, withinDays: 90 } as const;
/** Up to this level a busy tie is shallow, and an act by them came early. */
export const SHALLOW_LEVEL = 2;
/** From this level on fading and falling dormant are worth a word. */
export const FADING_LEVEL = 2;
/** Outbound days in a row that make a tie one-sided. */
export const ONE_SIDED_OUT = 3;
/** Days since a first meeting, each the last of its stage; a favour's pull is gone in a week (Burger 1997). */
export const FOLLOW_UP = { dueDays: 2, overdueDays: 7, staleDays: 30 } as const;
/** Days since my unanswered message: wait, then one nudge, then give up. */
export const REPLY = { awaitDays: 7, nudgeDays: 14 } as const;
/** Days past the due day until an open promise counts as overdue. */
export const PROMISE_GRACE_DAYS = 3;

// ── relevance, and whom to deepen next ────────────────────────────────────────────────────────────

/** What a contact can do for the search, 0 to 1. */
export const RELEVANCE_WEIGHT = {
  target: 1,
  'hiring-manager': 1,
  'knows-one': 0.7,
  field: 0.5,
  none: 0.2,
} as const;
/** By the number of rows missing to the next level: one, two, more. */
export const EASE = { one: 1, two: 0.7, more: 0.5 } as const;
/** `now`: the tie cools soon or a promise is open. */
export const TIMING = { now: 1, later: 0.6 } as const;

// ── urgency ───────────────────────────────────────────────────────────────────────────────────────

/** Real minutes per estimated minute until the user's own are known; people are about 64 % over (Buehler 1994). */
export const PHI_DEFAULT = 1.5;
export const PHI_MIN = 1;
export const PHI_MAX = 3;
/** The factor is learned from the last `PHI_TASKS` timed tasks, once there are `PHI_TASKS_MIN`. */
export const PHI_TASKS_MIN = 5;
export const PHI_TASKS = 20;
/** Days of slack at which urgency is one half. */
export const URGENCY_HALF_SLACK_DAYS = 3;
/** Urgency and importance (0 to 1) from which a task is urgent, is important. */
export const URGENT_FROM = 0.5;
export const IMPORTANT_FROM = 0.5;

// ── importance ────────────────────────────────────────────────────────────────────────────────────

/** Importance of a task, 0 to 1, by what it serves. */
export const IMPORTANCE = {
  interviewPreparation: 1,
  pathToTarget: 0.9,
  myPromise: 0.8,
  firstFollowUp: 0.7,
  deepen: 0.7,
  application: 0.7,
  partNotReady: 0.7,
  /** Promised to oneself: what was promised to others goes before it once both are late. */
  commitment: 0.7,
  event: 0.4,
  partReady: 0.3,
  browse: 0.2,
  unlinked: 0.2,
} as const;

// ── the day ───────────────────────────────────────────────────────────────────────────────────────

/** Minutes: the smallest piece of a split task, and what an emergency leaves to the important but not urgent. */
export const CHUNK_MINUTES = 25;
export const EMERGENCY_MINUTES = 25;
/** Share of the free minutes that is kept for the important but not urgent. */
export const Q2_SHARE = 0.3;
/** Share of the free minutes that the urgent but unimportant may take. */
export const Q3_SHARE = 0.15;
/** No task takes less than this, in minutes. */
export const LEAST_NEED_MINUTES = 5;
/** Minutes for the search on a working day. The unemployed in the US spend 41 (Krueger, Mueller 2010). */
export const CAPACITY_MINUTES = { unemployed: 120, employed: 45 } as const;

// ── the week ──────────────────────────────────────────────────────────────────────────────────────

export const PHASES = ['launch', 'active', 'interviewing'] as const;
export type Phase = (typeof PHASES)[number];

/** Percent of the week's minutes; each phase adds up to 100. */
export const PORTFOLIO: Record<Phase, Record<Bucket, number>> = {
  launch: { deepen: 25, meet: 10, apply: 20, prepare: 40, review: 5 },
  active: { deepen: 35, meet: 15, apply: 25, prepare: 20, review: 5 },
  interviewing: { deepen: 30, meet: 10, apply: 15, prepare: 40, review: 5 },
};
/** Launch: the first days of a search, or until this share of the preparation is ready. */
export const LAUNCH = { days: 14, readyShare: 0.7 } as const;
/** An interview within this many days makes the phase interviewing. */
export const INTERVIEW_WITHIN_DAYS = 14;
/** The week is out of balance above this total variation distance (0 to 1), once this much is logged. */
export const BALANCE = { limit: 0.25, leastMinutes: 120 } as const;

/** When networking crowds out the rest; all look back over the same days. */
export const NETWORKING = {
  lookBackDays: 28,
  /** People met at least `settledDays` ago, fewer than `share` of them followed up within `followUpDays`. */
  collecting: { people: 4, settledDays: 7, followUpDays: 7, share: 0.5 },
  /** Counts of easy acts, and the share of hard ones below which the easy side wins. */
  easySide: { easy: 8, hardShare: 1 / 3 },
  /** Minutes logged, and the shares of them for networking and for preparation with applications. */
  crowdingOut: { minutes: 240, networkingShare: 0.65, otherShare: 0.3 },
  /** Share of touch days that went to contacts without a purpose. */
  noPurpose: { share: 1 / 3 },
} as const;

// ── what else serves a task, and the proposals for a week ─────────────────────────────────────────

/** Importance of what helps a little: chasing a promise of theirs, writing to somebody new of small relevance. */
export const IMPORTANCE_SOME = 0.4;
/** Relevance from which a contact is on a path to a target. */
export const PATH_RELEVANCE = 0.7;
/** Contact days it takes before their missing purposes are a pattern. */
export const NO_PURPOSE_LEAST_DAYS = 4;
/** Days after which an unfinished part of the preparation counts as neglected. */
export const NEGLECTED_DAYS = 14;
export const PROPOSALS = 3;
/** Minutes to set aside for one message, and people or promises that fit one block. */
export const MESSAGE_MINUTES = 15;
export const MESSAGES_A_BLOCK = 3;

// ── the weekly review ─────────────────────────────────────────────────────────────────────────────

/** When a task is one that was left lying, in days; what was kept on purpose is asked about again after `keepDays`. */
export const STRAGGLER = {
  overdueDays: 7,
  undatedDays: 28,
  noSquareDays: 14,
  untouchedDays: 42,
  keepDays: 28,
} as const;
/** A task in no square, and this old, is more likely to be dropped than done. */
export const DROP_DAYS = 60;

/** Ten minutes hold so much. */
export const REVIEW = {
  stragglers: 12,
  ties: 4,
  commitments: PROPOSALS,
  /** Days after its first in which a review can be gone on with; then a new week has begun. */
  goesOnDays: 6,
  /** Days after its first in which one that was finished stands. */
  standsDays: 3,
  /** Days into its week before one is asked how it went; and after so many it is the past's. */
  outcomeDays: { from: 3, to: 14 },
} as const;

// ── asks ──────────────────────────────────────────────────────────────────────────────────────────

/** Depth points that an ask takes, from `met` at 20 to `advocate` at 100, and how much of their name is at stake, 0 to 3. */
export const ASK_BAR = {
  reply: { tau: 10, stake: 0 },
  advice: { tau: 20, stake: 0 },
  // Low, because people say yes to it more often than those who ask expect (Flynn, Lake 2008).
  talk: { tau: 30, stake: 0 },
  leads: { tau: 40, stake: 0 },
  'peer-intro': { tau: 50, stake: 1 },
  recommendation: { tau: 65, stake: 1 },
  // Whoever refers puts their own reputation on the line (Smith 2005).
  referral: { tau: 75, stake: 2 },
  reference: { tau: 75, stake: 2 },
  'manager-intro': { tau: 80, stake: 2 },
  vouching: { tau: 90, stake: 3 },
} as const;
/** The least tie of theirs to the hiring manager, in levels. Both ends have to be strong (Bian 1997). */
export const MANAGER_TIE_NEED = { introduce: 2, vouch: 3 } as const;
/** Up to this level of theirs, ask who knows the manager instead. */
export const WHO_KNOWS_LEVEL = 1;
/** What moves the bar, in depth points; `fit` and `burned` count once for each point of stake. */
export const BAR_MOVES = {
  fit: { strong: -3, even: 0, stretch: 5 },
  burned: 5,
  openAsk: 10,
  openAsksMost: 2,
  mutual: -5,
  bonus: -10,
} as const;
/** One level short is almost. */
export const ALMOST_POINTS = 20;
/** Rows of missing evidence that one verdict names. */
export const ASK_ROWS = 3;
/** Days for which they remember what I aim at, and for which an offer of theirs stands. */
export const GOAL_TOLD_DAYS = 180;
export const OFFERED_DAYS = 90;
/** Days since an ask without an answer: wait, then one nudge, then rest; after so many it was silence. */
export const ASK_WAIT = { awaitDays: 7, silenceDays: 21 } as const;
/** Recorded outcomes before one's own yes-rate says anything. */
export const YES_RATES_FROM = 30;

// ── paths ─────────────────────────────────────────────────────────────────────────────────────────

/** How well two contacts know each other, 1 to 5, as the chance that one acts for the other. */
export const KNOWS_STRENGTH = { 1: 0.1, 2: 0.3, 3: 0.5, 4: 0.7, 5: 0.9, unknown: 0.3 } as const;
/** No tie is hopeless, and none is sure. */
export const OWN_STRENGTH = { least: 0.01, most: 0.99 } as const;
/** What is left after each hand-over (chains lose people at every step: Dodds, Muhamad, Watts 2003). */
export const HAND_OVER = 0.5;
/** At most two people between me and the target: the chains that lead to jobs are short (Granovetter 1974). */
export const PATHS = { most: 3, maxEdges: 3 } as const;
/** The weakest link of a way from which it is strong, is fair. */
export const WAY_WORDS = { strong: 0.7, fair: 0.4 } as const;

// ── jobs ──────────────────────────────────────────────────────────────────────────────────────────

/** Days without a stir after which an open job is asked about. */
export const QUIET_DAYS = { lead: 21, applied: 14, interviewing: 7, offer: 3 } as const;
/** From then on it is asked about every so many days, for a few of them, so that a day off does not lose the question. */
export const QUIET_AGAIN = { everyDays: 7, forDays: 3 } as const;
