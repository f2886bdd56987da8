/** What just happened: one conversation with one person or several, and all that came of it. */
import type { Answers } from '../../answers';
import type { App, Command } from '../../app';
import { UsageError } from '../../errors';
import type { AskMade, Introduction, IsoDay, Tie } from '../../model';
import { addDays } from '../../rules/dates';
import { touchKindsOf } from '../../rules/logging';
import { givenName } from '../../rules/names';
import { standingOf } from '../../rules/standing';
import { askToldIn } from '../../rules/told-in-note';
import { listOpenLoopsOf } from '../../store/acts';
import { listAsksOf, listUnansweredAsks } from '../../store/asks';
import { inTransaction } from '../../store/db';
import { getEvent, setEvent } from '../../store/events';
import { addInteraction } from '../../store/interactions';
import { spansOf } from '../../store/settings';
import { listOpenTasksFor, listOpenTasksForEvent } from '../../store/tasks';
import { getTie } from '../../store/ties';
import { type LogFacts, logView } from '../../views/log';
import { addPerson } from '../contact/add';
import { stepFor } from '../facts';
import { addStepTask } from '../promise/task';
import { type Conversation, readConversation, withEvent } from './conversation';
import { type LogInput, logOptions } from './options';
import type { Participant } from './participants';
import { askForMissing } from './questions';
import { dryReading, fromSentence, sentenceIn } from './sentence';
import { saveWordsGiven } from './words-given';

export const log: Command<Answers['log']> = {
  examples: [
    'jobsearch log "coffee with Ana and Declan yesterday 45 min: promised Ana the deck by Friday; next: send CV on Monday"',
    'jobsearch log ana --channel coffee --minutes 45 --about "how her team hires"',
    'jobsearch log ana declan --channel call --promised "the deck" --by fri --next "send my CV" --on mon',
    'jobsearch log priya --channel email --sent',
    'jobsearch log omar --channel call --got "introduction to Ingrid Solheim" --whom ingrid --told-goal',
  ],
  configure: logOptions,
  async run(app, typed: LogInput) {
    refuseEmpty(typed);
    const sentence = sentenceIn(app, typed);
    if (sentence !== null && app.dryRun) return dryReading(app, typed, sentence);
    const said = sentence === null ? withEvent(app, typed) : await fromSentence(app, typed, sentence);
    const conversation = await readConversation(app, await askForMissing(app, said));
    const data = inTransaction(app.db, () => save(app, conversation));
    return { data, view: logView(data, app.today) };
  },
};

/** Nothing between the quotes is no "ask me": that is `log` alone. */
function refuseEmpty({ people }: LogInput): void {
  if (people.length > 0 && people.every((one) => /^[\s,]*$/.test(one)))
    throw new UsageError(
      'The sentence is empty: nothing was logged.',
      'jobsearch log "coffee with Ana yesterday 45 min"',
    );
  if (people.some((one) => one.trim() === '-'))
    throw new UsageError(
      '"-" takes the sentence from stdin right after log, and without names: nothing was logged.',
      'echo "coffee with Ana yesterday 45 min" | jobsearch log -',
    );
}

/** A task due this soon may be what the talk was for. */
const SEEN_TO_DAYS = 2;

function unansweredBy({ db }: App, contacts: readonly number[], day: IsoDay): AskMade[] {
  return listUnansweredAsks(db).filter(
    ({ contactId, askedOn }) => contacts.includes(contactId) && askedOn <= day,
  );
}

/** What is due with them by now, and whatever prepared the event. */
function listSeenTo({ db, today }: App, people: number[], eventId: number | null): LogFacts['seenTo'] {
  const due = people
    .flatMap((contact) => listOpenTasksFor(db, contact))
    .filter(({ dueOn }) => dueOn !== null && dueOn <= addDays(today, SEEN_TO_DAYS));
  const prepared = eventId === null ? [] : listOpenTasksForEvent(db, eventId);
  const tasks = new Map([...prepared, ...due].map(({ id, title }) => [id, { id, title }]));
  return [...tasks.values()];
}

