/** People of a file and contacts of the database, in the shorthand of the import's tests. */
import type { Point } from '../../src/model';
import type { Arrival, KnownContact } from '../../src/rules/import-match';

export const profile = (slug: string): Point => ({
  kind: 'link',
  value: `https://www.linkedin.com/in/${slug}`,
  key: `linkedin:${slug}`,
});

export const mail = (address: string): Point => ({ kind: 'email', value: address, key: address });

export function anArrival(given: Partial<Arrival> = {}): Arrival {
  return {
    name: 'Ana Ruiz',
    company: null,
    role: null,
    connectedOn: null,
    points: [],
    conversations: [],
    fromMessages: false,
    file: 'Connections.csv',
    line: 5,
    ...given,
  };
}

/** Typed by hand, unless `imported` says otherwise. */
export function aKnown(given: Partial<KnownContact> = {}): KnownContact {
  return {
    id: 1,
    name: 'Ana Ruiz',
    company: null,
    role: null,
    connectedOn: null,
    points: [],
    imported: {},
    conversations: [],
    ...given,
  };
}
