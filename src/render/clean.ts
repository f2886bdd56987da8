/** The one place where text is made safe for a terminal: what could act on it becomes visible instead. */

// C0, DEL, C1, zero-width space, word joiner, byte-order mark, bidirectional embeddings, overrides and isolates, and
// lone surrogates. Joiners (U+200C, U+200D) stay: Persian and emoji need them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Most text is Latin and passes at once: compiling the pattern above is a noticeable part of a short run. */
const PLAIN = /^[\x20-\x7e\u00a1-\u024f\u2010-\u2027\u2190-\u2193]*$/;

/** Nothing in it has to be cleaned. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

export function clean(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0)!;
    if (character === '\t') return ' ';
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** The same characters as JSON escapes: the value stays what it was. */
export function cleanJson(json: string): string {
  return json.replace(UNSAFE, (character) =>
    character === '\n' ? character : `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}
