/** Shallow ties, as the review asks about them. */
import type { IsoDay } from '../model';
import { dayWithWeekday } from '../rules/day-words';
import { type Attention, reasonFor } from './attention';
import { levelWords } from './ties';
import { count, dim, gap, good, heading, line, strong, type View } from './view';

export type TieAnswer = 'step' | 'rest' | 'park';

export function tieHeading(shown: number): View {
  return [gap, heading([count(shown, 'shallow tie'), dim(' · one small step, or rest')])];
}

export function tieBlocks(person: Attention, today: IsoDay): View {
  return [
    line([strong(person.name), `  ${levelWords(person)} · ${reasonFor(person, today)}`], 2),
    line(`step: ${person.nextStep.text}`, 4),
  ];
}

export function tieSaved(
  { answer, name, on }: { answer: TieAnswer; name: string; on: IsoDay | null },
  today: IsoDay,
): View {
  switch (answer) {
    case 'step':
      return [line(good(`A task now, due ${dayWithWeekday(on!, today)}.`), 2)];
    case 'rest':
      return [line(dim(`${name} rests until ${dayWithWeekday(on!, today)}.`), 2)];
    case 'park':
      return [line(dim(`${name} is parked: kept, and out of every list.`), 2)];
  }
}
