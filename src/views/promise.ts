/** Promises in both directions: what is owed, what is waited for, and what an ended one did to the tie. */
import type { Channel, Counters, IsoDay, OpenPromise, PromiseState, Tie } from '../model';
import { dayWithWeekday, dayWords, shortDay } from '../rules/day-words';
import { waitingStateOf } from '../rules/promises';
import type { Standing } from '../rules/standing';
import { dueWords } from './task';
import { levelWords } from './ties';
import { count, dim, gap, heading, line, type Text, title, type View, warn } from './view';

export interface PromiseFacts extends OpenPromise {
  state: PromiseState;
  madeOn: IsoDay;
  closedOn: IsoDay | null;
  nudgedOn: IsoDay | null;
  channel: Channel | null;
  /** The conversation it was made in. */
  interactionId?: number | null;
  taskId: number | null;
}

export type KeptFacts = Pick<Counters, 'promisesKept' | 'promisesLate' | 'promisesBroken'>;

export interface PromiseListFacts {
  /** Null for a side that was not asked for. */
  mine: PromiseFacts[] | null;
  theirs: PromiseFacts[] | null;
  /** Empty unless the ended ones were asked for. */
  closed: PromiseFacts[];
  kept: KeptFacts;
  keptWith: (KeptFacts & { contactId: number; name: string })[];
}

/** "you kept 5 of 6 promises, 1 late"; empty before the first one ended. */
export function keptWords({ promisesKept, promisesLate, promisesBroken }: KeptFacts): string {
  const closed = promisesKept + promisesLate + promisesBroken;
  if (closed === 0) return '';
  return `you kept ${promisesKept + promisesLate} of ${count(closed, 'promise')}${promisesLate > 0 ? `, ${promisesLate} late` : ''}`;
}

// ── the list ──────────────────────────────────────────────────────────────────────────────────────

export function promiseListView(
  facts: PromiseListFacts,
  { all, hasEnded }: { all: boolean; hasEnded: boolean },
  today: IsoDay,
): View {
  const { mine, theirs, closed, kept } = facts;
  const view: View = [title('Promises', keptWords(kept))];
  if (mine) {
    view.push(gap, heading('You promised'));
    view.push(...(mine.length > 0 ? [columnsOf(mine, today)] : [line('Nothing is open.', 2)]));
  }
  if (theirs) {
    view.push(gap, heading('You wait for'));
    view.push(...(theirs.length > 0 ? [columnsOf(theirs, today)] : [line('Nothing is open.', 2)]));
  }
  if (closed.length > 0) view.push(gap, heading('Ended'), columnsOf(closed, today));
  if (all && mine && facts.keptWith.length > 0)
    view.push(gap, heading('With each of them'), ratesOf(facts.keptWith));
  const [first] = [...(mine ?? []), ...(theirs ?? [])];
  const hints = [
    first
      ? `Kept: jobsearch promise kept ${first.id}`
      : 'Add one: jobsearch promise add ana "the deck" --by fri',
    all || !hasEnded ? '' : 'Those that ended, too: jobsearch promise list --all',
  ];
  return [...view, gap, ...hints.filter(Boolean).map((hint) => line(dim(hint)))];
}

function columnsOf(promises: PromiseFacts[], today: IsoDay): View[number] {
  return {
    kind: 'columns',
    columns: [{ align: 'right' }, { flex: true }, { most: 40 }],
    rows: promises.map((one) => [
      `#${one.id}`,
      one.what,
      one.state === 'open' ? openWords(one, today) : endedWords(one, today),
    ]),
    indent: 2,
  };
}

function openWords(promise: PromiseFacts, today: IsoDay): Text {
  const { by, name, taskId } = promise;
  const late = promise.dueOn !== null && promise.dueOn < today;
  const due = promise.dueOn === null ? 'no day named' : dueWords(promise, today);
  if (by === 'me') {
    const task = taskId === null ? '' : ` · task #${taskId}`;
    return [`to ${name}, `, late ? warn(due) : due, dim(`${saidIn(promise, today)}${task}`)];
  }
  return [`${name}, ${due}`, dim(saidIn(promise, today)), waitingWords(promise, today)];
}

/** Gentle: they owe it, but it is theirs to keep. */
export function waitingWords(promise: PromiseFacts, today: IsoDay): string {
  switch (waitingStateOf(promise, today)) {
    case 'nudge':
      return ' · one friendly word would do';
    case 'rest':
      return ` · asked after ${dayWords(promise.nudgedOn!, today)}: let it rest`;
    case 'waiting':
      return '';
  }
}

