import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { yesRates } from '../../rules/asks';
import { addDays } from '../../rules/dates';
import { waitingOf } from '../../rules/unanswered';
import { listAsks } from '../../store/asks';
import { spansOf } from '../../store/settings';
import { type AskRecord, askListView } from '../../views/ask-record';

const LATELY_DAYS = 90;

export const askList: Command<Answers['ask list']> = {
  examples: ['jobsearch ask list', 'jobsearch ask list --all --json'],
  ids: ({ asks }) => asks.map(({ id }) => id),
  configure: (command) => command.option('-a, --all', `also those settled more than ${LATELY_DAYS} days ago`),
  run({ db, today }, { all }: { all?: boolean }) {
    const asks = listAsks(db);
    const since = addDays(today, -LATELY_DAYS);
    const shown = all ? asks : asks.filter(({ outcomeOn }) => outcomeOn === null || outcomeOn >= since);
    const data: AskRecord = {
      asks: shown.map((ask) =>
        ask.outcome === null ? { ...ask, ...waitingOf(ask, today, spansOf(db)) } : ask,
      ),
      hidden: asks.length - shown.length,
      yesRates: yesRates(asks),
    };
    return { data, view: askListView(data, today) };
  },
};
