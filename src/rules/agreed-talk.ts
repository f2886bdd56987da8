/** The talk that somebody said yes to and that has not taken place: asking for it again would be odd. */
import type { AskMade, IsoDay, Touch } from '../model';
import { daysBetween } from './dates';
import { SPANS, type Spans } from './spans';

/** A yes stands as long as an offer does. The call in which it was given is not the talk itself. */
export function findAgreedTalk(
  asks: readonly AskMade[],
  touches: readonly Touch[],
  today: IsoDay,
  { offeredDays }: Spans = SPANS,
): AskMade | undefined {
  return asks.find(
    ({ kind, outcome, outcomeOn }) =>
      kind === 'talk' &&
      outcome === 'yes' &&
      outcomeOn !== null &&
      daysBetween(outcomeOn, today) <= offeredDays &&
      !touches.some((touch) => touch.kind === 'live' && isTalkAfter(touch, outcomeOn)),
  );
}

function isTalkAfter({ day, substantive }: Touch, yesOn: IsoDay): boolean {
  return day > yesOn || (day === yesOn && substantive);
}
