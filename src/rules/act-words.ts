/** From what somebody typed after --got or --gave to the kind of act. */
import { ACT_KINDS, type ActKind } from '../model';

const SIGNS: [ActKind, RegExp][] = [
  ['introduction', /\b(intro(s|duc\w*)?)\b/i],
  ['recommendation', /\b(recommend\w*|endorse\w*)\b/i],
  ['referral', /\b(refer(ral|rals|red|s)?)\b/i],
  ['reference', /\breferences?\b/i],
  ['vouching', /\bvouch\w*\b/i],
  ['lead', /\b(leads?|opening|tip)\b/i],
  ['advice', /\b(advi[cs]e\w*|feedback|review(ed)?|comments?)\b/i],
];

/** The first kind whose word stands in the text; a favour when none does. `what` is null when the text is the kind alone. */
export function actOf(text: string): { kind: ActKind; what: string | null } {
  const trimmed = text.trim();
  const alone = ACT_KINDS.find((kind) => kind === trimmed.toLowerCase());
  if (alone) return { kind: alone, what: null };
  const kind = SIGNS.map(([one, sign]) => ({ one, at: trimmed.search(sign) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.one;
  return { kind: kind ?? 'favour', what: trimmed };
}
