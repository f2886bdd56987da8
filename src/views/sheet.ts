/** People written to a spreadsheet, and read from one. */
import { counted } from './import';
import { dim, gap, good, heading, line, type View } from './view';

export interface SheetImport {
  file: string;
  new: { id: number; name: string; line: number }[];
  known: { id: number; name: string; line: number }[];
  skipped: { line: number; reason: string }[];
  done: boolean;
}

const SHOWN = 20;

export function sheetImportedView({ file, new: added, known, skipped, done }: SheetImport): View {
  const people = (n: number) => counted(n, 'person', 'people');
  const first =
    added.length > 0 ? `${done ? 'Added' : 'Would add'} ${people(added.length)}` : 'Nobody is new';
  const rest = skipped.length - SHOWN;
  return [
    line(good(`${first} from ${file}.`)),
    ...(known.length > 0 ? [line(`${people(known.length)} here already: they stay as they are.`)] : []),
    ...(skipped.length > 0
      ? [
          gap,
          heading('Skipped'),
          {
            kind: 'columns' as const,
            columns: [{}, { flex: true }],
            rows: skipped.slice(0, SHOWN).map((one) => [`line ${one.line}`, one.reason]),
            indent: 2,
          },
          ...(rest > 0 ? [line(dim(`and ${rest} more: --json names them all`), 2)] : []),
        ]
      : []),
    ...(added.length > 0 ? [line(dim('All of them: jobsearch contact list'))] : []),
  ];
}

export function sheetWrittenView(file: string, people: number): View {
  return [
    line(good(`Wrote ${file}: ${counted(people, 'contact')}.`)),
    line(
      dim(`For a spreadsheet; history and tasks are not in it: jobsearch export FILE.json has everything.`),
    ),
  ];
}
