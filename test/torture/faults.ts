/** All faults, in the order of the table. */
import { clocks } from './clocks';
import { fullDisk, readOnly, smallFiles } from './disk';
import type { Fault } from './fault';
import { bitsFlipped, cutShort, replaced, staleJournal } from './file';
import {
  killedBackup,
  killedFirstLog,
  killedImport,
  killedLog,
  killedMigration,
  killedRestore,
  killedUndo,
} from './kills';
import { eightWriting, todayDuringImport, twoCopying, twoUpdating, twoWriting } from './together';

export const faults: Fault[] = [
  killedLog,
  killedFirstLog,
  killedImport,
  killedUndo,
  killedMigration,
  killedBackup,
  killedRestore,
  twoWriting,
  eightWriting,
  twoCopying,
  twoUpdating,
  todayDuringImport,
  smallFiles,
  fullDisk,
  readOnly,
  replaced,
  cutShort,
  bitsFlipped,
  staleJournal,
  clocks,
];
