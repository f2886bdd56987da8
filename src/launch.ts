/**
 * Starts the program. Most of a short run would be V8 compiling its bundle, so what it compiled is kept for the next run:
 * beside the bundle, or in the user's cache folder where the package belongs to somebody else. Only speed depends on it.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

/** A hash of all bundles, put in by the build. */
declare const BUILD: string;
/** The commands that have a bundle of their own, put in by the build. */
declare const BUNDLED: string[];

const [named = 'today', ...more] = process.argv.slice(2);
/** The day without any option has a bundle that can do nothing else. */
const bundle = named === 'today' && more.length === 0 ? 'day' : BUNDLED.includes(named) ? named : 'main';

/** One for each command: loading what another command runs would cost again what is saved. */
function cacheFiles(): string[] {
  const command = bundle === 'day' ? bundle : (/^[a-z]{1,12}$/.exec(named)?.[0] ?? 'other');
  const name = `${BUILD}-${process.version}-${process.arch}-${command}.cache`;
  const caches = process.env.XDG_CACHE_HOME || join(process.env.HOME ?? '', '.cache');
  return [join(__dirname, name), join(caches, 'jobsearch', name)].filter(isAbsolute);
}

interface Kept {
  code: Buffer;
  /** Bytes of the longest answer that was given by it. */
  said: number;
}

const NUMBER = 4;

function read(file: string): Kept | undefined {
  const bytes = readFileSync(file);
  const length = (bytes.length - NUMBER) / 2;
  const code = bytes.subarray(0, length);
  if (!code.equals(bytes.subarray(length, 2 * length))) return undefined;
  return { code, said: bytes.readUInt32LE(2 * length) };
}

/** Writes the code twice: V8 crashes on a damaged cache, and comparing is quicker than loading a hash function. */
function write(file: string, { code, said }: Kept): true {
  const number = Buffer.alloc(NUMBER);
  number.writeUInt32LE(said);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, Buffer.concat([code, code, number]));
    renameSync(unfinished, file);
    return true;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** The first file that it works with: a folder of somebody else or a full disk is no reason to fail. */
function firstOf<T>(files: string[], work: (file: string) => T | undefined): T | undefined {
  for (const file of files) {
    try {
      const done = work(file);
      if (done !== undefined) return done;
    } catch {}
  }
  return undefined;
}

const filename = join(__dirname, `${bundle}.js`);
const files = cacheFiles();
const kept = firstOf(files, read);
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData: kept?.code });
const main = { exports: { said: { bytes: 0 } } };
process.on('exit', (status) => {
  const { bytes } = main.exports.said;
  const isKept = kept !== undefined && !script.cachedDataRejected;
  // An empty search runs little of a command. A longer answer had more to say, so what was compiled for it joins what is
  // kept; now and then it may, whatever was said.
  const isMore = !isKept || bytes > kept.said + kept.said / 8 || process.pid % 16 === 0;
  // By now V8 has compiled all that this command needs; a failed run needed something else.
  if (status !== 0 || !isMore) return;
  const said = Math.max(bytes, isKept ? kept.said : 0);
  firstOf(files, (file) => write(file, { code: script.createCachedData(), said }));
});
script.runInThisContext()(main.exports, require, main, filename, __dirname);
