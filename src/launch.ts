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

function read(file: string): Buffer | undefined {
  const twice = readFileSync(file);
  const code = twice.subarray(0, twice.length / 2);
  return code.equals(twice.subarray(code.length)) ? code : undefined;
}

/** Writes the code twice: V8 crashes on a damaged cache, and comparing is quicker than loading a hash function. */
function write(file: string, code: Buffer): true {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, Buffer.concat([code, code]));
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
const cachedData = firstOf(files, read);
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
// An empty search runs little of a command: now and then what was compiled since joins what is kept.
if (!cachedData || script.cachedDataRejected || process.pid % 16 === 0) {
  process.on('exit', (status) => {
    // By now V8 has compiled all that this command needs; a failed run needed something else.
    if (status === 0) firstOf(files, (file) => write(file, script.createCachedData()));
  });
}
const main = { exports: {} };
script.runInThisContext()(main.exports, require, main, filename, __dirname);