/** They ask in what they write; and what is written down already needs no second ask. */
function askToldBy(
  { db }: App,
  { about, direction, day }: Conversation,
  people: Pick<Tie, 'id' | 'name'>[],
): LogFacts['askTold'] {
  const told = about === null || direction === 'received' ? undefined : askToldIn(about);
  if (!told) return null;
  const { id, name } = people.find((one) => givenName(one.name) === told.whom) ?? people[0]!;
  const isKnown = listAsksOf(db, id).some(
    ({ kind, outcome, askedOn }) => kind === told.kind && (outcome === null || askedOn === day),
  );
  return isKnown ? null : { contactId: id, name, kind: told.kind };
}

/** All of it or nothing: the new people, what happened, what came of it, and the tasks. */
function save(app: App, conversation: Conversation): LogFacts {
  const { db } = app;
  const { day, people, next } = conversation;
  const add = ({ id, name, company }: Participant) => id ?? addPerson(app, { name, company });
  const ids = people.map(add);
  const before = ids.map((id) => getTie(db, id));
  const promises = conversation.promises.map((promise) => ({
    ...promise,
    contactId: ids[promise.with]!,
    madeOn: day,
  }));
  const acts = conversation.acts.map((act) => ({
    ...act,
    contactId: ids[act.with]!,
    day,
    introduced: act.whom === null ? null : typeof act.whom === 'number' ? ids[act.whom]! : add(act.whom),
  }));
  const seenTo = listSeenTo(app, ids, conversation.eventId);
  const loopsBefore = loopsOf(app, ids);
  const { id, actIds, promiseIds } = addInteraction(
    db,
    {
      ...conversation,
      people: ids,
      kinds: touchKindsOf(conversation.channel, conversation.direction),
      sourceKey: null,
    },
    { acts, promises },
  );
  if (conversation.eventId !== null) closeEvent(app, conversation.eventId, conversation.about, ids);
  const wordsGiven = saveWordsGiven(app, conversation, before);
  return {
    ...conversation,
    ...wordsGiven,
    id,
    seenTo,
    askTold: askToldBy(app, conversation, before),
    unanswered: conversation.direction === 'sent' ? [] : unansweredBy(app, ids, day),
    people: before.map((tie) => change(app, tie, getTie(db, tie.id))),
    acts: acts.map(({ whom, ...act }, at) => ({
      ...act,
      id: actIds[at]!,
      name: people[act.with]!.name,
      introducedName: act.introduced === null ? null : getTie(db, act.introduced).name,
    })),
    loops: loopsOf(app, ids).filter(
      (loop) =>
        ids.includes(loop.contactId) ||
        loopsBefore.some(({ actId, metOn }) => actId === loop.actId && metOn !== loop.metOn),
    ),
    promises: promises.map((promise, at) => ({
      ...promise,
      id: promiseIds[at]!,
      name: people[promise.with]!.name,
      taskId: promise.by === 'me' ? addStepTask(app, { ...promise, promiseId: promiseIds[at]! }) : null,
    })),
    next: next && {
      ...next,
      taskId: addStepTask(app, {
        what: next.what,
        dueOn: next.on,
        contactId: ids[next.with]!,
        promiseId: null,
      }),
    },
  };
}

/** Open introductions that any of these people is an end of. */
function loopsOf({ db }: App, people: number[]): Introduction[] {
  const loops = people.flatMap((id) => listOpenLoopsOf(db, id));
  return [...new Map(loops.map((loop) => [loop.actId, loop])).values()];
}

function closeEvent({ db }: App, eventId: number, about: string | null, people: number[]): void {
  const event = getEvent(db, eventId);
  setEvent(db, {
    ...event,
    state: 'done',
    outcome: event.outcome ?? about,
    people: [...new Set([...event.people, ...people])],
  });
}

function change({ db, today }: App, before: Tie, after: Tie): LogFacts['people'][number] {
  const is = standingOf(after, today, spansOf(db));
  return {
    id: after.id,
    name: after.name,
    before: standingOf(before, today, spansOf(db)),
    after: is,
    nextStep: stepFor(db, is, today),
  };
}
