/** Asks that were made: how long they wait, what came of them, and the own share of yes. */
import type { ActKind, AskKind, AskMade, AskOutcome, IsoDay, Verdict } from '../model';
import type { MissingReason } from '../rules/ask-reasons';
import type { YesRate } from '../rules/asks';
import { dayWithWeekday, shortDay } from '../rules/day-words';
import { givenName } from '../rules/names';
import type { AskWait } from '../rules/unanswered';
import {
  type AskPerson,
  askWords,
  jobWords,
  missingText,
  readyLines,
  VERDICT_WORDS,
  type WaitingAsk,
  waitWords,
} from './ask-words';
import { seenToLine } from './log';
import { bad, count, dim, gap, good, heading, line, type Span, type Text, type View, warn } from './view';

interface OpenTask {
  id: number;
  title: string;
}

export interface RecordedAsk extends AskPerson {
  ask: AskMade;
  missing: MissingReason[];
}

export interface AskRecord {
  /** The latest first; one without an outcome says how it waits. */
  asks: (AskMade | WaitingAsk)[];
  /** Settled longer ago than the list goes back. */
  hidden: number;
  yesRates: Record<Verdict, YesRate> | null;
}

// ── still open ────────────────────────────────────────────────────────────────────────────────────

/** How many open asks an overview shows. */
const SHOWN = 5;

/** Those that want something done come first. */
export function unansweredBlocks(asks: readonly WaitingAsk[], today: IsoDay): View {
  const order: AskWait[] = ['nudge', 'silence', 'waiting', 'resting'];
  const sorted = asks.toSorted((a, b) => order.indexOf(a.wait) - order.indexOf(b.wait));
  const hidden = asks.length - SHOWN;
  return [
    heading('NOT ANSWERED YET'),
    {
      kind: 'columns',
      columns: [{}, { most: 34 }, { flex: true }],
      rows: sorted
        .slice(0, SHOWN)
        .map((ask) => [`#${ask.id}`, `${ask.name}: ${askWords(ask)}`, waitWords(ask, today)]),
      indent: 2,
    },
    ...(hidden > 0 ? [line(dim(`${hidden} more: jobsearch ask list`), 2)] : []),
  ];
}

// ── after a change ────────────────────────────────────────────────────────────────────────────────

/** `asking` are open tasks that this may have seen to. */
export function recordedView(facts: RecordedAsk, asking: OpenTask[], today: IsoDay): View {
  const { ask, missing, job } = facts;
  const who = givenName(ask.name);
  const larger = facts.readyNow && ask.verdict !== 'ready' && facts.readyNow.kind !== ask.kind;
  return [
    line([
      good(`Recorded ask #${ask.id}`),
      `: ${ask.name}, ${askWords(ask)}, ${dayWithWeekday(ask.askedOn, today)}`,
      job && ask.jobId === job.id ? `, ${jobWords(job)}` : '',
    ]),
    line(
      ask.verdict === 'ready'
        ? `All that it takes was there.`
        : `Noted with it: ${VERDICT_WORDS[ask.verdict]}, ${missingText(missing, 2, who, today)}.`,
    ),
    line(dim(`When ${who} answers: jobsearch ask outcome ${ask.id} yes, no or silence`)),
    ...asking.map(seenToLine),
    ...(larger ? [gap, ...readyLines(facts)] : []),
  ];
}

export function outcomeView(
  ask: AskMade,
  before: AskOutcome | null,
  asking: OpenTask[],
  today: IsoDay,
): View {
  const changed = before !== null && before !== ask.outcome ? ` (was ${before})` : '';
  return [
    line([
      good(`Ask #${ask.id}`),
      `: ${ask.name}, ${askWords(ask)}: ${ask.outcome}, ${dayWithWeekday(ask.outcomeOn!, today)}${changed}`,
    ]),
    line(dim(AFTERWARDS[ask.outcome!](ask))),
    ...asking.map(seenToLine),
  ];
}

