/** What a sentence about a conversation was understood to say, and what was doubtful in it. */
import type { AskKind, Channel, Direction, IsoDay, Side } from '../../model';
import type { Toward } from '../written-dates';

/** Places in the sentence, in characters; the end is not part of it. */
export interface Span {
  start: number;
  end: number;
}

/** The words that something was read from, and every place they stand in. */
export interface Source {
  words: string;
  spans: Span[];
}

export interface PersonRead extends Source {
  /** Null for somebody new. */
  id: number | null;
  name: string;
}

/** `with` is the place of the other side among the people. */
export interface PromiseRead extends Source {
  by: Side;
  what: string;
  dueOn: IsoDay | null;
  with: number;
}

export interface ActRead extends Source {
  by: Side;
  what: string;
  asked: boolean;
  /** Nobody said whether it was. */
  assumed: boolean;
  with: number;
  /** Of an introduction: who. Null for somebody unknown whom the sentence alone names; an option may add them. */
  whom: { id: number | null; name: string } | null;
}

export interface NextRead extends Source {
  what: string;
  on: IsoDay | null;
  /** The place of whom it is about among the people. */
  with: number;
}

/** To what I had asked for on a day before. */
export interface AnswerRead extends Source {
  outcome: 'yes' | 'no';
  with: number;
  kind: AskKind;
  askedOn: IsoDay;
}

/** `happened`: whether it took place at all, and as one conversation. */
export const DOUBTS = [
  'people',
  'happened',
  'channel',
  'direction',
  'day',
  'minutes',
  'promise',
  'act',
  'next',
  'answer',
] as const;

export interface Doubt {
  about: (typeof DOUBTS)[number];
  /** Of a promise or an act: whose. */
  by?: Side;
  words: string;
  span: Span;
  why: string;
  /** How to say it so that it is plain. */
  say: string;
  /** What could stand in its place, where that settles it. */
  instead: { label: string; put: string }[];
  /** Somebody unknown could be added under this name. */
  add?: string;
  /** Without an answer there is nothing to write down, or it would be untrue. */
  blocks: boolean;
}

export interface Reading {
  sentence: string;
  people: PersonRead[];
  channel: (Source & { channel: Channel }) | null;
  direction: Direction | null;
  day: (Source & { day: IsoDay }) | null;
  minutes: (Source & { minutes: number }) | null;
  promises: PromiseRead[];
  acts: ActRead[];
  next: NextRead | null;
  answered: AnswerRead | null;
  /** The rest of the sentence, word for word; null when nothing is left. */
  about: string | null;
  doubts: Doubt[];
}

export interface KnownPerson {
  id: number;
  name: string;
  company: string | null;
  /** What they are found by besides: e-mail addresses. */
  addresses: string[];
}

export type DayRead = { day: IsoDay } | { problem: string; instead: IsoDay[] };

export interface Surroundings {
  today: IsoDay;
  /** At least everybody who shares a word with the sentence. */
  people: KnownPerson[];
  /** Names that are spelt almost like this one. */
  near(name: string): string[];
  /** `since`: told of from that day, when it is not today. */
  readDay(phrase: string, toward: Toward, since?: IsoDay): Promise<DayRead>;
  /** What I asked of them and waits for an answer, the longest ago first. */
  asks: { contactId: number; kind: AskKind; askedOn: IsoDay }[];
  /** Names that may be new people; `all` for whoever is unknown. */
  fresh: 'all' | string[];
}
