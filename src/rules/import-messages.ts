/** From imported messages to interactions: one a day, a conversation and a direction, however many there were. */
import type { Direction, IsoDay } from '../model';

export interface ArrivingMessage {
  conversation: string;
  /** Index of the arrival it is with. */
  person: number;
  day: IsoDay;
  direction: Exclude<Direction, 'both'>;
  text: string | null;
  file: string;
  line: number;
}

/** All that one side wrote to the other in one conversation on one day: one interaction. */
export interface MessageDay extends Pick<ArrivingMessage, 'person' | 'day' | 'direction'> {
  key: string;
  /** How many messages it was. */
  count: number;
  text: string | null;
}

export interface MessagePlan {
  /** In the order in which they were written. */
  days: MessageDay[];
  /** Interactions that are here without their text, when texts are wanted. */
  texts: { id: number; text: string }[];
  /** Messages in `days`, here already, and left out with people in doubt. */
  fresh: number;
  known: number;
  doubtful: number;
  future: ArrivingMessage[];
  /** The first message of each day whose text is too long to keep, with its length. */
  tooLong: (ArrivingMessage & { length: number })[];
}

export interface MessageOptions {
  /** False for people who are left out. */
  isIn: (person: number) => boolean;
  /** By source key. */
  known: ReadonlyMap<string, { id: number; hasText: boolean }>;
  today: IsoDay;
  keepText: boolean;
  /** Characters of a day's text at most; what is longer is left out and told. */
  longest: number;
}

export function planMessages(messages: ArrivingMessage[], options: MessageOptions): MessagePlan {
  const { isIn, known, today, keepText } = options;
  const plan: MessagePlan = { days: [], texts: [], fresh: 0, known: 0, doubtful: 0, future: [], tooLong: [] };
  const days = new Map<string, { day: MessageDay; texts: string[]; first: ArrivingMessage }>();
  for (const message of messages) {
    if (message.day > today) plan.future.push(message);
    else if (!isIn(message.person)) plan.doubtful += 1;
    else {
      const { person, day, direction, text } = message;
      const key = sourceKey(message);
      const entry = days.get(key) ?? {
        day: { person, day, direction, key, count: 0, text: null },
        texts: [],
        first: message,
      };
      days.set(key, entry);
      entry.day.count += 1;
      if (text !== null && keepText) entry.texts.push(text);
    }
  }
  const newestFirst = isNewestFirst(messages);
  for (const { day, texts, first } of days.values()) {
    const here = known.get(day.key);
    if (newestFirst) texts.reverse();
    const whole = texts.length > 0 ? texts.join('\n') : null;
    const text = whole !== null && whole.length <= options.longest ? whole : null;
    if (whole !== text) plan.tooLong.push({ ...first, length: whole!.length });
    if (here) plan.known += day.count;
    else {
      plan.fresh += day.count;
      plan.days.push({ ...day, text });
    }
    if (here && !here.hasText && text !== null) plan.texts.push({ id: here.id, text });
  }
  if (newestFirst) plan.days.reverse();
  return plan;
}

/** Times of day are not told, but LinkedIn writes all conversations in one order, mostly the latest message first. */
function isNewestFirst(messages: ArrivingMessage[]): boolean {
  const last = new Map<string, IsoDay>();
  let backward = 0;
  for (const { conversation, day } of messages) {
    const before = last.get(conversation) ?? day;
    if (day !== before) backward += day < before ? 1 : -1;
    last.set(conversation, day);
  }
  return backward > 0;
}

/** What an import knows its own interactions by. */
export function sourceKey({
  conversation,
  day,
  direction,
}: Pick<ArrivingMessage, 'conversation' | 'day' | 'direction'>): string {
  return `linkedin:${conversation}:${day}:${direction}`;
}

/** Undefined for a key of another kind. */
export function conversationOf(key: string): string | undefined {
  return /^linkedin:([\s\S]*):\d{4}-\d{2}-\d{2}:(?:sent|received)$/.exec(key)?.[1];
}
