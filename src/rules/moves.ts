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
import { REPLY_DAYS } from './constants';
import { daysBetween } from './dates';
import { SPANS } from './spans';
import { deriveTie } from './tie';
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

/** Nothing when the level is the same on the evening before the week and at its end. */
export function moveOf(
  evidence: DatedEvidence,
  week: Week,
  channels: { day: IsoDay; kind: TouchKind; channel: Channel }[],
): Move | undefined {
  const start = evidenceBefore(evidence, week.from);
  const pieces = piecesOf(evidence, week);
  const before = deriveTie(start, SPANS).level;
  const after = deriveTie(pieces.reduce(withPiece, start), SPANS).level;
  if (after === before) return undefined;
  let known = start;
  const steps = pieces.map((piece) => {
    known = withPiece(known, piece);
    return { piece, level: deriveTie(known, SPANS).level };
  });
  // What it passed beyond `after` and lost again within the week made no difference.
  const isThere = (level: Level) => (after > before ? level >= after : level <= after);
  const tip = steps.findLast(
    ({ level }, at) => isThere(level) && !isThere(at === 0 ? before : steps[at - 1]!.level),
  )!;
  return { before, after, by: tipOf(tip.piece, evidence, channels) };
}

/** A promise that was closed later was still open then, and an open one proves nothing. */
function evidenceBefore(evidence: DatedEvidence, day: IsoDay): DatedEvidence {
  return {
    ...evidence,
    touches: evidence.touches.filter((touch) => touch.day < day),
    acts: evidence.acts.filter((act) => act.day < day),
    promises: evidence.promises.filter(({ closedOn }) => closedOn !== null && closedOn < day),
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
