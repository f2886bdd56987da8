import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { standingOf } from '../../rules/standing';
import { findLoop, getAct, removeAct } from '../../store/acts';
import { getTie } from '../../store/ties';
import { actRemovedView } from '../../views/act';
import { itemNumber } from '../options';

export const actRemove: Command<Answers['act remove']> = {
  examples: ['jobsearch act remove 12 --dry-run', 'jobsearch act remove 12'],
  configure: (command) => command.argument('<number>', 'the number of the act', itemNumber('act')),
  run({ db, today }, { number }: { number: number }) {
    const act = getAct(db, number);
    const before = standingOf(getTie(db, act.contactId), today);
    const loop = findLoop(db, number) ?? null;
    removeAct(db, act);
    const after = standingOf(getTie(db, act.contactId), today);
    const data = { act, before, after, loop, introducedName: null };
    return { data, view: actRemovedView(data, today) };
  },
};
