/** The part of a sentence that says that there was a conversation: how, with whom, when, how long. */
import type { Channel, Direction } from '../../model';
import { eat, isHard, type Line, maskAt, mentionAt, type Range } from './line';
import { type DayFound, DURATION, dayAt } from './times';
import { COMMON, DOES, NAME, PLAIN } from './vocabulary';

/** `written` is an e-mail or a message, `talk` anything spoken: which one has to be said elsewhere. */
type How = Channel | 'written' | 'talk' | 'chance';

export interface Head extends Range {
  how: How;
  howAt: Range[];
  direction: Direction | null;
  /** Where each person is named. */
  people: Range[];
  /** Words where a person should be. */
  nobody: Range | null;
  /** "Ana called": whoever is named does what follows, too. */
  isTheirs: boolean;
  days: DayFound[];
  /** A day that closes what it was about may be of that: "about the offer on Monday". */
  isDayOfTopic: boolean;
  durations: Range[];
  /** Words that belong to the part and stay out of the note. */
  eaten: Range[];
  /** Will be, would be, was not. */
  unreal: Range | null;
}

const SPOKEN_OVER =
  'coffees?|lunch|breakfast|brunch|dinner|tea|drinks?|beers?|pints?|wine|walk|stroll|cuppa|espresso|bite';
const VIDEO = 'video|zoom|teams|skype|facetime|google meet|hangouts?';
const MEDIUM = 'linkedin|whatsapp|slack|signal|telegram|text|direct|facebook|instagram|sms';
const ADJECTIVE =
  '(?:first|second|third|quick|short|long|nice|good|great|lovely|brief|virtual|productive|follow-up|followup|informal|informational|friendly|useful|helpful|interesting|wonderful|fantastic|morning|afternoon|evening|weekly|monthly|intro|introductory|discovery|recruiter|late|early|spontaneous|impromptu|excellent|pleasant|awkward|surprise|casual|proper|big|little|new|longer|two|three|few|several|some|\\d|very|really|super)';

const NOUNS: [How, string][] = [
  ['video', `(?:${VIDEO})(?: (?:call|chat|meeting|session|catch-up|interview|coffee))?`],
  ['group', 'group (?:call|chat|meeting|video call)|team (?:call|meeting)'],
  ['coffee', `(?:${SPOKEN_OVER})(?: (?:chat|meeting|catch-up|break|date))?`],
  ['call', '(?:phone )?calls?|phone (?:chat|interview|screen|screening)|chat on the phone|talk on the phone'],
  ['email', 'e-?mails?'],
  ['message', `(?:(?:${MEDIUM}) )?(?:messages?|dms?)|sms|texts?|(?:${MEDIUM}) note`],
  ['meeting', 'meeting|sit-down|1:1|1-1|one-on-one|one-to-one|interview'],
  ['event', 'meetup|conference|workshop|hackathon|webinar|panel'],
  ['talk', 'chat|talk|conversation|catch-up|catchup|discussion|word'],
];

const VERBS: [How, string, Direction?][] = [
  ['email', '(?:emailed|mailed|e-mailed) (?:back and forth )?with', 'both'],
  ['message', '(?:messaged|texted) (?:back and forth )?with', 'both'],
  ['email', '(?:emailed|e-mailed|mailed)', 'sent'],
  ['message', "(?:messaged|texted|dm'd|dmed|pinged|whatsapped|slacked)", 'sent'],
  ['call', '(?:called|phoned|rang|telephoned)(?: up| back)?(?: with)?'],
  ['call', '(?:on the phone|on a call|got off the phone) with'],
  ['video', '(?:on (?:a )?(?:zoom|teams)(?: call)?) with'],
  ['video', '(?:zoomed|skyped|facetimed)(?: with)?'],
  ['meeting', '(?:met(?: up)?(?: with)?|saw|visited|sat down with|interviewed with)'],
  ['chance', '(?:bumped|ran|run) into|crossed paths with'],
  [
    'written',
    '(?:wrote(?: back)?(?: to)?|replied(?: back)? to|answered|responded to|reached out to|got in touch with|followed up with)',
    'sent',
  ],
  ['written', 'heard(?: back)? from', 'received'],
  [
    'talk',
    '(?:spoke|talked|chatted|caught up|connected|touched base|checked in)(?: briefly| again| at length)? (?:with|to)',
  ],
];

