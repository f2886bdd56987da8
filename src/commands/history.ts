import type { Answers } from '../answers';
import type { Command } from '../app';
import { readDay } from '../formats/days';
import { countThings, thingsOf } from '../rules/changes';
import { countEntries, getEntry, listChanges, listEntries } from '../store/history';
import { entryView, historyView } from '../views/history';
import { itemNumber, wholeNumber } from './options';

interface Input {
  number?: number;
  limit: number;
  since?: string;
  all?: boolean;
}

export const history: Command<Answers['history']> = {
  examples: ['jobsearch history', 'jobsearch history -n 50 --since "last monday"', 'jobsearch history 12'],
  configure: (command) =>
    command
      .argument('[number]', 'one entry, row by row', itemNumber('entry'))
      .option('-n, --limit <n>', 'at most this many', wholeNumber('--limit', 1, 1_000_000), 20)
      .option('-a, --all', 'every entry, or every row of the one')
      .option('--since <day>', 'from this day on'),
  async run({ db, today }, { number, limit, since, all }: Input) {
    if (number !== undefined) {
      const things = thingsOf(listChanges(db, number));
      const shown = all ? things : things.slice(0, limit);
      const data = {
        ...getEntry(db, number),
        ...{ things: shown, counts: countThings(things), more: things.length - shown.length },
      };
      return { data, view: entryView(data, today) };
    }
    const from = since === undefined ? null : await readDay(since, today, { toward: 'past' });
    const entries = listEntries(db, from, all ? -1 : limit);
    const data = { entries, more: countEntries(db, from) - entries.length };
    return { data, view: historyView(data, today) };
  },
};
