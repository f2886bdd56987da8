/** A person has one place in the day; what they promised and did not keep yet stands below it, and is not lost. */
import { alsoPromisedText } from './loose-ends';
import type { TodayFacts } from './today';
import type { Text } from './view';

/** One row, or none. */
export function promisedRows({ overdueOfTheirs, day }: TodayFacts, contactId: number): Text[] {
  const promises = overdueOfTheirs.filter((one) => one.contactId === contactId);
  return promises.length === 0 ? [] : [[`${promises[0]!.name} `, alsoPromisedText(promises, day)].flat()];
}
