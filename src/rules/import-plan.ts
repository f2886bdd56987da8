/** What an import would do: nothing typed by hand gives way, nor anything fuller or more recent than the file. */
import type { IsoDay, Point } from '../model';
import {
  type Arrival,
  IMPORTED_FIELDS,
  type ImportedField,
  type KnownContact,
  type Likeness,
  matchArrivals,
} from './import-match';

export interface FieldChange {
  field: ImportedField;
  from: string | null;
  to: string;
}

/** A field that differs from the file and stays as it is. */
export interface KeptField extends FieldChange {
  why: 'typed' | 'newer';
}

export interface KnownFate {
  kind: 'known';
  id: number;
  name: string;
  changes: FieldChange[];
  kept: KeptField[];
  /** Imported before and the same in this file: what they hold is as recent as the file. */
  confirmed: ImportedField[];
  /** Addresses and links the contact does not have yet. */
  points: Point[];
}

export type Fate =
  | { kind: 'new'; points: Point[] }
  | KnownFate
  | { kind: 'doubtful'; likeness: Likeness; candidates: KnownContact[] };

/** By index of the arrival: the number of the contact it is, or `new` for nobody here. */
export type Decisions = ReadonlyMap<number, number | 'new'>;

/** An address that is somebody else's here: one history must not hang on two people. */
export interface TakenPoint {
  arrival: Arrival;
  point: Point;
  holder: KnownContact;
}

export interface PeoplePlan {
  /** In the order of the arrivals. */
  fates: Fate[];
  taken: TakenPoint[];
}

export function planPeople(
  arrivals: Arrival[],
  contacts: KnownContact[],
  asOf: IsoDay,
  decisions: Decisions = new Map(),
): PeoplePlan {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const holders = holdersOf(contacts);
  const settled = new Set<number>();
  const plan: PeoplePlan = { fates: [], taken: [] };
  for (const [at, match] of matchArrivals(arrivals, contacts).entries()) {
    const arrival = arrivals[at]!;
    const decided = match.kind === 'doubtful' ? decisions.get(at) : undefined;
    const chosen = typeof decided === 'number' ? byId.get(decided) : undefined;
    const contact = match.kind === 'known' ? match.contact : chosen;
    if (match.kind === 'doubtful' && decided !== 'new' && !chosen) {
      plan.fates.push(match);
      continue;
    }
    const points = pointsToAdd(arrival, contact, holders, plan.taken);
    // Two profiles of one person would else take turns with each import.
    const fields = contact && !settled.has(contact.id) ? compare(arrival, contact, asOf) : NOTHING;
    if (contact) settled.add(contact.id);
    plan.fates.push(
      contact
        ? { kind: 'known', id: contact.id, name: contact.name, ...fields, points }
        : { kind: 'new', points },
    );
  }
  return plan;
}

const NOTHING = { changes: [], kept: [], confirmed: [] };

function compare(arrival: Arrival, contact: KnownContact, asOf: IsoDay) {
  const result: Pick<KnownFate, 'changes' | 'kept' | 'confirmed'> = { changes: [], kept: [], confirmed: [] };
  for (const field of IMPORTED_FIELDS) {
    const from = contact[field];
    const to = field === 'name' && arrival.fromMessages ? null : arrival[field];
    const since = contact.imported[field];
    if (to === null) continue;
    if (from === to) {
      if (since !== undefined && since < asOf) result.confirmed.push(field);
    } else if (from === null || (since !== undefined && since <= asOf)) {
      result.changes.push({ field, from, to });
    } else result.kept.push({ field, from, to, why: since === undefined ? 'typed' : 'newer' });
  }
  return result;
}

type Holders = Map<string, KnownContact>;

const addressOf = ({ kind, key }: Point) => `${kind}\n${key}`;

function holdersOf(contacts: KnownContact[]): Holders {
  return new Map(
    contacts.flatMap((contact) => contact.points.map((point) => [addressOf(point), contact] as const)),
  );
}

function pointsToAdd(
  arrival: Arrival,
  contact: KnownContact | undefined,
  holders: Holders,
  taken: TakenPoint[],
): Point[] {
  const has = new Set(contact?.points.map(addressOf));
  return arrival.points.filter((point) => {
    if (has.has(addressOf(point))) return false;
    const holder = holders.get(addressOf(point));
    if (holder) taken.push({ arrival, point, holder });
    return !holder;
  });
}
