/** Who moved up or down the ladder in a week. */
import { moveOf, TALKS_REACH } from '../rules/moves';
import type { Week } from '../rules/week';
import type { Db } from '../store/db';
import { listChannels, listEvidence, listMoving } from '../store/moving';
import type { ReviewFacts } from '../views/quadrant';

/** Of how many people all that happened is held at a time. */
const PEOPLE_AT_A_TIME = 200;

/** Those who rose first, the highest of them first; then by how far they fell. */
export function movedIn(db: Db, week: Week): ReviewFacts['moved'] {
  return inChunks(listMoving(db, week, TALKS_REACH), PEOPLE_AT_A_TIME)
    .flatMap((people) => {
      const evidence = listEvidence(db, people);
      const channels = listChannels(db, people, week);
      return people.flatMap(({ id, name }) => {
        const move = moveOf(evidence.get(id)!, week, channels.get(id) ?? []);
        return move ? [{ contactId: id, name, ...move }] : [];
      });
    })
    .sort(
      (a, b) =>
        Math.sign(b.after - b.before) - Math.sign(a.after - a.before) ||
        b.after - a.after ||
        a.contactId - b.contactId,
    );
}

function inChunks<T>(things: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, at) =>
    things.slice(at * size, (at + 1) * size),
  );
}
