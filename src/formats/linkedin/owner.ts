/** Whose export it is: given, in the profile, or the one who takes part in every conversation. */
import type { Owner } from './export';
import type { Id, Identities } from './identity';
import { nameKey, withoutSuffixes } from './names';
import { nameFromLink, readProfile } from './profile-key';

export interface OwnerHints {
  /** A name or a profile link; empty when nothing was given. */
  me: string;
  /** The name in Profile.csv; empty without that table. */
  profileName: string;
}

export interface OwnerFinding {
  owner: Owner | null;
  /** All ids under which the owner writes. */
  ids: Set<Id>;
  /** Who it may be, when it cannot be told. */
  doubt: string[];
}

const MOST_CANDIDATES = 5;

export function findOwner(threads: Map<string, Set<Id>>, who: Identities, hints: OwnerHints): OwnerFinding {
  if (threads.size === 0) return { owner: ownerWithoutMessages(hints), ids: new Set(), doubt: [] };
  const { presence, conversations } = countPresence(threads);
  const found = (id: Id, how: Owner['how']): OwnerFinding => {
    const name = who.nameOf(id);
    // The same name without a link, where a namesake kept it from being told, is the owner too.
    const ids = new Set([id, `name:${nameKey(name)}`]);
    const profile = who.profileOf(id);
    return { owner: { name, linkKey: profile?.key ?? null, how }, ids, doubt: [] };
  };
  const inDoubt = (ids: Id[]): OwnerFinding => ({
    owner: null,
    ids: new Set(),
    doubt: candidates(ids, presence, who),
  });

  if (hints.me) {
    const matching = matchingIds(hints.me, presence, who);
    const best = mostPresent(matching, presence);
    return best ? found(best, 'given') : inDoubt(matching.length ? matching : [...presence.keys()]);
  }
  if (hints.profileName) {
    const matching = matchingIds(hints.profileName, presence, who);
    const best = mostPresent(matching, presence);
    if (best) return found(best, 'profile');
    if (matching.length) return inDoubt(matching);
  }
  const everywhere = [...presence.keys()].filter((id) => presence.get(id) === conversations);
  if (everywhere.length === 1) return found(everywhere[0]!, 'in-every-conversation');
  return inDoubt(everywhere.length ? everywhere : [...presence.keys()]);
}

function ownerWithoutMessages({ me, profileName }: OwnerHints): Owner | null {
  const profile = isLink(me) ? readProfile(me) : null;
  if (profile) return { name: nameFromLink(profile), linkKey: profile.key, how: 'given' };
  if (me) return { name: me, linkKey: null, how: 'given' };
  return profileName ? { name: profileName, linkKey: null, how: 'profile' } : null;
}

/** In how many conversations each one is. A conversation of one, where nobody else is named, tells nothing. */
function countPresence(threads: Map<string, Set<Id>>) {
  const presence = new Map<Id, number>();
  let conversations = 0;
  for (const ids of threads.values()) {
    if (ids.size < 2) continue;
    conversations += 1;
    for (const id of ids) if (!id.startsWith('hidden:')) presence.set(id, (presence.get(id) ?? 0) + 1);
  }
  return { presence, conversations };
}

function matchingIds(me: string, presence: Map<Id, number>, who: Identities): Id[] {
  const ids = [...presence.keys()];
  const profile = isLink(me) ? readProfile(me) : null;
  if (profile) return ids.filter((id) => who.profileOf(id)?.key === profile.key);
  const wanted = nameKey(me);
  return ids.filter((id) => {
    const name = who.nameOf(id);
    return nameKey(name) === wanted || nameKey(withoutSuffixes(name)) === nameKey(withoutSuffixes(me));
  });
}

function isLink(text: string): boolean {
  return /:\/\/|\/in\/|linkedin\.com/i.test(text);
}

/** Undefined when there is none, or when two share the first place. */
function mostPresent(ids: Id[], presence: Map<Id, number>): Id | undefined {
  const [first, second] = byPresence(ids, presence);
  return second !== undefined && presence.get(first!) === presence.get(second) ? undefined : first;
}

function byPresence(ids: Id[], presence: Map<Id, number>): Id[] {
  return [...ids].sort((a, b) => presence.get(b)! - presence.get(a)!);
}

/** Words that, given as `me`, would settle it: the link where two have the same name. */
function candidates(ids: Id[], presence: Map<Id, number>, who: Identities): string[] {
  const shown = byPresence(ids, presence).slice(0, MOST_CANDIDATES);
  return shown.map((id) => {
    const name = who.nameOf(id);
    const isShared = shown.some((other) => other !== id && nameKey(who.nameOf(other)) === nameKey(name));
    return (isShared ? who.profileOf(id)?.link : undefined) ?? name;
  });
}
