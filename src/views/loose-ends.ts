/** One line for each open thing between people and jobs, with the command that closes it. */
import type { AskKind, IsoDay, Job } from '../model';
import { ASKS } from '../rules/ask-kinds';
import { dayWords, relativeDay } from '../rules/day-words';
import type { LoopMove } from '../rules/loops';
import type { Quiet } from '../rules/quiet-jobs';
import type { JobFacts } from './job';
import { quietText } from './job';
import { jobName } from './job-words';
import { dim, type Text, warn } from './view';

export type LooseEnd =
  | { kind: 'loop'; actId: number; contactId: number; name: string; move: LoopMove; about: string }
  | { kind: 'their-promise'; promiseId: number; contactId: number; name: string; what: string; dueOn: IsoDay }
  | {
      kind: 'ask';
      askId: number;
      contactId: number;
      name: string;
      ask: AskKind;
      askedOn: IsoDay;
      /** One nudge is due, or no answer is an answer by now. */
      wait: 'nudge' | 'silence';
    }
  | { kind: 'deadline'; job: Job }
  | { kind: 'quiet-job'; job: Omit<JobFacts, 'quiet'>; quiet: Quiet }
  | { kind: 'ready-ask'; contactId: number; name: string; ask: AskKind; jobId: number; company: string };

export function looseEndLine(end: LooseEnd, today: IsoDay): Text {
  switch (end.kind) {
    case 'loop':
      return [`${loopWords(end)} · `, dim(`jobsearch act loop ${end.actId} --${DONE[end.move]}`)];
    case 'their-promise':
      return [
        `${end.name} promised ${end.what}, due ${dayWords(end.dueOn, today)}: ask after it once · `,
        dim(`jobsearch promise nudged ${end.promiseId}`),
      ];
    case 'ask':
      return end.wait === 'nudge'
        ? [
            `You asked ${end.name} for ${ASKS[end.ask].label} ${relativeDay(end.askedOn, today)}: one gentle line · `,
            dim(`jobsearch ask nudged ${end.askId}`),
          ]
        : [
            `No answer from ${end.name} on ${ASKS[end.ask].label} since ${dayWords(end.askedOn, today)} · `,
            dim(`jobsearch ask outcome ${end.askId} silence`),
          ];
    case 'deadline': {
      const { id, deadlineOn, stage } = end.job;
      const past = deadlineOn! < today ? 'passed' : 'is';
      return [
        warn(`The deadline of ${jobName(end.job)} (${stage}) ${past} ${dayWords(deadlineOn!, today)}`),
        dim(` · jobsearch job show ${id}`),
      ];
    }
    case 'quiet-job':
      return quietText(end.job, end.quiet, today);
    case 'ready-ask':
      return [
        `Ready now: ask ${end.name} for ${ASKS[end.ask].label} at ${end.company} · `,
        dim(`jobsearch ask ${end.contactId} --for ${end.ask} --job ${end.jobId}`),
      ];
  }
}

const DONE: Record<LoopMove, string> = { thank: 'thanked', meet: 'met', tell: 'told' };

function loopWords({ name, move, about }: Extract<LooseEnd, { kind: 'loop' }>): string {
  if (move === 'thank') return `Thank ${name} for ${about}`;
  if (move === 'tell') return `Tell ${name} how ${about} went`;
  return `Take up ${about} that ${name} made`;
}