/** When it was said, and over what; a day in brackets beside the due one would be read as due. */
function saidIn({ channel, madeOn }: PromiseFacts, today: IsoDay): string {
  return ` · promised ${shortDay(madeOn, today)}${channel === null ? '' : ` (${channel})`}`;
}

function endedWords(promise: PromiseFacts, today: IsoDay): Text {
  const whose = promise.by === 'me' ? `to ${promise.name}` : promise.name;
  return `${whose}: ${STATE_WORDS[promise.state]} ${shortDay(promise.closedOn!, today)}`;
}

const STATE_WORDS: Record<PromiseState, string> = {
  open: 'open',
  kept: 'kept',
  late: 'kept, late,',
  broken: 'not kept,',
  released: 'released',
};

function ratesOf(rates: PromiseListFacts['keptWith']): View[number] {
  return {
    kind: 'columns',
    columns: [{}, { flex: true }],
    rows: rates.map((one) => [one.name, keptWords(one)]),
    indent: 2,
  };
}

// ── after a change ────────────────────────────────────────────────────────────────────────────────

export function promiseSavedView(verb: 'Noted' | 'Changed', promise: PromiseFacts, today: IsoDay): View {
  const { id, what, by, name, dueOn, taskId } = promise;
  const due = dueOn === null ? ', no day named' : `, by ${dayWithWeekday(dueOn, today)}`;
  const whose = by === 'me' ? `you promised ${name}` : `${name} promised you`;
  return [
    line([
      { text: `${verb} #${id}: `, tone: 'good' },
      `${whose} ${what}${due}${taskId ? ` (task #${taskId})` : ''}.`,
    ]),
    ...(by === 'them' && dueOn === null
      ? [line(dim(`With a day it is asked after once: jobsearch promise edit ${id} --by fri`))]
      : []),
  ];
}

export function promiseNudgedView({ id, what, name }: PromiseFacts, today: IsoDay): View {
  return [
    line(`Noted: you asked ${name} after ${what}, ${dayWithWeekday(today, today)}. It rests now.`),
    line(
      dim(
        `A new day from them: jobsearch promise edit ${id} --by fri · it came: jobsearch promise kept ${id}`,
      ),
    ),
  ];
}

export interface EndedFacts {
  promise: PromiseFacts;
  /** The task that ended with it. */
  taskId: number | null;
  before: Tie & Standing;
  after: Tie & Standing;
}

export function promisesEndedView(ended: EndedFacts[], today: IsoDay): View {
  return ended.flatMap((one, at) => [...(at > 0 ? [gap] : []), ...endedBlocks(one, today)]);
}

function endedBlocks({ promise, taskId, before, after }: EndedFacts, today: IsoDay): View {
  const { id, what, name } = promise;
  const task = taskId === null ? '' : `, and task #${taskId} with it`;
  const whose = promise.by === 'me' ? `to ${name}` : `${name} to you`;
  const tone = promise.state === 'kept' || promise.state === 'late' ? 'good' : 'plain';
  const view: View = [line([{ text: HEADS[promise.state], tone }, ` #${id} ${what}, ${whose}${task}.`])];
  const late = lateWords(promise, today);
  if (late) view.push(line(dim(late)));
  if (promise.by === 'them') return view;
  if (promise.state === 'released') return [...view, line(dim('It counts neither for you nor against you.'))];
  return [...view, { kind: 'facts', rows: [[name, tieWords(before, after)]] }];
}

const HEADS: Record<PromiseState, string> = {
  open: 'Open',
  kept: 'Kept',
  late: 'Kept',
  broken: 'Not kept:',
  released: 'Released',
};

/** Said as it is, and no more. */
function lateWords({ state, dueOn, closedOn }: PromiseFacts, today: IsoDay): string {
  if (state !== 'late') return '';
  return `It was due ${dayWords(dueOn!, today)}, and was kept ${dayWords(closedOn!, today)}: late, but kept.`;
}

/** What it did to the tie: the level before and after, and the count that decides. */
function tieWords(before: Standing, after: Standing): Text {
  const rate = keptWords(after);
  if (after.level !== before.level) {
    const fell = after.level < before.level;
    const half = after.promisesLate > 0 ? ', a late one counts half' : '';
    const needed = fell ? ` (needs 4 of 5${half})` : '';
    return [
      `${levelWords(before)} → `,
      { text: levelWords(after), tone: fell ? 'warn' : 'good' },
      `: ${rate}${needed}`,
    ];
  }
  const same = Math.floor(after.depth) === Math.floor(before.depth);
  return `still ${after.levelName} (${same ? '' : `${Math.floor(before.depth)} → `}${Math.floor(after.depth)}): ${rate}`;
}