/** After their names: what they did. */
const THEIRS: [How, string, Direction?][] = [
  ['call', '(?:called|phoned|rang)(?: me)?(?: back| up)?'],
  ['email', '(?:emailed|e-mailed|mailed)(?: me)?(?: back)?', 'received'],
  ['message', "(?:messaged|texted|dm'd|dmed|pinged)(?: me)?(?: back)?", 'received'],
  ['email', 'sent (?:me )?(?:an?|two|another) (?:\\S+ )?e-?mails?', 'received'],
  ['message', `sent (?:me )?(?:a|another) (?:\\S+ )?(?:(?:${MEDIUM}) )?(?:message|dm|text)`, 'received'],
  [
    'written',
    '(?:wrote(?: back)?(?: to me| me)?|replied(?: back)?(?: to me)?|answered(?: me)?|responded(?: to me)?|got back to me|came back to me|reached out(?: to me)?)',
    'received',
  ],
];

/** What tells how, beside a word that leaves it open. */
const BESIDES: [How, string][] = [
  ['call', '(?:on|over|by) (?:the )?(?:phone|telephone)'],
  ['video', `(?:on|over|via|by|through) (?:a )?(?:${VIDEO})(?: call)?`],
  ['coffee', `(?:for|over) (?:an? |some )?(?:(?:quick|short|early|late|long) )?(?:${SPOKEN_OVER})`],
  ['email', '(?:by|via|over|on|per) e-?mail|to my e-?mail|an? (?:\\S+ )?e-?mail'],
  [
    'message',
    `(?:on|via|by|over|through|in) (?:a )?(?:${MEDIUM}|dm|messenger)(?: message| messages)?|to my (?:linkedin )?message`,
  ],
  ['meeting', 'in person|face to face'],
];
const WEAK: How[] = ['written', 'talk', 'meeting', 'chance'];
const AT_EVENT =
  '(?:at|during|after) (?:[^ ,;:.]+ ){0,5}?(?:meetup|meet-up|conference|fair|workshop|summit|hackathon|party|webinar|panel|event|reception|mixer)';

const LEAD =
  "(?:(?:i|we|i've|we've) )?(?:(?:just|finally|also|then|briefly|quickly) )*(?:had|have had|grabbed|got|received|did|went for|went out for|went on|was on|was in|jumped on|hopped on|took|enjoyed|shared|held|sent|exchanged|swapped|traded|finished)";
const DONE_BY_ME = "(?:i|we|i've|we've)(?: just| finally| also| then)?|just|finally|briefly|quickly";
const UNREAL =
  "(?:(?:i|we) )?(?:will|am going to|are going to|plan to|planned to|planning|want to|wanted to|should|might|need to|have to|hope to|would like to|could|must|let's|try to|tried to|trying to|going to|supposed to|didn't|did not|couldn't|could not|never|can't|missed|skipped|cancelled|canceled|postponed|rescheduled|scheduled|arranged|booked|set up|no|having|going for|meeting up with|calling)|i'll|we'll|meeting(?! with)|(?:call|email|message|ask|tell|write|phone|text|ping|meet)(?= [@~])";
const NOT_REACHED =
  "(?:no answer|voicemail|voice mail|(?:didn't|did not|doesn't|wouldn't) (?:answer|pick up|show|show up|come|reply|respond)|no reply|no response|no-show|no show|stood me up|never (?:came|showed|answered|replied)|cancelled on me|canceled on me|nobody answered|couldn't reach|was out|got cancelled|was cancelled|fell through)";

/** A conversation that begins at this piece, or null. */
export function headAt(line: Line, start: number, isClause: (at: number) => boolean): Head | null {
  const head = blank(start);
  let at = start;
  const when = dayAt(line, at);
  if (when) {
    head.days.push(when);
    at = /^[,:;]$/.test(maskAt(line, when.to)) ? when.to + 1 : when.to;
  }
  const skipped = eat(line, at, 'and|so|then|also');
  at = skipped?.to ?? at;
  return theirs(line, at, head, isClause) ?? mine(line, at, head, isClause);
}

