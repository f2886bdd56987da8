/** How a tie stands today: what is stored, read with the day. */
import {
  type Flag,
  type IsoDay,
  LEVEL_NAMES,
  type LevelName,
  type Missing,
  type TieFacts,
  type Warmth,
} from '../model';
import { effectiveDepth, missingOf } from './depth';
import { flagsOf } from './flags';
import { SPANS, type Spans } from './spans';
import { warmthOf, warmUntil } from './warmth';

export interface Standing extends TieFacts {
  levelName: LevelName;
  effectiveDepth: number;
  warmth: Warmth;
  /** The last warm day; null when nothing ever came back. */
  warmUntil: IsoDay | null;
  flags: Flag[];
  missing: Missing[];
}

export function standingOf<T extends TieFacts & { purpose: string | null }>(
  tie: T,
  today: IsoDay,
  spans: Spans = SPANS,
): T & Standing {
  const warmth = warmthOf(tie.heatDay, today, spans);
  // The spread comes last: V8 copies an object of this size many times slower when more is added behind it.
  return {
    levelName: LEVEL_NAMES[tie.level],
    effectiveDepth: effectiveDepth(tie.level, tie.depth, warmth),
    warmth,
    warmUntil: warmUntil(tie.heatDay, spans),
    flags: flagsOf(tie, today, spans),
    missing: missingOf(tie, tie.level),
    ...tie,
  };
}
