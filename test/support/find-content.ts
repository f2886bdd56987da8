import { all, type Db } from '../../src/store/db';
import { onIndex, rebuild } from '../../src/store/find-index';

/** Every word of the index, with where it stands. */
export function contentOf(db: Db): unknown[] {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'find_index', 'instance')");
  return all(db, 'SELECT term, doc, col, "offset" FROM terms ORDER BY 1, 2, 3, 4');
}

/** The index that followed what was written so far, and one made anew, which is forgotten again. */
export function followedAndAnew(db: Db): { followed: unknown[]; anew: unknown[] } {
  const followed = onIndex(
    db,
    true,
    () => {},
    () => contentOf(db),
  );
  db.exec('PRAGMA query_only = OFF');
  db.exec('BEGIN');
  rebuild(db);
  const anew = contentOf(db);
  db.exec('ROLLBACK');
  return { followed, anew };
}
