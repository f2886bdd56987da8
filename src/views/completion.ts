import { gap, line, type View } from './view';

/** What to type once for each shell. */
export function completionView(places: Record<string, string>): View {
  return [
    line('Tab can finish commands, options, names and numbers.'),
    line('Type the line of your shell once, then open a new terminal:'),
    gap,
    { kind: 'facts', rows: Object.entries(places) },
  ];
}
