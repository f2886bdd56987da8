/** The parts of a sentence that say what came of a conversation: promises, acts, the next step. */
import type { Side } from '../../model';
import { actOf } from '../../rules/act-words';
import { eat, type Found, isHard, type Line, maskAt, type Range, wordsAt } from './line';
import { DAY, dayAt } from './times';
import { NAME, OBJECT, SUBJECT } from './vocabulary';

export interface Clause extends Range {
  kind: 'promise' | 'act' | 'next';
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
}

interface Form {
  kind: Clause['kind'];
  by: Side;
  pattern: string;
  prefix?: string;
  /** The content has to begin like this. */
  content?: string;
  /** The kind of act has to be told by the content. */
  told?: boolean;
  /** Nothing need stand before the content. */
  bare?: boolean;
  /** There has to be a day in it. */
  dated?: boolean;
}

const ADVERB =
  '(?:also|then|kindly|already|just|finally|even|really|unprompted|spontaneously|generously|immediately)';
const ADV = `(?: ${ADVERB})?`;
const PLURAL = `(?<plural>(?:both )?${NAME}(?: , ${NAME})* and )?`;
const THEY = `${PLURAL}${SUBJECT}`;
const THEY_SHORT = `${PLURAL}(?<subject>${NAME}|he|she|they)`;
const THEN_THEY = "(?: that)?(?: (?:he|she|they)(?:'ll|'d| will| would))";

const MY_VERBS =
  '(?:send|share|forward|introduce|intro|connect|review|read|prepare|draft|give|bring|get back to|get (?:him|her|them)|let (?:him|her|them|@\\d+) know|pass|look (?:into|over|at)|put|recommend|refer|help|find|ask|write up|show|return)';
const MY_STEPS =
  '(?:call|ping|email|write|text|message|check in|see|meet|follow up|visit|phone|ring|reach out|circle back|touch base)';
const THEIR_VERBS = `(?:introduce|intro|send|share|forward|refer|pass|connect|put (?:me|in|us)|let (?:me|us)|ask|check|look (?:into|at|over|for)|get (?:back|me|in touch)|come back|call|email|write|review|talk to|speak to|speak with|ping|recommend|vouch|give|help|tell|mention|follow up|find|read|bring|show|message|text|be in touch|set up|arrange|invite|reply|respond|answer)(?! (?:him|them|${NAME})(?: |$))`;
const NOT_NOTHING = '(?! (?:nothing|not|no|none|never|anything)(?: |$))';
const MESSAGES =
  '(?:e-?mail|emails|message|messages|dm|note|text|reply|invite|invitation|line|card|connection|calendar)';
const GOODS =
  '(?:intro|intros|introduction|introductions|referral|reference|recommendation|feedback|lead|leads|help|advice|contact|contacts|tour|review)';

export const UNASKED =
  '(?:completely |totally |all )?(?:unprompted|unasked|without (?:my|me) (?:asking|having asked|even asking)|without being asked|out of the blue|(?:on|of) (?:her|his|their) own(?: initiative| accord)?|before i (?:even )?asked|spontaneously)';
export const ASKED_FOR =
  '(?:when i asked|because i asked|after i asked|as i asked|as i had asked|at my request|which i had asked for)';

