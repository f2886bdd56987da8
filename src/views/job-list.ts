/** All jobs in one list, the furthest first, and which of them went quiet. */
import type { IsoDay } from '../model';
import { shortDay } from '../rules/day-words';
import { isOver } from '../rules/importance';
import { type JobFacts, quietText, stepWords } from './job';
import { deadlineWords, jobName } from './job-words';
import { count, dim, gap, line, type Text, type View, warn } from './view';

/** Few enough to be answered in one go. */
const QUIET_SHOWN = 3;

export function jobListView(
  jobs: JobFacts[],
  { over, all, today }: { over: number; all: boolean; today: IsoDay },
): View {
  const more = !all && over > 0 ? [line(dim(`${over} accepted or closed: jobsearch job list --all`))] : [];
  if (jobs.length === 0) {
    return [
      line('No open jobs.'),
      line(dim('Add one: jobsearch job add "Acme" --title "Platform engineer" --link https://…')),
      ...more,
    ];
  }
  const quiet = jobs.flatMap((job) => (job.quiet ? [quietText(job, job.quiet, today)] : []));
  return [
    {
      kind: 'columns',
      head: ['#', 'job', 'stage', 'since', 'next step'],
      columns: [{ align: 'right' }, { flex: true }, {}, { align: 'right' }, { most: 30 }],
      rows: jobs.map((job): Text[] => [
        String(job.id),
        jobName(job),
        job.stage,
        shortDay(job.movedOn, today),
        nextText(job, today),
      ]),
    },
    ...(quiet.length > 0 ? [gap, ...quiet.slice(0, QUIET_SHOWN).map((text) => line(text))] : []),
    ...(quiet.length > QUIET_SHOWN
      ? [line(dim(`${count(quiet.length - QUIET_SHOWN, 'more job is', 'more jobs are')} quiet.`))]
      : []),
    ...more,
  ];
}

/** The next step, or what is known of a day; a job that is over says why. */
function nextText(job: JobFacts, today: IsoDay): Text {
  if (isOver(job.stage)) return dim(job.closedReason ?? '');
  const [next] = job.tasks;
  if (next) return stepWords(next, today);
  if (job.deadlineOn) return deadlineWords(job.deadlineOn, today);
  return warn('none');
}
