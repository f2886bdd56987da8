/** From what somebody typed after --for to the kind of ask. */
import { ASK_KINDS, type AskKind } from '../model';
import { ASKS } from './ask-kinds';
import { foldName } from './names';

/** Matched against folded words, so `peer-intro` is "peer intro" and case does not matter. */
const SIGNS: Record<AskKind, RegExp> = {
  reply: /\b(reply|repl(ies|ied)|answer|message|hello)\b/,
  advice: /\b(advi[cs]e\w*|questions?|opinion|feedback|tips?)\b/,
  talk: /\b(talk|interview|coffee|chat|call|conversation|meeting|informational|(15|20|30) ?min(ute)?s?)\b/,
  leads: /\b(leads?|openings?|vacanc(y|ies)|word of|ears)\b/,
  'peer-intro': /\b(intro(s|duc\w*)?|peers?|colleagues?)\b/,
  recommendation: /\b(rec|recommend\w*|endorse\w*|linkedin)\b/,
  referral: /\b(ref|refer|refers|referred|referrals?)\b/,
  reference: /\b(ref|references?|referees?)\b/,
  'manager-intro': /\b(managers?|boss|hires?|hiring)\b/,
  vouching: /\b(vouch\w*|good word)\b/,
};

/** The first says more than the second where a phrase has signs of both: "an introduction to the hiring manager". */
const CLOSER: [AskKind, AskKind][] = [
  ['manager-intro', 'peer-intro'],
  ['vouching', 'manager-intro'],
  ['advice', 'reply'],
];

/** Undefined where no kind, or more than one, is meant. */
export function askKindOf(text: string): AskKind | undefined {
  const phrase = foldName(text);
  const exact = ASK_KINDS.find((kind) => foldName(kind) === phrase);
  if (exact) return exact;
  const found = ASK_KINDS.filter((kind) => SIGNS[kind].test(phrase));
  const meant = found.filter(
    (kind) => !CLOSER.some(([closer, wider]) => wider === kind && found.includes(closer)),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

/** Every kind beside what it asks for, a line each. */
export function askKindLines(): string[] {
  const longest = Math.max(...ASK_KINDS.map((kind) => kind.length));
  return ASK_KINDS.map((kind) => `${kind.padEnd(longest)}  ${ASKS[kind].label}`);
}
