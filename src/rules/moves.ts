/** Who moved up or down the ladder in a week, and the one piece of evidence that tipped it. */
import type {
  ActKind,
  Channel,
  DatedEvidence,
  IsoDay,
  Level,
  LoggedAct,
  LoggedPromise,
  Side,
  Touch,
  TouchKind,
} from '../model';
import { GATES, REPLY_DAYS } from './constants';
import { daysBetween } from './dates';
import { levelOf } from './depth';
import { countersOf } from './evidence';
import type { Week } from './week';

export interface Move {
  before: Level;
  after: Level;
  by: Tip;
}

export type Tip =
  | { kind: 'touch'; day: IsoDay; touch: TouchKind; channel: Channel | null; answer: boolean }
  | { kind: 'act'; day: IsoDay; by: Side; act: ActKind }
  | { kind: 'promise'; day: IsoDay; state: LoggedPromise['state']; what: string };

interface Piece {
  day: IsoDay;
  touch?: Touch;
  act?: LoggedAct;
  promise?: LoggedPromise;
}

/** What I sent comes before what came back on the same day: it is the answer that counts. */
const ORDER: readonly TouchKind[] = ['out', 'group', 'in', 'live'];

/**
 * The most that any level asks of talks; beyond it only acts and promises lead. Who had as much, some of it substantive,
 * is moved by no other talk.
 */
export const TALKS_REACH = {
  exchangeDays: mostAsked('exchangeDays'),
  spanDays: mostAsked('spanDays'),
  replyDays: REPLY_DAYS,
};

function mostAsked(of: 'exchangeDays' | 'spanDays'): number {
  return Math.max(...GATES.flat().map(({ what, need }) => (what === of ? need : 0)));
}

/** Nothing when the level is the same on the evening before the week and at its end. */
export function moveOf(
  evidence: DatedEvidence,
  week: Week,
  channels: { day: IsoDay; kind: TouchKind; channel: Channel }[],
): Move | undefined {
  const start = evidenceOf(evidence, (day) => day < week.from);
  const before = levelWith(start);
  const after = levelWith(evidenceOf(evidence, (day) => day <= week.to));
  if (after === before) return undefined;
  const pieces = piecesOf(evidence, week);
  let known = start;
  const steps = pieces.map((piece) => {
    known = withPiece(known, piece);
    return { piece, level: levelWith(known) };
  });
  // What it passed beyond `after` and lost again within the week made no difference.
  const isThere = (level: Level) => (after > before ? level >= after : level <= after);
  const tip = steps.findLast(
    ({ level }, at) => isThere(level) && !isThere(at === 0 ? before : steps[at - 1]!.level),
  )!;
  return { before, after, by: tipOf(tip.piece, evidence, channels) };
}

/** As deriveTie has it, which derives much beside. */
function levelWith(evidence: DatedEvidence): Level {
  return levelOf(countersOf(evidence), evidence.closeness);
}

/** A promise that was closed on another day was still open then, and an open one proves nothing. */
function evidenceOf(evidence: DatedEvidence, isThen: (day: IsoDay) => boolean): DatedEvidence {
  return {
    ...evidence,
    touches: evidence.touches.filter(({ day }) => isThen(day)),
    acts: evidence.acts.filter(({ day }) => isThen(day)),
    promises: evidence.promises.filter(({ closedOn }) => closedOn !== null && isThen(closedOn)),
  };
}

function piecesOf({ touches, acts, promises }: DatedEvidence, { from, to }: Week): Piece[] {
  const pieces: Piece[] = [
    ...[...touches]
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
      .map((touch) => ({ day: touch.day, touch })),
    ...acts.map((act) => ({ day: act.day, act })),
    ...promises.flatMap((promise) => (promise.closedOn === null ? [] : [{ day: promise.closedOn, promise }])),
  ];
  // The sort keeps the order of equals: touches, acts, promises.
  return pieces
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

function withPiece(evidence: DatedEvidence, { touch, act, promise }: Piece): DatedEvidence {
  return {
    ...evidence,
    touches: touch ? [...evidence.touches, touch] : evidence.touches,
    acts: act ? [...evidence.acts, act] : evidence.acts,
    promises: promise ? [...evidence.promises, promise] : evidence.promises,
  };
}

function tipOf(
  { day, touch, act, promise }: Piece,
  { touches }: DatedEvidence,
  channels: { day: IsoDay; kind: TouchKind; channel: Channel }[],
): Tip {
  if (act) return { kind: 'act', day, by: act.by, act: act.kind };
  if (promise) return { kind: 'promise', day, state: promise.state, what: promise.what };
  const { kind } = touch!;
  const channel = channels.find((one) => one.day === day && one.kind === kind)?.channel ?? null;
  const isAfterMine = (other: Touch) =>
    other.kind === 'out' && other.day <= day && daysBetween(other.day, day) <= REPLY_DAYS;
  return { kind: 'touch', day, touch: kind, channel, answer: kind === 'in' && touches.some(isAfterMine) };
}
