/** One sentence about a conversation → what was said in it, and what is doubtful. Never throws, never guesses. */
import { strayAnswer } from './answers';
import { blank, type Draft } from './draft';
import { lineOf } from './line';
import { leftover } from './note';
import { partsOf } from './parts';
import { readClause } from './read-clause';
import { readHead, withoutHead } from './read-head';
import type { Reading, Surroundings } from './reading';
import { isTaken, strayLength, strayPromises } from './stray';

export async function readSentence(sentence: string, around: Surroundings): Promise<Reading> {
  const line = lineOf(sentence, around.people);
  const draft: Draft = { line, around, reading: blank(sentence), eaten: [], doubtful: [] };
  const { head, clauses } = partsOf(draft);
  if (head) await readHead(draft, head);
  else withoutHead(draft, clauses);
  for (const clause of clauses) await readClause(draft, clause, head);
  strayPromises(draft);
  strayAnswer(draft, (at) => isTaken(draft, at));
  strayLength(draft);
  draft.reading.about = leftover(line, draft.eaten);
  return draft.reading;
}
