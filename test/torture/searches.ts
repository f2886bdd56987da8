/** The searches that are tortured. */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '../../src/store/migrate';
import { openDatabase } from '../../src/store/open';
import { fillDatabase } from '../bench/people';
import { databaseIn, succeed } from './program';

const MIGRATIONS = resolve('migrations');

/** Ninety people with ten touches each, open tasks and events, and the copy of the day. */
export async function aSearch(home: string, people = 90): Promise<void> {
  fillDatabase(databaseIn(home), people, '2026-11-22');
  await succeed(home, ['contact', 'add', 'Ana Ruiz', '--company', 'Acme']);
}

/** The rows of LinkedIn's Connections.csv for so many people. */
export function aConnectionsFile(folder: string, people: number): string {
  const rows = Array.from(
    { length: people },
    (_, at) => `Person${at},Surname,https://www.linkedin.com/in/p${at},,Globex,Engineer,03 Nov 2026`,
  );
  const file = join(folder, 'Connections.csv');
  writeFileSync(
    file,
    `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`,
  );
  return file;
}

/** As the first released program left it. */
export function anOldSearch(home: string, people = 300): void {
  const folder = join(home, 'first-migration');
  mkdirSync(folder);
  const [first] = readdirSync(MIGRATIONS).sort();
  copyFileSync(join(MIGRATIONS, first!), join(folder, first!));
  const db = openDatabase(databaseIn(home));
  migrate(db, databaseIn(home), folder);
  const contact = db.prepare(
    "INSERT INTO contacts (name, name_key, company, added_on) VALUES (?, ?, 'Acme', '2026-10-01')",
  );
  const interaction = db.prepare(
    "INSERT INTO interactions (day, channel, about) VALUES ('2026-11-01', 'coffee', 'how they hire')",
  );
  const touch = db.prepare(
    "INSERT INTO touches (interaction_id, contact_id, day, kind, substantive) VALUES (?, ?, '2026-11-01', 'live', 1)",
  );
  const word = db.prepare('INSERT INTO contact_words (contact_id, word) VALUES (?, ?)');
  db.transaction(() => {
    for (let at = 0; at < people; at++) {
      const person = contact.run(`Person ${at}`, `person ${at}`).lastInsertRowid;
      for (const one of ['person', String(at), 'acme']) word.run(person, one);
      touch.run(interaction.run().lastInsertRowid, person);
    }
  })();
  db.close();
}
