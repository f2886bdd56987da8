#!/usr/bin/env node

// Starts the program. Most of a short run would be V8 compiling its bundle, so what it compiled is kept for the next run:
// beside the bundle, or in the user's cache folder where the package belongs to somebody else. Only speed depends on it;
// and for its sake this is one small file, whose own text is compiled at every start.
const { closeSync, existsSync, openSync, readSync } = require('node:fs');
const { isAbsolute, join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '../dist');
/** Room for the longer of two files, each read into it: memory that was touched before costs nothing to touch again. */
const room = Buffer.allocUnsafeSlow(8_000_000);

function bytesOf(file) {
  const opened = openSync(file);
  try {
    return room.subarray(0, readSync(opened, room));
  } finally {
    closeSync(opened);
  }
}

const programOf = (name) => join(dist, `programs/${name}.js`);

const [named = 'today', ...more] = process.argv.slice(2);
const command = /^[a-z]{1,12}$/.test(named) ? named : 'other';
/** The day without any option has a bundle that can do nothing else, and each everyday command one of its own. */
const isBareDay = named === 'today' && more.length === 0;
const filename = programOf(isBareDay ? 'bare-day' : existsSync(programOf(command)) ? command : 'main');
const source = bytesOf(filename).toString('latin1');

/** The bundle ends with a hash of itself. One for each command: loading what another runs would cost what is saved. */
const name = `${source.slice(-12)}-${process.version}-${process.arch}-${isBareDay ? 'day' : command}.cache`;
const caches = process.env.XDG_CACHE_HOME || `${process.env.HOME}/.cache`;
const files = [join(dist, name), join(caches, 'jobsearch', name)].filter(isAbsolute);

/**
 * As dist/keep.js wrote it: the code twice, as V8 crashes on a damaged one and comparing is quicker than loading a hash
 * function, and in four bytes the length of the longest answer that was given by it.
 */
function read(file) {
  try {
    const bytes = bytesOf(file);
    const length = (bytes.length - 4) / 2;
    const code = bytes.subarray(0, length);
    if (code.equals(bytes.subarray(length, 2 * length)))
      return { code, said: bytes.readUInt32LE(2 * length) };
  } catch {}
}

const kept = read(files[0]) ?? (files[1] && read(files[1]));
const script = new Script(source, { filename, cachedData: kept?.code });
const isKept = kept !== undefined && !script.cachedDataRejected;
const main = { exports: { said: { bytes: 0 } } };
process.on('exit', (status) => {
  const { bytes } = main.exports.said;
  // An empty search runs little of a command. A longer answer had more to say, so what was compiled for it joins what is
  // kept; now and then it may, whatever was said. A failed run needed something else.
  const isMore = !isKept || bytes > kept.said + kept.said / 8 || process.pid % 16 === 0;
  // By now V8 has compiled all that this command needs.
  if (status === 0 && isMore)
    require('../dist/keep.js').keep(
      files,
      script.createCachedData(),
      Math.max(bytes, isKept ? kept.said : 0),
    );
});
script.runInThisContext()(main.exports, require, main, filename, dist);
