/** What a command that writes leaves in the history. */
import type { Instant, IsoDay } from '../model';
import { summaryOf, thingsOf } from '../rules/changes';
import { commandLine } from '../rules/shell-words';
import type { Db } from '../store/db';
import { describeChanges } from '../store/history';
import { recordCommand } from '../store/journal';
import { getSettings } from '../store/settings';

export function recordRun(db: Db, at: Instant, day: IsoDay, argv: readonly string[]): void {
  const { historyDays, historyMegabytes } = getSettings(db);
  recordCommand(db, {
    ...{ at, day, typed: commandLine(argv) },
    keep: { days: historyDays, bytes: historyMegabytes * 1_000_000 },
    summarize: (changes) => summaryOf(thingsOf(describeChanges(db, changes))),
  });
}
