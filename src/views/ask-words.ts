/** What the screens about asks share: the person, the verdict, what is missing, and what can be asked today. */
import type { AskKind, AskMade, IsoDay, Job, Level, LevelName, Verdict } from '../model';
import { ASKS } from '../rules/ask-kinds';
import { describeReason, type MissingReason } from '../rules/ask-reasons';
import { relativeDay, shortDay } from '../rules/day-words';
import type { AskWait } from '../rules/unanswered';
import { dim, line, type Span, strong, type Text, type Tone, type View, warn } from './view';

/** What every answer about one person says: who, about which job, and what they can be asked today. */
export interface AskPerson {
  contactId: number;
  name: string;
  level: Level;
  levelName: LevelName;
  depth: number;
  effectiveDepth: number;
  job: Pick<Job, 'id' | 'company' | 'title' | 'fit'> | null;
  /** The largest ask that is; with the job for one that is nothing without. */
  readyNow: { kind: AskKind; jobId: number | null } | null;
  /** For whoever cannot be asked anything yet. */
  nextStep: string;
}

/** An ask without an outcome. */
export interface WaitingAsk extends AskMade {
  days: number;
  wait: AskWait;
  /** The last day on which it is left in peace. */
  waitUntil: IsoDay;
}

export const VERDICT_WORDS: Record<Verdict, string> = {
  ready: 'ready',
  almost: 'almost',
  'not-yet': 'not yet',
};
const VERDICT_TONES: Record<Verdict, Tone> = { ready: 'good', almost: 'warn', 'not-yet': 'dim' };

export function verdictSpan(verdict: Verdict): Text {
  return { text: VERDICT_WORDS[verdict], tone: VERDICT_TONES[verdict] };
}

/** The first few of them; evidence as counts, gates as something to do. */
export function missingText(
  missing: readonly MissingReason[],
  most: number,
  who: string,
  today: IsoDay,
  hiddenWords = (hidden: number) => `${hidden} more`,
): string {
  const shown = missing.slice(0, most).map((reason) => describeReason(reason, who, today));
  const hidden = missing.length - shown.length;
  return [...shown, ...(hidden > 0 ? [hiddenWords(hidden)] : [])].join(' · ');
}

export function jobWords({ id, company, title: name }: Pick<Job, 'id' | 'company' | 'title'>): string {
  return `job #${id} ${[company, name].filter(Boolean).join(', ')}`;
}

export function aboutLines({ job }: AskPerson): View {
  return job ? [line(dim(`about ${jobWords(job)}`))] : [];
}

/** The largest thing that can be asked today; where there is none, the step that leads there. */
export function readyLines({ contactId, readyNow, nextStep }: AskPerson, word = 'Ready now'): View {
  if (readyNow === null) return [line([strong('Now: '), nextStep])];
  return [
    line([strong(`${word}: `), ASKS[readyNow.kind].label]),
    line(dim(recordWords(contactId, readyNow.kind, readyNow.jobId)), 2),
  ];
}

export function recordWords(contactId: number, kind: AskKind, jobId: number | null): string {
  const about = jobId === null ? '' : ` --job ${jobId}`;
  return `once asked: jobsearch ask ${contactId} --for ${kind}${about} --record`;
}

export function waitWords({ id, askedOn, nudgedOn, wait, waitUntil }: WaitingAsk, today: IsoDay): Span[] {
  const asked = `asked ${relativeDay(askedOn, today)}`;
  switch (wait) {
    case 'waiting':
      return [`${asked},`, dim(` give it until ${shortDay(waitUntil, today)}`)];
    case 'nudge':
      return [warn(`${asked}: send one gentle line,`), dim(` then jobsearch ask nudged ${id}`)];
    case 'resting':
      return [`${asked},`, dim(` nudged on ${shortDay(nudgedOn!, today)}: let it rest`)];
    case 'silence':
      return [`${asked}:`, dim(` no answer is one too, jobsearch ask outcome ${id} silence`)];
  }
}

export function askWords({ kind, what }: Pick<AskMade, 'kind' | 'what'>): string {
  return `${ASKS[kind].label}${what === null ? '' : ` (${what})`}`;
}
