/** What only the owner of the file knows: who they are in it, and who of it is somebody they wrote down already. */
import type { App, Choice } from '../../app';
import type { Decisions } from '../../rules/import-plan';
import { arrivalWords, candidateWords, likenessWords } from '../../views/import';
import type { Plan } from './plan';

export type Doubtful = 'same' | 'new' | 'skip';
type Decision = number | 'new' | 'skip';

/** More in one sitting would be answered without reading. */
const MOST_QUESTIONS = 20;

/** Null leaves the messages out. */
export function askOwner({ ask }: App, candidates: string[]): Promise<string | null> {
  return ask.choose<string | null>({
    message: 'Whose messages are these? Which of them is you?',
    flag: '--me "Your Name"',
    choices: [
      ...candidates.map((name) => ({ name, value: name })),
      { name: 'none of these: leave the messages out', value: null },
    ],
  });
}

/** By the flag: `same` only where one contact alone is meant. */
export function decideAll({ people, source }: Plan, how: Doubtful | undefined): Decisions {
  const decisions = new Map<number, number | 'new'>();
  const used = new Set<number>();
  if (how === undefined || how === 'skip') return decisions;
  for (const at of source.arrivals.keys()) {
    const fate = people.fates[at]!;
    if (fate.kind !== 'doubtful') continue;
    const [only, second] = fate.candidates;
    if (how === 'new') decisions.set(at, 'new');
    else if (only && !second && !used.has(only.id)) {
      used.add(only.id);
      decisions.set(at, only.id);
    }
  }
  return decisions;
}

export async function askDoubtful({ ask }: App, { people, source }: Plan): Promise<Decisions> {
  const decisions = new Map<number, number | 'new'>();
  const doubtful = people.fates.flatMap((fate, at) => (fate.kind === 'doubtful' ? [{ ...fate, at }] : []));
  for (const { at, likeness, candidates } of doubtful.slice(0, MOST_QUESTIONS)) {
    const choices: Choice<Decision>[] = [
      ...candidates.map((contact) => ({
        name: `the same person as ${candidateWords(contact)}`,
        value: contact.id,
      })),
      { name: 'a new person', value: 'new' },
      { name: 'skip for now', value: 'skip' },
    ];
    const decision = await ask.choose<Decision>({
      message: `${arrivalWords(source.arrivals[at]!)} has ${likenessWords(likeness, candidates)}. Who is it?`,
      flag: '--doubtful same|new|skip',
      choices,
    });
    if (decision !== 'skip') decisions.set(at, decision);
  }
  return decisions;
}
