/** A sentence while it is being read. */
import { type Line, type Range, spanOf, wordsAt } from './line';
import type { Doubt, Reading, Surroundings } from './reading';

/** What was read so far. */
export interface Draft {
  line: Line;
  around: Surroundings;
  reading: Reading;
  /** Pieces that stay out of the note. */
  eaten: Range[];
  /** Pieces that a doubt speaks of. */
  doubtful: Range[];
}

export function blank(sentence: string): Reading {
  return {
    ...{ sentence, people: [], channel: null, direction: null, day: null, minutes: null },
    ...{ promises: [], acts: [], next: null, answered: null, about: null, doubts: [] },
  };
}

export function doubt(
  draft: Draft,
  range: Range,
  more: Partial<Doubt> & Pick<Doubt, 'about' | 'why' | 'say'>,
): void {
  const { line, reading } = draft;
  reading.doubts.push({
    words: wordsAt(line, range),
    span: spanOf(line, range),
    instead: [],
    blocks: false,
    ...more,
  });
}
