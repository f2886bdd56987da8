/** SIGKILL at a random moment of a command: what it was to do is there in full or not at all. */
import { cpSync, mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Attempt, Fault, Found } from './fault';
import { databaseIn, endOf, run, start, succeed } from './program';
import { checkCopies, copiesIn, examined, stateOf } from './state';

export interface Killing {
  name: string;
  what: string;
  argv(home: string): string[];
  /** Makes the database that every attempt begins with. */
  make(home: string): Promise<void>;
  /** Whether a kill may leave it between `before` and `after`, where the next command goes on. */
  inSteps?: boolean;
  check?(folder: string, reported: boolean, state: 'before' | 'after', found: Found): void;
}

const MEASURED = 5;
/** Every so many attempts the command is given once more, and must do then what it was stopped in. */
const AGAIN_EACH = 4;

export function killing(killed: Killing): Fault {
  const { name, what } = killed;
  return {
    name,
    what,
    times: 200,
    short: 2,
    prepare: (home, tries) => prepareKilling(killed, home, tries < 10 ? 1 : MEASURED),
  };
}

async function prepareKilling(killed: Killing, place: string, measured: number): Promise<Attempt> {
  const home = join(place, 'home');
  mkdirSync(home);
  await killed.make(home);
  const argv = killed.argv(home);
  const before = stateOf(databaseIn(home));
  let after = '';
  const spans: number[] = [];
  for (let nth = 0; nth < measured; nth++) {
    const twin = join(place, `twin-${nth}`);
    cpSync(home, twin, { recursive: true });
    const from = performance.now();
    await succeed(twin, argv);
    spans.push(performance.now() - from);
    after = stateOf(databaseIn(twin));
  }
  const span = spans.sort((a, b) => a - b)[Math.floor(measured / 2)]!;
  const states = [before, after, ...copiesIn(home).map(stateOf)];

  return async (folder, nth, found) => {
    cpSync(home, folder, { recursive: true });
    const reported = await killAt(folder, argv, nth, span);
    const doctor = await examined(folder, found, killed.inSteps);
    if (!doctor) return;
    const state = stateOf(databaseIn(folder));
    if (state !== after && reported) found.lost(`reported and not there: ${argv.join(' ')}`);
    if (state !== before && state !== after && !killed.inSteps) found.torn(`in part: ${argv.join(' ')}`);
    await checkCopies(folder, states, doctor, found);
    killed.check?.(folder, reported, state === before ? 'before' : 'after', found);
    const isUnfinished = state !== after && (killed.inSteps || nth % AGAIN_EACH === 0);
    if (isUnfinished) await checkAgain(folder, argv, after, found);
  };
}

async function checkAgain(folder: string, argv: string[], after: string, found: Found): Promise<void> {
  const { status, stderr } = await run(folder, argv);
  if (status !== 0) found.unclear(`given again: ${status} ${stderr}`);
  else if (stateOf(databaseIn(folder)) !== after)
    found.torn(`given again it does something else: ${argv.join(' ')}`);
}

/** Near enough to a write for the kill to come before, in or after it. */
const NEAR_MS = 12;

/**
 * By turns anywhere in the usual time of the command, in its last fifth, and shortly after it first touches a file.
 * Returns whether it had said anything of its answer, which it does when all is done.
 */
async function killAt(folder: string, argv: string[], nth: number, span: number): Promise<boolean> {
  const child = start(folder, argv);
  const ended = endOf(child);
  const kill = () => child.kill('SIGKILL');
  const turn = nth % 3;
  const moment = turn === 0 ? Math.random() * span : span * (0.8 + Math.random() * 0.25);
  const timer = turn === 2 ? undefined : setTimeout(kill, moment);
  const touched = () => setTimeout(kill, Math.random() * NEAR_MS);
  mkdirSync(join(folder, 'backups'), { recursive: true });
  const watchers = turn === 2 ? [folder, join(folder, 'backups')].map((one) => watch(one, touched)) : [];
  const { status, stdout } = await ended;
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  return status === 0 || stdout !== '';
}
