/** What has ended, and the command that takes its end back. */
import type { Db } from '../store/db';
import { findEntryThatEnded } from '../store/history';

/** The hint for a thing that is wanted again; none where its end is not in the history any more. */
export function takeUpHint(db: Db, table: 'tasks' | 'events' | 'promises', id: number): string | undefined {
  const entry = findEntryThatEnded(db, table, id);
  return entry === undefined ? undefined : `to take it up again: jobsearch undo ${entry}`;
}

export function planAgainHint(db: Db, { id, title }: { id: number; title: string }): string {
  return takeUpHint(db, 'events', id) ?? `to plan it again: jobsearch event add "${title}" --on today`;
}
