/** The words in which the sample search is told. Days count from today: -3 is three days ago, 5 in five days. */
import type { ActKind, Bucket, Channel, EventKind, Part, Relevance, Side, TouchKind } from '../../model';

export interface Person {
  /** What the rest of the story calls them. */
  key: string;
  name: string;
  company?: string;
  role?: string;
  howMet?: string;
  introducedBy?: string;
  purpose?: string;
  relevance?: Relevance;
  closeness?: number;
  notes?: string;
  isParked?: true;
  /** The day they were connected on LinkedIn. */
  connected?: number;
  /** The day they were written down; the first day of the search, or of their history, when missing. */
  added?: number;
  email?: string;
  phone?: string;
  link?: string;
  tags?: string[];
  talks?: Talk[];
}

export interface Talk {
  day: number;
  channel: Channel;
  kinds: TouchKind[];
  minutes: number;
  about: string;
  came: Came[];
  /** Others who took part. */
  with?: string[];
}

export type Came = Deed | Vow;

interface Deed {
  is: 'act';
  by: Side;
  kind: ActKind;
  asked: boolean;
  what: string;
}

export interface Vow {
  is: 'promise';
  by: Side;
  what: string;
  due: number;
  ended?: ['kept' | 'broken' | 'released', number];
  /** An open promise of mine has its task, under this title. */
  task?: string;
}

export interface Happening {
  key: string;
  title: string;
  kind: EventKind;
  day: number;
  /** It may fall on a weekend. */
  anyDay?: true;
  at?: string;
  minutes?: number;
  lastDay?: number;
  place?: string;
  purpose?: string;
  people?: string[];
  outcome?: string;
  notes?: string;
  /** A past event that is done is logged too, with what was talked about. */
  state: 'planned' | 'done' | 'cancelled';
}

export interface Chore {
  title: string;
  bucket: Bucket;
  minutes: number;
  created: number;
  due?: number;
  snoozed?: number;
  repeatDays?: number;
  contact?: string;
  waitingFor?: string;
  event?: string;
  job?: string;
  part?: Part;
  importance?: number;
  notes?: string;
  /** The day it was done, and the minutes that it took. */
  done?: [number, number];
  dropped?: number;
}

// ── conversations ─────────────────────────────────────────────────────────────────────────────────

type Spoken = (day: number, minutes: number, about: string, came?: Came[]) => Talk;
type Written = (day: number, about: string, came?: Came[]) => Talk;

const spoken =
  (channel: Channel): Spoken =>
  (day, minutes, about, came = []) => ({ day, channel, kinds: ['live'], minutes, about, came });

const written =
  (channel: 'email' | 'message', ...kinds: TouchKind[]): Written =>
  (day, about, came = []) => ({ day, channel, kinds, minutes: channel === 'email' ? 10 : 5, about, came });

export const coffee = spoken('coffee');
export const call = spoken('call');
export const video = spoken('video');
export const meeting = spoken('meeting');
export const mailed = written('email', 'out');
export const gotMail = written('email', 'in');
export const mails = written('email', 'out', 'in');
export const messaged = written('message', 'out');
export const gotMessage = written('message', 'in');
export const messages = written('message', 'out', 'in');

// ── what came of them ─────────────────────────────────────────────────────────────────────────────

const act =
  (by: Side, asked: boolean) =>
  (kind: ActKind, what: string): Deed => ({ is: 'act', by, kind, asked, what });

export const got = act('them', true);
export const gotUnasked = act('them', false);
export const gave = act('me', true);

type Pledging = (what: string, due: number, rest?: Pick<Vow, 'ended' | 'task'>) => Vow;

const promise =
  (by: Side): Pledging =>
  (what, due, rest = {}) => ({ is: 'promise', by, what, due, ...rest });

export const promised = promise('me');
export const theyPromised = promise('them');
