/** Words that only promises and acts are made of, where no rule could read them: a doubt, rather than silence. */
import { type Draft, doubt } from './draft';
import { eat, maskAt } from './line';

const DENIED =
  "(?:not|n't|never|no|nothing|without|if|might|could|should|would|maybe|perhaps|asked|wants?|hopes?|had|been|be|was|is)";

/** Words that only promises are made of, where no rule could read them. */
export function strayPromises(draft: Draft): void {
  const { line } = draft;
  const taken = (at: number) =>
    [...draft.eaten, ...draft.doubtful].some(({ from, to }) => at >= from && at < to) ||
    draft.reading.doubts.some(
      ({ span }) => span.start <= line.pieces[at]!.start && line.pieces[at]!.end <= span.end,
    );
  for (let at = 0; at < line.pieces.length; at++) {
    if (taken(at)) continue;
    const word = eat(
      line,
      at,
      '(?:promised|promises)|(?:introduced|referred|recommended) me|vouched for me|next step',
    );
    if (!word) continue;
    const isDenied =
      [3, 2, 1].some(
        (back) =>
          at >= back && (eat(line, at - back, DENIED) !== null || /n't$/.test(maskAt(line, at - back))),
      ) || eat(line, word.to, '(?:me |us |him |her |them )?(?:nothing|not|no|none)') !== null;
    if (isDenied) continue;
    const about = /^promise/.test(maskAt(line, at))
      ? 'promise'
      : maskAt(line, at) === 'next'
        ? 'next'
        : 'act';
    doubt(draft, word, {
      about,
      why: 'could not be read: who, and what',
      say: {
        promise: 'say it in a part of its own: "; promised Ana the deck by Friday"',
        act: 'say it in a part of its own: "; Ana introduced me to Maria"',
        next: 'say "next: send CV on Monday"',
      }[about],
    });
  }
}
