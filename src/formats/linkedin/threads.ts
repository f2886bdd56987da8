/** From the rows of messages.csv to what passed between the owner and one other person. */

import { LIMITS, textFault } from '../../rules/limits';
import type { ImportedMessage, ImportedPerson, LinkedInCounts, Skipped } from './export';
import { connectionId, type Id, type Identities, identitiesOf } from './identity';
import { type Mention, type MessageRow, recipientsOf } from './messages';
import { nameKey } from './names';
import { findOwner, type OwnerFinding, type OwnerHints } from './owner';
import { inShort } from './tables';

type Counts = Omit<LinkedInCounts, 'connections' | 'hiddenMembers'>;

export interface Threads extends Omit<OwnerFinding, 'ids'> {
  /** The connections, and after them whoever is known from one-to-one messages only. */
  people: ImportedPerson[];
  messages: ImportedMessage[];
  skipped: Skipped[];
  counts: Counts;
}

/** One conversation, all of its messages together. */
interface Shape {
  others: Id[];
  withOwner: boolean;
  size: number;
}

export function readThreads(rows: MessageRow[], connections: ImportedPerson[], hints: OwnerHints): Threads {
  const { who, threads } = castOf(rows, connections);
  const { owner, ids: ownerIds, doubt } = findOwner(threads, who, hints);
  const shapes = new Map([...threads].map(([id, thread]) => [id, shapeOf(thread, ownerIds)]));
  const { people, indexOf } = peopleFrom(connections, who);
  const messages: ImportedMessage[] = [];
  const skipped: Skipped[] = [];
  const counts: Counts = {
    messages: rows.length,
    conversations: threads.size,
    drafts: 0,
    spam: 0,
    sponsored: 0,
    hiddenMessages: 0,
    ownerUnknown: 0,
    groupMessages: 0,
    groupThreads: [...shapes.values()].filter(({ size }) => size > 2).length,
  };

  for (const row of rows) {
    const { conversation, day, text, file, line } = row;
    const shape = shapes.get(conversation)!;
    const count = countedAs(row, shape, owner !== null);
    const reason = reasonToSkip(row, shape, who);
    if (count) counts[count] += 1;
    else if (reason) skipped.push({ file, line, reason });
    else {
      const person = indexOf(shape.others[0]!, row);
      const direction = ownerIds.has(who.idOf(row.from, conversation)) ? 'sent' : 'received';
      messages.push({ conversation, person, day: day!, direction, text, file, line });
    }
  }
  return { owner, doubt, people, messages, skipped, counts };
}

/** What is left out in numbers, as nobody would want to read about each. */
function countedAs(row: MessageRow, { size, others }: Shape, ownerIsKnown: boolean): keyof Counts | null {
  if (row.sort !== 'message') return row.sort;
  if (size > 2) return 'groupMessages';
  if (others.some((id) => id.startsWith('hidden:'))) return 'hiddenMessages';
  return ownerIsKnown ? null : 'ownerUnknown';
}

function reasonToSkip(row: MessageRow, { withOwner, others }: Shape, who: Identities): string | null {
  if (isNobody(row.from)) return 'the message has no sender';
  if (!withOwner) return 'you have no part in this conversation';
  if (others.length === 0) return 'the message names nobody but you';
  const nameFault = textFault(who.nameOf(others[0]!), LIMITS.name);
  if (nameFault) return `the name ${nameFault}`;
  const keyFault = textFault(row.conversation, LIMITS.line);
  if (keyFault) return `the conversation's id ${keyFault}`;
  return row.day === null ? `the date "${inShort(row.dateText)}" was not understood` : null;
}

/** Everybody in the messages, and who takes part in which conversation. */
function castOf(rows: MessageRow[], connections: ImportedPerson[]) {
  const known = new Set(rows.map(({ from }) => nameKey(from.name)));
  for (const { name } of connections) known.add(nameKey(name));
  const cast = rows.map((row) => [row.from, ...recipientsOf(row, (key) => known.has(key))]);
  const sightings = rows.flatMap(({ conversation }, at) => cast[at]!.map((who) => ({ who, conversation })));
  const who = identitiesOf(connections, sightings);

  const threads = new Map<string, Set<Id>>();
  for (const [at, { conversation }] of rows.entries()) {
    const thread = threads.get(conversation) ?? new Set();
    for (const id of idsOf(cast[at]!, conversation, who)) thread.add(id);
    threads.set(conversation, thread);
  }
  return { who, threads };
}

function idsOf([from, ...to]: Mention[], conversation: string, who: Identities): Id[] {
  const named = [from!, ...to].filter((mention) => !mention.hidden && !isNobody(mention));
  // Hidden members cannot be told apart from one message to the next, but two in one list are two.
  const hidden = Math.max(Number(from!.hidden), to.filter((mention) => mention.hidden).length);
  const hiddenIds = Array.from({ length: hidden }, (_, at) => `hidden:${at}`);
  return [...named.map((mention) => who.idOf(mention, conversation)), ...hiddenIds];
}

function isNobody({ name, profile }: Mention): boolean {
  return name === '' && profile === null;
}

function shapeOf(thread: Set<Id>, ownerIds: Set<Id>): Shape {
  const others = [...thread].filter((id) => !ownerIds.has(id));
  const withOwner = others.length < thread.size;
  return { others, withOwner, size: others.length + Number(withOwner) };
}

/** The list of people grows by everyone asked for who is not a connection. */
function peopleFrom(connections: ImportedPerson[], who: Identities) {
  const ids = connections.map(({ linkKey }, index) => connectionId(index, linkKey));
  const indexes = new Map<Id, number>(ids.map((id, index) => [id, index]));
  const linkOf = (id: Id) => {
    const profile = who.profileOf(id);
    return { link: profile?.link ?? null, linkKey: profile?.key ?? null };
  };
  // A connection of an old file, without links, gets the one it has in the messages.
  const people = connections.map((person, index) => ({ ...person, ...linkOf(ids[index]!) }));

  const indexOf = (id: Id, { file, line }: MessageRow): number => {
    const index = indexes.get(id) ?? people.length;
    if (index === people.length) {
      const unknown = { email: null, company: null, role: null, connectedOn: null };
      people.push({ name: who.nameOf(id), ...linkOf(id), ...unknown, file, line });
      indexes.set(id, index);
    }
    return index;
  };
  return { people, indexOf };
}
