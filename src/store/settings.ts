/** Settings: words the user chose. What a key means and allows is the rules' business. */
import { type Settings, settingsOf } from '../rules/settings';
import type { Spans } from '../rules/spans';
import { all, type Db, get, run } from './db';

/** What the program itself remembers about this database: neither shown nor exported nor journaled. */
export const INNER_SETTINGS = ['model-version', 'sample-made-for', 'told-of-readers', 'reminded'];

interface Row {
  key: string;
  value: string;
}

export function listSettings(db: Db): Row[] {
  return listAllSettings(db).filter(({ key }) => !INNER_SETTINGS.includes(key));
}

/** The inner ones too: everything that a run wants to know of them is read by this one statement. */
export function listAllSettings(db: Db): Row[] {
  return all(db, 'SELECT key, value FROM settings ORDER BY key');
}

export function findSetting(db: Db, key: string): string | undefined {
  return get<{ value: string }>(db, 'SELECT value FROM settings WHERE key = ?', key)?.value;
}

export function setSetting(db: Db, key: string, value: string): void {
  run(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );
  known.delete(db);
}

export function removeSetting(db: Db, key: string): void {
  run(db, 'DELETE FROM settings WHERE key = ?', key);
  known.delete(db);
}

const known = new WeakMap<Db, Settings>();

/** As this database has them. Read once in a run, and again after a change. */
export function getSettings(db: Db): Settings {
  return known.get(db) ?? readSettings(db, listAllSettings(db));
}

export function spansOf(db: Db): Spans {
  return getSettings(db).model.spans;
}

/** Rows of settings also come and go without the two above: with an archive, and by taking commands back. */
export function readSettings(db: Db, rows: readonly Row[]): Settings {
  const settings = settingsOf(rows);
  known.set(db, settings);
  return settings;
}
