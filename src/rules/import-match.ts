/** Who the people of a file are among the contacts: exact keys decide, a likeness is only ever a question. */
import type { Contact, IsoDay } from '../model';
import { companyKey, sameCompany } from './companies';
import { foldName, wordsOf } from './names';

export const IMPORTED_FIELDS = ['name', 'company', 'role', 'connectedOn'] as const;
export type ImportedField = (typeof IMPORTED_FIELDS)[number];

/** One person of a file. */
export interface Arrival extends Pick<Contact, ImportedField | 'points'> {
  /** The ids of the one-to-one conversations with this person. */
  conversations: string[];
  /** Known from messages alone, where the name may be one that was never told. */
  fromMessages: boolean;
  file: string;
  line: number;
}

export interface KnownContact extends Pick<Contact, ImportedField | 'id' | 'points'> {
  /** Which fields came from a file, and how recent it was; all others were typed by hand. */
  imported: Partial<Record<ImportedField, IsoDay>>;
  /** The ids of the imported conversations with this contact. */
  conversations: string[];
}

export type Likeness = 'same-link' | 'same-email' | 'same-name' | 'same-name-and-company' | 'longer-name';

export type Match =
  | { kind: 'new' }
  | { kind: 'known'; contact: KnownContact }
  | { kind: 'doubtful'; likeness: Likeness; candidates: KnownContact[] };

type KeysOf = (one: Arrival | KnownContact) => string[];

/** What tells that two are the same, the surest first; a link is surer still. */
const EXACT: KeysOf[] = [
  (one) => one.conversations,
  (one) => emailsOf(one).map((email) => `${email}\n${foldName(one.name)}`),
  // The day of a connection stays for good, and files of before 2023 have no links: so this is the key between eras.
  (one) => nameAndDay(one).map((key) => `${key}\n${one.company === null ? '' : companyKey(one.company)}`),
  nameAndDay,
];

/** In the order of the arrivals. Whoever is nobody's exact match is new, unless somebody left over is like them. */
export function matchArrivals(arrivals: Arrival[], contacts: KnownContact[]): Match[] {
  const found = matchByLink(arrivals, contacts);
  for (const keysOf of EXACT) pairUp(arrivals, contacts, keysOf, found);
  pairHalves(arrivals, contacts, found);
  const taken = new Set(found.values());
  const free = contacts.filter((contact) => !taken.has(contact));
  const likenessOf = likenesses(contacts, free);
  return arrivals.map((arrival) => {
    const contact = found.get(arrival);
    return contact ? { kind: 'known', contact } : likenessOf(arrival);
  });
}

type Found = Map<Arrival, KnownContact>;

/** Two links of the file may lead to one contact: two profiles of one person, by the user's word. */
function matchByLink(arrivals: Arrival[], contacts: KnownContact[]): Found {
  const holders = groupByKey(contacts, linksOf);
  const found: Found = new Map();
  for (const arrival of arrivals) {
    const [only, second] = distinct(linksOf(arrival).flatMap((key) => holders.get(key) ?? []));
    if (only && !second) found.set(arrival, only);
  }
  return found;
}

/** As many left in the file as here with one key are the same people, in their order; else it tells too little. */
function pairUp(arrivals: Arrival[], contacts: KnownContact[], keysOf: KeysOf, found: Found): void {
  const open = arrivals.filter((arrival) => !found.has(arrival));
  if (open.length === 0) return;
  const taken = new Set(found.values());
  const holders = groupByKey(contacts, keysOf);
  for (const [key, group] of groupByKey(open, keysOf)) {
    const left = group.filter((arrival) => !found.has(arrival));
    const here = (holders.get(key) ?? []).filter((contact) => !taken.has(contact));
    if (left.length !== here.length) continue;
    for (const [at, arrival] of left.entries()) {
      found.set(arrival, here[at]!);
      taken.add(here[at]!);
    }
  }
}

/** A name that only one has in the file and only one here, both from LinkedIn. */
function pairHalves(arrivals: Arrival[], contacts: KnownContact[], found: Found): void {
  if (found.size === arrivals.length) return;
  const nameOf = (one: Person) => [foldName(one.name)];
  const here = groupByKey(contacts, nameOf);
  const taken = new Set(found.values());
  for (const [name, [arrival, rival]] of groupByKey(arrivals, nameOf)) {
    const [contact, namesake] = here.get(name) ?? [];
    if (rival || namesake || !contact || found.has(arrival!) || taken.has(contact)) continue;
    if (isHalfOfOne(arrival!, contact)) found.set(arrival!, contact);
  }
}

