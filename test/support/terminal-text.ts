/** What a terminal makes of text: for tests of what is printed. */
import stringWidth from 'string-width';

// Controls but the line break, lone surrogates, line separators, what turns the direction of text, and what hides.
const HARMFUL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u;

export function isHarmless(text: string): boolean {
  return !HARMFUL.test(text);
}

/** Columns; an implementation other than the program's own short cut for Latin. */
export function columnsOf(line: string): number {
  return stringWidth(line);
}

/** The non-blank characters in a fixed order: the same for two texts that differ only in where their lines break. */
export function charactersOf(text: string): string {
  return [...text.replace(/\s/g, '')].sort().join('');
}

export function withoutColour(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes begin with one
  return text.replace(/\u001b\[[\d;]*m/g, '');
}
