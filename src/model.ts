/** The vocabulary: types and constant lists only. Days are `YYYY-MM-DD` in the user's own calendar. */

export type IsoDay = string;
/** Whole days since 1970-01-01; a fraction only where a rule says so. */
export type DayNumber = number;
/** A moment, as the clock of this run saw it. */
export type Instant = Date;

// ── people ────────────────────────────────────────────────────────────────────────────────────────

export const LEVEL_NAMES = ['listed', 'met', 'acquaintance', 'conversational', 'ally', 'advocate'] as const;
export type LevelName = (typeof LEVEL_NAMES)[number];
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

export const WARMTHS = ['none', 'warm', 'cooling', 'dormant'] as const;
export type Warmth = (typeof WARMTHS)[number];

/** In the order in which they are shown. */
export const FLAGS = [
  'overdue-promise',
  'one-sided',
  'never-followed-up',
  'shallow-though-busy',
  'stuck',
  'fading',
  'dormant',
  'acted-early',
  'awaiting-reply',
  'no-purpose',
] as const;
export type Flag = (typeof FLAGS)[number];

/** What a contact can do for the search; `field` is any purpose that is none of the others. */
export const RELEVANCES = ['target', 'hiring-manager', 'knows-one', 'field', 'none'] as const;
export type Relevance = (typeof RELEVANCES)[number];

