import type { Answers } from '../answers';
import type { Command } from '../app';
import { countSample } from '../store/demo';
import { type DemoFacts, demoView } from '../views/demo';

const TRIES: DemoFacts['tries'] = [
  { command: 'jobsearch demo today', shows: 'the day: events, tasks, people' },
  { command: 'jobsearch demo quadrant', shows: 'the week in four squares' },
  { command: 'jobsearch demo shallow', shows: 'ties that are busy, but not deep' },
  { command: 'jobsearch demo path layla', shows: 'the ways to somebody who hires' },
  { command: 'jobsearch demo ask ana', shows: 'what she can be asked for today' },
  { command: 'jobsearch demo contact show ana', shows: 'what to read before a coffee' },
  { command: 'jobsearch demo log nomvula --channel coffee', shows: 'one real talk, and what it moves' },
];

/** The program opens the sample for it, and for every command that follows the word. */
export const demo: Command<Answers['demo']> = {
  examples: ['jobsearch demo', 'jobsearch demo today', 'jobsearch demo --fresh'],
  configure: (command) =>
    command
      .argument('[command...]', 'any other command, to run on the sample')
      .option('--fresh', 'make the sample anew, without what was changed in it'),
  run({ db, dbPath, dryRun }, { fresh }: { fresh?: boolean }) {
    const data: DemoFacts = { file: dbPath, ...countSample(db), tries: TRIES };
    return { data, view: demoView(data, fresh === true && !dryRun) };
  },
};
