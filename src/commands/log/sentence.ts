/** `log` in one sentence: what was understood is shown before it is saved, and what is doubtful is asked or refused. */
import type { Answer, App } from '../../app';
import { UsageError } from '../../errors';
import { readDay } from '../../formats/days';
import { isSentence, searchWords } from '../../formats/sentence/is-sentence';
import type { DayRead, Doubt, Reading, Surroundings } from '../../formats/sentence/reading';
import { readSentence } from '../../formats/sentence/sentence';
import { wordsOf } from '../../rules/names';
import { nearestNames } from '../../rules/nearest';
import { listContactsNamedIn, listNames } from '../../store/contacts';
import { readingView } from '../../views/reading';
import { readPastDay } from '../past-day';
import { readPeople } from '../who';
import { withEvent } from './conversation';
import type { LogInput } from './options';
import { askChannel, askDirection } from './questions';
import { type Settled, settled } from './settle';
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

async function settledOf(
  app: App,
  input: LogInput,
  sentence: string,
  fresh: Surroundings['fresh'],
): Promise<Settled> {
  return settled(input, await readSentence(sentence, surroundings(app, sentence, fresh)));
}

function surroundings(app: App, sentence: string, fresh: Surroundings['fresh']): Surroundings {
  const { words, numbers } = searchWords(sentence);
  return {
    today: app.today,
    people: listContactsNamedIn(
      app.db,
      [...words.flatMap(wordsOf), ...words.map((word) => word.toLowerCase())],
      numbers,
    ),
    fresh,
    near: (name) => nearestNames(name, listNames(app.db)),
    readDay: (phrase, toward, since) => dayRead(app, phrase, toward, since),
  };
}

async function dayRead(
  app: App,
  phrase: string,
  toward: 'past' | 'future',
  since?: string,
): Promise<DayRead> {
  try {
    const day = await readDay(phrase, since ?? app.today, { toward });
    // A day to come is told apart by whoever asked; one that slipped by a year is refused here.
    if (toward === 'past' && day <= app.today) await readPastDay(app, phrase, 'The day');
    return { day };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const instead = error.message.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    return { problem: error.message.replace(/[.:].*$/, ''), instead: [...new Set(instead)] };
  }
}

function refusal(doubts: Doubt[]): UsageError {
  const lines = doubts.map(({ words, why, say }) => `  “${words}” ${why}: ${say}`);
  return new UsageError(
    ['Nothing was logged, as this is doubtful:', ...lines].join('\n'),
    'jobsearch log "…" --dry-run shows how a sentence is read',
  );
}

// ── on a terminal ─────────────────────────────────────────────────────────────────────────────────

async function confirmed(app: App, first: LogInput, sentence: string): Promise<LogInput> {
  let text = sentence;
  let input = first;
  const fresh: string[] = [];
  const left = new Set<string>();
  for (;;) {
    const found = await settledOf(app, input, text, first.add ? 'all' : fresh);
    const { reading } = found;
    const open = reading.doubts.find((doubt) => canAsk(doubt) && !left.has(doubt.words));
    if (open) {
      const choice = await settle(app, open);
      if (choice === 'leave') left.add(open.words);
      else if (choice === 'add') fresh.push(open.add!);
      else if (choice === 'edit') text = await edited(app, text);
      else text = text.slice(0, open.span.start) + choice.put + text.slice(open.span.end);
      continue;
    }
    const answered = await askHow(app, input, reading);
    if (answered !== input) {
      input = answered;
      continue;
    }
    await app.show(readingView(await wholeReading(app, input, found), app.today));
    const blocked = reading.doubts.some(({ blocks }) => blocks);
    const answer = await app.ask.text({
      message: blocked
        ? 'It cannot be saved like this (Enter: edit it, Ctrl+C: leave)'
        : 'Save it? (Enter: yes, e: edit, Ctrl+C: no)',
      flag: '--yes',
      check: (typed) => /^(?:|e|y|yes)$/i.test(typed.trim()) || 'Enter, e, or Ctrl+C.',
    });
    if (blocked || /^e$/i.test(answer.trim())) text = await edited(app, text);
    else return { ...found.input, yes: true };
  }
}

function canAsk({ instead, add }: Doubt): boolean {
  return instead.length > 0 || add !== undefined;
}

type Settlement = { put: string } | 'add' | 'leave' | 'edit';

function settle(app: App, doubt: Doubt): Promise<Settlement> {
  const choices: { name: string; value: Settlement }[] = doubt.instead.map(({ label, put }) => ({
    name: label,
    value: { put },
  }));
  if (doubt.add !== undefined) choices.push({ name: `add ${doubt.add} as somebody new`, value: 'add' });
  if (!doubt.blocks) choices.push({ name: 'leave it in the note', value: 'leave' });
  choices.push({ name: 'edit the sentence', value: 'edit' });
  return app.ask.choose({
    message: `“${doubt.words}” ${doubt.why}. Which is meant?`,
    flag: doubt.say,
    choices,
  });
}

function edited(app: App, text: string): Promise<string> {
  return app.ask.text({
    message: 'The sentence:',
    default: text,
    editable: true,
    flag: 'jobsearch log "coffee with Ana"',
    check: (typed) => isSentence(typed) || 'Say how and with whom: coffee with Ana.',
  });
}

/** The two things that nothing can be saved without and that a key answers. */
async function askHow(app: App, input: LogInput, reading: Reading): Promise<LogInput> {
  const open = (about: Doubt['about']) => reading.doubts.find((doubt) => doubt.about === about);
  if (open('happened')) return input;
  const how = open('channel');
  if (how)
    return { ...input, channel: await askChannel(app, 'call', `How? (“${how.words}” leaves it open)`) };
  return open('direction') ? { ...input, direction: await askDirection(app) } : input;
}
