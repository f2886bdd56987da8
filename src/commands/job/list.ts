import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { STAGES } from '../../model';
import { isOver } from '../../rules/importance';
import { listJobs } from '../../store/jobs';
import { jobListView } from '../../views/job-list';
import { jobFacts } from './facts';

export const jobList: Command<Answers['job list']> = {
  examples: ['jobsearch job list', 'jobsearch job list --all --json'],
  ids: (jobs) => jobs.map(({ id }) => id),
  configure: (command) => command.option('-a, --all', 'also the accepted and the closed ones'),
  run(app, { all = false }: { all?: boolean }) {
    const jobs = listJobs(app.db);
    const shown = jobs
      .filter(({ stage }) => all || !isOver(stage))
      .map((job) => jobFacts(app, job))
      .sort((a, b) => rank(b) - rank(a) || b.movedOn.localeCompare(a.movedOn) || a.id - b.id);
    const over = jobs.filter(({ stage }) => isOver(stage)).length;
    return { data: shown, view: jobListView(shown, { over, all, today: app.today }) };
  },
};

/** What is over comes last. */
function rank({ stage }: { stage: (typeof STAGES)[number] }): number {
  return stage === 'closed' ? -1 : STAGES.indexOf(stage);
}
