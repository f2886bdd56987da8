/** An introduction made for me is a loop: thank the introducer, meet the introduced, tell the introducer how it went. */
import type { Introduction } from '../model';

export type LoopMove = 'thank' | 'meet' | 'tell';

/** Nothing once the introducer was told. Whoever has met the introduced thanks and tells in one go. */
export function moveOfLoop({
  thankedOn,
  metOn,
  toldOn,
}: Pick<Introduction, 'thankedOn' | 'metOn' | 'toldOn'>): LoopMove | undefined {
  if (toldOn !== null) return undefined;
  if (metOn !== null) return 'tell';
  return thankedOn === null ? 'thank' : 'meet';
}

type Named = Pick<Introduction, 'introducedName' | 'what'>;

/** By name where it is known, else in the words it was logged in; undefined where those do not tell. */
export function introducedOf({ introducedName, what }: Named): string | undefined {
  return introducedName ?? /^(?:an? |the )?(?:intro(?:duction)? )?to (.+)$/i.exec(what ?? '')?.[1];
}

/** "the introduction to Maria Lopez". */
export function nameOfLoop(loop: Named): string {
  const to = introducedOf(loop);
  return to === undefined ? 'the introduction' : `the introduction to ${to}`;
}
