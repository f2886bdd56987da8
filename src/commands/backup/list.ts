import type { Answers } from '../../answers';
import type { FileCommand } from '../../app';
import { backupFolder, listBackups } from '../../store/backups';
import { countPeople, refuseUnreachable } from '../../store/whole-file';
import { backupListView } from '../../views/backup';

export const backupList: FileCommand<Answers['backup list']> = {
  examples: ['jobsearch backup list', 'jobsearch backup list --json'],
  run({ dbPath, today }) {
    const found = listBackups(dbPath);
    if (found.length === 0) refuseUnreachable(dbPath);
    const backups = found.map((one, at) => ({ number: at + 1, ...one, people: countPeople(one.file) }));
    const data = { folder: backupFolder(dbPath), backups };
    return { data, view: backupListView(data, today) };
  },
};