function blank(from: number): Head {
  return {
    ...{ from, to: from, how: 'talk', howAt: [], direction: null, people: [], nobody: null, isTheirs: false },
    ...{ days: [], isDayOfTopic: false, durations: [], eaten: [], unreal: null },
  };
}

// ── "Ana called", "Ana and I had coffee" ──────────────────────────────────────────────────────────

function theirs(line: Line, start: number, head: Head, isClause: (at: number) => boolean): Head | null {
  const people = peopleAt(line, start, () => false);
  if (people.ranges.length === 0) return null;
  const both = eat(line, people.to, '(?:and|,) (?:i|me)');
  if (both) {
    const inner = mineVerb(line, both.to) ?? nounAt(line, both.to);
    if (!inner) {
      const talk = eat(line, both.to, '(?:spoke|talked|chatted|caught up|met(?: up)?)');
      if (!talk) return null;
      const how = eat(line, talk.from, 'met') ? 'meeting' : 'talk';
      return tail(line, { ...head, how, howAt: [talk], people: people.ranges, to: talk.to }, isClause);
    }
    return tail(
      line,
      { ...head, ...inner, days: [...head.days, ...inner.days], people: people.ranges },
      isClause,
    );
  }
  if (/^(?:\?)/.test(maskAt(line, people.to))) return null;
  const adverb = eat(line, people.to, 'just|also|finally|then|kindly|already|even|quickly')?.to ?? people.to;
  for (const [how, pattern, direction] of THEIRS) {
    const verb = eat(line, adverb, pattern);
    if (!verb) continue;
    // "Ana called Lee" is between the two of them.
    if (
      new RegExp(`^${NAME}`).test(maskAt(line, verb.to)) ||
      /^(?:him|her|them|us)$/.test(maskAt(line, verb.to))
    )
      return null;
    const more = {
      how,
      howAt: [verb],
      direction: direction ?? null,
      people: people.ranges,
      isTheirs: true,
      to: verb.to,
    };
    return tail(line, { ...head, ...more }, isClause);
  }
  const invited = eat(line, adverb, 'met me');
  if (!invited) return null;
  return tail(
    line,
    { ...head, how: 'meeting', howAt: [invited], people: people.ranges, to: invited.to },
    isClause,
  );
}

// ── "coffee with Ana", "I called Ana" ─────────────────────────────────────────────────────────────

type Begun = Pick<Head, 'how' | 'howAt' | 'to' | 'direction' | 'durations' | 'days'>;

function mine(line: Line, start: number, head: Head, isClause: (at: number) => boolean): Head | null {
  const unreal = eat(line, start, UNREAL);
  const from = unreal?.to ?? start;
  const begun = mineVerb(line, from) ?? nounWithPreposition(line, from) ?? writtenTo(line, from);
  if (!begun && !unreal) return null;
  const made: Head = {
    ...{ ...head, ...(begun ?? { how: 'talk', howAt: [], to: from }), unreal },
    days: [...head.days, ...(begun?.days ?? [])],
  };
  if (begun && 'people' in begun) return tail(line, made, isClause);
  const people = peopleAt(line, made.to, isClause);
  if (people.ranges.length === 0) {
    if (!begun) return null;
    if (people.nobody === null && made.howAt.length === 0) return null;
  }
  // "call Ana tomorrow" has a name right after it, and is no report.
  if (!begun && people.ranges.length === 0) return null;
  return tail(
    line,
    {
      ...made,
      people: people.ranges,
      nobody: people.nobody,
      to: people.to,
      eaten: [...made.eaten, { from: made.to, to: people.to }],
    },
    isClause,
  );
}

function mineVerb(line: Line, start: number): Begun | null {
  const from = eat(line, start, DONE_BY_ME)?.to ?? start;
  for (const [how, pattern, direction] of VERBS) {
    const verb = eat(line, from, pattern);
    // "met up", "wrote the report": a verb without a person is no conversation.
    if (verb)
      return {
        how,
        howAt: [{ from: start, to: verb.to }],
        direction: direction ?? null,
        durations: [],
        days: [],
        to: verb.to,
      };
  }
  return spokenOver(line, from);
}

