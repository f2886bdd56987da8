/** The commands that screens and errors name, for the file that this one was about. */
import type { View } from '../views/view';
import { withWords } from './words';

/**
 * A command that is named is typed next, and must not reach another file from here. `program` is what begins it: with the
 * word for the sample search, or with the file of this run.
 */
export function commandsOf(program: string, text: string): string {
  // One that was typed names its file already, and the sample search has a file of its own.
  return text.replace(/\bjobsearch (?!demo\b)(?=[a-z])(?!.* --db\b)/g, () => `${program} `);
}

export function inCommandsOf(program: string, view: View): View {
  return withWords(view, (text) => commandsOf(program, text));
}
