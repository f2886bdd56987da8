/** Everybody in one list: who, where, how deep, and what is the matter. */
import type { Tie } from '../model';
import type { Standing } from '../rules/standing';
import { FLAG_NAMES, WARMTH_TONES } from './ties';
import { dim, line, type Text, type View, warn } from './view';

export function contactListView(
  ties: (Tie & Standing)[],
  { total, filtered, parked, known }: { total: number; filtered: boolean; parked: boolean; known: number },
): View {
  if (known === 0) {
    return [
      line('No contacts yet.'),
      line(dim('Add one: jobsearch contact add "Ana Ruiz" --company Acme')),
      line(
        dim(
          'Or bring them: jobsearch import Connections.csv (LinkedIn: Settings, Data privacy, Get a copy of your data)',
        ),
      ),
    ];
  }
  if (total === 0) {
    const nobody = filtered ? 'Nobody fits.' : parked ? 'Nobody is parked.' : 'Everybody is parked.';
    const others =
      filtered || parked
        ? 'All of them: jobsearch contact list'
        : 'See them: jobsearch contact list --parked';
    return [line(nobody), line(dim(others))];
  }
  return [
    {
      kind: 'columns',
      head: ['#', 'name', 'company', 'level', ''],
      columns: [{ align: 'right' }, { flex: true }, { most: 18 }, {}, {}],
      rows: ties.map((tie) => [String(tie.id), tie.name, tie.company ?? '', tie.levelName, stateOf(tie)]),
    },
    ...(ties.length < total ? [line(dim(`${ties.length} of ${total} shown.`))] : []),
  ];
}

/** What is the matter with the tie, or else how warm it is. */
function stateOf({ flags, warmth }: Standing): Text {
  const flag = flags.find((one) => one !== 'no-purpose');
  if (flag !== undefined) return warn(FLAG_NAMES[flag]);
  return warmth === 'none' ? '' : { text: warmth, tone: WARMTH_TONES[warmth] };
}
