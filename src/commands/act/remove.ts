import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { standingOf } from '../../rules/standing';
import { findLoop, getAct, removeAct } from '../../store/acts';
import { spansOf } from '../../store/settings';
import { getTie } from '../../store/ties';
import { actRemovedView, actToRemove } from '../../views/act';
import { itemNumber } from '../options';
import { confirmRemoval } from '../removing';

export const actRemove: Command<Answers['act remove']> = {
  examples: ['jobsearch act remove 12 --dry-run', 'jobsearch act remove 12'],
  configure: (command) =>
    command
      .argument('<number>', 'the number of the act', itemNumber('act'))
      .option('-y, --yes', 'do not ask'),
  async run(app, { number, yes }: { number: number; yes?: boolean }) {
    const { db, today } = app;
    const act = getAct(db, number);
    const loop = findLoop(db, number) ?? null;
    await confirmRemoval(app, `Remove ${actToRemove(act, loop !== null, today)}?`, yes);
    const before = standingOf(getTie(db, act.contactId), today, spansOf(db));
    removeAct(db, act);
    const after = standingOf(getTie(db, act.contactId), today, spansOf(db));
    const data = { act, before, after, loop, introducedName: null };
    return { data, view: actRemovedView(data, today) };
  },
};
