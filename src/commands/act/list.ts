import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { addDays } from '../../rules/dates';
import { listActs, listOpenLoops, listOpenLoopsOf } from '../../store/acts';
import { actListView } from '../../views/act';
import { readPerson } from '../who';

const EVER = '0001-01-01';
const LATELY_DAYS = 90;

export const actList: Command<Answers['act list']> = {
  examples: ['jobsearch act list', 'jobsearch act list omar'],
  ids: ({ acts }) => acts.map(({ id }) => id),
  configure: (command) =>
    command.argument('[who...]', 'only with this person').option('-a, --all', 'not only of the last 90 days'),
  async run(app, { who = [], all }: { who?: string[]; all?: boolean }) {
    const { db, today } = app;
    const person = who.length === 0 ? null : await readPerson(app, who.join(' '));
    const every = listActs(db, person?.id ?? null, EVER);
    const since = person || all ? EVER : addDays(today, -LATELY_DAYS);
    const acts = every.filter(({ day }) => day >= since);
    const data = { acts, loops: person ? listOpenLoopsOf(db, person.id) : listOpenLoops(db) };
    const older = every.length - acts.length;
    return { data, view: actListView(data, { name: person?.name ?? null, older, today }) };
  },
};
