/** Who is who in the messages: by profile link where there is one, else by name. */
import type { ImportedPerson } from './export';
import type { Mention } from './messages';
import { nameKey } from './names';
import { nameFromLink, type Profile } from './profile-key';

/** `key:` and a profile key, `row:` and the index of a connection without link, `name:` and a name key, or `hidden:`. */
export type Id = string;

export interface Identities {
  idOf(who: Mention, conversation: string): Id;
  /** The name as first seen; the slug when it was never told. */
  nameOf(id: Id): string;
  profileOf(id: Id): Profile | null;
}

export interface Sighting {
  who: Mention;
  conversation: string;
}

/** The whole cast has to be seen first: a name is a person only when nobody else bears it. */
export function identitiesOf(connections: ImportedPerson[], sightings: Sighting[]): Identities {
  const bearers = new Map<string, Set<Id>>();
  const bearersInThread = new Map<string, Set<Id>>();
  const names = new Map<Id, string>();
  const profiles = new Map<Id, Profile>();

  for (const [index, { name, linkKey, link }] of connections.entries()) {
    const id = connectionId(index, linkKey);
    addTo(bearers, nameKey(name), id);
    names.set(id, name);
    if (linkKey && link) profiles.set(id, { key: linkKey, link });
  }
  for (const { who, conversation } of sightings) {
    if (!who.profile) continue;
    const id = `key:${who.profile.key}`;
    if (!profiles.has(id)) profiles.set(id, who.profile);
    if (who.name === '') continue;
    if (!names.has(id)) names.set(id, who.name);
    addTo(bearers, nameKey(who.name), id);
    addTo(bearersInThread, `${conversation}\n${nameKey(who.name)}`, id);
  }
  const sameAs = connectionsWithoutLink(connections, bearers);
  for (const [id, connection] of sameAs) profiles.set(connection, profiles.get(id)!);

  const onlyOf = (ids: Set<Id> | undefined) => {
    const distinct = new Set([...(ids ?? [])].map((id) => sameAs.get(id) ?? id));
    return distinct.size === 1 ? [...distinct][0] : undefined;
  };
  return {
    idOf(who, conversation) {
      if (who.profile) return sameAs.get(`key:${who.profile.key}`) ?? `key:${who.profile.key}`;
      const name = nameKey(who.name);
      const known = onlyOf(bearersInThread.get(`${conversation}\n${name}`)) ?? onlyOf(bearers.get(name));
      if (known) return known;
      if (!names.has(`name:${name}`)) names.set(`name:${name}`, who.name);
      return `name:${name}`;
    },
    nameOf(id) {
      const profile = profiles.get(id);
      return names.get(id) ?? (profile ? nameFromLink(profile) : '');
    },
    profileOf: (id) => profiles.get(id) ?? null,
  };
}

export function connectionId(index: number, linkKey: string | null): Id {
  return linkKey === null ? `row:${index}` : `key:${linkKey}`;
}

/** A profile from the messages and a connection without link are one when nobody else has that name. */
function connectionsWithoutLink(connections: ImportedPerson[], bearers: Map<string, Set<Id>>): Map<Id, Id> {
  const connected = new Set(connections.map((person, index) => connectionId(index, person.linkKey)));
  const sameAs = new Map<Id, Id>();
  for (const ids of bearers.values()) {
    const row = [...ids].find((id) => id.startsWith('row:'));
    const stranger = [...ids].find((id) => !connected.has(id));
    if (ids.size === 2 && row && stranger) sameAs.set(stranger, row);
  }
  return sameAs;
}

function addTo(map: Map<string, Set<Id>>, key: string, id: Id): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
