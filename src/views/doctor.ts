/** Whether the database is well: a line for each check, and what to do about those that are not good. */
import type { IsoDay } from '../model';
import { relativeDay } from '../rules/day-words';
import type { CheckName, HealthFacts, HealthVerdict } from '../rules/health';
import { bytesWords } from './backup';
import { bad, count, dim, gap, good, line, type Text, title, type View, warn } from './view';

interface Mended {
  copy: string | null;
  closed: string[];
  removed: string[];
  derived: number;
  shrunk: boolean;
}

export interface Doctor extends HealthFacts {
  checks: { check: CheckName; verdict: HealthVerdict }[];
  /** Null when it was not asked for. */
  mended: Mended | null;
  /** The number of the copy to go back to; null when there is none, or no need of one. */
  restorable: number | null;
}

const VERDICT: Record<HealthVerdict, Text> = { good: good('good'), warn: warn('warn'), bad: bad('bad') };
const FIX = 'jobsearch doctor --fix';

export function doctorView(facts: Doctor, today: IsoDay): View {
  return [
    title('Doctor', dim(facts.file)),
    gap,
    {
      kind: 'columns',
      columns: [{}, {}, { flex: true }],
      rows: facts.checks.map(({ check, verdict }) => [
        VERDICT[verdict],
        check,
        wordsFor(check, verdict, facts, today),
      ]),
    },
    gap,
    ...mendedBlocks(facts.mended),
    ...nextBlocks(facts),
  ];
}

function wordsFor(check: CheckName, verdict: HealthVerdict, facts: Doctor, today: IsoDay): string {
  if (check === 'file') return fileWords(facts);
  if (check === 'integrity')
    return asked(facts.integrity, (faults) => faults[0] ?? 'every page and every index is whole');
  if (check === 'links') {
    return asked(facts.dangling, (n) =>
      n === 0
        ? 'every row points to rows that are there'
        : `${count(n, 'row points', 'rows point')} to rows that are not there`,
    );
  }
  if (check === 'derived') {
    if (facts.stale === null && verdict === 'good') return 'derived anew by the next command';
    return asked(facts.stale, (n) =>
      n === 0
        ? 'levels, depth and warmth are what the evidence gives'
        : `${count(n, 'value')} not what the evidence gives: ${FIX}`,
    );
  }
  if (check === 'access') {
    const [first] = facts.exposed;
    return first
      ? `others may read ${listed(facts.exposed.map(({ file, mode }) => `${file} (${mode})`))}: ${FIX}`
      : 'for you alone';
  }
  if (check === 'leftovers') {
    return facts.leftovers.length > 0 ? `${listed(facts.leftovers)}: ${FIX}` : 'nothing was left unfinished';
  }
  if (check === 'size') {
    const free = verdict === 'warn' ? `, ${bytesWords(facts.freeBytes ?? 0)} of it empty: ${FIX}` : '';
    return `${bytesWords(facts.bytes)}${free}`;
  }
  if (check === 'backup') return backupWords(facts, verdict, today);
  return verdict === 'good' ? 'room enough' : `only ${bytesWords(facts.diskFree)} left on this disk`;
}

function asked<T>(fact: T | null, words: (fact: T) => string): string {
  return fact === null ? 'cannot be told: the file cannot be read' : words(fact);
}

function fileWords({ unreadable, ours, schema, latest }: Doctor): string {
  if (unreadable !== null && ours === null) return `cannot be read: ${unreadable}`;
  if (ours === false) return 'a database of another program';
  if (schema !== null && schema > latest)
    return 'written by a newer jobsearch: npm install -g jobsearch@latest';
  if (unreadable !== null) return `cannot be read to its end: ${unreadable}`;
  return schema === latest
    ? 'a database of this jobsearch'
    : 'of an older jobsearch; the next command updates it';
}

function backupWords({ backups }: Doctor, verdict: HealthVerdict, today: IsoDay): string {
  const { newest } = backups;
  if (!newest) return 'none yet: jobsearch backup';
  const many = `${count(backups.count, 'copy', 'copies')}, ${bytesWords(backups.bytes)}, the newest of ${relativeDay(newest.day, today)}`;
  if (verdict === 'bad') return `${newest.name} is damaged: jobsearch backup`;
  return verdict === 'warn' ? `${many}: jobsearch backup` : many;
}

function listed(files: string[]): string {
  return files.length > 3 ? `${files.slice(0, 3).join(', ')} and ${files.length - 3} more` : files.join(', ');
}

function mendedBlocks(mended: Mended | null): View {
  if (mended === null) return [];
  const { closed, removed, derived, shrunk, copy } = mended;
  const done = [
    ...closed.map((file) => `Closed to others: ${file}`),
    ...removed.map((file) => `Removed: ${file}`),
    ...(derived > 0 ? [`Derived anew: ${count(derived, 'value')}`] : []),
    ...(shrunk ? ['Gave the empty space back to the disk'] : []),
    ...(copy === null ? [] : [`As it was before: ${copy}`]),
  ];
  return done.length === 0
    ? [line('There was nothing that could be mended.')]
    : done.map((text) => line(good(text)));
}

function nextBlocks({ checks, restorable }: Doctor): View {
  const verdictOf = (name: CheckName) => checks.find(({ check }) => check === name)?.verdict;
  if (['file', 'integrity', 'links'].some((name) => verdictOf(name as CheckName) === 'bad')) {
    return restorable === null
      ? [
          line(bad('What is damaged was left as it is, and there is no sound copy among the backups.')),
          line('From a copy of your own: jobsearch restore FILE'),
          line('Without one: give the file another name, and begin anew with jobsearch setup'),
        ]
      : [
          line(
            bad(`What is damaged was left as it is. The newest sound copy: jobsearch restore ${restorable}`),
          ),
        ];
  }
  if (checks.every(({ verdict }) => verdict === 'good')) return [line(good('All is well.'))];
  return [];
}
