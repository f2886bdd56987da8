/** Keeps the code that V8 compiled for the next run; bin/jobsearch.js, which reads it, calls this now and then. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * In the first of the files that can be written: a folder of somebody else or a full disk is no reason to fail. `said` are
 * the bytes of the longest answer that was given by the code.
 */
export function keep(files: readonly string[], code: Buffer, said: number): void {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(said);
  files.some((file) => isWritten(file, Buffer.concat([code, code, number])));
}

function isWritten(file: string, bytes: Buffer): boolean {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
    return true;
  } catch {
    try {
      rmSync(unfinished, { force: true });
    } catch {}
    return false;
  }
}