/** "spoke on the phone with", "talked over zoom to". */
function spokenOver(line: Line, from: number): Begun | null {
  const verb = eat(line, from, '(?:spoke|talked|chatted|caught up|connected|met|met up)');
  if (!verb) return null;
  for (const [how, pattern] of BESIDES) {
    const found = eat(line, verb.to, `(?:${pattern}) (?:with|to)`);
    if (found)
      return {
        how,
        howAt: [{ from: verb.from, to: found.to }],
        direction: null,
        durations: [],
        days: [],
        to: found.to,
      };
  }
  return null;
}

/** A noun with what stands before it: "had a quick 20 minute call". */
function nounAt(line: Line, start: number): Begun | null {
  let at = eat(line, start, LEAD)?.to ?? start;
  const durations: Range[] = [];
  for (let more = true; more; ) {
    const before = at;
    at = eat(line, at, 'a|an|another|my|our|the|in-person')?.to ?? at;
    const length = eat(line, at, DURATION);
    // "two messages" is a number of them, and "a call" no length.
    if (length) {
      durations.push(length);
      at = length.to;
    }
    if (!NOUNS.some(([, pattern]) => eat(line, at, pattern))) at = eat(line, at, ADJECTIVE)?.to ?? at;
    more = at !== before;
  }
  for (const [how, pattern] of NOUNS) {
    const noun = eat(line, at, pattern);
    if (noun)
      return {
        how,
        howAt: [{ from: start, to: noun.to }],
        direction: null,
        durations,
        days: [],
        to: noun.to,
      };
  }
  return null;
}

function nounWithPreposition(line: Line, start: number): Begun | null {
  const noun = nounAt(line, start);
  if (!noun) return null;
  let at = noun.to;
  for (let more = true; more; ) {
    const before = at;
    const length = eat(line, at, `(?:for |of |about )*(?:${DURATION})`);
    const day = length ? null : dayAt(line, at);
    if (length) noun.durations.push(length);
    if (day) noun.days.push(day);
    at =
      eat(line, length?.to ?? day?.to ?? at, 'on the phone|over the phone|together')?.to ??
      length?.to ??
      day?.to ??
      at;
    more = at !== before;
  }
  const isWritten = noun.how === 'email' || noun.how === 'message';
  const preposition = eat(line, at, isWritten ? '(?:back and forth )?(?:with|from|to)' : 'with|from|w ¤|w');
  if (!preposition) {
    const isTelegram = noun.how === 'coffee' || noun.how === 'video';
    return isTelegram && new RegExp(`^${NAME}$`).test(maskAt(line, at)) ? { ...noun, to: at } : null;
  }
  const word = maskAt(line, preposition.to - 1);
  const first = wordsOfNoun(line, noun);
  const isPlural = /^(?:exchanged|swapped|traded)|s$/.test(first) || /exchanged|swapped|traded/.test(first);
  const direction =
    word === 'from'
      ? 'received'
      : word === 'to'
        ? 'sent'
        : isPlural || maskAt(line, preposition.from) === 'back'
          ? 'both'
          : null;
  const howAt = [...noun.howAt, preposition];
  return { ...noun, howAt, direction: isWritten ? direction : null, to: preposition.to };
}

function wordsOfNoun(line: Line, noun: Begun): string {
  const { from, to } = noun.howAt[0]!;
  return line.pieces
    .slice(from, to)
    .map(({ mask }) => mask)
    .join(' ');
}

/** "sent Ana an email". */
function writtenTo(line: Line, start: number): (Begun & { people: Range[] }) | null {
  const verb = eat(line, start, '(?:i )?(?:just |also )?(?:sent|wrote|dropped|left)');
  if (!verb) return null;
  const people = peopleAt(line, verb.to, () => false);
  if (people.ranges.length === 0) return null;
  const what = eat(
    line,
    people.to,
    `(?:an?|another|two|some) (?:(?:\\S+) )?(?:(?<email>e-?mails?)|(?<message>(?:(?:${MEDIUM}) )?(?:messages?|dms?|texts?|sms))|(?<written>line|note))`,
  );
  if (!what) return null;
  const how = what.groups.email ? 'email' : what.groups.message ? 'message' : 'written';
  return {
    ...{ how, howAt: [verb, what], direction: 'sent', durations: [], days: [], to: what.to },
    people: people.ranges,
  };
}

