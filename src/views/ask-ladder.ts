/** All ten asks of one person, from the smallest, with what stands before each. */
import { ASK_KINDS, type AskKind, type IsoDay } from '../model';
import { ASKS } from '../rules/ask-kinds';
import type { AskVerdict } from '../rules/ask-verdict';
import { isAboutManager } from '../rules/asks';
import { givenName } from '../rules/names';
import { findAsked } from '../rules/unanswered';
import { unansweredBlocks } from './ask-record';
import {
  type AskPerson,
  aboutLines,
  missingText,
  readyLines,
  verdictSpan,
  type WaitingAsk,
  waitWords,
} from './ask-words';
import { levelWords } from './ties';
import { dim, gap, line, type Text, title, type View, warn } from './view';

export interface LadderFacts extends AskPerson {
  /** Without the asks that make no sense of whoever hires. */
  ladder: AskVerdict[];
  unanswered: WaitingAsk[];
  /** The job that asks about the hiring manager are about. */
  managerJob: AskPerson['job'];
}

/** Reasons that fit a line of the ladder; the ask by itself names them all. */
const SHOWN = 2;

export function ladderView(facts: LadderFacts, today: IsoDay): View {
  const rungs = new Map(facts.ladder.map((rung) => [rung.kind, rung]));
  const full = facts.ladder.find(({ missing }) => missing.length > SHOWN);
  return [
    title(`What you can ask ${facts.name} for`, levelWords(facts)),
    ...aboutLines(facts),
    gap,
    {
      kind: 'columns',
      columns: [{}, { most: 24 }, { flex: true }],
      rows: ASK_KINDS.map((kind) => rungRow(kind, rungs.get(kind), facts, today)),
      indent: 2,
    },
    gap,
    ...readyLines(facts),
    ...(facts.unanswered.length > 0 ? [gap, ...unansweredBlocks(facts.unanswered, today)] : []),
    ...(full
      ? [gap, line(dim(`All that one of them takes: jobsearch ask ${facts.contactId} --for ${full.kind}`))]
      : []),
  ];
}

function rungRow(kind: AskKind, rung: AskVerdict | undefined, facts: LadderFacts, today: IsoDay): Text[] {
  const { managerJob } = facts;
  const elsewhere = isAboutManager(kind) && managerJob && managerJob.id !== facts.job?.id;
  const label = `${ASKS[kind].label}${elsewhere ? `, job #${managerJob.id} ${managerJob.company}` : ''}`;
  const who = givenName(facts.name);
  if (!rung) return [dim('–'), label, dim(`${who} hires for this job`)];
  const job = isAboutManager(kind) ? managerJob : facts.job;
  const asked = findAsked(facts.unanswered, kind, job?.id);
  if (asked) return [warn('asked'), label, waitWords(asked, today)];
  return [verdictSpan(rung.verdict), label, missingText(rung.missing, SHOWN, who, today)];
}
