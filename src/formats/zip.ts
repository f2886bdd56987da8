/** Files out of a zip archive, in memory only: nothing is written, so that a member's path can do no harm. */
import { UserError } from '../errors';
import type { InputFile } from './text-file';

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED_MIB = 200;

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

/** Unpacks only what the caller wants, and only after the sizes of all of it were found to be bearable. */
export async function readZip(file: InputFile, wants: (baseName: string) => boolean): Promise<ZipContent> {
  const { unzipSync } = await import('fflate');
  const others: string[] = [];
  let entries = 0;
  let unpacked = 0;
  const isWanted = (path: string) => isFile(path) && wants(baseName(path));

  return refusingBroken(file.name, () => {
    unzipSync(file.bytes, {
      filter: ({ name: path, originalSize }) => {
        entries += 1;
        if (entries > MAX_ENTRIES) throw tooMuch(file.name, `more than ${MAX_ENTRIES} files`);
        if (isWanted(path)) unpacked += originalSize;
        else if (isFile(path)) others.push(baseName(path));
        if (unpacked > MAX_UNPACKED_MIB * 2 ** 20)
          throw tooMuch(file.name, `more than ${MAX_UNPACKED_MIB} MiB to unpack`);
        return false;
      },
    });
    const unzipped = unzipSync(file.bytes, { filter: ({ name }) => isWanted(name) });
    const members = Object.entries(unzipped).map(([path, bytes]) => ({ name: baseName(path), bytes }));
    return { members, others };
  });
}

function refusingBroken<T>(name: string, unpack: () => T): T {
  try {
    return unpack();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${name} is a broken or incomplete zip archive.`,
      'Download it again, and give the new file.',
    );
  }
}

function tooMuch(name: string, what: string): UserError {
  return new UserError(`${name} holds ${what}.`, 'Unpack it yourself, and give the files one by one.');
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Folders have no base name; macOS puts a `._` twin beside every file it packs. */
function isFile(path: string): boolean {
  const name = baseName(path);
  return name !== '' && !name.startsWith('._');
}