// ── who ───────────────────────────────────────────────────────────────────────────────────────────

const NAME_ONLY = `${NAME}`;

/** Names parted by commas and "and", up to where something else begins. */
export function peopleAt(line: Line, start: number, isClause: (at: number) => boolean) {
  const ranges: Range[] = [];
  let at = eat(line, start, 'both')?.to ?? start;
  let to = start;
  for (;;) {
    const name = eat(line, at, NAME_ONLY);
    if (!name || (ranges.length > 0 && isClause(at))) break;
    if (ranges.length > 0 && maskAt(line, at - 1) === ',' && !isListed(line, at)) break;
    if (ranges.length > 0 && eat(line, at + 1, `(?:${DOES})`)) break;
    ranges.push({ from: name.from, to: name.to });
    to = name.to;
    const separator = eat(line, to, ', and|, plus|,|and|plus|as well as');
    if (!separator) break;
    at = separator.to;
  }
  return { ranges, to, nobody: ranges.length > 0 ? strayAfter(line, at, to) : nobodyAt(line, start) };
}

/** One of the list is followed by more of it, by its end, or by when and where; anything else may be a new clause. */
function isListed(line: Line, at: number): boolean {
  const after = maskAt(line, at + 1);
  if (after === '' || /^(?:,|and|plus)$/.test(after) || isHard(after)) return true;
  const mention = mentionAt(line, at);
  if (!mention || mention.fits.length === 0) return false;
  if (dayAt(line, at + 1) !== null || eat(line, at + 1, DURATION) !== null) return true;
  return /^(?:at|for|on|over|about|in|to|by|from|via|after|before|during|again|together|re)$/.test(after);
}

/** A small word where a name should be. */
function nobodyAt(line: Line, start: number): Range | null {
  const word = maskAt(line, start);
  return word === '' || isHard(word) || word === ',' ? null : { from: start, to: start + 1 };
}

/** "with ana torres" in small letters: a word that nobody knows may be the rest of the name. */
function strayAfter(line: Line, at: number, to: number): Range | null {
  const next = line.pieces[to];
  if (at > to) {
    const listed = maskAt(line, at);
    const isName =
      /^[a-z]+$/.test(listed) &&
      !PLAIN.has(listed) &&
      !COMMON.has(listed) &&
      !/(?:ing|ed|ly|s)$/.test(listed);
    const after = maskAt(line, at + 1);
    return isName && (after === '' || isHard(after) || after === ',' || dayAt(line, at + 1))
      ? { from: at, to: at + 1 }
      : null;
  }
  const mention = mentionAt(line, to - 1);
  const isSmall = mention !== null && /^\p{Ll}/u.test(line.sentence.slice(line.pieces[to - 1]!.start));
  if (!next || !isSmall || !/^[a-z]{3,}$/.test(next.mask)) return null;
  const isPlain =
    PLAIN.has(next.mask) ||
    COMMON.has(next.mask) ||
    /(?:ing|ed|ly)$/.test(next.mask) ||
    dayAt(line, to) !== null;
  return isPlain ? null : { from: to, to: to + 1 };
}

// ── when and how long ─────────────────────────────────────────────────────────────────────────────

/** What follows the names, in any order, and what closes the clause. */
function tail(line: Line, head: Head, isClause: (at: number) => boolean): Head {
  const made = {
    ...head,
    howAt: [...head.howAt],
    days: [...head.days],
    durations: [...head.durations],
    eaten: [...head.eaten],
  };
  let at = made.to;
  for (;;) {
    const sign = eat(line, at, 'again|back|,|\\(|\\)|together');
    const from = sign?.to ?? at;
    const next = sign && isClause(from) ? null : detailAt(line, from, made);
    if (next === null) {
      if (sign && !/^[,()]$/.test(maskAt(line, at))) {
        made.eaten.push(sign);
        at = sign.to;
        continue;
      }
      break;
    }
    at = next;
  }
  made.to = at;
  topic(line, at, made, isClause);
  fragments(line, made.to, made, isClause);
  const end = hardEnd(line, made.from);
  for (let place = made.from; place < end; place++) {
    made.unreal ??= eat(line, place, NOT_REACHED);
  }
  return made;
}