const FORMS: Form[] = [
  // ── what is next ──
  {
    kind: 'next',
    by: 'me',
    pattern:
      '(?:my |the )?(?:next|next steps?|next up|to do|todo|to-do|follow-up|action|action item) (?:: to|:|;|is to|is :|are :|is|=)(?! (?:nothing|none|no|not|n)(?: |$))',
  },
  {
    kind: 'next',
    by: 'me',
    pattern: "(?:i'll|i will|will|to|need to|i need to)",
    bare: true,
    content: '(?:follow up|circle back|touch base|check in|check back)(?! was)',
  },
  { kind: 'next', by: 'me', pattern: "(?:i'll|i will)", content: MY_STEPS },
  {
    kind: 'next',
    by: 'me',
    pattern:
      "(?:we'll|we will|we agreed to|we decided to|we plan to|agreed to|will|we're going to|let's)(?: all)?",
    content:
      '(?:meet|talk|speak|catch up|chat|call|see each other|reconnect|have (?:a )?(?:coffee|lunch|call))',
    dated: true,
  },
  // ── my promises ──
  {
    kind: 'promise',
    by: 'me',
    pattern: `(?:i |i've )?(?:${ADVERB} )?promised(?! me| us)(?: ${OBJECT})?(?: that)?(?: i'll| i'd| i will| i would| to)?${NOT_NOTHING}`,
  },
  { kind: 'promise', by: 'me', pattern: `(?:i )?(?:still )?owe ${OBJECT}${NOT_NOTHING}` },
  {
    kind: 'promise',
    by: 'me',
    pattern: `(?:i'll|i will|i'm going to|i am going to)${ADV}`,
    content: MY_VERBS,
  },
  {
    kind: 'promise',
    by: 'me',
    pattern: `(?:i )?(?:said|told ${OBJECT})(?: that)? (?:i'll|i'd|i will|i would)${NOT_NOTHING}`,
    content: `(?:${MY_VERBS}|${MY_STEPS})`,
  },
  { kind: 'promise', by: 'me', pattern: '(?:i )?(?:agreed|offered) to', content: MY_VERBS },
  // ── theirs ──
  {
    kind: 'promise',
    by: 'them',
    pattern: `${THEY}${ADV} promised(?: me| us)?(?: to|${THEN_THEY})?(?! (?:him|her|them|${NAME})(?: |$))${NOT_NOTHING}`,
  },
  { kind: 'promise', by: 'them', pattern: `promised (?:me|us)(?: to|${THEN_THEY})?${NOT_NOTHING}` },
  {
    kind: 'promise',
    by: 'them',
    pattern: `${THEY_SHORT}(?:'ll| will| is going to|'s going to| are going to)${ADV}`,
    content: THEIR_VERBS,
  },
  { kind: 'promise', by: 'them', pattern: `(?:${THEY}${ADV} )?offered(?: me| us)? to`, content: THEIR_VERBS },
  {
    kind: 'promise',
    by: 'them',
    pattern: `(?:${THEY}${ADV} )?offered(?: me| us)?`,
    content: `(?:(?:an?|some|his|her|their|two|three) )?(?:[^ ,;:.]+ ){0,2}${GOODS}`,
  },
  { kind: 'promise', by: 'them', pattern: `${THEY} (?:still )?owes me` },
  {
    kind: 'promise',
    by: 'them',
    pattern: `${THEY} (?:said|says|agreed|confirmed)${THEN_THEY}`,
    content: THEIR_VERBS,
  },
  { kind: 'promise', by: 'them', pattern: `${THEY}${ADV} agreed to`, content: THEIR_VERBS },
  // ── done for me ──
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?(?:introduced|intro'd|connected) (?:me|us) (?:to|with)`,
    prefix: 'introduction to',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?made (?:me )?an (?:intro|introduction) (?:to|with)`,
    prefix: 'introduction to',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?gave (?:me|us)${NOT_NOTHING}`,
    told: true,
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?told (?:me|us) (?:about|of)`,
    content:
      '(?:(?:an?|the|some|two|another) )?(?:[^ ,;:.]+ ){0,3}(?:openings?|jobs?|roles?|positions?|vacanc(?:y|ies)|leads?|opportunity)',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?(?:sent|shared|forwarded)(?: (?:me|us)| with me)(?! (?:an? |two |some |her |his )?(?:[^ ]+ )?${MESSAGES}(?: |$))`,
    content: '(?:an?|some|two|three|the|several) ',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY}${ADV})`,
    content:
      '(?:referred me|recommended me|endorsed me|vouched for me|put in a (?:good |kind )?word for me|(?:reviewed|read|proofread|edited|checked|commented on|looked over|looked at|went through|critiqued|fixed) my|helped me|(?:passed|forwarded|sent|handed|gave|put) my [^ ]+(?: [^ ]+)? (?:on to|along to|to|forward))',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: ADVERB,
    bare: true,
    content:
      '(?:referred me|recommended me|vouched for me|put in a (?:good |kind )?word for me|(?:reviewed|proofread|edited|commented on|looked over|critiqued) my|helped me|(?:passed|forwarded) my [^ ]+(?: [^ ]+)? (?:on to|along to|to))',
  },
  // ── done by me ──
  {
    kind: 'act',
    by: 'me',
    pattern: `(?:i |i've )?(?:${ADVERB} )?(?:introduced|connected) ${OBJECT} (?:to|with)`,
    prefix: 'introduction to',
  },
  { kind: 'act', by: 'me', pattern: `(?:i |i've )?(?:${ADVERB} )?gave ${OBJECT}${NOT_NOTHING}`, told: true },
  {
    kind: 'act',
    by: 'me',
    pattern: `(?:i |i've )?(?:${ADVERB} )?(?:sent|forwarded) ${OBJECT}(?! (?:an? |two |some )?(?:[^ ]+ )?${MESSAGES}(?: |$))`,
    content: '(?:an?|some|two|three|several) ',
  },
  {
    kind: 'act',
    by: 'me',
    pattern: `(?:i|i've)${ADV}|${ADVERB}`,
    bare: true,
    content: `(?:(?:reviewed|proofread|edited|commented on|looked over|read|critiqued|fixed) (?:her|his|their|${NAME}'s)|(?:referred|recommended|vouched for|helped) (?:him|her|them|${NAME}))`,
  },
];

const ASKED = `(?:i )?asked(?: ${OBJECT})? for (?<what>(?:[^ ;:.]+ ){1,8}?)(?:, )?(?:and |but )?(?:(?:he|she|they|${NAME}) )?(?:said yes|agreed|said sure)`;

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
  const end = hardEnd(line, content);
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
    prefix: form.prefix ?? leadPrefix(form, text),
    unclear: plural ? 'several people at once' : null,
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
  for (let at = from; at < to; at++) if (eat(line, at, `(?:on )?${DAY}`)) return true;
  return false;
}

function hardEnd(line: Line, from: number): number {
  let at = from;
  while (at < line.pieces.length && !isHard(maskAt(line, at))) at += 1;
  return at;
}

function isQuestion(line: Line, at: number): boolean {
  let end = at;
  while (end < line.pieces.length && !/^[;.!?]$/.test(maskAt(line, end))) end += 1;
  return maskAt(line, end) === '?';
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
  return at === 0 || /^(?:[,;:.!?()]|and|but|then|so|while|also|\u00a4)$/.test(maskAt(line, at - 1));
}

// ── how far the content goes ──────────────────────────────────────────────────────────────────────

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
    at = later.to;
  }
  content.to = at;
  return content;
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
