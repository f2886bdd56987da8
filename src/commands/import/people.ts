/** A sheet of people that `export --format csv` wrote: whoever is here already stays as they are. */
import type { ImportedPeople } from '../../answers';
import type { Answer, App } from '../../app';
import { readSheet, type SheetContact } from '../../formats/contacts-csv';
import type { InputFile } from '../../formats/text-file';
import { foldName } from '../../rules/names';
import { inTransaction } from '../../store/db';
import { listContactsByName, listContactsByPoint } from '../../store/named';
import { sheetImportedView } from '../../views/sheet';
import { addPerson } from '../contact/add';

export async function importPeople(app: App, file: InputFile): Promise<Answer<ImportedPeople>> {
  const { rows, skipped } = await readSheet(file, app.today);
  const people: { id: number; name: string; line: number }[] = [];
  const known: { id: number; name: string; line: number }[] = [];
  inTransaction(app.db, () => {
    for (const [at, { line, contact }] of rows.entries()) {
      const here = findHere(app, contact);
      if (here === undefined) people.push({ id: addPerson(app, contact), name: contact.name, line });
      else known.push({ id: here, name: contact.name, line });
      app.files.progress('Importing', at + 1, rows.length);
    }
  });
  const data = { file: file.name, kind: 'people' as const, new: people, known, skipped, done: !app.dryRun };
  return { data, view: sheetImportedView(data) };
}

/** By an address, else by the same name at the same company; two of one name elsewhere are two. */
function findHere({ db }: App, { name, company, points }: SheetContact): number | undefined {
  const byPoint = points.flatMap((point) => listContactsByPoint(db, point));
  const byName = listContactsByName(db, name).filter(
    (one) => foldName(one.company ?? '') === foldName(company ?? ''),
  );
  return [...byPoint, ...byName][0]?.id;
}
