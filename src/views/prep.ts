/** The preparation radar. */
import type { IsoDay, Part, PartState, Preparation } from '../model';
import { relativeDay } from '../rules/day-words';
import type { NeglectedPart } from '../rules/proposals';
import { PART_NAMES } from './task';
import { dim, gap, line, type Text, type Tone, title, type View } from './view';

const TONES: Record<PartState, Tone> = { missing: 'bad', rough: 'warn', ready: 'good' };

export function prepView(
  parts: Preparation[],
  neglected: NeglectedPart[],
  today: IsoDay,
  changed?: Part,
): View {
  const ready = parts.filter(({ state }) => state === 'ready').length;
  const next = neglected[0]?.part ?? parts.find(({ state }) => state !== 'ready')?.part;
  return [
    title('Preparation', `${ready} of ${parts.length} ready`),
    gap,
    {
      kind: 'columns',
      columns: [{}, {}, {}, {}, { flex: true }],
      rows: parts.map(({ part, state, touchedOn, notes }): Text[] => [
        part === changed ? '>' : ' ',
        part,
        { text: state, tone: TONES[state] },
        touchedOn ? `touched ${relativeDay(touchedOn, today)}` : dim('never touched'),
        notes ?? '',
      ]),
    },
    gap,
    ...(next
      ? [
          line(dim(`Make time for it: jobsearch task add "Work on the ${PART_NAMES[next]}" --part ${next}`)),
          line(dim(`Say how far it is: jobsearch prep ${next} rough`)),
        ]
      : [line('Everything is ready.')]),
  ];
}
