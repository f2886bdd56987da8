/** What is open with one person, and what has been between us. */
import type { IsoDay, LoggedInteraction } from '../model';
import { ASKS } from '../rules/ask-kinds';
import type { Topic } from '../rules/bring-up';
import { dayWithWeekday, minutesWords, shortDay } from '../rules/day-words';
import { nameOfLoop } from '../rules/loops';
import { givenName } from '../rules/names';
import { actWords } from './act';
import { askWords } from './ask-words';
import type { ContactFacts } from './contact';
import { type PromiseFacts, waitingWords } from './promise';
import { dueWords } from './task';
import { dim, gap, heading, line, type Text, type View } from './view';

/** Rows of each kind that the page has room for; the rest is counted. */
const SHOWN = 3;

export function bringUpBlocks(facts: ContactFacts, today: IsoDay): View {
  return section(
    'To bring up',
    facts.bringUp.map((topic) => topicWords(topic, today)),
  );
}

function topicWords(topic: Topic<PromiseFacts>, today: IsoDay): Text[] {
  switch (topic.kind) {
    case 'my-promise':
      return ['you promised', promiseWords(topic.promise, today)];
    case 'their-promise':
      return ['they promised', [promiseWords(topic.promise, today), waitingWords(topic.promise, today)]];
    case 'tell-introducer':
      return ['tell', loopWords(`how ${nameOfLoop(topic.loop)} went`, topic.loop.actId, '--told')];
    case 'thank-introducer':
      return ['thank for', loopWords(nameOfLoop(topic.loop), topic.loop.actId, '--thanked')];
    case 'open-ask':
      return [
        'you asked',
        `${topic.ask.what ?? ASKS[topic.ask.kind].label}, on ${shortDay(topic.ask.askedOn, today)}, no answer yet (ask #${topic.ask.id})`,
      ];
    case 'thank':
      return ['thank for', `${actWords(topic.act)}, ${shortDay(topic.act.day, today)}`];
    case 'offer':
      return ['they offered', ASKS[topic.offered].label];
    case 'goal':
      return [
        'tell',
        `which roles and companies you aim at${topic.toldOn === null ? '' : ` (last told ${shortDay(topic.toldOn, today)})`}`,
      ];
  }
}

function promiseWords(promise: PromiseFacts, today: IsoDay): string {
  return `#${promise.id} ${promise.what}${afterComma(dueWords(promise, today))}`;
}

function loopWords(text: string, actId: number, flag: string): Text {
  return [`${text} `, dim(`(jobsearch act loop ${actId} ${flag})`)];
}

export function historyBlocks(facts: ContactFacts, today: IsoDay): View {
  const shown = facts.promises.map(({ id }) => id);
  const acts = [...facts.acts].reverse();
  const made = facts.introductions.filter(
    // Through whom we met stands above.
    ({ introduced, contactId }) => introduced === facts.id && contactId !== facts.introducedBy,
  );
  return [
    ...section(
      'Coming up',
      facts.events.map((event) => [
        `${dayWithWeekday(event.startOn, today)} ${event.startTime ?? ''}`,
        `${event.title} (event #${event.id})`,
      ]),
    ),
    ...section(
      'Tasks',
      facts.tasks
        .filter(({ promiseId }) => promiseId === null || !shown.includes(promiseId))
        .map((task) => [`#${task.id}`, `${task.title}${afterComma(dueWords(task, today))}`]),
    ),
    ...section(
      'Lately',
      facts.interactions.slice(0, SHOWN).map((one) => [shortDay(one.day, today), interactionWords(one)]),
    ),
    ...section(
      'Asked of them',
      facts.asksAnswered
        .slice(0, SHOWN)
        .map((ask) => [`#${ask.id}`, `${askWords(ask)}: ${ask.outcome}, ${shortDay(ask.outcomeOn!, today)}`]),
    ),
    ...section('Done for each other', [
      ...acts
        .slice(0, SHOWN)
        .map((act) => [
          shortDay(act.day, today),
          `${act.by === 'me' ? 'by you' : 'for you'}: ${actWords(act)}${act.by === 'them' && !act.asked ? ', unasked' : ''}`,
        ]),
      ...made.map((loop) => [
        shortDay(loop.day, today),
        `${loop.name} introduced ${givenName(facts.name)} to you`,
      ]),
    ]),
    ...(acts.length > SHOWN
      ? [line(dim(`${acts.length - SHOWN} more: jobsearch act list ${facts.id}`), 2)]
      : []),
  ];
}

function section(name: string, rows: Text[][]): View {
  if (rows.length === 0) return [];
  return [gap, heading(name), { kind: 'columns', columns: [{}, { flex: true }], rows, indent: 2 }];
}

function afterComma(words: string): string {
  return words && `, ${words}`;
}

function interactionWords(one: LoggedInteraction): string {
  const written = one.channel === 'email' || one.channel === 'message';
  const direction = !written
    ? ''
    : one.kinds.length > 1
      ? ', both ways'
      : one.kinds[0] === 'out'
        ? ' from you'
        : ' from them';
  const length = one.minutes && !written ? `, ${minutesWords(one.minutes)}` : '';
  return `${one.channel}${direction}${length}${one.substantive ? ', substantive' : ''}${one.about ? `: ${one.about}` : ''}`;
}
