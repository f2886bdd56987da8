/** messages.csv: one row a message, of any year since 2021. */
import type { Instant, IsoDay } from '../../model';
import type { CsvRow } from '../csv';
import { readInstant } from './dates';
import { isHiddenName, nameKey, splitNames } from './names';
import { type Profile, readProfile } from './profile-key';
import { type Columns, cellOf, type Field } from './tables';

/** Somebody a message names; `hidden` for a "LinkedIn Member", of whom nothing else is known. */
export interface Mention {
  name: string;
  profile: Profile | null;
  hidden: boolean;
}

export interface MessageRow {
  sort: 'message' | 'drafts' | 'spam' | 'sponsored';
  conversation: string;
  from: Mention;
  /** The names as written, and the links beside them; `recipientsOf` tells them apart. */
  to: string;
  toProfiles: Profile[];
  dateText: string;
  /** Null when the date was not understood. */
  day: IsoDay | null;
  text: string | null;
  file: string;
  line: number;
}

export function readMessageRows(
  rows: CsvRow[],
  columns: Columns,
  file: string,
  localDay: (at: Instant) => IsoDay,
): MessageRow[] {
  const profiles = new Map<string, Profile | null>();
  const profileOf = (link: string) => {
    if (!profiles.has(link)) profiles.set(link, readProfile(link));
    return profiles.get(link) ?? null;
  };
  return rows.map(({ cells, line }) => {
    const cell = (field: Field) => cellOf(cells, columns, field);
    const from = mention(cell('from'), profileOf(cell('fromLink')));
    const to = cell('to');
    const at = readInstant(cell('date'));
    return {
      sort: sortOf(cell),
      // Without an id the two names, whoever of them writes, make the conversation.
      conversation: cell('conversation') || [nameKey(from.name), nameKey(to)].sort().join('\n'),
      from,
      to,
      toProfiles: cell('toLinks')
        .split(/[,;\s]+/)
        .flatMap((link) => profileOf(link) ?? []),
      dateText: cell('date'),
      day: at && localDay(at),
      text: cell('content') || null,
      file,
      line,
    };
  });
}

function sortOf(cell: (field: Field) => string): MessageRow['sort'] {
  if (/^(yes|true)$/i.test(cell('draft'))) return 'drafts';
  if (/^spam$/i.test(cell('folder'))) return 'spam';
  if (cell('fromLink') === '' && cell('content').startsWith('<p class="spinmail')) return 'sponsored';
  return 'message';
}

function mention(name: string, profile: Profile | null): Mention {
  const hidden = isHiddenName(name);
  // With a link the person can be told, and some other row may have the name.
  return { name: hidden && profile ? '' : name.replace(/\s+/g, ' '), profile, hidden: hidden && !profile };
}

/** The links say how many recipients there are, where there are links; else the names have to be told apart. */
export function recipientsOf(row: MessageRow, isKnownName: (key: string) => boolean): Mention[] {
  const profiles = row.toProfiles;
  const names = splitNames(row.to, isKnownName);
  if (profiles.length === 0 || profiles.length === names.length) {
    return names.map((name, at) => mention(name, profiles[at] ?? null));
  }
  const hidden = names.filter(isHiddenName).map((name) => mention(name, null));
  const name = names.filter((name) => !isHiddenName(name)).join(', ');
  // Which name goes with which of several links cannot be told; they are a group anyway.
  return [...hidden, ...profiles.map((profile) => mention(profiles.length === 1 ? name : '', profile))];
}
