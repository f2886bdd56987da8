/** A sentence beside the options, read with what the database and the day say about it. */
import type { App } from '../../app';
import { UsageError } from '../../errors';
import { readDay, type Toward } from '../../formats/days';
import { searchWords } from '../../formats/sentence/is-sentence';
import type { DayRead, Surroundings } from '../../formats/sentence/reading';
import { readSentence } from '../../formats/sentence/sentence';
import { wordsOf } from '../../rules/names';
import { nearestNames } from '../../rules/nearest';
import { listUnansweredAsks } from '../../store/asks';
import { listContactsNamedIn, listNames } from '../../store/named';
import { readPastDay } from '../past-day';
import type { LogInput } from './options';
import { type Settled, settled } from './settle';

export async function settledOf(
  app: App,
  input: LogInput,
  sentence: string,
  fresh: Surroundings['fresh'],
): Promise<Settled> {
  return settled(input, await readSentence(sentence, surroundings(app, sentence, fresh)));
}

function surroundings(app: App, sentence: string, fresh: Surroundings['fresh']): Surroundings {
  const { words, numbers } = searchWords(sentence);
  const people = listContactsNamedIn(
    app.db,
    [...words.flatMap(wordsOf), ...words.map((word) => word.toLowerCase())],
    numbers,
  );
  return {
    today: app.today,
    people,
    asks: listUnansweredAsks(app.db).filter(({ contactId }) => people.some(({ id }) => id === contactId)),
    fresh,
    near: (name) => nearestNames(name, listNames(app.db)),
    readDay: (phrase, toward, since) => dayRead(app, phrase, toward, since),
  };
}

async function dayRead(app: App, phrase: string, toward: Toward, since?: string): Promise<DayRead> {
  try {
    const day = await readDay(phrase, since ?? app.today, { toward });
    // A day to come is told apart by whoever asked; one that slipped by a year is refused here.
    if (toward === 'past' && day <= app.today) await readPastDay(app, phrase, 'The day');
    return { day };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const instead = error.message.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    const problem = error.message.replace(/[.:].*$/, '').replace(/^"[^"]*" (?=is )/, '');
    return { problem, instead: [...new Set(instead)] };
  }
}
