/** The one small thing to do next for a tie: concrete, kind, and never built on something that did not happen. */
import type { Bucket, Contact, Flag, Introduction, IsoDay, Level, TieFacts } from '../model';
import { missingOf } from './depth';
import { type FollowUpState, followUpStateOf, replyStateOf } from './flags';
import { moveOfLoop, nameOfLoop } from './loops';
import { givenName } from './names';
import { SPANS, type Spans } from './spans';

export interface NextStep {
  /** A kebab-case word that stays the same when the wording changes. */
  action: string;
  /** Imperative and lower-case, to be read after "next:". */
  text: string;
  minutes: number;
  bucket: Bucket;
}

type Tie = TieFacts & Pick<Contact, 'name' | 'purpose'>;

/** An introduction, as one of its two ends sees it. */
export interface LoopEnd {
  loop: Introduction;
  end: 'introducer' | 'introduced';
}

/** What else is between us, beside the evidence. */
export interface OpenWith {
  /** All that the tie is an end of. */
  loops: readonly LoopEnd[];
  /** They know lately which roles and companies I aim at. */
  goalTold: boolean;
  /** I asked them for something within the last week, and they have not answered. */
  asked: boolean;
  /** They said yes to a talk that has not been; null where there is no such thing. */
  agreed: { yesOn: IsoDay; dayIsSet: boolean } | null;
}

const NOTHING_OPEN: OpenWith = { loops: [], goalTold: false, asked: false, agreed: null };

/** `flags` are those of the same tie on the same day. The most useful comes first. */
export function nextStepOf(
  tie: Tie,
  flags: readonly Flag[],
  today: IsoDay,
  open: OpenWith = NOTHING_OPEN,
  spans: Spans = SPANS,
): NextStep {
  const { loops } = open;
  const who = givenName(tie.name);
  const has = (flag: Flag) => flags.includes(flag);
  const reply = replyStateOf(tie, today, spans);
  const followUp = followUpStateOf(tie, today, spans);

  if (tie.promiseDueOn !== null && tie.promiseDueOn <= today) return keepPromise(who);
  const owed = wordOwed(loops, who);
  if (owed) return owed;
  if (open.agreed) return towardsTalk(tie, who, open.agreed);
  if (has('one-sided'))
    return reply === 'given-up' && tie.level > 0 ? giveFreely(who) : goThroughSomeone(who);
  if (followUp !== 'none') return firstFollowUp(tie, who, followUp);
  if (reply === 'nudge') return step('nudge', `send ${who} one gentle line about your last message`, 5);
  if (reply !== 'awaiting' && tie.metOn === null) {
    const offered = loops.find(
      ({ end, loop }) => end === 'introduced' && loop.metOn === null && loop.toldOn === null,
    );
    if (offered) return takeUp(offered.loop, who);
  }
  if (has('shallow-though-busy')) return onceAnswered(reply === 'awaiting', who, (name) => deepen(tie, name));
  if (has('stuck')) return onceAnswered(reply === 'awaiting', who, smallAsk);
  const heard = heardOfAll(tie, loops);
  if (has('acted-early') && !heard) return thank(who);
  if (reply === 'awaiting' || open.asked) return wait(who);
  if (has('fading') || has('dormant')) return reconnect(tie, who, heard);
  if (has('no-purpose')) return choosePurpose(who);
  if (reply === 'given-up') return tie.level === 0 ? goThroughSomeone(who) : giveFreely(who);
  const usual = BY_LEVEL[tie.level === 4 && open.goalTold ? 5 : tie.level](tie, who);
  // What was promised is the best thing there is to give.
  return usual.action === 'give-something' && tie.promiseDueOn !== null ? keepPromise(who) : usual;
}

const BY_LEVEL: Record<Level, (tie: Tie, who: string) => NextStep> = {
  0: (_, who) => step('say-hello', `send ${who} two lines to say hello, with nothing to ask`, 10, 'meet'),
  1: deepen,
  2: deepen,
  3: conversational,
  4: (_, who) => step('share-targets', `tell ${who} which roles and companies you are aiming at`, 10),
  5: (_, who) => step('offer-help', `tell ${who} how the search is going, and ask how you can help them`, 10),
};

function step(action: string, text: string, minutes: number, bucket: Bucket = 'deepen'): NextStep {
  return { action, text, minutes, bucket };
}

/** Up to acquaintance, the first missing row that a person can do something about decides. */
function deepen(tie: Tie, who: string): NextStep {
  const missing = missingOf(tie, tie.level).map((row) => row.what);
  if (tie.exchangeDays === 0) {
    return step('ask-one-question', `ask ${who} one question that can be answered in a line`, 5);
  }
  if (missing.includes('substantiveDays')) {
    return step('ask-for-a-talk', `ask ${who} for 20 minutes on how their team hires`, 10);
  }
  if (missing.includes('spanDays')) {
    return step('suggest-second-talk', `suggest to ${who} a second talk in two weeks' time`, 10);
  }
  return step('suggest-next-talk', `suggest to ${who} a short talk about what is new on both sides`, 10);
}

