/** How far a promise, an act or a next step goes, and the day in it. */
import { ASKED_FOR, UNASKED } from './clause-forms';
import { type Clause, isWhole, mayBegin } from './clauses';
import { eat, isHard, type Line, maskAt, type Range, wordsAt } from './line';
import { dayAt } from './times';
import { NAME } from './vocabulary';

export interface Content {
  /** Without its day. */
  what: Range[];
  day: Range | null;
  dayPhrase: string | null;
  to: number;
  doubt: string | null;
  unasked: boolean | null;
}

const STARTER =
  "(?:he|she|they|we|i|it|i'll|i'd|he'll|she'll|they'll|we'll|it's|she's|he's|there|that|this was|had|got|went|was|were|talked|spoke|discussed|learned|learnt|asked|told|said|seemed|felt|met|is|are|has|gave|sent|great|good|nice|lovely|really|very|will|would|did|didn't|showed|explained|mentioned|agreed|heard|liked|loved|enjoyed|thanked|walked|ate|drank)";
const IF =
  '(?:if|once|when|as soon as|unless|maybe|perhaps|provided|might|possibly|depending|assuming|hopefully|probably)';

/** When something is due, in words that no calendar has. */
const NO_DAY =
  / (?:within (?:the |a |\w+ )?(?:next )?(?:days?|weeks?|months?)|by (?:xmas|christmas|easter|new year|then|q[1-4]|(?:early |late |mid )?(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)))$/i;

/** `begins` tells whether another part of the sentence begins at a piece. */
export function contentOf(line: Line, clause: Clause, begins: (at: number) => boolean): Content {
  if (isWhole(clause)) return wholeContent(line, clause);
  const content: Content = {
    what: [],
    day: null,
    dayPhrase: null,
    to: clause.content,
    doubt: null,
    unasked: null,
  };
  let from = clause.content;
  let at = from;
  const close = (to: number) => {
    if (to > from) content.what.push({ from, to });
  };
  for (; at < line.pieces.length; at++) {
    const mask = maskAt(line, at);
    if (isHard(mask)) break;
    if (at > clause.content && mayBegin(line, at) && begins(at)) break;
    const asked = eat(line, at, UNASKED) ?? eat(line, at, ASKED_FOR);
    if (asked && clause.kind === 'act') {
      close(at);
      content.unasked = eat(line, at, UNASKED) !== null;
      from = asked.to;
      at = asked.to;
      break;
    }
    if (clause.kind === 'act' && eat(line, at, 'out of (?:it|this|that)')) break;
    if (mask === ',' && !goesOn(line, at, content, begins)) break;
    if (/^(?:but|because|which|while|though|although|since)$/.test(mask)) break;
    if (/^(?:and|so|then)$/.test(mask) && stopsAtAnd(line, at, content, begins)) break;
    if (eat(line, at, IF) && clause.kind !== 'next')
      content.doubt ??= `"${wordsAt(line, { from: at, to: at + 1 })}" leaves it open`;
    const day = clause.kind === 'act' ? null : dayAt(line, at);
    if (day && maskAt(line, at - 1) !== 'of') {
      if (content.day) content.doubt ??= 'there are two days in it';
      else {
        close(at);
        content.day = { from: day.from, to: day.to };
        content.dayPhrase = day.phrase;
        from = day.to;
        if (content.what.length > 0) {
          at = day.to;
          break;
        }
      }
      at = day.to - 1;
    }
  }
  if (content.what.length === 0 || from < at) close(Math.min(at, line.pieces.length));
  content.to = at;
  const last = content.what.at(-1);
  const season = last && clause.kind !== 'act' && wordsAt(line, last).match(NO_DAY)?.[0];
  if (season) content.doubt ??= `"${season.trim()}" is no one day`;
  whatFollows(line, clause, content, begins);
  return content;
}

/** What comes right after the content may take it back, or would be lost. */
function whatFollows(line: Line, clause: Clause, content: Content, begins: (at: number) => boolean): void {
  const at = content.to;
  if (eat(line, at, IF) && clause.kind !== 'next')
    content.doubt ??= `"${wordsAt(line, { from: at, to: at + 1 })}" leaves it open`;
  // "the deck by Friday and the slides": the second thing would be lost.
  if (
    content.day &&
    eat(line, at, 'and (?:the|an?|my|some|his|her|two)') &&
    !begins(at) &&
    !begins(at + 1) &&
    clause.kind !== 'next'
  )
    content.doubt ??= 'something more follows the day';
  const extra = content.day ? dayAt(line, eat(line, at, 'or|and|then|,')?.to ?? at) : null;
  if (extra && content.day) content.doubt ??= 'there are two days in it';
  const later = eat(line, at, `, (?:${UNASKED}|${ASKED_FOR})`);
  if (later && clause.kind === 'act') {
    content.unasked = eat(line, at + 1, UNASKED) !== null;
    content.to = later.to;
  }
}

function wholeContent(line: Line, clause: Clause): Content {
  let to = clause.content;
  while (to < clause.to && !/^(?:,|and|but|he|she|they|said|agreed|@\d+)$/.test(maskAt(line, to))) to += 1;
  return {
    what: [{ from: clause.content, to }],
    day: null,
    dayPhrase: null,
    to: clause.to,
    doubt: null,
    unasked: null,
  };
}

/** A comma goes on with a list: "the deck, the slides and my CV". */
function goesOn(line: Line, comma: number, content: Content, begins: (at: number) => boolean): boolean {
  if (content.day || begins(comma + 1)) return false;
  const more = eat(
    line,
    comma + 1,
    '(?:(?:the|an?|my|some|his|her|two|three) )?[^ ,;:.]+(?: [^ ,;:.]+){0,2}?(?: ,)? and (?:the|an?|my|some|his|her|two|three)? ?[^ ,;:.]+',
  );
  if (more && !eat(line, comma + 1, STARTER)) return true;
  if (eat(line, comma + 1, '(?:the|my|an?) [^ ,;:.]+(?: [^ ,;:.]+)? (?:by|on|before) ')) return true;
  const day = dayAt(line, comma + 1);
  return day !== null;
}

function stopsAtAnd(line: Line, and: number, content: Content, begins: (at: number) => boolean): boolean {
  if (content.day || begins(and + 1) || begins(and)) return true;
  if (eat(line, and + 1, STARTER)) return true;
  return (
    eat(line, and + 1, `${NAME}(?: [^ ]+)`) !== null && /(?:ed|s|was|is|had)$/.test(maskAt(line, and + 2))
  );
}
