/** Files beside a database that are not its own, and that SQLite would play into it: they are put aside, unread. */
import { closeSync, existsSync, openSync, readSync, renameSync } from 'node:fs';

/** Added to the name of what was put aside. */
export const STRAY = '.stray';

const APPLICATION_ID_AT = 68;
/** 1 where changes are rolled back from a journal, 2 where they are written ahead. */
const WRITE_VERSION_AT = 18;
const JOURNAL_MAGIC = 'd9d505f920a163d7';
const RECORDS = 64;

export function setStraysAside(path: string): void {
  // The usual case ends here: nothing lies beside the file.
  const [wal, journal] = [`${path}-wal`, `${path}-journal`];
  if (existsSync(wal) && isForeignLog(path)) renameSync(wal, wal + STRAY);
  if (existsSync(journal) && isForeignJournal(path, journal)) renameSync(journal, journal + STRAY);
}

/** This program never writes ahead; a database that another tool made do so says it in its header. */
function isForeignLog(path: string): boolean {
  return bytesAt(path, WRITE_VERSION_AT, 1)[0] === 1;
}

/** A journal holds pages as they were; the first page of a database says which program it belongs to. */
function isForeignJournal(path: string, journal: string): boolean {
  const head = bytesAt(journal, 0, 28);
  if (head.length < 28 || head.toString('hex', 0, 8) !== JOURNAL_MAGIC) return false;
  const [sector, page] = [head.readUInt32BE(20), head.readUInt32BE(24)];
  const own = bytesAt(path, APPLICATION_ID_AT, 4);
  for (let record = 0; record < RECORDS; record++) {
    const at = sector + record * (page + 8);
    const number = bytesAt(journal, at, 4);
    if (number.length < 4) return false;
    if (number.readUInt32BE() === 1) {
      const theirs = bytesAt(journal, at + 4 + APPLICATION_ID_AT, 4);
      // What is being made has no owner yet.
      return own.length === 4 && theirs.length === 4 && !theirs.equals(own) && theirs.readUInt32BE() !== 0;
    }
  }
  return false;
}

function bytesAt(path: string, at: number, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, at));
  } finally {
    closeSync(file);
  }
}
