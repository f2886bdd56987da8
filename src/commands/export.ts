import type { Command } from '../app';
import { UserError } from '../errors';
import { exportOf, writeExport } from '../formats/jobsearch';
import { countContent, takeArchive } from '../store/archive';
import { exportedView } from '../views/archive';

/** What SQLite keeps beside a database while it writes; a file of that name would be taken for its own. */
const SIDE_FILES = ['-journal', '-wal', '-shm'];

export const exportAll: Command = {
  examples: ['jobsearch export jobsearch.json', 'jobsearch export | jq .tables.contacts'],
  configure: (command) =>
    command
      .argument('[file]', 'where to write it; without one it is printed')
      .option('-f, --force', 'replace the file if there is one'),
  run({ db, dbPath, files, dryRun }, { file, force }: { file?: string; force?: boolean }) {
    if (file !== undefined && files.isSame(file, [dbPath, ...SIDE_FILES.map((end) => `${dbPath}${end}`)])) {
      throw new UserError(
        `${file} belongs to the database itself: nothing was written.`,
        'jobsearch export backup.json',
      );
    }
    const archive = takeArchive(db);
    if (file === undefined) {
      return { data: exportOf(archive), view: [{ kind: 'raw', text: writeExport(archive) }] };
    }
    if (!dryRun) files.write(file, writeExport(archive), { replace: force === true });
    const counts = countContent(db);
    return { data: { file, rows: counts }, view: exportedView(file, counts) };
  },
};
