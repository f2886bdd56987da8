/** From what was typed to one job: by number, or by a company at which just one is open. */
import type { App } from '../../app';
import { UserError } from '../../errors';
import type { Job } from '../../model';
import { isOver } from '../../rules/importance';
import { getJob, listJobsAt } from '../../store/jobs';
import { jobName } from '../../views/job-words';
import { whichJobs } from '../which';

/** The words of the command line, or a question where there are none. */
export async function readOrAskJob(app: App, typed: string | undefined): Promise<Job> {
  if (typed !== undefined && typed !== '') return readJob(app, typed);
  const [number] = await whichJobs(app);
  return getJob(app.db, number!);
}

export function readJob({ db }: App, typed: string): Job {
  const text = typed.trim();
  if (/^#?\d+$/.test(text)) return getJob(db, Number(text.replace('#', '')));
  const there = listJobsAt(db, text);
  const open = there.filter(({ stage }) => !isOver(stage));
  const fitting = open.length > 0 ? open : there;
  if (fitting.length === 1) return fitting[0]!;
  if (fitting.length === 0) throw new UserError(`No job fits "${text}".`, 'jobsearch job list --all');
  throw new UserError(
    [
      `"${text}" fits more than one job:`,
      ...fitting.map((job) => `#${job.id} ${jobName(job)}, ${job.stage}`),
    ].join('\n  '),
    `use the number: #${fitting[0]!.id}`,
  );
}
