/** The directory at the end of a zip archive: what the archive says of its members, checked before any is unpacked. */

export interface ZipEntry {
  path: string;
  encrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Of its local header. */
  offset: number;
}

/** Thrown for an archive that contradicts itself; the message is for nobody. */
export class BrokenZip extends Error {}

const [END, END64, LOCATOR64, CENTRAL, LOCAL] = [0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50, 0x04034b50];
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** What a 32-bit field says when the number is in the zip64 part. */
const ELSEWHERE = 0xffffffff;

export function readDirectory(bytes: Uint8Array, most: number): ZipEntry[] | 'too many' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR64) {
    const end64 = number64(view, end - 20 + 8);
    if (view.getUint32(end64, true) !== END64) throw new BrokenZip();
    count = number64(view, end64 + 32);
    at = number64(view, end64 + 48);
  }
  if (count > most) return 'too many';
  const entries: ZipEntry[] = [];
  for (; entries.length < count; ) {
    const { entry, next } = readEntry(view, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new BrokenZip();
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== CENTRAL) throw new BrokenZip();
  const flags = view.getUint16(at + 8, true);
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
    view.getUint16(at + field, true),
  );
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength!);
  const extra = at + 46 + nameLength!;
  const next = extra + extraLength! + commentLength!;
  if (next > view.byteLength) throw new BrokenZip();
  // In this order, and only those that did not fit.
  const wide = wideNumbers(view, extra, extra + extraLength!);
  const numberAt = (field: number) => {
    const number = view.getUint32(at + field, true);
    return number === ELSEWHERE ? (wide.shift() ?? number) : number;
  };
  const unpacked = numberAt(24);
  const packed = numberAt(20);
  const offset = numberAt(42);
  const entry: ZipEntry = {
    path: new TextDecoder(flags & 0x800 ? 'utf-8' : 'latin1').decode(name),
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    unpacked,
    offset,
  };
  return { entry, next };
}

function wideNumbers(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && at + 4 + length <= to) {
      return Array.from({ length: length >> 3 }, (_, index) => number64(view, at + 4 + index * 8));
    }
  }
  return [];
}

function number64(view: DataView, at: number): number {
  const number = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(number)) throw new BrokenZip();
  return number;
}

/** Where the packed bytes of a member are; its local header has a name and an extra field of its own lengths. */
export function packedRange(bytes: Uint8Array, { offset, packed }: ZipEntry): [from: number, to: number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw new BrokenZip();
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length) throw new BrokenZip();
  return [from, from + packed];
}
