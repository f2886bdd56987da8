/** One ask of one person, against the evidence. It is never the person that is missing something. */

import { type AskMade, type IsoDay, LEVEL_NAMES, type Tie } from '../model';
import { ASKS, type AskGate } from '../rules/ask-kinds';
import { describeReason, describeWhoKnows, type MissingReason } from '../rules/ask-reasons';
import type { AskFacts, AskVerdict } from '../rules/ask-verdict';
import { type ManagerRoute, needsJob } from '../rules/asks';
import { FULL_DEPTH, LEVEL_POINTS } from '../rules/constants';
import { shortDay } from '../rules/day-words';
import { givenName } from '../rules/names';
import type { Standing } from '../rules/standing';
import { findAsked } from '../rules/unanswered';
import {
  type AskPerson,
  aboutLines,
  jobWords,
  readyLines,
  recordWords,
  verdictSpan,
  type WaitingAsk,
  waitWords,
} from './ask-words';
import { levelWords } from './ties';
import { count, dim, gap, good, heading, line, strong, type Text, title, type View } from './view';

export interface OneAsk extends AskPerson, AskVerdict {
  makesSense: boolean;
  route: ManagerRoute | null;
  facts: Omit<AskFacts, 'tie'> & { tie: Tie & Standing };
  goalToldOn: IsoDay | null;
  knowsManager: boolean;
  openAsks: WaitingAsk[];
  /** A yes to this very ask of which nothing has come yet. */
  agreed: AskMade | null;
}

export function oneAskView(one: OneAsk, today: IsoDay): View {
  const who = givenName(one.name);
  const head = `Ask ${one.name} for ${ASKS[one.kind].label}`;
  if (!one.makesSense) {
    return [
      title(head),
      gap,
      line(`${one.name} hires for ${jobWords(one.job!)}: talk to ${who} without a go-between.`),
      gap,
      ...readyLines(one),
    ];
  }
  return [
    title(head, verdictSpan(one.verdict)),
    ...aboutLines(one),
    gap,
    { kind: 'facts', rows: evidenceRows(one, today) },
    gap,
    ...stepLines(one, who, today),
  ];
}

// ── what comes first ──────────────────────────────────────────────────────────────────────────────

function stepLines(one: OneAsk, who: string, today: IsoDay): View {
  const { job, kind, readyNow } = one;
  const asked = findAsked(one.openAsks, kind, job?.id);
  if (asked) {
    return [
      line([strong('Asked already: '), `#${asked.id}, `, ...waitWords(asked, today)]),
      line(dim(`When ${who} answers: jobsearch ask outcome ${asked.id} yes, no or silence`)),
      ...(readyNow ? [gap, ...readyLines(one, 'Ready as well')] : []),
    ];
  }
  if (one.agreed) {
    return [
      line([
        good('Agreed: '),
        `${who} said yes on ${shortDay(one.agreed.outcomeOn!, today)} (ask #${one.agreed.id}).`,
      ]),
      line([strong('Next: '), one.nextStep]),
      line(dim(`Once it is done: jobsearch log ${one.contactId}`)),
      ...(readyNow ? [gap, ...readyLines(one, 'Ready as well')] : []),
    ];
  }
  if (one.verdict === 'ready') {
    const larger = readyNow !== null && readyNow.kind !== kind;
    return [
      line([good('Ready: '), `ask ${who} today.`]),
      line(dim(recordWords(one.contactId, kind, needsJob(kind) && job ? job.id : null)), 2),
      ...(larger ? [gap, ...readyLines(one, 'Ready as well')] : []),
    ];
  }
  const first = firstLines(one, who, today);
  // Where nothing can be asked and no gate is named, the next step has been told.
  const told = readyNow === null && gatesOf(one).length === 0;
  return told ? first : [...first, gap, ...readyLines(one)];
}

/** Each failing gate as one thing to do; where only evidence is missing, the next step towards more of it. */
function firstLines(one: OneAsk, who: string, today: IsoDay): View {
  const { managerName } = one.facts;
  if (one.route?.askWhoKnows) {
    return [
      line(`All but one thing is there: ${who} hardly knows ${managerName ?? 'the hiring manager'}.`),
      line([strong('Instead: '), describeWhoKnows(managerName, who)]),
    ];
  }
  const gates = gatesOf(one);
  if (gates.length === 0) return [line([strong('Next: '), one.nextStep])];
  return [
    heading('What comes first'),
    ...gates.map((reason) => line(`· ${describeReason(reason, who, today)}`, 2)),
  ];
}

function gatesOf({ missing }: OneAsk): MissingReason[] {
  return missing.filter(({ kind }) => kind !== 'evidence' && !RAISING.includes(kind));
}

/** Nothing can be done about these: they stand beside what it takes. */
const RAISING: MissingReason['kind'][] = ['stretch', 'burned'];

// ── the evidence ──────────────────────────────────────────────────────────────────────────────────

