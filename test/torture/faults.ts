/** All faults, in the order of the table. */
import type { Fault } from './fault';
import {
  killedBackup,
  killedFirstLog,
  killedImport,
  killedLog,
  killedMigration,
  killedRestore,
  killedUndo,
} from './kills';

export const faults: Fault[] = [
  killedLog,
  killedFirstLog,
  killedImport,
  killedUndo,
  killedMigration,
  killedBackup,
  killedRestore,
];
