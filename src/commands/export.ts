import type { Command } from '../app';
import { exportOf, writeExport } from '../formats/jobsearch';
import { countContent, takeArchive } from '../store/archive';
import { exportedView } from '../views/archive';

export const exportAll: Command = {
  examples: ['jobsearch export jobsearch.json', 'jobsearch export | jq .tables.contacts'],
  configure: (command) =>
    command
      .argument('[file]', 'where to write it; without one it is printed')
      .option('-f, --force', 'replace the file if there is one'),
  run({ db, files, dryRun }, { file, force }: { file?: string; force?: boolean }) {
    const archive = takeArchive(db);
    if (file === undefined) {
      return { data: exportOf(archive), view: [{ kind: 'raw', text: writeExport(archive) }] };
    }
    if (!dryRun) files.write(file, writeExport(archive), { replace: force === true });
    const counts = countContent(db);
    return { data: { file, rows: counts }, view: exportedView(file, counts) };
  },
};
