/** The numbers of the rows of the full-text index, which tell what each is the text of. */
import { FOUND_KINDS, type FoundKind } from '../model';

/** The kind is in the high bits, so that the texts of one kind are one range; both halves are exact as JavaScript numbers. */
const KIND_SPAN = 2 ** 48;

/**
 * The index is walked from its end, and what matches is passed over one by one: so people come last, of whom there are
 * many, and conversations first, of which there are most.
 */
const ROW_ORDER: FoundKind[] = [
  'interaction',
  ...FOUND_KINDS.filter((kind) => kind !== 'interaction' && kind !== 'contact'),
  'contact',
];

export function rowOf(kind: FoundKind, id: number): number {
  return ROW_ORDER.indexOf(kind) * KIND_SPAN + id;
}

/** As the index wants it: a number as large as these would be bound as a real, which it takes for no limit at all. */
export type Range = [from: bigint, to: bigint];

export function rangeOf(kind: FoundKind): Range {
  const from = rowOf(kind, 0);
  return [BigInt(from), BigInt(from + KIND_SPAN - 1)];
}

/** Of all kinds but those of which there may be very many. */
export function rangeBetween(): Range {
  return [rangeOf('interaction')[1] + 1n, rangeOf('contact')[0] - 1n];
}

/** Of all kinds. */
export function rangeOfAll(): Range {
  return [rangeOf('interaction')[0], rangeOf('contact')[1]];
}

export function idOf(row: number): number {
  return row % KIND_SPAN;
}
