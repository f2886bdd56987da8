import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { jobView } from '../../views/job';
import { jobFacts, knownThere } from './facts';
import { readOrAskJob } from './which';

export const jobShow: Command<Answers['job show']> = {
  examples: ['jobsearch job show 1', 'jobsearch job show vantmere --json'],
  configure: (command) =>
    command
      .argument('[job...]', 'the number, or the company if just one job is open there')
      .option('-a, --all', 'everybody you know there'),
  async run(app, { job: typed, all = false }: { job: string[]; all?: boolean }) {
    const job = await readOrAskJob(app, typed.join(' '));
    const facts = jobFacts(app, job);
    const known = knownThere(app, job.company, [job]);
    return { data: { ...facts, known }, view: jobView(facts, known, { today: app.today, all }) };
  },
};