const AFTERWARDS: Record<AskOutcome, (ask: AskMade) => string> = {
  yes: ({ contactId, kind, name }) =>
    `Thank ${givenName(name)}. Once it is done: jobsearch log ${contactId}${GOT[kind] ? ` --got ${GOT[kind]}` : ''}`,
  no: ({ contactId, name }) => `What else is ready with ${givenName(name)}: jobsearch ask ${contactId}`,
  silence: ({ contactId, name }) => `What is ready with ${givenName(name)}: jobsearch ask ${contactId}`,
};

/** What such a favour is called among the acts; nothing for what is a conversation and no favour. */
const GOT: Partial<Record<AskKind, ActKind>> = {
  advice: 'advice',
  leads: 'lead',
  'peer-intro': 'introduction',
  recommendation: 'recommendation',
  referral: 'referral',
  reference: 'reference',
  'manager-intro': 'introduction',
  vouching: 'vouching',
};

export function nudgedView(ask: AskMade, today: IsoDay): View {
  return [
    line([
      good(`Ask #${ask.id}`),
      `: ${ask.name} was nudged on ${dayWithWeekday(ask.nudgedOn!, today)}. It rests now.`,
    ]),
  ];
}

// ── the record ────────────────────────────────────────────────────────────────────────────────────

export function askListView({ asks, hidden, yesRates }: AskRecord, today: IsoDay): View {
  const more = hidden > 0 ? [line(dim(`${count(hidden, 'older one')}: jobsearch ask list --all`))] : [];
  if (asks.length === 0) {
    return [
      line(hidden > 0 ? 'No asks lately.' : 'No asks recorded yet.'),
      ...more,
      line(dim('Whom to ask for what: jobsearch ask')),
    ];
  }
  const open = asks.find(({ outcome }) => outcome === null);
  const answers = open ? [line(dim(`Answered? jobsearch ask outcome ${open.id} yes, no or silence`))] : [];
  return [
    {
      kind: 'columns',
      columns: [{ align: 'right' }, { most: 18 }, { flex: true }, {}, {}, { most: 26 }],
      head: ['', 'who', 'what', 'asked', 'then', 'now'],
      rows: asks.map((ask) => [
        `#${ask.id}`,
        ask.name,
        askWords(ask),
        shortDay(ask.askedOn, today),
        VERDICT_WORDS[ask.verdict],
        nowWords(ask, today),
      ]),
    },
    ...(more.length + answers.length + (yesRates ? 1 : 0) > 0 ? [gap] : []),
    ...yesRateLines(yesRates),
    ...more,
    ...answers,
  ];
}

const OUTCOMES: Record<AskOutcome, (text: string) => Span> = { yes: good, no: bad, silence: dim };

function nowWords(ask: AskMade | WaitingAsk, today: IsoDay): Text {
  if (ask.outcome !== null) {
    return [OUTCOMES[ask.outcome](ask.outcome), `, ${shortDay(ask.outcomeOn!, today)}`];
  }
  const { wait, nudgedOn } = ask as WaitingAsk;
  switch (wait) {
    case 'waiting':
      return dim('open');
    case 'nudge':
      return warn('open: nudge once');
    case 'resting':
      return dim(`open, nudged ${shortDay(nudgedOn!, today)}`);
    case 'silence':
      return dim('open: silence?');
  }
}

/** Counts of one's own, by what was said of the ask on its day; nothing before there are enough. */
export function yesRateLines(rates: Record<Verdict, YesRate> | null): View {
  if (rates === null) return [];
  const parts = (['ready', 'almost', 'not-yet'] as const)
    .filter((verdict) => rates[verdict].asked > 0)
    .map((verdict) => `${rates[verdict].yes} of ${rates[verdict].asked} when ${VERDICT_WORDS[verdict]}`);
  return [line([dim('Your own yes so far: '), parts.join(' · ')])];
}
