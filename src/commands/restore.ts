import type { Answers } from '../answers';
import type { FileApp, FileCommand } from '../app';
import { Cancelled, UserError } from '../errors';
import { listBackups, numbered } from '../store/backups';
import { removeStaged, stage, swapIn } from '../store/restore';
import { countRows, refuseUnreachable } from '../store/whole-file';
import { restoredView, swapQuestion } from '../views/backup';

export const restore: FileCommand<Answers['restore']> = {
  examples: [
    'jobsearch restore 1',
    'jobsearch restore 2 --yes',
    'jobsearch restore /media/stick/jobsearch.db --dry-run',
  ],
  configure: (command) =>
    command
      .argument('<copy>', 'its number in jobsearch backup list, or a file')
      .option('-y, --yes', 'do not ask'),
  async run(app, { copy, yes }: { copy: string; yes?: boolean }) {
    const { dbPath, today } = app;
    refuseUnreachable(dbPath);
    const from = copyOf(app, copy);
    if (app.files.isSame(from.file, [dbPath])) {
      throw new UserError(`${from.file} is the database itself.`, 'jobsearch backup list');
    }
    const staged = await stage(from.file, dbPath, app.migrations);
    try {
      const rows = countRows(staged.file) ?? {};
      const present = countRows(dbPath);
      const sure =
        app.dryRun ||
        yes === true ||
        (await app.ask.confirm({
          message: swapQuestion({ from, rows, present }),
          default: false,
          flag: '--yes',
        }));
      if (!sure) throw new Cancelled();
      const aside = app.dryRun ? null : swapIn(staged.file, dbPath, today);
      const kept = aside === null ? null : numbered(dbPath, aside);
      return {
        data: { restored: from.file, schema: staged.schema, rows, former: present, kept: aside },
        view: restoredView({ from, rows, present, kept }),
      };
    } finally {
      removeStaged(staged.file);
    }
  },
};

function copyOf({ dbPath }: FileApp, copy: string): { file: string; number: number | null } {
  if (!/^#?\d+$/.test(copy)) return numbered(dbPath, copy);
  const backups = listBackups(dbPath);
  const number = Number(copy.replace('#', ''));
  const one = backups[number - 1];
  if (one) return { file: one.file, number };
  const many = backups.length === 0 ? 'there are none' : `there are ${backups.length}`;
  throw new UserError(`There is no copy ${copy}: ${many}.`, 'jobsearch backup list');
}
