/** Settings: words the user chose. What a key means and allows is the commands' business. */
import { all, type Db, get, run } from './db';

export function listSettings(db: Db): { key: string; value: string }[] {
  return all(db, "SELECT key, value FROM settings WHERE key <> 'model-version' ORDER BY key");
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
}

export function removeSetting(db: Db, key: string): void {
  run(db, 'DELETE FROM settings WHERE key = ?', key);
}
