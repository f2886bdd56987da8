/** A sentence on a terminal: what is doubtful is asked, and what was understood is looked over before it is saved. */
import type { App } from '../../app';
import { isSentence } from '../../formats/sentence/is-sentence';
import type { Doubt, Reading } from '../../formats/sentence/reading';
import { readingView } from '../../views/reading';
import type { LogInput } from './options';
import { askChannel, askDirection } from './questions';
import { settledOf } from './read-sentence';
import { wholeReading } from './whole-reading';

export async function confirmed(app: App, first: LogInput, sentence: string): Promise<LogInput> {
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
    if (await wantsToSave(app, reading, left)) return { ...found.input, yes: true };
    text = await edited(app, text);
  }
}

/** False for another look at the sentence. Enter never saves what is short of something, unless that was chosen. */
async function wantsToSave(app: App, { doubts }: Reading, left: Set<string>): Promise<boolean> {
  const ask = async (message: string, answers: RegExp, keys: string) =>
    (
      await app.ask.text({ message, flag: '--yes', check: (typed) => answers.test(typed.trim()) || keys })
    ).trim();
  if (doubts.some(({ blocks }) => blocks)) {
    await ask('It cannot be saved like this (Enter: edit it, Ctrl+C: leave)', /^e?$/i, 'Enter or Ctrl+C.');
    return false;
  }
  if (doubts.every(({ words }) => left.has(words))) {
    const answer = await ask(
      'Save it? (Enter: yes, e: edit, Ctrl+C: no)',
      /^(?:|e|y|yes)$/i,
      'Enter, e, or Ctrl+C.',
    );
    return !/^e$/i.test(answer);
  }
  const answer = await ask(
    'Save it without that? (Enter: edit it, s: save, Ctrl+C: leave)',
    /^[es]?$/i,
    'Enter, s, or Ctrl+C.',
  );
  return /^s$/i.test(answer);
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
