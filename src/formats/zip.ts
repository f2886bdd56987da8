/** Files out of a zip archive, in memory only: nothing is written, so that a member's path can do no harm. */
import { UserError } from '../errors';
import { LIMITS, withCommas } from '../rules/limits';
import type { InputFile } from './text-file';
import { BrokenZip, packedRange, readDirectory, type ZipEntry } from './zip-directory';

export interface ZipContent {
  /** The wanted members, unpacked; each under its base name. */
  members: InputFile[];
  /** Base names of the members that were left packed. */
  others: string[];
}

/** True by the first bytes: a member's header, or the end record of an empty archive. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/** Unpacks only what the caller wants, and only after all that the archive says of it was found to be bearable. */
export async function readZip(file: InputFile, wants: (baseName: string) => boolean): Promise<ZipContent> {
  const { inflateSync } = await import('fflate');
  return refusingBroken(file.name, () => {
    const entries = readDirectory(file.bytes, LIMITS.zipMembers);
    if (entries === 'too many') throw tooMuch(file.name, `more than ${withCommas(LIMITS.zipMembers)} files`);
    const files = entries.filter(({ path }) => isFile(path));
    const wanted = files.filter(({ path }) => wants(baseName(path)));
    refuseUnbearable(file, wanted);
    const members = wanted.map((entry) => {
      const [from, to] = packedRange(file.bytes, entry);
      const packed = file.bytes.subarray(from, to);
      return { name: baseName(entry.path), bytes: unpack(file.name, entry, packed, inflateSync) };
    });
    return {
      members,
      others: files.filter((entry) => !wanted.includes(entry)).map(({ path }) => baseName(path)),
    };
  });
}

function refuseUnbearable(file: InputFile, wanted: ZipEntry[]): void {
  for (const { path, encrypted, method } of wanted) {
    const name = baseName(path);
    if (encrypted) throw new UserError(`"${name}" in ${file.name} is locked with a password.`, UNPACK);
    if (method !== 0 && method !== 8)
      throw new UserError(`"${name}" in ${file.name} is packed in a way that is not read.`, UNPACK);
  }
  const total = wanted.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > LIMITS.unpackedMiB * 2 ** 20)
    throw tooMuch(file.name, `more than ${LIMITS.unpackedMiB} MiB to unpack`);
  // One piece of packed bytes behind many names is how a small archive becomes a large one.
  let last = { to: 0, name: '' };
  for (const entry of [...wanted].sort((a, b) => a.offset - b.offset)) {
    const [, to] = packedRange(file.bytes, entry);
    const name = baseName(entry.path);
    if (entry.offset < last.to)
      throw new UserError(`"${last.name}" and "${name}" in ${file.name} share their bytes.`, UNPACK);
    last = { to, name };
  }
}

type Inflate = (packed: Uint8Array, options: { out: Uint8Array }) => Uint8Array;

function unpack(archive: string, entry: ZipEntry, packed: Uint8Array, inflate: Inflate): Uint8Array {
  // A byte more than it claims, and no more: enough to see that it claims too little.
  const bytes = entry.method === 0 ? packed : inflated(packed, new Uint8Array(entry.unpacked + 1), inflate);
  if (bytes === null || bytes.length !== entry.unpacked || crc32(bytes) !== entry.crc) {
    throw new UserError(
      `"${baseName(entry.path)}" in ${archive} is damaged: it does not unpack to what was packed.`,
      DOWNLOAD,
    );
  }
  return bytes;
}

function inflated(packed: Uint8Array, out: Uint8Array, inflate: Inflate): Uint8Array | null {
  try {
    return inflate(packed, { out });
  } catch {
    return null;
  }
}

let crcTable: Uint32Array | undefined;

/** The checksum of zip (ISO 3309, polynomial 0xEDB88320): the library unpacks without looking at it. */
function crc32(bytes: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const UNPACK = 'Unpack it yourself, and give the files one by one.';
const DOWNLOAD = 'Download it again, and give the new file.';

function refusingBroken<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // A RangeError is a view past the end of the bytes.
    if (!(error instanceof BrokenZip || error instanceof RangeError)) throw error;
    throw new UserError(`${name} is a broken or incomplete zip archive.`, DOWNLOAD);
  }
}

function tooMuch(name: string, what: string): UserError {
  return new UserError(`${name} holds ${what}.`, UNPACK);
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Folders have no base name; macOS puts a `._` twin beside every file it packs. */
function isFile(path: string): boolean {
  const name = baseName(path);
  return name !== '' && !name.startsWith('._');
}
