import type { Answers } from '../answers';
import type { Answer, App, Command } from '../app';
import { UserError } from '../errors';
import { writeSheet } from '../formats/contacts-csv';
import { exportOf, writeExport } from '../formats/jobsearch';
import { countContent, takeArchive } from '../store/archive';
import { getContact, listContactIds } from '../store/contacts';
import { exportedView } from '../views/archive';
import { sheetWrittenView } from '../views/sheet';
import { oneOf } from './options';

/** What SQLite keeps beside a database while it writes; a file of that name would be taken for its own. */
const SIDE_FILES = ['-journal', '-wal', '-shm'];

interface Input {
  file?: string;
  force?: boolean;
  format: 'json' | 'csv';
}

export const exportAll: Command<Answers['export']> = {
  examples: [
    'jobsearch export jobsearch.json',
    'jobsearch export contacts.csv --format csv',
    'jobsearch export | jq .tables.contacts',
  ],
  configure: (command) =>
    command
      .argument('[file]', 'where to write it; without one it is printed')
      .option(
        '--format <kind>',
        'json: everything; csv: the people, for a spreadsheet',
        oneOf('--format', ['json', 'csv'] as const),
        'json',
      )
      .option('-f, --force', 'replace the file if there is one'),
  run(app, { file, force, format }: Input) {
    const { db, dbPath, files, dryRun } = app;
    if (file !== undefined && files.isSame(file, [dbPath, ...SIDE_FILES.map((end) => `${dbPath}${end}`)])) {
      throw new UserError(
        `${file} belongs to the database itself: nothing was written.`,
        'jobsearch export backup.json',
      );
    }
    if (format === 'csv') return exportPeople(app, file, force === true);
    const archive = takeArchive(db);
    if (file === undefined) {
      return { data: exportOf(archive), view: [{ kind: 'raw', text: writeExport(archive) }] };
    }
    if (!dryRun) files.write(file, writeExport(archive), { replace: force === true });
    const counts = countContent(db);
    return { data: { file, rows: counts }, view: exportedView(file, counts) };
  },
};

/** What a terminal would obey, or hide, has no other way to be written in a table: a file keeps it. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff]/;

function exportPeople(
  { db, files, dryRun }: App,
  file: string | undefined,
  replace: boolean,
): Answer<Answers['export']> {
  const contacts = listContactIds(db).map((id) => getContact(db, id));
  if (file === undefined) {
    const text = writeSheet(contacts, 'screen');
    if (UNPRINTABLE.test(text)) {
      const whose = contacts.find((contact) => UNPRINTABLE.test(writeSheet([contact], 'screen')))!;
      throw new UserError(
        `#${whose.id} ${whose.name} holds control characters, which a table on the screen cannot show.`,
        'jobsearch export contacts.csv --format csv',
      );
    }
    return { data: contacts, view: [{ kind: 'raw', text }] };
  }
  if (!dryRun) files.write(file, writeSheet(contacts, 'file'), { replace });
  return {
    data: { file, rows: { contacts: contacts.length } },
    view: sheetWrittenView(file, contacts.length),
  };
}
