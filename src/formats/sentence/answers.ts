/** Answers to what I had asked for: "Ana said no to the referral". */
import { askKindOf } from '../../rules/ask-words';
import type { Clause } from './clauses';
import { type Draft, doubt } from './draft';
import type { Head } from './head';
import { eat, partEnd, type Range, spanOf, wordsAt } from './line';
import { chosenPerson } from './who';

/** It stays in the note, too: a yes or a no alone does not say what was said. */
export function readAnswer(draft: Draft, clause: Clause, head: Head | null): void {
  const { line, around, reading } = draft;
  const whole = { from: clause.from, to: partEnd(line, clause.content) };
  draft.doubtful.push(whole);
  const place = chosenPerson(draft, clause, whole, head);
  const id = place === null ? null : reading.people[place]!.id;
  if (place === null || id === null) return;
  const day = reading.day?.day ?? around.today;
  const waiting = around.asks.filter(({ contactId, askedOn }) => contactId === id && askedOn <= day);
  const kind = askKindOf(wordsAt(line, { from: clause.content, to: whole.to }));
  const [oldest] = waiting;
  const { name } = reading.people[place]!;
  if (!oldest || (kind !== undefined && kind !== oldest.kind)) {
    doubt(draft, whole, {
      about: 'answer',
      why: oldest
        ? `is about something else than what you asked ${name} for`
        : `answers nothing that you wrote down as asked of ${name}`,
      say: `write down what you asked, jobsearch ask ${id} --for ${kind ?? 'referral'} --record --on DAY, or leave it to --about`,
    });
    return;
  }
  reading.answered = {
    ...{ outcome: clause.outcome ?? 'no', with: place, kind: oldest.kind, askedOn: oldest.askedOn },
    ...{ words: wordsAt(line, whole), spans: [spanOf(line, whole)] },
  };
}

/** "She said no", with something to answer but without a word of what to. */
export function strayAnswer(draft: Draft, isTaken: (at: number) => boolean): void {
  const { line, around, reading } = draft;
  const waits = reading.people.some(({ id }) => around.asks.some(({ contactId }) => contactId === id));
  if (!waits || reading.answered) return;
  for (let at = 0; at < line.pieces.length; at++) {
    const said: Range | null =
      isTaken(at) || eat(line, at - 1, "not|never|didn't") ? null : eat(line, at, BARE);
    if (!said) continue;
    doubt(draft, said, {
      about: 'answer',
      why: 'may be the answer to what you asked',
      say: 'say to what ("she said no to the referral"), or --answer no',
    });
    return;
  }
}

const BARE = 'said (?:no|yes)(?! (?:to|that|he|she|they))|turned me down|refused|declined';
