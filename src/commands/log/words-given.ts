/** What was said in a conversation that later asks rest on: my aims, my work, their offers, their answer. */
import type { App } from '../../app';
import { UserError } from '../../errors';
import type { AskMade, AskOutcome, IsoDay, Tie } from '../../model';
import { shortDay } from '../../rules/day-words';
import { addOffer, getAsk, getGates, listAsksOf, setGates, setOutcome } from '../../store/asks';
import type { WordsGiven } from '../../views/log';
import type { Conversation } from './conversation';

/** `people` are those of the conversation, in its order. */
export function saveWordsGiven(
  app: App,
  conversation: Conversation,
  people: Pick<Tie, 'id' | 'name'>[],
): WordsGiven {
  const { db } = app;
  const { day, toldGoal, seenWork, answer } = conversation;
  const asked = typeof answer?.with === 'number' ? [people[answer.with]!] : people;
  for (const { id } of people) {
    // What is logged late never takes back a later telling.
    if (toldGoal && (getGates(db, id).goalToldOn ?? '') < day) setGates(db, id, { goalToldOn: day });
    if (seenWork) setGates(db, id, { seenWork: true });
  }
  for (const offer of conversation.offers) addOffer(db, people[offer.with]!.id, offer.kind, day);
  return {
    toldGoal,
    seenWork,
    offers: conversation.offers.map((offer) => {
      const { id, name } = people[offer.with]!;
      return { kind: offer.kind, contactId: id, name };
    }),
    answer: answer && saveAnswer(app, answer.outcome, day, asked),
  };
}

/** To the oldest ask that waits; whose it is has to be plain. */
function saveAnswer(app: App, answer: AskOutcome, day: IsoDay, people: Pick<Tie, 'id' | 'name'>[]): AskMade {
  const asked = people.flatMap(({ id }) => {
    const waiting = listAsksOf(app.db, id).filter((ask) => ask.outcome === null && ask.askedOn <= day);
    return waiting.slice(-1);
  });
  const [ask] = asked;
  if (!ask) {
    const names = people.map(({ name }) => name).join(', ');
    throw new UserError(
      `Nothing that you asked of ${names} by ${shortDay(day, app.today)} waits for an answer: nothing was logged.`,
      'jobsearch ask list',
    );
  }
  if (asked.length > 1) {
    throw new UserError(
      `${asked.map(({ name }) => name).join(' and ')} all have something to answer: nothing was logged.`,
      `jobsearch ask outcome ${ask.id} ${answer}`,
    );
  }
  setOutcome(app.db, ask.id, answer, day);
  return getAsk(app.db, ask.id);
}
