import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { sumOfKept } from '../../rules/promises';
import { listClosedPromises, listKeptCounts, listOpenPromises } from '../../store/promises';
import { promiseListView } from '../../views/promise';

interface Input {
  all?: boolean;
  mine?: boolean;
  theirs?: boolean;
}

export const promiseList: Command<Answers['promise list']> = {
  examples: ['jobsearch promise list', 'jobsearch promise list --theirs', 'jobsearch promise list --all'],
  ids: ({ mine, theirs, closed }) => [...(mine ?? []), ...(theirs ?? []), ...closed].map(({ id }) => id),
  configure: (command) =>
    command
      .option('-a, --all', 'also those that ended, and how many you kept with each person')
      .option('--mine', 'only yours')
      .option('--theirs', 'only theirs'),
  run({ db, today }, { all = false, mine = false, theirs = false }: Input) {
    const both = mine === theirs;
    const ended = [
      ...(both || mine ? listClosedPromises(db, 'me') : []),
      ...(both || theirs ? listClosedPromises(db, 'them') : []),
    ];
    const keptWith = listKeptCounts(db);
    const data = {
      mine: both || mine ? listOpenPromises(db, 'me') : null,
      theirs: both || theirs ? listOpenPromises(db, 'them') : null,
      closed: all ? ended : [],
      kept: sumOfKept(keptWith),
      keptWith,
    };
    return { data, view: promiseListView(data, { all, hasEnded: ended.length > 0 }, today) };
  },
};
