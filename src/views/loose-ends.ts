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

/** Of somebody else, past its day, and not asked after yet. */
export interface OverdueOfTheirs {
  promiseId: number;
  contactId: number;
  name: string;
  what: string;
  dueOn: IsoDay;
}

/** The one line of a person; what they promised stands in it, too, and is not hidden by it. */
type OfPerson =
  | { kind: 'loop'; actId: number; contactId: number; name: string; move: LoopMove; about: string }
  | ({ kind: 'their-promise' } & OverdueOfTheirs)
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
  | { kind: 'ready-ask'; contactId: number; name: string; ask: AskKind; jobId: number; company: string };

export type LooseEnd =
  | (OfPerson & { alsoPromised: OverdueOfTheirs[] })
  | { kind: 'deadline'; job: Job }
  | { kind: 'quiet-job'; job: Omit<JobFacts, 'quiet'>; quiet: Quiet };

export function looseEndLine(end: LooseEnd, today: IsoDay): Text {
  const text = lineOf(end, today);
  if (!('alsoPromised' in end) || end.alsoPromised.length === 0) return text;
  return [text, ' · also ', alsoPromisedText(end.alsoPromised, today)].flat();
}

/** To follow what else is said of the one who promised. */
export function alsoPromisedText(promises: readonly OverdueOfTheirs[], today: IsoDay): Text {
  return [
    `promised you ${promises.map(({ what, dueOn }) => `${what} (was due ${dayWords(dueOn, today)})`).join(' and ')} · `,
    dim(`jobsearch promise nudged ${promises[0]!.promiseId}`),
  ];
}

function lineOf(end: LooseEnd, today: IsoDay): Text {
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
