/** What the import of one file would do, as a plan to carry out and as facts to show. */
import type { App } from '../../app';
import type { LinkedInExport, Skipped } from '../../formats/linkedin/export';
import type { KnownContact } from '../../rules/import-match';
import { conversationOf, type MessagePlan, planMessages } from '../../rules/import-messages';
import { type Decisions, type PeoplePlan, planPeople } from '../../rules/import-plan';
import { LIMITS, tooManyCharacters } from '../../rules/limits';
import { type ImportedInteraction, listImportedInteractions, listImportTargets } from '../../store/imports';
import type { ImportFacts } from '../../views/import';
import type { Source } from './source';

export interface Plan {
  source: Source;
  people: PeoplePlan;
  messages: MessagePlan;
}

/** Reads the database once; the plan can then be made anew for each set of decisions. */
export function plannerOf(app: App, source: Source, keepText: boolean): (decisions?: Decisions) => Plan {
  const interactions = listImportedInteractions(app.db, 'linkedin');
  const contacts = contactsWith(app, interactions);
  const known = new Map(interactions.map((interaction) => [interaction.key, interaction]));
  return (decisions) => {
    const people = planPeople(source.arrivals, contacts, source.asOf, decisions);
    const messages = planMessages(source.read.messages, {
      isIn: (person) => people.fates[person]!.kind !== 'doubtful',
      known,
      today: app.today,
      keepText,
      longest: LIMITS.note,
    });
    return { source, people, messages };
  };
}

function contactsWith({ db }: App, interactions: ImportedInteraction[]): KnownContact[] {
  const conversations = new Map<number, Set<string>>();
  for (const { contactId, key } of interactions) {
    const conversation = conversationOf(key);
    if (contactId === null || conversation === undefined) continue;
    const known = conversations.get(contactId) ?? new Set();
    conversations.set(contactId, known.add(conversation));
  }
  return listImportTargets(db).map((contact) => ({
    ...contact,
    conversations: [...(conversations.get(contact.id) ?? [])],
  }));
}

/** False when the database would stay as it is, but for how recent its fields are. */
export function changesAnything({ people, messages }: Plan): boolean {
  const isChange = people.fates.some(
    (fate) => fate.kind === 'new' || (fate.kind === 'known' && fate.changes.length + fate.points.length > 0),
  );
  return isChange || messages.days.length > 0 || messages.texts.length > 0;
}

/** `ids` are the contacts' numbers once they are written. */
export function factsOf(
  file: string,
  { source, people, messages }: Plan,
  ids: (number | null)[] | null,
): ImportFacts {
  const { read, arrivals } = source;
  const plan: ImportFacts['plan'] = {
    new: [],
    changed: [],
    same: 0,
    kept: 0,
    newer: 0,
    doubtful: [],
    skipped: [...source.skipped, ...lateSkips(people, messages)],
  };
  for (const [at, fate] of people.fates.entries()) {
    const { name, company, role, connectedOn, fromMessages, file, line } = arrivals[at]!;
    const arrival = { name, company, role, connectedOn, fromMessages, file, line };
    if (fate.kind === 'new') plan.new.push({ id: ids?.[at] ?? null, ...arrival });
    else if (fate.kind === 'doubtful') {
      const candidates = fate.candidates.map(({ id, name, company }) => ({ id, name, company }));
      plan.doubtful.push({ ...arrival, likeness: fate.likeness, candidates });
    } else {
      plan.kept += fate.kept.filter(({ why }) => why === 'typed').length;
      plan.newer += fate.kept.filter(({ why }) => why === 'newer').length;
      const { id, changes, points } = fate;
      if (changes.length + points.length === 0) plan.same += 1;
      else plan.changed.push({ id, name: fate.name, changes, points, file, line });
    }
  }
  return {
    file,
    kind: 'linkedin',
    parts: read.parts,
    unread: [...read.unread].sort(),
    asOf: source.asOf,
    owner: read.parts.includes('messages') ? read.owner : null,
    ownerDoubt: source.ownerless ? read.ownerDoubt : [],
    remembered: source.remember,
    plan,
    hiddenMembers: read.counts.hiddenMembers,
    messages: messageFacts(read, messages),
    done: ids !== null,
  };
}

function lateSkips({ taken }: PeoplePlan, { future, tooLong }: MessagePlan): Skipped[] {
  return [
    ...taken.map(({ arrival: { file, line }, point, holder }) => ({
      file,
      line,
      reason: `${point.value} belongs to #${holder.id} ${holder.name}; the contact is kept without it`,
    })),
    ...future.map(({ file, line, day }) => ({ file, line, reason: `${day} has not come yet` })),
    ...tooLong.map(({ file, line, length }) => ({
      file,
      line,
      reason: `the text of that day ${tooManyCharacters(length, LIMITS.note)}; the messages count without it`,
    })),
  ];
}

function messageFacts({ counts }: LinkedInExport, messages: MessagePlan): ImportFacts['messages'] {
  const { connections: _, hiddenMembers: __, messages: total, ...others } = counts;
  return {
    total,
    new: messages.fresh,
    days: messages.days.length,
    people: new Set(messages.days.map(({ person }) => person)).size,
    known: messages.known,
    doubtful: messages.doubtful,
    texts: messages.texts.length,
    ...others,
  };
}
