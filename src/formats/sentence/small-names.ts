/** Names in small letters: what stands around a word has to tell that it is one. */
import type { Mention } from './people';
import type { Token } from './tokens';
import { COMMON, DAYS, PARTICLE, PLAIN, THINGS } from './vocabulary';

const DOES_SURELY =
  /^(?:called|phoned|rang|emailed|e-mailed|mailed|messaged|texted|dm'd|pinged|whatsapped|wrote|replied|answered|responded|said|promised|offered|introduced|gave|sent|referred|recommended|vouched|reviewed|helped|agreed|owes|told|passed|forwarded|shared|declined)$/;
const WRITTEN = /^(?:e-?mails?|mail|messages?|dms?|texts?|sms|note|reply|invite|calls?)$/;
const SPOKE_TO = /^(?:wrote|spoke|talked|replied|responded|introduced|intro|me|him|her|them|out)$/;
const SPOKEN = /^(?:coffee|lunch|breakfast|brunch|dinner|tea|drinks?|beers?|walk|zoom|teams|call)$/;
const DIRECTLY =
  /^(?:called|phoned|rang|emailed|e-mailed|mailed|messaged|texted|pinged|dm'd|whatsapped|met|saw)$/;
const CLOSES =
  /^(?:[^\p{L}\p{N}]|\d.*|and|or|at|for|on|over|about|in|to|by|from|via|after|before|during|again|re|who|with|together|today|yesterday|this|last|half|an?|is|was)$/u;

/** Words for people, and none of them a name. */
const NOBODY = new Set(
  `people everyone everybody someone somebody nobody anyone anybody folks friend friends team boss manager colleague
  colleagues recruiter recruiters recruiting hr family guys guy students alumni devs developers engineers founders mentor
  mum mom dad wife husband partner brother sister cousin neighbour neighbor customer customers client clients support
  management leadership staff group crew co others him her them`.split(/\s+/),
);

export function does(token: Token | undefined): boolean {
  return token !== undefined && DOES_SURELY.test(token.word);
}

/** Whether a name could end before this. */
export function closes(token: Token | undefined): boolean {
  return token === undefined || CLOSES.test(token.word) || DAYS.test(token.word);
}

/** A given name that is another word, too ("bill", "grace"), where only a name can stand. */
export function isGivenHere(tokens: Token[], from: number, found: Mention[]): boolean {
  const [before, earlier] = [tokens[from - 1]?.word ?? '', tokens[from - 2]?.word ?? ''];
  const next = tokens[from + 1];
  const isPart = from === 0 || /^[,;:.!?\u2013\u2014-]$/.test(before) || /^(?:and|&|but)$/.test(before);
  const isAgain = found.some((one) => tokens[one.from]!.word === tokens[from]!.word);
  if (isPart && (isAgain || does(next))) return true;
  if (isSum(tokens, from + 1)) return false;
  if (/^(?:wrote|sent|left|dropped)$/.test(before)) return /^an?$/.test(next?.word ?? '');
  if (!closes(next)) return false;
  if (/^(?:and|&|\+|,)$/.test(before)) return found.at(-1)?.to === from - 1;
  if (before === 'to') return WRITTEN.test(earlier) || SPOKE_TO.test(earlier);
  if (before === 'for') return /^(?:voicemail|vm|message|note)$/.test(earlier);
  return /^(?:saw|thanked|visited|dm'd|pinged|mailed)$/.test(before) || (from === 1 && SPOKEN.test(before));
}

/** "lunch bill 20 euros" is what it cost. */
function isSum(tokens: Token[], at: number): boolean {
  const words = [at, at + 1].map((place) => tokens[place]?.word ?? '').join(' ');
  return /^(?:[$\u20ac\u00a3]|\d+(?:[.,]\d+)? ?(?:[$\u20ac\u00a3]|euros?|eur|dollars?|usd|bucks|pounds?|gbp|francs?|chf)(?: |$))/.test(
    words,
  );
}

/** Somebody unknown: "coffee with bob", "bob called me", and bob again later on. */
export function smallStrangerAt(tokens: Token[], from: number, found: Mention[]): Mention | null {
  if (!isSmall(tokens[from]) && !isMonthNamed(tokens, from)) return null;
  const word = tokens[from]!.word;
  const isAgain = found.some((one) => one.fits.length === 0 && tokens[one.from]!.word === word);
  if (!isAgain && !standsAsName(tokens, from, found.at(-1))) return null;
  let to = from + 1;
  if (isAgain) return { from, to, tail: '', fits: [], torn: false };
  for (let at = to; at < from + 4; at++) {
    if (PARTICLE.test(tokens[at]?.word ?? '')) continue;
    const isSurname = isSmall(tokens[at]) && isRare(tokens[at]!) && closes(tokens[at + 1]);
    if (isSurname) to = at + 1;
    break;
  }
  return { from, to, tail: '', fits: [], torn: false };
}

/** "jan" and "May" are people only where nothing else can be. */
const MONTHS_AND_NAMES = /^(?:jan|may|april|june|august)$/;

function isMonthNamed(tokens: Token[], at: number): boolean {
  const isMonth = MONTHS_AND_NAMES.test(tokens[at]?.word ?? '');
  return isMonth && tokens[at - 1]?.word === 'with' && !/^\d/.test(tokens[at + 1]?.word ?? '');
}

function isSmall(token: Token | undefined): boolean {
  if (!token || !/^\p{Ll}[\p{L}\p{M}'\u2019-]+$/u.test(token.text)) return false;
  const { word } = token;
  return !PLAIN.has(word) && !THINGS.has(word) && !NOBODY.has(word) && !DAYS.test(word) && !/'/.test(word);
}

/** Not the rest of what is being told: "bob talking shop", "ana quickly". */
function isRare({ word }: Token): boolean {
  return !COMMON.has(word) && !/(?:ing|ed|ly)$/.test(word);
}

function standsAsName(tokens: Token[], from: number, last: Mention | undefined): boolean {
  const [before, earlier] = [tokens[from - 1]?.word ?? '', tokens[from - 2]?.word ?? ''];
  if (before === 'with' || DIRECTLY.test(before)) return true;
  if (/^(?:from|to)$/.test(before)) return WRITTEN.test(earlier);
  if (before === 'into') return /^(?:ran|run|bumped)$/.test(earlier);
  if (/^(?:sent|wrote|dropped)$/.test(before)) return /^an?$/.test(tokens[from + 1]?.word ?? '');
  if (/^(?:and|&|\+|,)$/.test(before))
    return (
      last?.to === from - 1 && !/(?:s|ing|ed|ly)$/.test(tokens[from]!.word) && endsList(tokens[from + 1])
    );
  return from === 0 && does(tokens[1]);
}

function endsList(token: Token | undefined): boolean {
  return (
    token === undefined ||
    /^[^\p{L}\p{N}]$/u.test(token.text) ||
    DAYS.test(token.word) ||
    /^\d/.test(token.word)
  );
}

/** As a name is written: "bob van dijk" is Bob van Dijk. */
export function capitalised(name: string): string {
  return name
    .split(' ')
    .map((word) =>
      PARTICLE.test(word) ? word : word.replace(/(?:^|(?<=-))\p{Ll}/gu, (letter) => letter.toUpperCase()),
    )
    .join(' ');
}
