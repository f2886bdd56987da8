/** Files beside a database that are not its own, and that SQLite would play into it: they are put aside, unread. */
import { closeSync, existsSync, openSync, readSync, renameSync } from 'node:fs';

/** Added to the name of what was put aside. */
export const STRAY = '.stray';

const CHANGES_AT = 24;
const APPLICATION_ID_AT = 68;
/** 1 where changes are rolled back from a journal, 2 where they are written ahead. */
const WRITE_VERSION_AT = 18;
const HEADER = 100;
const JOURNAL_MAGIC = 'd9d505f920a163d7';
const RECORDS = 64;

export function setStraysAside(path: string): void {
  // The usual case ends here: nothing lies beside the file.
  const [wal, journal] = [`${path}-wal`, `${path}-journal`];
  if (existsSync(wal) && isForeignLog(path)) putAside(wal);
  if (existsSync(journal) && isForeignJournal(path, journal)) putAside(journal);
}

function putAside(file: string): void {
  unlessGone(() => renameSync(file, file + STRAY), undefined);
}

/** Whoever writes removes its journal at the end, at any moment of ours. */
function unlessGone<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return otherwise;
    throw error;
  }
}

/** This program never writes ahead; a database that another tool made do so says it in its header. */
function isForeignLog(path: string): boolean {
  return bytesAt(path, WRITE_VERSION_AT, 1)[0] === 1;
}

/**
 * A journal holds pages as they were. The first page of a database says which program it belongs to, and counts its
 * changes: a change that was interrupted is the next one, or not yet counted. A journal from further back has been left
 * behind, and would mix old pages with new ones.
 */
function isForeignJournal(path: string, journal: string): boolean {
  const head = bytesAt(journal, 0, 28);
  if (head.length < 28 || head.toString('hex', 0, 8) !== JOURNAL_MAGIC) return false;
  const [sector, page] = [head.readUInt32BE(20), head.readUInt32BE(24)];
  const own = bytesAt(path, 0, HEADER);
  for (let record = 0; record < RECORDS; record++) {
    const at = sector + record * (page + 8);
    const number = bytesAt(journal, at, 4);
    if (number.length < 4) return false;
    if (number.readUInt32BE() === 1) {
      const theirs = bytesAt(journal, at + 4, HEADER);
      // While somebody writes, the two are read at different times, and differ for that reason alone.
      return isOfAnother(own, theirs) && bytesAt(path, 0, HEADER).equals(own);
    }
  }
  return false;
}

function isOfAnother(own: Buffer, theirs: Buffer): boolean {
  if (own.length < HEADER || theirs.length < HEADER) return false;
  const idOf = (header: Buffer) => header.readUInt32BE(APPLICATION_ID_AT);
  // What is being made has no owner yet.
  if (idOf(theirs) !== idOf(own)) return idOf(theirs) !== 0;
  const further = (own.readUInt32BE(CHANGES_AT) - theirs.readUInt32BE(CHANGES_AT)) >>> 0;
  return further > 1;
}

/** As many as are there; none of a file that is not. */
function bytesAt(path: string, at: number, length: number): Buffer {
  const file = unlessGone(() => openSync(path, 'r'), null);
  const bytes = Buffer.alloc(length);
  if (file === null) return bytes.subarray(0, 0);
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, at));
  } finally {
    closeSync(file);
  }
}
