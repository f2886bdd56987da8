/** What a note tells that has a command of its own: an ask that was made, an offer that was accepted. */
import type { AskKind } from '../model';
import { askKindOf } from './ask-words';

/** At the beginning of a part, or with an "I": what they asked for is no ask of mine. */
const ASKED =
  /(?:^|[,;:.!?]\s*|\bi (?:also |then |just )?)asked(?: (?!for |if |whether |to )(?<whom>[\p{L}'\u2019-]+))? (?:for|if|whether|to) (?<what>[^,;:.!?]+)/iu;

/** Undefined where nothing, or nothing plain, was asked for. `whom` is a name or a pronoun. */
export function askToldIn(note: string): { kind: AskKind; whom: string | undefined } | undefined {
  const { whom, what } = ASKED.exec(note)?.groups ?? {};
  const kind = what === undefined ? undefined : askKindOf(what);
  return kind && { kind, whom };
}

const ACCEPTED =
  /(?:^|[,;:.!?]\s*|\b(?:i|i've) (?:have |just |already )?)(?:accepted|said yes to|took|signed) (?:the|their|her|his|an?) (?:[\p{L}-]+ )?(?:offer|contract)\b/iu;

export function isOfferAccepted(note: string): boolean {
  return ACCEPTED.test(note);
}
