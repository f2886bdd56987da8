/** Who took part, and whom a promise or an act is about. */
import { wordsOf } from '../../rules/names';
import type { Clause } from './clauses';
import { type Draft, doubt } from './draft';
import type { Head } from './head';
import { eat, type Line, maskAt, mentionAt, type Range, spanOf, wordsAt } from './line';
import type { KnownPerson, PersonRead } from './reading';
import { capitalised } from './small-names';

export function peopleOf(draft: Draft, head: Head): void {
  const { line, reading } = draft;
  for (const range of head.people) {
    const person = personAt(draft, range);
    if (!person) continue;
    const known = reading.people.find(({ id, name }) =>
      id === null ? name === person.name : id === person.id,
    );
    if (known) known.spans.push(...person.spans);
    else reading.people.push(person);
  }
  const isOpen = reading.doubts.some(({ about }) => about === 'people');
  if (head.people.length > 0 && head.nobody && !isOpen) {
    const words = wordsAt(line, { from: head.nobody.from - 1, to: head.nobody.to });
    doubt(draft, head.nobody, {
      about: 'people',
      why: `may belong to a name ("${words}")`,
      say: 'part it with a comma, or write names with capitals',
    });
  }
  if (head.people.length > 0) return;
  doubt(draft, head.nobody ?? { from: head.from, to: head.to }, {
    about: 'people',
    why: 'does not say with whom',
    say: 'name them: "coffee with Ana"',
    blocks: true,
  });
}

function personAt(draft: Draft, range: Range): PersonRead | null {
  const { line, around } = draft;
  const mention = mentionAt(line, range.from)!;
  const source = { words: wordsAt(line, range), spans: [spanOf(line, range)] };
  const [person, ...others] = fromCompany(draft, mention.fits, range);
  if (person && others.length > 0) {
    doubt(draft, range, {
      about: 'people',
      why: 'fits more than one contact',
      say: `say ${mention.fits.map(({ id, name }) => `"${name}" or #${id}`).join(', or ')}`,
      instead: mention.fits.map(({ id, name, company }) => ({
        label: `#${id} ${name}${company ? `, ${company}` : ''}`,
        put: `#${id}`,
      })),
      blocks: true,
    });
    return null;
  }
  if (mention.torn) {
    const next = wordsAt(line, {
      from: Math.max(0, range.from - 1),
      to: Math.min(range.to + 1, line.pieces.length),
    });
    doubt(draft, range, {
      about: 'people',
      why: `stands beside another name ("${next}")`,
      say: 'part two people with "and"; somebody new is added with jobsearch contact add',
      blocks: true,
    });
    return null;
  }
  if (person) return { id: person.id, name: person.name, ...source };
  const name = capitalised(source.words);
  const isFresh = around.fresh === 'all' || around.fresh.includes(name);
  if (isFresh && mention.tail === '') return { id: null, name, ...source };
  unknown(draft, range, name);
  return null;
}

/** "Sam from Acme", "Lee (Globex)": of several, the one who works there. */
function fromCompany(draft: Draft, fits: KnownPerson[], range: Range): KnownPerson[] {
  const { line } = draft;
  const joint = fits.length > 1 ? eat(line, range.to, 'from|at|of|\\(') : null;
  if (!joint) return fits;
  const [word] = wordsOf(wordsAt(line, { from: joint.to, to: joint.to + 1 }));
  const there = fits.filter(({ company }) => word !== undefined && wordsOf(company ?? '')[0] === word);
  if (there.length !== 1) return fits;
  draft.eaten.push({ from: joint.from, to: joint.to + 1 });
  return there;
}

function unknown(draft: Draft, range: Range, name: string): void {
  const near = draft.around.near(name);
  doubt(draft, range, {
    about: 'people',
    why: near.length > 0 ? `is no contact; near: ${near.join(', ')}` : 'is no contact',
    say: near.length > 0 ? `say "${near[0]}", or --add for somebody new` : '--add adds them',
    instead: near.map((one) => ({ label: one, put: one })),
    add: name,
    blocks: true,
  });
}

// ── of a promise or an act ────────────────────────────────────────────────────────────────────────

