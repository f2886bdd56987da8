/** The ties around a person as a search for ways reads them: each by one statement, only when it comes to them. */
import type { How } from '../model';
import { type Db, sql } from './db';

export interface OwnTie {
  level: number;
  depth: number;
  heatDay: number | null;
}

export interface Ties {
  /** Undefined for a contact who is parked or gone. */
  mine(id: number): OwnTie | undefined;
  neighbours(id: number): { id: number; how: How }[];
}

export function readTies(db: Db): Ties {
  const own = sql(
    db,
    "SELECT level, depth, heat_day AS heatDay FROM contacts WHERE id = ? AND state = 'active'",
  );
  const around = sql(db, 'SELECT b AS id, how FROM knows WHERE a = ?');
  return {
    mine: (id) => own.get(id) as OwnTie | undefined,
    neighbours: (id) => around.all(id) as { id: number; how: How }[],
  };
}
