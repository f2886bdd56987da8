/** Whether two spellings name one company. Never by a part of the name: "Acme Labs" is not "Acme". */

import { foldName } from './names';

/** Legal forms at the end of a name, as they look once folded: dots gone, words apart. The longest come first. */
const LEGAL_FORMS = [
  'sociedad anonima de capital variable',
  's de rl de cv',
  'sa de cv',
  'sp z oo',
  'spol sro',
  'pty ltd',
  'private limited',
  ...'inc incorporated corp corporation co company llc llp lllp lp ltd limited plc pllc'.split(' '),
  ...'gmbh mbh ag kg kgaa ohg gbr ug se sa sas sasu sarl eurl sca snc spa srl srls sl slu'.split(' '),
  ...'bv nv cvba bvba vof ab hb as asa aps oy oyj ry kft zrt nyrt sro doo ood eood uab sia'.split(' '),
  ...'pty pte pvt sdn bhd kk ltda eireli jsc ojsc pjsc ooo oao pao tbk'.split(' '),
].map((form) => form.split(' '));

/** What the spellings of one company share; empty only for a blank name. */
export function companyKey(name: string): string {
  const outside = name.replace(/\([^()]*\)/g, ' ').trim();
  const words = foldName(spelledOut(outside || name)).split(' ');
  // Joined, so that "Coca-Cola", "Coca Cola" and "CocaCola" agree.
  return withoutLegalForms(withoutArticle(words)).join('');
}

/** Two blank names are the same to this function: whoever does not know the company must not ask. */
export function sameCompany(a: string, b: string): boolean {
  return companyKey(a) === companyKey(b);
}

/** Signs become words or go; "A/S" and the initials in "J. P. Morgan" become one word each. */
function spelledOut(name: string): string {
  return name
    .replace(/[\u2122\u00ae\u00a9\u2120]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll('+', ' plus ')
    .replace(/(?<!\p{L})(?:\p{L}[./]\s*)+\p{L}(?!\p{L})/gu, (initials) => initials.replace(/[./\s]/g, ''));
}

function withoutArticle(words: string[]): string[] {
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
}

/** Several may follow each other, as in "GmbH & Co. KG"; a name that is nothing else keeps its first word. */
function withoutLegalForms(words: string[]): string[] {
  const form = LEGAL_FORMS.find((parts) => endsWith(words, parts));
  if (!form) return words;
  const rest = words.slice(0, -form.length);
  if (rest.length > 1 && rest.at(-1) === 'and') rest.pop();
  return withoutLegalForms(rest);
}

function endsWith(words: string[], parts: string[]): boolean {
  const start = words.length - parts.length;
  return start > 0 && parts.every((part, index) => words[start + index] === part);
}
