/** Our own export, written and read back. */
import { counted } from './import';
import { dim, good, line, type View } from './view';

/** Rows by table. */
type Content = Record<string, number>;

const NAMES: [table: string, one: string][] = [
  ['contacts', 'contact'],
  ['interactions', 'conversation'],
  ['jobs', 'job'],
  ['tasks', 'task'],
  ['events', 'event'],
];

/** "212 contacts, 3 tasks"; what there is none of is not said. */
export function contentWords(content: Content): string {
  const words = NAMES.flatMap(([table, one]) => (content[table] ? counted(content[table], one) : []));
  return words.length > 0 ? words.join(', ') : 'settings and preparation';
}

export function restoredView(file: string, content: Content): View {
  return [line(good(`Read ${file}: ${contentWords(content)}.`)), line(dim('Your day: jobsearch today'))];
}

export function exportedView(file: string, content: Content): View {
  return [
    line(good(`Wrote ${file}: ${contentWords(content)}.`)),
    line(dim(`Back into an empty database: jobsearch --db new.db import ${file}`)),
  ];
}
