/** What a title says about the part of the preparation that it works on. */
import type { Part } from '../model';
import { foldName } from './names';

/** Matched against folded words. The closer sign comes first: saying the pitch is practice, too. */
const SIGNS: [Part, RegExp][] = [
  ['resume', /\b(cv|resumes?|curriculum vitae)\b/],
  ['pitch', /\bpitch\b/],
  ['profile', /\b(profiles?|headline)\b/],
  ['targets', /\b(target (list|companies)|list of companies)\b/],
  ['references', /\b(references|referees)\b/],
  ['stories', /\b(stories|interview story)\b/],
  ['clothes', /\b(clothes|outfit|suit|shoes|blazer)\b/],
  ['portfolio', /\b(portfolio|work samples)\b/],
  ['salary', /\b(salary|salaries|wages|pay range)\b/],
  ['practice', /\b(mock interviews?|interview questions|practi[cs]e (for )?(the |an? )?interviews?)\b/],
];

/** Handing over what is ready prepares nothing. */
const SENDS = /^(send|e-?mail|mail|forward|post|submit|upload|apply|bring|give|hand)\b/;

export function partMeant(title: string): Part | undefined {
  const words = foldName(title);
  return SENDS.test(words) ? undefined : SIGNS.find(([, sign]) => sign.test(words))?.[0];
}
