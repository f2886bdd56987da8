/** Names as the messages spell them: the same name, a list of names, and no name at all. */

const SUFFIXES = new Set(
  (
    'jr sr ii iii iv phd dphil edd md dds dvm do rn np jd esq llm mba emba mph mpa msc ms ma bsc bs ba meng beng ' +
    'pharmd cpa cfa cma cfp frm acca fcca pmp pe cissp csm cism shrm-cp shrm-scp phr sphr lcsw facp'
  ).split(' '),
);

/** What LinkedIn writes for somebody who left or hides; the translations are guesses. */
const HIDDEN_NAMES = new Set([
  'linkedin member',
  'linkedin-mitglied',
  'membre linkedin',
  'miembro de linkedin',
]);

/** Names are the same when they differ in case and spaces only. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

export function isHiddenName(name: string): boolean {
  return HIDDEN_NAMES.has(nameKey(name));
}

/** `Jane Doe, Ph.D.` without what follows the name. */
export function withoutSuffixes(name: string): string {
  const parts = name.split(', ');
  const isNamePart = (part: string, at: number) => at === 0 || !isSuffix(part);
  return parts.filter(isNamePart).join(', ');
}

/** The names in a list joined with ", ", though a name may hold ", Ph.D."; `known` tells whole names by their key. */
export function splitNames(list: string, known: (key: string) => boolean): string[] {
  const parts = list.split(', ').filter((part) => part.trim() !== '');
  const names: string[] = [];
  for (let at = 0; at < parts.length; ) {
    let taken = knownParts(parts, at, known);
    const name = parts.slice(at, at + Math.max(taken, 1));
    const isKnown = taken > 0;
    taken = name.length;
    while (at + taken < parts.length && isSuffix(parts[at + taken]!)) {
      // Where the name is known without its suffix, keep it so: it is that person.
      if (!isKnown) name.push(parts[at + taken]!);
      taken += 1;
    }
    names.push(name.join(', ').trim());
    at += taken;
  }
  return names;
}

/** How many parts from here make up the longest known name; 0 when none does. */
function knownParts(parts: string[], at: number, known: (key: string) => boolean): number {
  const mostParts = 4;
  for (let count = Math.min(mostParts, parts.length - at); count > 0; count--) {
    if (known(nameKey(parts.slice(at, at + count).join(', ')))) return count;
  }
  return 0;
}

function isSuffix(part: string): boolean {
  return SUFFIXES.has(nameKey(part).replace(/[. ]/g, ''));
}
