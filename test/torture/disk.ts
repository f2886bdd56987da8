/** A disk that takes no more, or nothing at all. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Attempt, Fault, Found } from './fault';
import { databaseIn, type Ended, endOf, environmentIn, PROGRAM, run, succeed, unclearIn } from './program';
import { aConnectionsFile, aSearch } from './searches';
import { checkCopies, copiesIn, examined, stateOf } from './state';

interface Prepared {
  home: string;
  commands: { argv: string[]; after: string }[];
  before: string;
}

async function prepareCommands(place: string, times: number): Promise<Prepared> {
  const home = join(place, 'home');
  mkdirSync(home);
  await aSearch(home);
  const file = aConnectionsFile(place, 200);
  const before = stateOf(databaseIn(home));
  const commands = [];
  for (const argv of [
    ['log', 'ana ruiz', '--channel', 'coffee', '--about', 'how they hire', '--promised', 'the deck', '--yes'],
    ['import', file, '--yes'],
    ['backup'],
    ['restore', '1', '--yes'],
  ].slice(0, times)) {
    const twin = mkdtempSync(join(place, 'twin-'));
    cpSync(home, twin, { recursive: true });
    await succeed(twin, argv);
    commands.push({ argv, after: stateOf(databaseIn(twin)) });
  }
  return { home, commands, before };
}

async function judge(
  folder: string,
  ended: Ended,
  { before, home, after, argv }: { before: string; home: string; after: string; argv: string[] },
  found: Found,
): Promise<void> {
  const unclear = unclearIn(ended);
  if (unclear) found.unclear(`${argv.join(' ')}: ${unclear}`);
  const doctor = await examined(folder, found);
  if (!doctor) return;
  const state = stateOf(databaseIn(folder));
  if (ended.status === 0 && state !== after) found.lost(`reported and not there: ${argv.join(' ')}`);
  if (ended.status !== 0 && state !== before) found.torn(`refused and yet there: ${argv.join(' ')}`);
  await checkCopies(folder, [before, after, ...copiesIn(home).map(stateOf)], doctor, found);
}

async function afterwards(
  folder: string,
  { status }: Ended,
  argv: string[],
  after: string,
  found: Found,
): Promise<void> {
  if (status === 0) return;
  const again = await run(folder, argv);
  if (again.status !== 0) found.unclear(`with room again: ${again.status} ${again.stderr}`);
  else if (stateOf(databaseIn(folder)) !== after) found.torn(`with room again: ${argv.join(' ')}`);
}

export const smallFiles: Fault = {
  name: 'file-limit',
  what: 'a limit on the size of files (ulimit -f)',
  times: 200,
  short: 2,
  missing: () => (process.platform === 'win32' ? 'no such limit' : undefined),
  async prepare(place, times): Promise<Attempt> {
    const prepared = await prepareCommands(place, times);
    const size = Math.ceil(statSync(databaseIn(prepared.home)).size / 1024);
    return async (folder, nth, found) => {
      const { argv, after } = prepared.commands[nth % prepared.commands.length]!;
      cpSync(prepared.home, folder, { recursive: true });
      const near = Math.random() < 0.5 ? size - 16 + Math.floor(Math.random() * 64) : Math.random() * size;
      const child = spawn(
        'bash',
        ['-c', `ulimit -f ${Math.floor(near)}; exec "$@"`, 'bash', process.execPath, PROGRAM, ...argv],
        { env: environmentIn(folder), stdio: ['ignore', 'pipe', 'pipe'] },
      );
      const ended = await endOf(child);
      await judge(folder, ended, { ...prepared, argv, after }, found);
      await afterwards(folder, ended, argv, after, found);
    };
  },
};

export const fullDisk: Fault = {
  name: 'full-disk',
  what: 'a full disk (a small tmpfs)',
  times: 200,
  short: 2,
  missing: () => (canMount() ? undefined : 'nothing may be mounted'),
  async prepare(place, times): Promise<Attempt> {
    const prepared = await prepareCommands(place, times);
    return async (folder, nth, found) => {
      const { argv, after } = prepared.commands[nth % prepared.commands.length]!;
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      mount(disk);
      try {
        cpSync(prepared.home, disk, { recursive: true });
        fill(disk, Math.floor(Math.random() * 160) * 4096);
        const ended = await run(disk, argv);
        await judge(disk, ended, { ...prepared, argv, after }, found);
        rmSync(join(disk, 'filler'));
        await afterwards(disk, ended, argv, after, found);
      } finally {
        spawnSync('umount', [disk]);
      }
    };
  },
};

function mount(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'none', folder]).status === 0;
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'jobsearch-mount-'));
  const could = mount(folder);
  if (could) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return could;
}

/** Until so many bytes are free. */
function fill(disk: string, free: number): void {
  writeFileSync(join(disk, 'filler'), '');
  const room = Number(
    spawnSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' }).stdout.split('\n')[1],
  );
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, room - free)));
}

/** Rights do not bind root. */
const NOBODY = 65534;

const RIGHTS: [folder: number, file: number, canRead: boolean][] = [
  [0o555, 0o666, true],
  [0o555, 0o444, true],
  [0o777, 0o444, true],
  [0o777, 0o000, false],
  [0o000, 0o666, false],
];

export const readOnly: Fault = {
  name: 'read-only',
  what: 'a folder or a file that may not be written, or not even read',
  times: 100,
  short: 2,
  missing: () => (process.platform === 'win32' ? 'other rights' : undefined),
  async prepare(place, times): Promise<Attempt> {
    const { home, commands, before } = await prepareCommands(place, times);
    const who = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const looking = [['contact', 'list'], ['today'], ['history'], ['doctor']];
    const all = [...commands.map(({ argv }) => argv), ['undo', '--yes'], ...looking];
    // The way to it is open to everybody.
    chmodSync(dirname(place), 0o755);
    chmodSync(place, 0o755);
    return async (folder, nth, found) => {
      const [folderMode, fileMode, canRead] = RIGHTS[nth % RIGHTS.length]!;
      const argv = all[Math.floor(nth / RIGHTS.length) % all.length]!;
      cpSync(home, folder, { recursive: true });
      chmodSync(join(folder, 'backups'), folderMode);
      chmodSync(databaseIn(folder), fileMode);
      chmodSync(folder, folderMode);
      const ended = await run(folder, argv, {}, who);
      chmodSync(folder, 0o700);
      const unclear = ended.status === 1 && argv[0] === 'doctor' ? undefined : unclearIn(ended);
      const rights = `${folderMode.toString(8)} ${fileMode.toString(8)} ${argv[0]}`;
      if (unclear) found.unclear(`${rights}: ${unclear}`);
      const isLooking = argv.length < 3 && looking.some(([name]) => name === argv[0] && name !== 'doctor');
      if (canRead && isLooking && ended.status !== 0)
        found.unclear(`cannot be read: ${rights}: ${ended.stderr}`);
      const mayWrite = argv[0] === 'restore' || argv[0] === 'backup';
      if (!isLooking && !mayWrite && argv[0] !== 'doctor' && ended.status === 0)
        found.lost(`reported: ${rights}`);
      chmodSync(databaseIn(folder), 0o600);
      chmodSync(join(folder, 'backups'), 0o700);
      const doctor = await examined(folder, found);
      const state = stateOf(databaseIn(folder));
      const restored = copiesIn(home).map(stateOf);
      if (state !== before && !(mayWrite && ended.status === 0)) found.torn(`written: ${rights}`);
      if (doctor) await checkCopies(folder, [before, ...restored], doctor, found);
    };
  },
};