/** Both are from LinkedIn, and what one of them lacks is no contradiction: the halves of one person. */
function isHalfOfOne(arrival: Arrival, contact: KnownContact): boolean {
  const isImported = Object.keys(contact.imported).length > 0 || contact.conversations.length > 0;
  const bothDated = arrival.connectedOn !== null && contact.connectedOn !== null;
  const bothLinked = profilesOf(arrival).length > 0 && profilesOf(contact).length > 0;
  const bothEmployed = arrival.company !== null && contact.company !== null;
  return (
    isImported &&
    !bothDated &&
    !bothLinked &&
    (!bothEmployed || sameCompany(arrival.company!, contact.company!))
  );
}

// ── likeness ──────────────────────────────────────────────────────────────────────────────────────

function likenesses(all: KnownContact[], free: KnownContact[]): (arrival: Arrival) => Match {
  const byLink = groupByKey(all, linksOf);
  const byEmail = groupByKey(free, emailsOf);
  const byName = groupByKey(free, (contact) => [foldName(contact.name)]);
  const typed = free.filter((contact) => Object.keys(contact.imported).length === 0);
  const byFirstName = groupByKey(typed, (contact) => wordsOf(contact.name).slice(0, 1));
  const doubt = (likeness: Likeness, candidates: KnownContact[]): Match | undefined =>
    candidates.length > 0 ? { kind: 'doubtful', likeness, candidates } : undefined;

  return (arrival) => {
    const notApart = (contact: KnownContact) => !areApart(arrival, contact);
    const atSameWork = ({ company }: KnownContact) =>
      company !== null && arrival.company !== null && sameCompany(company, arrival.company);
    const linked = distinct(linksOf(arrival).flatMap((key) => byLink.get(key) ?? []));
    const namesakes = (byName.get(foldName(arrival.name)) ?? []).filter(notApart);
    const colleagues = namesakes.filter(atSameWork);
    const mailed = distinct(emailsOf(arrival).flatMap((key) => byEmail.get(key) ?? []));
    const longer = (byFirstName.get(wordsOf(arrival.name)[0] ?? '') ?? []).filter(
      (contact) => notApart(contact) && areLonger(arrival.name, contact.name),
    );
    return (
      doubt('same-link', linked) ??
      doubt('same-name-and-company', colleagues) ??
      doubt('same-name', namesakes) ??
      doubt('same-email', mailed) ??
      doubt('longer-name', longer) ?? { kind: 'new' }
    );
  };
}

/** Other profile, other day: namesakes. One profile that changed its address keeps the day. */
function areApart(arrival: Arrival, contact: KnownContact): boolean {
  const bothLinked = profilesOf(arrival).length > 0 && profilesOf(contact).length > 0;
  const bothDated = arrival.connectedOn !== null && contact.connectedOn !== null;
  return bothLinked && bothDated && arrival.connectedOn !== contact.connectedOn;
}

/** `Jane Doe` and `Jane Doe, PhD`, `Ana Ruiz` and `Ana María Ruiz`; a first name alone tells too little. */
function areLonger(a: string, b: string): boolean {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((one, other) => one.length - other.length);
  return short!.length >= 2 && short!.every((word) => long!.includes(word));
}

// ── keys ──────────────────────────────────────────────────────────────────────────────────────────

type Person = Pick<Contact, 'name' | 'connectedOn' | 'points'>;

function linksOf({ points }: Person): string[] {
  return points.flatMap(({ kind, key }) => (kind === 'link' ? [key] : []));
}

/** A home page is no profile: somebody who has one may have a profile beside it. */
function profilesOf(one: Person): string[] {
  return linksOf(one).filter((key) => key.startsWith('linkedin:'));
}

function emailsOf({ points }: Person): string[] {
  return points.flatMap(({ kind, key }) => (kind === 'email' ? [key] : []));
}

function nameAndDay({ name, connectedOn }: Person): string[] {
  return connectedOn === null ? [] : [`${foldName(name)}\n${connectedOn}`];
}

function groupByKey<T>(all: T[], keysOf: (one: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}

function distinct<T>(all: T[]): T[] {
  return [...new Set(all)];
}
