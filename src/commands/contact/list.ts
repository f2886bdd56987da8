import type { Answers } from '../../answers';
import type { Command } from '../../app';
import { LEVEL_NAMES, type LevelName } from '../../model';
import { relevanceOf } from '../../rules/relevance';
import { standingOf } from '../../rules/standing';
import { countContacts } from '../../store/contacts';
import { spansOf } from '../../store/settings';
import { listTies } from '../../store/ties';
import { contactListView } from '../../views/contact-list';
import { aimsOf } from '../aims';
import { oneOf, wholeNumber } from '../options';

interface Input {
  level?: LevelName;
  tag?: string;
  parked?: boolean;
  limit?: number;
}

export const contactList: Command<Answers['contact list']> = {
  examples: ['jobsearch contact list', 'jobsearch contact list --level ally --json'],
  ids: (people) => people.map(({ id }) => id),
  configure: (command) =>
    command
      .option('--level <name>', `only this level: ${LEVEL_NAMES.join(', ')}`, oneOf('--level', LEVEL_NAMES))
      .option('-t, --tag <word>', 'only people with this tag')
      .option('--parked', 'only the parked ones')
      .option('-n, --limit <n>', 'at most this many', wholeNumber('--limit', 1, 1_000_000)),
  run({ db, today }, { level, tag, parked = false, limit }: Input) {
    const ties = listTies(db, {
      state: parked ? 'parked' : 'active',
      ...(level && { level: LEVEL_NAMES.indexOf(level) }),
      ...(tag !== undefined && { tag }),
    });
    const aims = aimsOf(db);
    const data = ties.slice(0, limit).map((tie) => ({
      ...standingOf(tie, today, spansOf(db)),
      relevance: relevanceOf(tie, aims).relevance,
    }));
    const filtered = level !== undefined || tag !== undefined;
    return {
      data,
      view: contactListView(data, { total: ties.length, filtered, parked, known: countContacts(db) }),
    };
  },
};
