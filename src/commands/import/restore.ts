/** Reading our own export back, into a database where nothing is yet. */
import type { RestoredFacts } from '../../answers';
import type { Answer, App } from '../../app';
import { UserError } from '../../errors';
import { readExport } from '../../formats/jobsearch';
import type { InputFile } from '../../formats/text-file';
import { countContent, isEmpty, restoreArchive } from '../../store/archive';
import { contentWords, restoredView } from '../../views/archive';

export function restore({ db, files }: App, file: InputFile, path: string): Answer<RestoredFacts> {
  const archive = readExport(file);
  if (!isEmpty(db)) {
    throw new UserError(
      `There is a search here already (${contentWords(countContent(db))}): an export is read into an empty database only.`,
      `jobsearch --db new.db import ${path}`,
    );
  }
  const rows = Object.values(archive.tables).reduce((sum, table) => sum + table.length, 0);
  restoreArchive(db, archive, file.name, (done) => files.progress('Reading', done, rows));
  const counts = countContent(db);
  return {
    data: { file: file.name, kind: 'jobsearch', rows: counts, done: true },
    view: restoredView(file.name, counts),
  };
}