function evidenceRows(one: OneAsk, today: IsoDay): [string, Text][] {
  const silence = one.depth - one.effectiveDepth;
  const counts = silence > 0 ? `; counts as ${Math.floor(one.effectiveDepth)} until you hear from them` : '';
  return [
    ['level', `${levelWords(one)}${counts}`],
    ['it takes', `${barWords(one.bar)}${movedWords(one)}`],
    ...missingRows(one, today),
    ...ASKS[one.kind].gates.map((gate) => gateRow(gate, one, today)),
    ...(one.facts.offered.includes(one.kind)
      ? [['offered', 'they offered it themselves'] as [string, Text]]
      : []),
    ...one.openAsks.map((ask): [string, Text] => [
      'open ask',
      [`#${ask.id} ${ASKS[ask.kind].label}, `, ...waitWords(ask, today)],
    ]),
  ];
}

/** On the scale of the levels, so that the two numbers can be compared. */
function barWords(bar: number): string {
  const depth = Math.min(FULL_DEPTH, bar);
  return levelWords({ levelName: LEVEL_NAMES[Math.floor(depth / LEVEL_POINTS)]!, depth });
}

function movedWords({ kind, facts }: OneAsk): string {
  const { tie, fit, bonusKnown, burned } = facts;
  const { stake } = ASKS[kind];
  const words = (direction: string, why: string[]) =>
    why.some(Boolean) ? `; ${direction}: ${why.filter(Boolean).join(', ')}` : '';
  const higher = words('more than usual', [
    fit === 'stretch' && stake > 0 ? 'the role is a stretch' : '',
    burned && stake > 0 ? 'a referral of theirs went badly before' : '',
    facts.openAsks > 0 ? count(facts.openAsks, 'open ask') : '',
  ]);
  const lower = words('less than usual', [
    tie.given > 0 && tie.actsAsked + tie.actsUnasked > 0 ? 'you did things for each other' : '',
    fit === 'strong' && stake > 0 ? 'your fit is strong' : '',
    bonusKnown && kind === 'referral' ? `${facts.company} pays for it` : '',
  ]);
  return higher + lower;
}

/** Counted, as far as the ask needs more of it. */
function missingRows({ missing, name }: OneAsk, today: IsoDay): [string, Text][] {
  const evidence = missing.filter(({ kind }) => kind === 'evidence');
  if (evidence.length === 0) return [];
  return [['missing', evidence.map((one) => describeReason(one, givenName(name), today)).join(' · ')]];
}

function gateRow(gate: AskGate, one: OneAsk, today: IsoDay): [string, Text] {
  switch (gate) {
    case 'goal-told':
      return ['your goal', goalWords(one, today)];
    case 'seen-work':
      return ['your work', seenWords(one.facts.seenWork)];
    case 'insider':
      return ['inside', insiderWords(one.facts)];
    case 'reliable':
      return ['promises', promiseWords(one.facts)];
    case 'manager-tie':
      return ['manager', managerWords(one)];
  }
}

function goalWords({ goalToldOn, facts }: OneAsk, today: IsoDay): Text {
  if (goalToldOn === null) return dim('not told yet, as far as you logged');
  const on = `told on ${shortDay(goalToldOn, today)}`;
  return facts.goalTold ? on : dim(`${on}: long enough ago to tell it again`);
}

function seenWords(seenWork: boolean | null): Text {
  if (seenWork === null) return dim('not known whether they have seen it');
  return seenWork ? 'they have seen it' : dim('they have not seen it yet');
}

function insiderWords({ insider, company }: AskFacts): Text {
  if (company === null) return dim('no open job where they are');
  if (insider === null) return dim(`not known whether they work at ${company}`);
  return insider ? `at ${company}` : dim(`works elsewhere, not at ${company}`);
}

function promiseWords({ overduePromise, tie }: AskFacts): Text {
  const kept = tie.promisesKept + tie.promisesLate;
  const closed = kept + tie.promisesBroken;
  const late = tie.promisesLate > 0 ? `, ${tie.promisesLate} late` : '';
  const counts = closed === 0 ? '' : `you kept ${kept} of ${closed}${late}`;
  const owed = overduePromise === null ? '' : `you owe them ${overduePromise}, overdue`;
  const text = [counts, owed].filter(Boolean).join('; ');
  return text === '' ? 'none of yours settled yet' : text;
}

function managerWords({ kind, facts, knowsManager }: OneAsk): Text {
  const { managerName, managerTie } = facts;
  const need = `it takes ${ASKS[kind].managerTie}`;
  if (managerName === null) return dim('who hires is not known');
  if (managerTie === null) {
    return dim(
      knowsManager
        ? `knows ${managerName}, how well is not known`
        : `not known whether they know ${managerName}`,
    );
  }
  return managerTie === 0
    ? dim(`does not know ${managerName}`)
    : `knows ${managerName} ${managerTie} of 5; ${need}`;
}