export const POINT_KINDS = ['email', 'phone', 'link'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** One way to reach a contact. `key` is what two spellings of the same one share. */
export interface Point {
  kind: PointKind;
  value: string;
  key: string;
}

export const CONTACT_STATES = ['active', 'parked'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

export interface Contact {
  id: number;
  name: string;
  company: string | null;
  role: string | null;
  howMet: string | null;
  /** The day LinkedIn says the connection was made. */
  connectedOn: IsoDay | null;
  introducedBy: number | null;
  purpose: string | null;
  /** Given by hand; null means the purpose and the company decide. */
  relevance: Relevance | null;
  /** Self-rated, 0 (unknown) to 5; 3 means "I could ring them". */
  closeness: number;
  notes: string | null;
  state: ContactState;
  addedOn: IsoDay;
  points: Point[];
  tags: string[];
}

/** How many things hang on a contact. */
export interface Belongings {
  interactions: number;
  acts: number;
  promises: number;
  asks: number;
  tasks: number;
  events: number;
}

// ── what happened ─────────────────────────────────────────────────────────────────────────────────

export const CHANNELS = ['call', 'video', 'coffee', 'meeting', 'email', 'message', 'event', 'group'] as const;
export type Channel = (typeof CHANNELS)[number];

export const DIRECTIONS = ['sent', 'received', 'both'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const TOUCH_KINDS = ['out', 'in', 'group', 'live'] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];

/** One contact's part in one interaction. */
export interface Touch {
  day: IsoDay;
  kind: TouchKind;
  substantive: boolean;
}

export const SIDES = ['me', 'them'] as const;
export type Side = (typeof SIDES)[number];

export const ACT_KINDS = [
  'advice',
  'lead',
  'introduction',
  'recommendation',
  'referral',
  'reference',
  'vouching',
  'favour',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** Something done for the other side: by them for me, or by me for them. */
export interface Act {
  day: IsoDay;
  by: Side;
  kind: ActKind;
  asked: boolean;
}

export const PROMISE_STATES = ['open', 'kept', 'late', 'broken', 'released'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** A commitment between me and one contact. */
export interface Pledge {
  by: Side;
  dueOn: IsoDay | null;
  state: PromiseState;
}

/** All that the depth and the warmth of one tie rest on. */
export interface Evidence {
  touches: Touch[];
  acts: Act[];
  promises: Pledge[];
  closeness: number;
}

/** Counts of distinct days and of acts; independent of the order in which things were logged. */
export interface Counters {
  /** Days on which anything came from them: inbound, group, live, or an act by them. */
  inboundDays: number;
  /** Two-way days: live, or inbound with an outbound within 30 days. */
  exchangeDays: number;
  /** Two-way days and group meetings. */
  meetingDays: number;
  /** Two-way days on which something that mattered was talked about. */
  substantiveDays: number;
  /** Days from the first two-way day to the last. */
  spanDays: number;
  actsAsked: number;
  actsUnasked: number;
  /** Favours by me and promises kept by me. */
  given: number;
  /** My promises to them, by how they ended. */
  promisesKept: number;
  promisesLate: number;
  promisesBroken: number;
  /** (kept + late / 2) of all my closed promises; 1 when there are none. */
  reliability: number;
}

/** What is derived from the evidence and stored beside the contact; no value here changes as time passes. */
export interface TieFacts extends Counters {
  level: Level;
  /** 20 × level plus the progress to the next; 100 only for an advocate. */
  depth: number;
  /** "As warm as if your only exchange had been on this day"; null when nothing ever came back. */
  heatDay: DayNumber | null;
  /** First group or live touch. */
  metOn: IsoDay | null;
  /** First day, from the meeting on, with an outbound or with an exchange other than the meeting. */
  firstFollowUpOn: IsoDay | null;
  /** Last day on which anything came from them. */
  lastInOn: IsoDay | null;
  lastOutOn: IsoDay | null;
  lastTouchOn: IsoDay | null;
  /** Outbound days since anything last came back. */
  unanswered: number;
  /** The second, fourth and eighth most recent touch day: how busy the tie is can be read off them. */
  secondTouchOn: IsoDay | null;
  fourthTouchOn: IsoDay | null;
  eighthTouchOn: IsoDay | null;
  /** The earliest due day among my open promises to them. */
  promiseDueOn: IsoDay | null;
}

/** One unmet row of the next level's gate. */
export interface Missing {
  what: keyof Counters | 'acts' | 'actScore';
  have: number;
  need: number;
}

/** A contact as the lists see one. */
export interface Tie extends TieFacts {
  id: number;
  name: string;
  company: string | null;
  role: string | null;
  purpose: string | null;
  relevance: Relevance | null;
  state: ContactState;
  /** Left in peace before this day. */
  restUntil: IsoDay | null;
}

/** The evidence of one contact with what each piece was. */
export interface DatedEvidence extends Evidence {
  acts: LoggedAct[];
  promises: LoggedPromise[];
}

export interface LoggedAct extends Act {
  id: number;
  what: string | null;
}

export interface LoggedPromise extends Pledge {
  id: number;
  what: string;
  madeOn: IsoDay;
  closedOn: IsoDay | null;
}

export interface OpenPromise {
  id: number;
  contactId: number;
  name: string;
  by: Side;
  what: string;
  dueOn: IsoDay | null;
}

export interface LoggedInteraction {
  id: number;
  day: IsoDay;
  channel: Channel;
  minutes: number | null;
  about: string | null;
  purpose: string | null;
  kinds: TouchKind[];
  substantive: boolean;
}

// ── asks, jobs, and who knows whom ────────────────────────────────────────────────────────────────

/** What one can ask of a person, in the order of the ladder: neither the bar nor the stake ever falls. */
export const ASK_KINDS = [
  'reply',
  'advice',
  'talk',
  'leads',
  'peer-intro',
  'recommendation',
  'referral',
  'reference',
  'manager-intro',
  'vouching',
] as const;
export type AskKind = (typeof ASK_KINDS)[number];

export const VERDICTS = ['ready', 'almost', 'not-yet'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const ASK_OUTCOMES = ['yes', 'no', 'silence'] as const;
export type AskOutcome = (typeof ASK_OUTCOMES)[number];

/** A request I made of a contact. */
export interface AskMade {
  id: number;
  contactId: number;
  name: string;
  kind: AskKind;
  jobId: number | null;
  what: string | null;
  askedOn: IsoDay;
  /** What the program had said of it on that day. */
  verdict: Verdict;
  outcome: AskOutcome | null;
  outcomeOn: IsoDay | null;
  nudgedOn: IsoDay | null;
}

export const STAGES = ['lead', 'applied', 'interviewing', 'offer', 'accepted', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** My profile against the role. */
export const FITS = ['strong', 'even', 'stretch'] as const;
export type Fit = (typeof FITS)[number];

export interface Job {
  id: number;
  company: string;
  title: string | null;
  link: string | null;
  place: string | null;
  pay: string | null;
  source: string | null;
  stage: Stage;
  closedReason: string | null;
  deadlineOn: IsoDay | null;
  hiringManager: number | null;
  fit: Fit;
  /** The company is known to pay for a referral. */
  bonusKnown: boolean;
  notes: string | null;
  addedOn: IsoDay;
  /** The last move, or the last word that it still stands where it stood. */
  stirredOn: IsoDay;
}

/** How well two contacts know each other, on the scale of the levels; null when nobody said. */
export type How = 1 | 2 | 3 | 4 | 5 | null;

/** What gates rest on and depth cannot make up for; null when nobody said. */
export interface GateFacts {
  goalToldOn: IsoDay | null;
  seenWork: boolean | null;
  /** A referral of theirs went badly once. */
  burned: boolean;
}

/** An introduction made for me, and how far I took it: thank, meet, tell the introducer how it went. */
export interface Introduction {
  actId: number;
  /** Who introduced. */
  contactId: number;
  name: string;
  day: IsoDay;
  what: string | null;
  introduced: number | null;
  introducedName: string | null;
  thankedOn: IsoDay | null;
  metOn: IsoDay | null;
  toldOn: IsoDay | null;
}

// ── work ──────────────────────────────────────────────────────────────────────────────────────────

export const BUCKETS = ['deepen', 'meet', 'apply', 'prepare', 'review'] as const;
export type Bucket = (typeof BUCKETS)[number];

export const QUADRANTS = [1, 2, 3, 4] as const;
export type Quadrant = (typeof QUADRANTS)[number];

export const TASK_STATES = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface Task {
  id: number;
  title: string;
  bucket: Bucket;
  /** Estimated effort in minutes. */
  minutes: number;
  dueOn: IsoDay | null;
  snoozedUntil: IsoDay | null;
  /** The contact whose move it is; such a task waits and is not planned. */
  waitingFor: number | null;
  contactId: number | null;
  eventId: number | null;
  promiseId: number | null;
  jobId: number | null;
  part: Part | null;
  /** 0 to 1, given by hand; null means the model decides. */
  importance: number | null;
  urgency: number | null;
  /** Comes back this many days after it was done. */
  repeatDays: number | null;
  notes: string | null;
  state: TaskState;
  createdOn: IsoDay;
  closedOn: IsoDay | null;
  minutesSpent: number | null;
}

export const PARTS = [
  'resume',
  'profile',
  'pitch',
  'targets',
  'references',
  'stories',
  'clothes',
  'portfolio',
  'salary',
  'practice',
] as const;
export type Part = (typeof PARTS)[number];

export const PART_STATES = ['missing', 'rough', 'ready'] as const;
export type PartState = (typeof PART_STATES)[number];

export interface Preparation {
  part: Part;
  state: PartState;
  touchedOn: IsoDay | null;
  notes: string | null;
}

export const EVENT_KINDS = ['interview', 'coffee', 'meeting', 'call', 'video', 'event'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_STATES = ['planned', 'done', 'cancelled'] as const;
export type EventState = (typeof EVENT_STATES)[number];

export interface Event {
  id: number;
  title: string;
  kind: EventKind;
  startOn: IsoDay;
  /** `HH:MM`, or null for an all-day event. */
  startTime: string | null;
  endOn: IsoDay | null;
  endTime: string | null;
  place: string | null;
  purpose: string | null;
  outcome: string | null;
  notes: string | null;
  state: EventState;
  people: number[];
}

/** A task with what it serves: the facts that its importance is derived from. */
export interface ServingTask extends Task {
  contactName: string | null;
  contactCompany: string | null;
  contactRole: string | null;
  contactPurpose: string | null;
  contactRelevance: Relevance | null;
  contactLevel: Level | null;
  contactMetOn: IsoDay | null;
  contactFollowedUpOn: IsoDay | null;
  waitingForName: string | null;
  eventTitle: string | null;
  eventKind: EventKind | null;
  eventStartOn: IsoDay | null;
  eventState: EventState | null;
  promiseBy: Side | null;
  promiseState: PromiseState | null;
  promiseTo: string | null;
  jobCompany: string | null;
  jobTitle: string | null;
  jobStage: Stage | null;
  partState: PartState | null;
}

// ── the weekly review ─────────────────────────────────────────────────────────────────────────────

/** In the order in which they are asked. */
export const REVIEW_STEPS = ['outcome', 'straggler', 'tie', 'part', 'commitment'] as const;
export type ReviewStep = (typeof REVIEW_STEPS)[number];

export interface ReviewAnswer {
  step: ReviewStep;
  /** What was asked about: the number of a commitment, task or contact; a part; or the place of a commitment, from 1. */
  thing: string;
  answer: string;
}

export const STRAGGLER_ANSWERS = ['keep', 'do first', 'schedule', 'snooze', 'drop'] as const;
export type StragglerAnswer = (typeof STRAGGLER_ANSWERS)[number];

export const COMMITMENT_OUTCOMES = ['done', 'not-done'] as const;
export type CommitmentOutcome = (typeof COMMITMENT_OUTCOMES)[number];

/** "When Monday begins, then I say the pitch aloud." */
export interface Commitment {
  id: number;
  /** The first day of the week it is for. */
  weekOn: IsoDay;
  /** 1 to 3. */
  place: number;
  whenPart: string;
  thenPart: string;
  /** The task that stands for it. */
  taskId: number | null;
  taskState: TaskState | null;
  madeOn: IsoDay;
  /** Null until the next review asks how it went. */
  outcome: CommitmentOutcome | null;
  outcomeOn: IsoDay | null;
}

// ── history ───────────────────────────────────────────────────────────────────────────────────────

export const ENTRY_KINDS = ['command', 'undo', 'redo'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One command that changed something. */
export interface Entry {
  id: number;
  /** In UTC. */
  at: string;
  /** The user's own day then. */
  day: IsoDay;
  kind: EntryKind;
  /** As it can be typed again. */
  typed: string;
  /** What changed, in a line. */
  what: string;
  /** What an undo or redo took back. */
  undoes: number | null;
  /** What took this back, while that holds. */
  undoneBy: number | null;
  /** How much of it an undo or redo had to leave as it was. */
  leftOver: number;
}

export type RowValues = Record<string, string | number | null>;

/** A row is known by its table and its key, which is a JSON array where it has several columns. */
export interface RowId {
  table: string;
  key: string | number;
}

/** What one entry did to one row. */
export interface Change extends RowId {
  /** Null where the row was added. */
  before: RowValues | null;
  /** Null where the row was removed. */
  after: RowValues | null;
  /** What the row is a part of; itself where it is a thing of its own. */
  owner: RowId;
  /** What that is called; null when it is not there. */
  name: string | null;
  /** The names of those it is about. */
  people: string[];
}

/** What `find` looks through; a part is one of the preparation. */
export const FOUND_KINDS = [
  'contact',
  'interaction',
  'promise',
  'ask',
  'act',
  'task',
  'event',
  'job',
  'part',
  'commitment',
  'setting',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** Something that was written down, with its texts by what they are called; the one for `name` may be in the title. */
export interface WrittenDown {
  kind: FoundKind;
  id: number;
  day: IsoDay | null;
  state: string;
  /** Whose doing it is; null where that is no question. */
  by: 'me' | 'them' | null;
  /** Whom it is about. */
  contactId: number | null;
  people: string | null;
  texts: Record<string, string | null>;
}
