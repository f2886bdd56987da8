/** The one place where text is made safe for a terminal: what could act on it or deceive becomes visible instead. */

/** Most text is Latin and passes at once: compiling the patterns below is a noticeable part of a short run. */
const PLAIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u2193]*$/;

/** Nothing in it has to be cleaned. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Whatever may have to be made visible; half of every character beyond the first plane is among it. */
const SUSPECT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is looked for by itself
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]/;

export function clean(text: string): string {
  return replaceUnsafe(text, (character) => {
    const code = character.codePointAt(0)!;
    if (character === '\t') return ' ';
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** The same characters as JSON escapes: the value stays what it was. */
export function cleanJson(json: string): string {
  return replaceUnsafe(json, (character) =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, at) => unitEscape(character.charCodeAt(at))).join(''),
  );
}

function unitEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

function replaceUnsafe(text: string, show: (character: string) => string): string {
  if (isPlain(text) || !SUSPECT.test(text)) return text;
  unsafe ??= patterns();
  const { any, mark, rightToLeft } = unsafe;
  const needsMarks = rightToLeft.test(text);
  return text.replace(any, (character) => (needsMarks && mark.test(character) ? character : show(character)));
}

let unsafe: ReturnType<typeof patterns> | undefined;

/** Compiled for the first text that needs them. */
function patterns() {
  // Scripts that shape their letters by joiners: Persian parts the halves of a word with one.
  const joining = 'Arab Syrc Mong Nkoo Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt'
    .split(' ')
    .map((script) => `\\p{scx=${script}}`)
    .join('');
  const emoji = '\\p{Extended_Pictographic}[\\ufe0e\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*';
  const parts = [
    // C0, DEL and C1; soft hyphen and fillers that look like nothing; zero-width space and word joiner; bidirectional
    // embeddings, overrides and isolates; line separators, annotations and the byte-order mark.
    '[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u2028-\\u202e\\u2060-\\u206f]',
    '[\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}]|\\p{Surrogate}',
    // Direction marks: right-to-left text needs them beside its punctuation.
    '[\\u061c\\u200e\\u200f]',
    // Joiners where neither a script nor an emoji is made of them.
    `(?<![${joining}])\\u200c`,
    `(?<![${joining}])(?:(?<!${emoji})\\u200d|\\u200d(?!\\p{Extended_Pictographic}))`,
    // Variants of nothing, or of a variant: any number of them would hide a message.
    '(?<![\\p{L}\\p{N}\\p{S}\\p{P}])[\\ufe00-\\ufe0f]',
    '(?<!\\p{scx=Mong})[\\u180b-\\u180d]',
    '(?<!\\p{Script=Han})[\\u{e0100}-\\u{e01ef}]',
    // Tags: England's flag has six of them.
    '(?<!\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{0,6})[\\u{e0000}-\\u{e007f}]',
  ];
  return {
    any: new RegExp(parts.join('|'), 'gu'),
    mark: /[\u061c\u200e\u200f]/,
    rightToLeft: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u,
  };
}
