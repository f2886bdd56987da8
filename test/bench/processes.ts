/** Whole processes timed side by side: each round runs every program once, so that a busy moment hits them all. */
import { spawnSync } from 'node:child_process';

export interface Program {
  name: string;
  arguments: string[];
  env: Record<string, string>;
}

export interface Timing {
  name: string;
  /** Median, in milliseconds. */
  milliseconds: number;
  /** In milliseconds; of 20 rounds it is the slowest. */
  p95: number;
  /** Median of its time over that of the first program in the same round. */
  ratio: number;
}

const WARM_UP = 3;

export function timeSideBySide(programs: Program[], rounds: number): Timing[] {
  const times = programs.map((): number[] => []);
  for (let round = -WARM_UP; round < rounds; round++) {
    programs.forEach((program, at) => {
      const took = timeOnce(program);
      if (round >= 0) times[at]!.push(took);
    });
  }
  return programs.map(({ name }, at) => ({
    name,
    milliseconds: median(times[at]!),
    p95: percentile(times[at]!, 0.95),
    ratio: median(times[at]!.map((took, round) => took / times[0]![round]!)),
  }));
}

export function timeOnce(program: Program): number {
  const from = process.hrtime.bigint();
  const run = spawnSync(process.execPath, program.arguments, { env: program.env, stdio: 'pipe' });
  const took = Number(process.hrtime.bigint() - from) / 1e6;
  if (run.status !== 0) throw new Error(`${program.name} failed (${run.status}): ${run.stderr}`);
  return took;
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** The value that this share of them is below. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
