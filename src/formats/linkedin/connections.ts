/** Connections.csv: who the owner is connected with, since when. */
import type { IsoDay } from '../../model';
import { LIMITS, oneLine, textFault } from '../../rules/limits';
import type { CsvRow } from '../csv';
import { readDay } from './dates';
import type { ImportedPerson, Skipped } from './export';
import { readProfile } from './profile-key';
import { type Columns, cellOf, type Field, inShort } from './tables';

export interface Connections {
  people: ImportedPerson[];
  skipped: Skipped[];
  hiddenMembers: number;
  /** The days of all rows, those of hidden members too. */
  days: IsoDay[];
}

export function readConnections(rows: CsvRow[], columns: Columns, file: string): Connections {
  const result: Connections = { people: [], skipped: [], hiddenMembers: 0, days: [] };
  for (const { cells, line } of rows) {
    const skip = (reason: string) => result.skipped.push({ file, line, reason });
    const cell = (field: Field) => cellOf(cells, columns, field);
    const name = `${cell('firstName')} ${cell('lastName')}`.replace(/\s+/g, ' ').trim();
    const date = cell('connectedOn');
    const connectedOn = readDay(date);
    if (connectedOn) result.days.push(connectedOn);

    if (name === '') {
      const hasMore =
        cell('link') !== '' || cell('email') !== '' || cell('company') !== '' || cell('role') !== '';
      if (hasMore || !connectedOn) skip('the row has no name');
      else result.hiddenMembers += 1;
      continue;
    }
    const fault = textFault(name, LIMITS.name);
    if (fault) {
      skip(`the name ${fault}`);
      continue;
    }
    const lineOf = (field: Field, what: string) => {
      const value = oneLine(cell(field));
      const wrong = textFault(value, LIMITS.line);
      if (wrong) skip(`the ${what} ${wrong}; the contact is kept without it`);
      return wrong ? null : value || null;
    };
    if (!connectedOn)
      skip(`${date ? `the date "${inShort(date)}" was not understood` : 'no date'}; the contact is kept`);
    const profile = readProfile(cell('link'));
    if (!profile && cell('link')) skip(`"${inShort(cell('link'))}" is no web link; the contact is kept`);
    result.people.push({
      name,
      email: cell('email') || null,
      link: profile?.link ?? null,
      linkKey: profile?.key ?? null,
      company: lineOf('company', 'company'),
      role: lineOf('role', 'position'),
      connectedOn,
      file,
      line,
    });
  }
  return result;
}

/** One entry a profile: of rows with the same link the first stays. */
export function withoutRepeated(all: ImportedPerson[]): Pick<Connections, 'people' | 'skipped'> {
  const firstByKey = new Map<string, ImportedPerson>();
  const skipped: Skipped[] = [];
  const people = all.filter((person) => {
    const { linkKey, file, line } = person;
    const first = linkKey === null ? undefined : firstByKey.get(linkKey);
    if (linkKey !== null && !first) firstByKey.set(linkKey, person);
    if (first) {
      const where = first.file === file ? '' : ` of ${first.file}`;
      skipped.push({ file, line, reason: `the same profile as on line ${first.line}${where}` });
    }
    return !first;
  });
  return { people, skipped };
}