function detailAt(line: Line, at: number, head: Head): number | null {
  const length = eat(
    line,
    at,
    `(?:(?:for|about|approx|around|roughly|almost|nearly|just|under|over|only|ca|took|lasted|it) ){0,3}(?:${DURATION})(?: long| call| chat)?`,
  );
  if (length) {
    head.durations.push(length);
    return length.to;
  }
  const day = dayAt(line, at);
  if (day) {
    head.days.push(day);
    return day.to;
  }
  const isStrict = eat(line, at, AT_EVENT);
  if (isStrict && ['meeting', 'chance', 'talk'].includes(head.how)) {
    head.how = 'event';
    return null;
  }
  for (const [how, pattern] of BESIDES) {
    const found = eat(line, at, pattern);
    if (found && (WEAK.includes(head.how) || how === 'video' || how === head.how)) {
      head.how = how;
      head.howAt.push(found);
      return found.to;
    }
  }
  return null;
}

/** "about her team yesterday": a day or a length that closes the clause. */
function topic(line: Line, start: number, head: Head, isClause: (at: number) => boolean): void {
  let end = start;
  while (end < line.pieces.length && !isHard(maskAt(line, end)) && maskAt(line, end) !== ',') {
    if (/^(?:and|but|so|then)$/.test(maskAt(line, end)) && isClause(end + 1)) break;
    end += 1;
  }
  for (let at = start; at < end; at++) {
    if (eat(line, at, AT_EVENT) && ['meeting', 'chance', 'talk'].includes(head.how)) head.how = 'event';
    const besides = BESIDES.find(
      ([how, pattern]) =>
        ['written', 'talk'].includes(head.how) && how !== 'coffee' && eat(line, at, pattern),
    );
    if (besides) {
      head.how = besides[0];
      head.howAt.push(eat(line, at, besides[1])!);
    }
    const length = eat(line, at, `(?:for |about )?(?:${DURATION})`);
    const day = length ? null : dayAt(line, at);
    const to = length?.to ?? day?.to ?? 0;
    if (to !== end && !(day && eat(line, to, `(?:for |, )?(?:${DURATION})`)) && !(length && dayAt(line, to)))
      continue;
    if (length && maskAt(line, at - 1) !== 'of' && !/^(?:a|an|the|in)$/.test(maskAt(line, at - 1)))
      head.durations.push(length);
    if (day && head.days.length === 0) {
      head.days.push(day);
      head.isDayOfTopic = !/^(?:yesterday|today|this|last|earlier)|ago$/i.test(day.phrase);
    }
  }
}

/** ", yesterday, 45 min": pieces between commas that hold nothing else. */
function fragments(line: Line, start: number, head: Head, isClause: (at: number) => boolean): void {
  for (let at = start; at < line.pieces.length; at++) {
    if (!/^[,.;:()]$/.test(maskAt(line, at)) || isClause(at + 1)) continue;
    const took = eat(
      line,
      at + 1,
      `(?:(?:we )?(?:talked|spoke|chatted|lasted|took|stayed|it took|it lasted|it was|went)(?: for| on for)? )?(?:about |almost |for |around )?(?<length>${DURATION})`,
    );
    if (took && (isEnd(line, took.to) || took.groups.length!.from > at + 1)) {
      head.durations.push({ from: took.from, to: took.to });
      continue;
    }
    const day = dayAt(line, at + 1);
    if (day && isEnd(line, day.to) && head.days.length === 0) head.days.push(day);
    if (!WEAK.includes(head.how)) continue;
    for (const [how, pattern] of BESIDES) {
      const found = eat(line, at + 1, pattern);
      if (!found || !isEnd(line, found.to)) continue;
      head.how = how;
      head.howAt.push(found);
      break;
    }
  }
}

function isEnd(line: Line, at: number): boolean {
  const mask = maskAt(line, at);
  return mask === '' || mask === ',' || isHard(mask);
}

function hardEnd(line: Line, from: number): number {
  let at = from;
  while (at < line.pieces.length && !/^[;.!?]$/.test(maskAt(line, at))) at += 1;
  return at;
}
