import type { Answers } from '../../answers';
import type { FileCommand } from '../../app';
import { UserError } from '../../errors';
import { countContent } from '../../store/archive';
import { copyDatabase, SIDE_FILES } from '../../store/backup-copy';
import { freePlace, makeBackupFolder, numbered, sizeOf } from '../../store/backups';
import { pendingSince } from '../../store/migrate';
import { explainFault } from '../../store/open';
import { openExisting } from '../../store/whole-file';
import { backupMadeView } from '../../views/backup';

export const backupMake: FileCommand<Answers['backup make']> = {
  examples: ['jobsearch backup', 'jobsearch backup /media/stick/jobsearch.db --force'],
  configure: (command) =>
    command
      .argument('[file]', 'where to put it; without one among the other copies')
      .option('-f, --force', 'replace the file if there is one'),
  async run(
    { dbPath, migrations, today, files, dryRun },
    { file, force }: { file?: string; force?: boolean },
  ) {
    const db = openExisting(dbPath);
    try {
      // Another program's database, or one of a newer jobsearch, is not ours to keep.
      pendingSince(db, dbPath, migrations);
      if (file !== undefined && files.isSame(file, [dbPath, ...SIDE_FILES.map((end) => `${dbPath}${end}`)])) {
        throw new UserError(
          `${file} belongs to the database itself: nothing was written.`,
          'jobsearch backup',
        );
      }
      if (file !== undefined) files.checkPlace(file, { replace: force === true });
      const rows = countContent(db);
      if (dryRun) {
        const place = { file: file ?? freePlace(dbPath, today, 'by-hand'), bytes: null, rows };
        return { data: place, view: backupMadeView({ ...place, number: null }) };
      }
      const place = file ?? freePlace(dbPath, today, 'by-hand');
      if (file === undefined) makeBackupFolder(dbPath);
      await copyDatabase(db, place).catch((error) => {
        throw explainFault(error, place);
      });
      const made = { file: place, bytes: sizeOf(place), rows };
      return { data: made, view: backupMadeView({ ...made, ...numbered(dbPath, place) }) };
    } finally {
      db.close();
    }
  },
};
