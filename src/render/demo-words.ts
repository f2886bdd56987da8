/** The screens of the sample search name the commands of the sample search. */
import type { View } from '../views/view';
import { withWords } from './words';

/** A command that a screen names is typed next, and must not reach the user's own file from here. */
export function demoWords(text: string): string {
  return text.replace(/\bjobsearch (?!demo\b)(?=[a-z])/g, 'jobsearch demo ');
}

export function inDemoWords(view: View): View {
  return withWords(view, demoWords);
}