function conversational(tie: Tie, who: string): NextStep {
  const missing = missingOf(tie, tie.level).map((row) => row.what);
  if (missing.includes('reliability')) {
    return step('small-promise', `offer ${who} one small thing by a day you choose, and deliver it`, 15);
  }
  if (missing.includes('acts')) return smallAsk(who);
  return step('give-something', `do one small thing for ${who}: a lead, an introduction, a useful link`, 15);
}

function keepPromise(who: string): NextStep {
  return step('keep-promise', `do what you promised ${who}, or agree on a new day with them`, 15);
}

/** Whoever introduced me hears of it before anything else is asked of them; the outcome before the thanks alone. */
function wordOwed(loops: readonly LoopEnd[], who: string): NextStep | undefined {
  const mine = loops.filter(({ end }) => end === 'introducer').map(({ loop }) => loop);
  const told = mine.find((loop) => moveOfLoop(loop) === 'tell');
  if (told) return step('tell-introducer', `tell ${who} how ${nameOfLoop(told)} went`, 10);
  const thanked = mine.find((loop) => moveOfLoop(loop) === 'thank');
  return thanked && step('thank-introducer', `thank ${who} for ${nameOfLoop(thanked)}`, 5);
}

/** All that they did was to introduce me, and they know how each of those went. */
function heardOfAll(tie: Tie, loops: readonly LoopEnd[]): boolean {
  const told = loops.filter(({ end, loop }) => end === 'introducer' && loop.toldOn !== null);
  return told.length >= tie.actsAsked + tie.actsUnasked;
}

function takeUp({ name }: Introduction, who: string): NextStep {
  return step(
    'take-up-introduction',
    `write to ${who}, to whom ${name} introduced you, and suggest a first talk`,
    10,
    'meet',
  );
}

/** My proposal of a day waits for its answer like any other message. */
function towardsTalk(
  { lastInOn, lastOutOn }: Tie,
  who: string,
  { yesOn, dayIsSet }: NonNullable<OpenWith['agreed']>,
): NextStep {
  if (dayIsSet) return step('prepare-talk', `write down two questions for the talk with ${who}`, 10);
  const proposed = lastOutOn !== null && lastOutOn > yesOn && (lastInOn === null || lastInOn < lastOutOn);
  return proposed ? wait(who) : step('agree-on-day', `agree with ${who} on a day for the talk`, 5);
}

function goThroughSomeone(who: string): NextStep {
  return step('go-through-someone', `let the messages to ${who} rest, and find someone who knows them`, 10);
}

function giveFreely(who: string): NextStep {
  return step('give-something', `send ${who} one useful thing, with nothing to ask`, 10);
}

/** Only where the meeting is all there was is it sure to have been a talk, and not a group after some mails. */
function firstFollowUp(tie: Tie, who: string, state: FollowUpState): NextStep {
  if (state === 'stale' || state === 'lapsed') {
    return step('follow-up', `send ${who} two lines on where you met, and one easy question`, 10);
  }
  const topic =
    tie.exchangeDays > 0 && tie.secondTouchOn === null ? 'what you talked about' : 'where you met';
  return step('follow-up', `send ${who} a two-line note on ${topic}`, 10);
}

function smallAsk(who: string): NextStep {
  return step('small-ask', `ask ${who} one small thing: an introduction to a peer, or a look at your CV`, 10);
}

function thank(who: string): NextStep {
  return step('thank', `thank ${who} for what they did, and say what came of it`, 10);
}

function wait(who: string): NextStep {
  return step('wait', `give ${who} time to answer, and note one thing that would be useful to them`, 5);
}

/** Somebody who once acted for me gets the outcome as news: it is the easiest opening there is. */
function reconnect(tie: Tie, who: string, heard: boolean): NextStep {
  return tie.actsAsked + tie.actsUnasked > 0 && !heard
    ? step('tell-outcome', `tell ${who} what came of what they did for you`, 10)
    : step('send-news', `send ${who} a line of news, with nothing to ask`, 10);
}

function choosePurpose(who: string): NextStep {
  return step('choose-purpose', `decide what ${who} is to your search, or park them`, 5, 'review');
}

/** A second message before the answer would be pushing; the step itself is still worth knowing. */
function onceAnswered(awaiting: boolean, who: string, next: (name: string) => NextStep): NextStep {
  if (!awaiting) return next(who);
  const after = next('them');
  return { ...after, text: `once ${who} answers, ${after.text}` };
}