/** The place among the people; null after a doubt was raised. */
export function chosenPerson(draft: Draft, clause: Clause, whole: Range, head: Head | null): number | null {
  const { line, reading } = draft;
  const { people } = reading;
  const fail = (why: string, at: Range, instead: string[] = []) => {
    // Who took part is doubtful already, and has to be settled first.
    if (reading.doubts.some((one) => one.about === 'people' && one.blocks)) return null;
    doubt(draft, at, {
      about: clause.kind,
      by: clause.by,
      why,
      say:
        instead.length > 0
          ? `say the name: ${instead.join(' or ')}`
          : 'say the name, or give it apart with an option and --to',
      instead: instead.map((name) => ({ label: name, put: name })),
    });
    return null;
  };
  const who = clause.who;
  const mention = who === null ? null : mentionAt(line, who);
  if (who !== null && mention) return ofName(draft, clause, who, fail);
  // Nobody is named: whoever did what stands before, or the only person it can be.
  const subject = who === null && clause.by === 'them' ? subjectBefore(line, clause, head) : null;
  if (subject !== null && people.length > 1) return ofName(draft, clause, subject, fail);
  if (people.length === 0) return fail('does not say who', whole);
  if (people.length > 1) {
    const names = people.map(({ name }) => name);
    if (who === null) return fail(clause.by === 'me' ? 'does not say to whom' : 'does not say who', whole);
    return fail('could be any of them', { from: who, to: who + 1 }, names);
  }
  const pronoun = who === null ? null : maskAt(line, who).replace(/'.*$/, '');
  if (pronoun !== null && /^(?:he|she|they|him|her|them)$/.test(pronoun)) {
    const other = otherBefore(draft, who!);
    if (other !== null)
      return fail('could be somebody else', { from: who!, to: who! + 1 }, [people[0]!.name, other]);
  }
  return 0;
}

function ofName(
  draft: Draft,
  clause: Clause,
  who: number,
  fail: (why: string, at: Range, instead?: string[]) => null,
): number | null {
  const { line, reading } = draft;
  const mention = mentionAt(line, who)!;
  const place = reading.people.findIndex(
    ({ id, name }) =>
      (id !== null && mention.fits.some((one) => one.id === id)) ||
      (id === null &&
        name.startsWith(capitalised(wordsAt(line, { from: who, to: who + 1 }).replace(/['\u2019].*$/, '')))),
  );
  const isPlain = mention.fits.length <= 1 || place >= 0;
  const range = { from: who, to: who + 1 };
  if (mention.torn) return fail('stands beside another name', range);
  if (place >= 0 && isPlain) return place;
  // What I will do may be to somebody else for the one I talked with.
  if (clause.by === 'me' && clause.content <= who && reading.people.length === 1) return 0;
  const names = reading.people.map(({ name }) => name);
  return fail(
    `was not one of those you talked with${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
    range,
  );
}

/** "Lee replied and promised me the figures": the verb has the subject of the one before. */
function subjectBefore(line: Line, clause: Clause, head: Head | null): number | null {
  for (let at = clause.from - 1; at >= 0 && !/^[;.!?]$/.test(maskAt(line, at)); at--) {
    const begins = at === 0 || /^(?:[,;:.!?()]|and|but)$/.test(maskAt(line, at - 1));
    const inHead = head !== null && !head.isTheirs && at >= head.from && at < head.to;
    if (begins && !inHead && mentionAt(line, at)) return at;
  }
  return null;
}

/** Another person named before a pronoun, whom it could mean. */
function otherBefore({ line, reading }: Draft, at: number): string | null {
  for (let place = at - 1; place >= 0; place--) {
    const mention = mentionAt(line, place);
    if (!mention || mention.tail === "'s") continue;
    const isOne = reading.people.some(
      ({ id, name }) =>
        mention.fits.some((one) => one.id === id) ||
        name === capitalised(wordsAt(line, { from: place, to: place + 1 })),
    );
    if (isOne) continue;
    const before = maskAt(line, place - 1);
    const isPerson = mention.fits.length > 0 || /^(?:to|with|met|meet|called|from|and)$/.test(before);
    if (isPerson) return mention.fits[0]?.name ?? wordsAt(line, { from: place, to: place + 1 });
  }
  return null;
}
