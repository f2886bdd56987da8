/** The copies of the database, and one of them in its place. */
import type { IsoDay } from '../model';
import type { BackupReason } from '../rules/backup-names';
import { dayWithWeekday, relativeDay } from '../rules/day-words';
import { contentWords } from './archive';
import { dim, gap, good, line, title, type View, warn } from './view';

/** How a copy is called: the numbered ones by their name alone, as they are all in one folder. */
export interface Named {
  file: string;
  /** In `backup list`; null for a file elsewhere. */
  number: number | null;
}

function nameOf({ file, number }: Named): string {
  return number === null ? file : file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}

/** As it is typed at a prompt. */
function typed({ file, number }: Named): string {
  if (number !== null) return String(number);
  return /[^\w./~:@%+=,-]/.test(file) ? `'${file.replaceAll("'", "'\\''")}'` : file;
}

interface BackupMade extends Named {
  /** Null when it was not made. */
  bytes: number | null;
  rows: Record<string, number>;
}

export function backupMadeView(made: BackupMade): View {
  const size = made.bytes === null ? '' : `, ${bytesWords(made.bytes)}, verified`;
  return [
    line(good(`Copied to ${nameOf(made)}: ${contentWords(made.rows)}${size}.`)),
    line(dim(`To bring it back: jobsearch restore ${typed(made)} · all copies: jobsearch backup list`)),
  ];
}

interface BackupLine {
  number: number;
  day: IsoDay;
  reason: BackupReason;
  bytes: number;
  people: number | null;
}

export function backupListView(facts: { folder: string; backups: BackupLine[] }, today: IsoDay): View {
  if (facts.backups.length === 0) {
    return [
      line('No copies yet. One is made before the first change of every day.'),
      line(dim('One now: jobsearch backup')),
    ];
  }
  return [
    title('Copies, the newest first', dim('7 days and 4 weeks are kept')),
    gap,
    {
      kind: 'columns',
      head: ['', 'day', '', 'people', 'size', 'made'],
      columns: [{ align: 'right' }, {}, {}, { align: 'right' }, { align: 'right' }, { flex: true }],
      rows: facts.backups.map(({ number, day, reason, bytes, people }) => [
        String(number),
        dayWithWeekday(day, today),
        dim(relativeDay(day, today)),
        people === null ? warn('unreadable') : String(people),
        bytesWords(bytes),
        reasonWords(reason),
      ]),
    },
    gap,
    line(dim(`They are in ${facts.folder}`)),
    line(dim('Bring one back: jobsearch restore 1')),
  ];
}

function reasonWords(reason: BackupReason): string {
  if (reason === 'daily') return "before the day's first change";
  if (reason === 'by-hand') return 'by hand';
  if (reason === 'before-restore') return 'before a restore';
  if (reason === 'before-fix') return 'before doctor --fix';
  return `before the update to schema ${reason.split('-').at(-1)}`;
}

interface Restored {
  from: Named;
  rows: Record<string, number>;
  /** What is in the database now; null when there is none, or it cannot be read. */
  present: Record<string, number> | null;
}

export function swapQuestion({ from, rows, present }: Restored): string {
  const now = present === null ? '' : ` (${contentWords(present)})`;
  return `Replace the present database${now}, which is kept as a copy, by ${nameOf(from)} (${contentWords(rows)})?`;
}

export function restoredView({ from, rows, kept }: Restored & { kept: Named | null }): View {
  return [
    line(good(`Restored ${nameOf(from)}: ${contentWords(rows)}.`)),
    ...(kept === null
      ? []
      : [
          line(`What was there before is ${nameOf(kept)}; to take it back: jobsearch restore ${typed(kept)}`),
        ]),
    line(dim('Your day: jobsearch today')),
  ];
}

/** `under 1 MB`, `2.4 MB`, `1.2 GB`. */
export function bytesWords(bytes: number): string {
  if (bytes < 1e6) return 'under 1 MB';
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
