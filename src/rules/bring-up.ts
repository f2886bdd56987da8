/** What to bring up with somebody: what is open between us first, then what they do not know yet. */
import type { AskKind, AskMade, GateFacts, Introduction, IsoDay, LoggedAct, OpenPromise } from '../model';
import { FADING_LEVEL } from './constants';
import { daysBetween } from './dates';
import { moveOfLoop } from './loops';
import { SPANS, type Spans } from './spans';

export type Topic<P extends OpenPromise = OpenPromise> =
  | { kind: 'my-promise' | 'their-promise'; promise: P }
  | { kind: 'tell-introducer' | 'thank-introducer'; loop: Introduction }
  | { kind: 'open-ask'; ask: AskMade }
  | { kind: 'thank'; act: LoggedAct }
  | { kind: 'offer'; offered: AskKind }
  | { kind: 'goal'; toldOn: IsoDay | null };

export interface BringUpFacts<P extends OpenPromise> extends Pick<GateFacts, 'goalToldOn'> {
  id: number;
  level: number;
  /** The open ones. */
  promises: P[];
  introductions: Introduction[];
  asks: AskMade[];
  acts: LoggedAct[];
  offers: AskKind[];
  /** The last day on which I wrote or we met; null for never. */
  lastWordOn: IsoDay | null;
}

export function topicsOf<P extends OpenPromise>(
  facts: BringUpFacts<P>,
  today: IsoDay,
  spans: Spans = SPANS,
): Topic<P>[] {
  const promised = (by: OpenPromise['by']) => facts.promises.filter((promise) => promise.by === by);
  const topics: Topic<P>[] = promised('me').map((promise) => ({ kind: 'my-promise', promise }));
  for (const loop of facts.introductions.filter(({ contactId }) => contactId === facts.id)) {
    const move = moveOfLoop(loop);
    if (move === 'tell') topics.push({ kind: 'tell-introducer', loop });
    if (move === 'thank') topics.push({ kind: 'thank-introducer', loop });
  }
  topics.push(...promised('them').map((promise) => ({ kind: 'their-promise' as const, promise })));
  topics.push(...facts.asks.map((ask) => ({ kind: 'open-ask' as const, ask })));
  const thanks = unthanked(facts);
  if (thanks) topics.push({ kind: 'thank', act: thanks });
  topics.push(...facts.offers.map((offered) => ({ kind: 'offer' as const, offered })));
  // Whom I hardly know is not told my aims in the first breath.
  if (facts.level >= FADING_LEVEL && !remembers(facts.goalToldOn, today, spans))
    topics.push({ kind: 'goal', toldOn: facts.goalToldOn });
  return topics;
}

/** The latest thing they did since I last had a word with them; an introduction has its own loop. */
function unthanked({ acts, lastWordOn }: Pick<BringUpFacts<OpenPromise>, 'acts' | 'lastWordOn'>) {
  return acts.findLast(
    ({ by, kind, day }) =>
      by === 'them' && kind !== 'introduction' && (lastWordOn === null || day > lastWordOn),
  );
}

function remembers(toldOn: IsoDay | null, today: IsoDay, { goalToldDays }: Spans): boolean {
  return toldOn !== null && daysBetween(toldOn, today) <= goalToldDays;
}
