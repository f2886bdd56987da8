/** The parts of a sentence that say what came of a conversation: promises, acts, the next step. */
import type { Side } from '../../model';
import { actOf } from '../../rules/act-words';
import { ASKED, type ClauseKind, FORMS, type Form, UNASKED } from './clause-forms';
import {
  eat,
  type Found,
  isHard,
  type Line,
  maskAt,
  partEnd,
  type Range,
  sentenceEnd,
  wordsAt,
} from './line';
import { dayAt } from './times';
import { NAME, OBJECT } from './vocabulary';

export interface Clause extends Range {
  kind: ClauseKind;
  by: Side;
  /** The piece that names the other side; null where nobody is named. */
  who: number | null;
  /** The first piece of what was promised, done or planned. */
  content: number;
  /** Before it: "introduction to". */
  prefix: string;
  /** Several people promise at once, or nobody says who. */
  unclear: string | null;
  /** "Out of the blue she …" */
  isUnasked: boolean;
  /** Of an answer. */
  outcome?: 'yes' | 'no';
}

/** What begins at this piece; null for anything that only looks like it. */
export function clauseAt(line: Line, start: number): Clause | null {
  const from = start;
  const joint = eat(line, start, '(?:and|but|so|then|also|while|plus)')?.to ?? start;
  const early = eat(line, joint, `${UNASKED}(?: ,)?`);
  const at = early?.to ?? joint;
  if (isQuestion(line, at) || isConditional(line, at)) return null;
  const asked = eat(line, at, ASKED);
  if (asked?.groups.what) {
    const { what, object } = asked.groups;
    return {
      ...asked,
      from,
      kind: 'promise',
      by: 'them',
      who: object?.from ?? null,
      content: what.from,
      prefix: '',
      unclear: null,
      isUnasked: false,
    };
  }
  for (const form of FORMS) {
    const found = formAt(line, at, form);
    if (found)
      return { ...found, from: early && found.kind !== 'act' ? at : from, isUnasked: early !== null };
  }
  return null;
}

/** Whether the content of a clause is inside it already: "asked for a referral and she said yes". */
export function isWhole(clause: Clause): boolean {
  return clause.content < clause.to;
}

function formAt(line: Line, at: number, form: Form): Clause | null {
  const found = eat(line, at, form.pattern) ?? (form.bare ? nothingAt(at) : null);
  if (!found) return null;
  const content = found.to;
  if (form.content !== undefined && !eatsContent(line, content, form.content)) return null;
  if (content >= line.pieces.length || isHard(maskAt(line, content)) || maskAt(line, content) === ',')
    return null;
  const { subject, object, plural } = found.groups;
  const who = (form.by === 'them' ? subject : object)?.from ?? null;
  const end = partEnd(line, content);
  const text = wordsAt(line, { from: content, to: end });
  if (form.told && actOf(text).kind === 'favour') return null;
  if (form.dated && !someDay(line, content, end)) return null;
  return {
    ...{
      kind: form.kind,
      by: form.by,
      from: at,
      to: content,
      who: who ?? objectIn(line, form, content),
      content,
    },
    ...(form.outcome ? { outcome: form.outcome } : {}),
    prefix: form.prefix ?? leadPrefix(form, text),
    unclear: plural ? 'is said of several people at once' : null,
    isUnasked: false,
  };
}

function nothingAt(at: number): Found {
  return { from: at, to: at, groups: {} };
}

/** The look-ahead may end inside a piece. */
function eatsContent(line: Line, at: number, pattern: string): boolean {
  return eat(line, at, `(?:${pattern.trimEnd()})`) !== null;
}

function leadPrefix(form: Form, text: string): string {
  return form.pattern.includes('told (?:me|us) (?:about') && actOf(text).kind !== 'lead' ? 'a lead:' : '';
}

/** Of what I will do: for whom, where the verb says it. */
function objectIn(line: Line, form: Form, content: number): number | null {
  if (form.by !== 'me' || form.kind === 'next') return null;
  const verb = eat(line, content, `[^ ]+(?: for| to| over| at| back to)? ${OBJECT}`);
  const later = eat(line, content, `(?:[^ ,;:.]+ ){1,5}?(?:to|for|with) ${OBJECT}`);
  const possessive = eat(line, content, `[^ ]+(?: for| over| on)? (?<object>${NAME}'s|his|their)`);
  return (verb ?? possessive ?? later)?.groups.object?.from ?? null;
}

function someDay(line: Line, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (dayAt(line, at)) return true;
  return false;
}

function isQuestion(line: Line, at: number): boolean {
  return maskAt(line, sentenceEnd(line, at)) === '?';
}

const CONDITION = '(?:if|unless|once|in case|maybe|perhaps|possibly|assuming|provided|should|when)';

/** "If she likes it, I'll send …": the clause before the comma takes back what is said after it. */
function isConditional(line: Line, at: number): boolean {
  let start = at;
  while (start > 0 && !/^[;:.!?()]$/.test(maskAt(line, start - 1))) start -= 1;
  for (let place = start; place < at; place++) {
    const begins = place === start || /^(?:,|and|but|so)$/.test(maskAt(line, place - 1));
    if (begins && eat(line, place, CONDITION)) return true;
  }
  return false;
}

/** A clause may begin where the sentence, a part of it, or a list of verbs goes on. */
export function mayBegin(line: Line, at: number): boolean {
  if (beginsUnparted(line, at)) return true;
  return at === 0 || /^(?:[,;:.!?()]|and|but|then|so|while|also|\u00a4)$/.test(maskAt(line, at - 1));
}

const UNSURE =
  /^(?:said|says|told|that|think|thinks|thought|hope|hopes|hoping|sure|if|when|whether|until|what|which|who|where|how|why|believe|guess|doubt|maybe|perhaps|once|unless|because|wish|wonder|bet|reckon|as|me|him|her|them|after|before|whatever|everything|all|thing|things|nothing|anything|something)$/;

/** Without any sign before it: "… by Friday she'll introduce me to Maria". */
function beginsUnparted(line: Line, at: number): boolean {
  if (maskAt(line, at) === 'todo') return true;
  const isSure =
    eat(line, at, "(?:i|he|she|they)'ll|i owe|(?:he|she) owes|i promised|(?:he|she) promised") !== null;
  // "She told Lee I'll call" is told of others.
  const isTold = /^(?:told|tells?|reminded|assured|asked|promised)$/.test(maskAt(line, at - 2));
  return isSure && !isTold && !UNSURE.test(maskAt(line, at - 1));
}
