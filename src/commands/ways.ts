/** The best ways in to one of several people, over the ties that are stored. */
import type { IsoDay, Level } from '../model';
import { effectiveDepth } from '../rules/depth';
import { findPaths, ownStrength, type WayIn } from '../rules/paths';
import type { Spans } from '../rules/spans';
import { warmthOf } from '../rules/warmth';
import type { Db } from '../store/db';
import { type OwnTie, readTies } from '../store/paths';
import { spansOf } from '../store/settings';

/** Nobody who is parked is on a way, unless they are whom I want to reach. */
export function waysTo(db: Db, targets: number[], today: IsoDay): WayIn[] {
  const ties = readTies(db);
  const spans = spansOf(db);
  return findPaths({
    target: targets,
    myStrength: (id) => strengthOf(ties.mine(id), today, spans),
    neighbours: (id) => (targets.includes(id) || ties.mine(id) ? ties.neighbours(id) : []),
  });
}

/** Somebody who is only listed is no way in. */
function strengthOf(tie: OwnTie | undefined, today: IsoDay, spans: Spans): number | null {
  if (!tie || tie.level === 0) return null;
  return ownStrength(effectiveDepth(tie.level as Level, tie.depth, warmthOf(tie.heatDay, today, spans)));
}
