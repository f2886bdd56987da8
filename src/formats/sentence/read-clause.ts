/** From a part that says what came of it: a promise, an act, the next step; or a doubt. */
import type { Side } from '../../model';
import { readAnswer } from './answers';
import { type Clause, clauseAt, mayBegin } from './clauses';
import { type Content, contentOf } from './content';
import { type Draft, doubt } from './draft';
import { dueDay } from './due';
import { type Head, headAt } from './head';
import { eat, type Line, maskAt, mentionAt, type Range, spanOf, wordsAt } from './line';
import type { Reading } from './reading';
import { chosenPerson } from './who';

export async function readClause(draft: Draft, clause: Clause, head: Head | null): Promise<void> {
  if (clause.kind === 'answer') return readAnswer(draft, clause, head);
  const read = draft.eaten.length;
  const whole = await readWholeClause(draft, clause, head);
  if (draft.eaten.length === read) draft.doubtful.push(whole);
}

async function readWholeClause(draft: Draft, clause: Clause, head: Head | null): Promise<Range> {
  const { line, reading } = draft;
  const begins = (at: number) =>
    clauseAt(line, at) !== null ||
    (mayBegin(line, at) && (headAt(line, at, () => false)?.people.length ?? 0) > 0);
  const content = contentOf(line, clause, begins);
  const whole = { from: clause.from, to: content.to };
  const about = clause.kind as Exclude<typeof clause.kind, 'answer'>;
  const what = [clause.prefix, ...content.what.map((range) => wordsAt(line, range))]
    .filter((text) => text !== '')
    .join(' ')
    .replace(/[\s,]+$/, '');
  const say = {
    promise: clause.by === 'me' ? '--promised "…" --by fri' : '--they-promised "…" --by fri',
    act: clause.by === 'me' ? '--gave "…"' : '--got "…"',
    next: '--next "…" --on fri',
  }[about];
  const unclear = clause.unclear ?? content.doubt;
  if (unclear !== null || what === '') {
    doubt(draft, whole, {
      about,
      by: clause.by,
      why: unclear ?? 'does not say what',
      say: clause.unclear
        ? 'say it once for each: "; Ana promised the deck; Lee promised the deck"'
        : `say each plainly, or give it apart: ${say}`,
    });
    return whole;
  }
  if (clause.kind === 'next') {
    if (await readNext(draft, clause, content, what, whole)) draft.eaten.push(whole);
    return whole;
  }
  const place = chosenPerson(draft, clause, whole, head);
  // Whoever is asked who was meant is asked for the day in the same breath.
  const dueOn = clause.kind === 'promise' ? await dueDay(draft, content, clause) : null;
  if (place === null || dueOn === undefined) return whole;
  const source = { words: wordsAt(line, whole), spans: [spanOf(line, whole)] };
  if (clause.kind === 'promise') {
    reading.promises.push({ by: clause.by, what: clean(what), dueOn, with: place, ...source });
  } else if (
    !readAct(
      draft,
      clause,
      content.what,
      { what: clean(what), with: place, ...askedFor(line, clause, content.unasked), ...source },
      whole,
    )
  )
    return whole;
  draft.eaten.push(whole);
  return whole;
}

/** False after a doubt was raised. */
async function readNext(
  draft: Draft,
  clause: Clause,
  content: Content,
  what: string,
  whole: Range,
): Promise<boolean> {
  const { line, reading } = draft;
  const on = await dueDay(draft, content, clause);
  if (on === undefined) return false;
  if (reading.next) {
    doubt(draft, whole, {
      about: 'next',
      why: 'is a second next step',
      say: 'one is logged with the conversation; the other is a task: jobsearch task add "…" --due fri',
    });
    return false;
  }
  reading.next = {
    what: clean(what),
    on,
    with: placeNamed(draft, content.what),
    words: wordsAt(line, whole),
    spans: [spanOf(line, whole)],
  };
  return true;
}

function clean(what: string): string {
  return what.replace(/^[\s,:]+|[\s,:]+$/g, '');
}

/** What I did was nobody's to ask for. */
function askedFor(line: Line, clause: Clause, told: boolean | null): { asked: boolean; assumed: boolean } {
  if (told !== null) return { asked: !told, assumed: false };
  const asked = clause.by === 'me' || !isUnasked(line, clause);
  return { asked, assumed: asked && clause.by === 'them' };
}

function isUnasked(line: Line, clause: Clause): boolean {
  if (clause.isUnasked) return true;
  for (let at = clause.from; at < clause.to; at++)
    if (/^(?:unprompted|spontaneously|unasked)$/.test(maskAt(line, at))) return true;
  return (
    /^(?:unprompted|unasked|spontaneously)$/.test(maskAt(line, clause.from - 2)) &&
    maskAt(line, clause.from - 1) === ','
  );
}

type ActSoFar = {
  what: string;
  with: number;
  asked: boolean;
  assumed: boolean;
  words: string;
  spans: Reading['acts'][number]['spans'];
};

function readAct(draft: Draft, clause: Clause, what: Range[], act: ActSoFar, whole: Range): boolean {
  const { line, reading } = draft;
  const first = what[0]!;
  for (let at = first.from; at < what.at(-1)!.to; at++) {
    const past = eat(
      line,
      at,
      '(?:last|this) (?:week|month|year|spring|summer|autumn|fall|winter)|[^ ]+ (?:days?|weeks?|months?|years?) ago|(?:back )?in \\d{4}|before|yesterday|once',
    );
    if (!past) continue;
    doubt(draft, whole, {
      about: 'act',
      by: clause.by,
      why: `${clause.by === 'me' ? 'what you did' : 'what they did'} seems to be of another day`,
      say: 'write it down by itself: jobsearch act add',
    });
    return false;
  }
  const mention = clause.prefix === 'introduction to' ? mentionAt(line, first.from) : null;
  const [person, ...others] = mention?.fits ?? [];
  if (mention && (others.length > 0 || (person && mention.torn))) {
    doubt(
      draft,
      { from: first.from, to: first.from + 1 },
      {
        about: 'act',
        by: clause.by,
        why: 'fits more than one contact',
        say: `say ${mention.fits.map(({ name, id }) => `"${name}" (#${id})`).join(' or ')}`,
        instead: mention.fits.map(({ id, name, company }) => ({
          label: `#${id} ${name}${company ? `, ${company}` : ''}`,
          put: `#${id}`,
        })),
      },
    );
    return false;
  }
  const isSelf = person !== undefined && person.id === reading.people[act.with]?.id;
  const whom = person && !isSelf ? { id: person.id, name: person.name } : null;
  reading.acts.push({ by: clause.by as Side, ...act, whom });
  return true;
}

/** A next step that names somebody who was there is about them; otherwise about the first. */
function placeNamed({ line, reading }: Draft, ranges: Range[]): number {
  for (const { from, to } of ranges)
    for (let at = from; at < to; at++) {
      const mention = mentionAt(line, at);
      const place = reading.people.findIndex(
        ({ id }) => id !== null && mention?.fits.length === 1 && mention.fits[0]!.id === id,
      );
      if (place >= 0) return place;
    }
  return 0;
}
