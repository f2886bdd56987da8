/** The day: which tasks, and how many minutes of each, in the time there is. */
import type { IsoDay, Quadrant } from '../model';
import { CHUNK_MINUTES, EMERGENCY_MINUTES, LEAST_NEED_MINUTES, Q2_SHARE, Q3_SHARE } from './constants';
import { minutesNeeded } from './pace';
import { quadrantOf } from './quadrants';

export interface PlanTask {
  id: number;
  /** As estimated; the plan reckons with the user's own pace. */
  minutes: number;
  urgency: number;
  importance: number;
  dueOn: IsoDay | null;
}

export interface PlanItem {
  id: number;
  quadrant: Quadrant;
  /** Planned for this day, in real minutes. */
  minutes: number;
  /** Some of the task is left for another day, and enough to be a task of its own. */
  partial: boolean;
}

export interface DayPlan {
  /** In the order of the day: the protected block, the urgent, more of the important, the small change. */
  items: PlanItem[];
  q2Minutes: number;
  total: number;
  /** Tasks without any time today, most pressing first. */
  leftOut: Record<Quadrant, number[]>;
  /** Important, due today or earlier, and more than what fits: to renegotiate or to drop. */
  overload: number[];
}

interface Candidate extends PlanTask {
  quadrant: Quadrant;
  need: number;
}

/** Minutes that only the important but not urgent may use. An emergency shrinks them, never to nothing. */
export function protectedMinutes(free: number, emergency = false, share = Q2_SHARE): number {
  if (free < CHUNK_MINUTES) return 0;
  return emergency ? EMERGENCY_MINUTES : Math.max(CHUNK_MINUTES, Math.floor(share * free));
}

export function planDay(input: {
  tasks: PlanTask[];
  /** Free minutes, after fixed appointments. */
  minutes: number;
  pace: number;
  today: IsoDay;
  emergency?: boolean;
  /** Of the free minutes, 0 to 1: kept for the important but not urgent, and the most for the urgent but unimportant. */
  shares?: { important: number; urgent: number };
}): DayPlan {
  const shares = input.shares ?? { important: Q2_SHARE, urgent: Q3_SHARE };
  const free = Math.max(0, Math.floor(input.minutes));
  const squares = rankSquares(input.tasks, input.pace);
  // A map keeps the order of first insertion, which is the order of the day; later pieces merge into the first.
  const planned = new Map<Candidate, number>();
  const left = () => free - sum([...planned.values()]);

  fill(planned, squares[2], protectedMinutes(free, input.emergency, shares.important));
  fill(planned, squares[1], left());
  fill(planned, squares[2], left());
  fill(planned, squares[3], Math.min(Math.floor(shares.urgent * free), left()));

  // A rest shorter than the shortest task is nothing to come back for, and estimates are no closer than that.
  const fits = (task: Candidate) => task.need - (planned.get(task) ?? 0) < LEAST_NEED_MINUTES;
  const leftOut = (quadrant: Quadrant) => idsOf(squares[quadrant].filter((task) => !planned.has(task)));
  return {
    items: [...planned].map(([task, minutes]) => {
      return { id: task.id, quadrant: task.quadrant, minutes, partial: !fits(task) };
    }),
    q2Minutes: sum(squares[2].map((task) => planned.get(task) ?? 0)),
    total: free - left(),
    leftOut: { 1: leftOut(1), 2: leftOut(2), 3: leftOut(3), 4: leftOut(4) },
    overload: idsOf(
      squares[1].filter((task) => task.dueOn !== null && task.dueOn <= input.today && !fits(task)),
    ),
  };
}

/** Gives the room to the candidates in their order; what does not fit is passed over for what does. */
function fill(planned: Map<Candidate, number>, candidates: Candidate[], room: number): void {
  let left = room;
  for (const task of candidates) {
    const before = planned.get(task) ?? 0;
    const piece = pieceOf(task.need, before, left);
    if (piece > 0) planned.set(task, before + piece);
    left -= piece;
  }
}

/** A day gives a task all that it needs, or at least one undisturbed chunk of it, whatever its quadrant. */
function pieceOf(need: number, before: number, room: number): number {
  const piece = Math.min(need - before, room);
  return before + piece === need || before + piece >= CHUNK_MINUTES ? piece : 0;
}

function rankSquares(tasks: PlanTask[], pace: number): Record<Quadrant, Candidate[]> {
  const candidates = tasks.map(({ id, minutes, urgency, importance, dueOn }) => ({
    id,
    minutes,
    urgency,
    importance,
    dueOn,
    quadrant: quadrantOf(urgency, importance),
    need: minutesNeeded(minutes, pace),
  }));
  const ranked = (quadrant: Quadrant, order: (a: Candidate, b: Candidate) => number) =>
    candidates.filter((candidate) => candidate.quadrant === quadrant).sort(order);
  return {
    1: ranked(1, byUrgency),
    2: ranked(2, byImportance),
    3: ranked(3, byUrgency),
    4: ranked(4, byImportance),
  };
}

function byImportance(a: PlanTask, b: PlanTask): number {
  return b.importance - a.importance || b.urgency - a.urgency || byDueDay(a, b) || a.id - b.id;
}

function byUrgency(a: PlanTask, b: PlanTask): number {
  return b.urgency - a.urgency || b.importance - a.importance || byDueDay(a, b) || a.id - b.id;
}

/** The earliest first, those without a due day last. */
function byDueDay(a: PlanTask, b: PlanTask): number {
  if (a.dueOn === b.dueOn) return 0;
  if (a.dueOn === null || b.dueOn === null) return a.dueOn === null ? 1 : -1;
  return a.dueOn < b.dueOn ? -1 : 1;
}

function idsOf(tasks: Candidate[]): number[] {
  return tasks.map(({ id }) => id);
}

function sum(minutes: number[]): number {
  return minutes.reduce((total, each) => total + each, 0);
}
