/** `log` in one sentence: what was understood is shown before it is saved, and what is doubtful is asked or refused. */
import type { Answer, App } from '../../app';
import { UsageError } from '../../errors';
import { isSentence } from '../../formats/sentence/is-sentence';
import type { Doubt } from '../../formats/sentence/reading';
import { wordsOf } from '../../rules/names';
import { listContactsNamedIn } from '../../store/named';
import { readingView } from '../../views/reading';
import { readPeople } from '../who';
import { confirmed } from './confirm';
import { withEvent } from './conversation';
import type { LogInput } from './options';
import { settledOf } from './read-sentence';
import { type WholeReading, wholeReading } from './whole-reading';

/** A sentence, and not a page. */
const LONGEST_SENTENCE = 2000;

/**
 * Words that are people, whole word by whole word, are people; so is whatever does not tell of anything. All else is a
 * sentence, with or without its quotes.
 */
export function sentenceIn(app: App, { people }: LogInput): string | null {
  const text = people.join(' ').trim();
  if (!isSentence(text)) return null;
  const groups = people.flatMap((one) => one.split(',')).filter((one) => one.trim() !== '');
  const isPerson = (typed: string) => {
    const words = wordsOf(typed);
    return listContactsNamedIn(app.db, words, []).some(({ name, company }) => {
      const own = [...wordsOf(name), ...wordsOf(company ?? '')];
      return words.every((word) => own.includes(word));
    });
  };
  if (isPerson(text) || groups.every(isPerson)) return null;
  if (text.length > LONGEST_SENTENCE) {
    throw new UsageError(
      `The sentence has ${text.length} characters, but at most ${LONGEST_SENTENCE} are read.`,
      'what it was about can be longer: --about "…"',
    );
  }
  return text;
}

export async function dryReading(app: App, typed: LogInput, sentence: string): Promise<Answer<WholeReading>> {
  const input = await known(app, typed);
  const reading = await wholeReading(
    app,
    typed,
    await settledOf(app, input, sentence, typed.add ? 'all' : []),
  );
  return { data: reading, view: readingView(reading, app.today) };
}

/** The same input that the options would make. */
export async function fromSentence(app: App, typed: LogInput, sentence: string): Promise<LogInput> {
  const input = await known(app, typed);
  if (app.ask.interactive && !typed.yes) return confirmed(app, input, sentence);
  const { reading, input: whole } = await settledOf(app, input, sentence, typed.add ? 'all' : []);
  if (reading.doubts.length > 0) throw refusal(reading.doubts);
  return whole;
}

/** The sentence stands where people would; an event brings its own. */
async function known(app: App, typed: LogInput): Promise<LogInput> {
  const input = withEvent(app, { ...typed, people: [] });
  return input.people.length === 0 ? input : { ...input, participants: await readPeople(app, input.people) };
}

function refusal(doubts: Doubt[]): UsageError {
  const lines = doubts.map(({ words, why, say }) => `  “${words}” ${why}: ${say}`);
  return new UsageError(
    ['Nothing was logged, as this is doubtful:', ...lines].join('\n'),
    'jobsearch log "…" --dry-run shows how a sentence is read',
  );
}
