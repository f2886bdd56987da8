import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/render/clean';
import { renderJson } from '../../src/render/json';
import { isHarmless } from '../support/terminal-text';

/** Any characters at all, the harmful ones often. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      '\u001b',
      '\r',
      '\n',
      '\t',
      '\u009b',
      '\u202e',
      '\u2066',
      '\ud800',
      '\udc00',
      '\ufeff',
      '\u200b',
      '😀',
    ),
  ),
  maxLength: 60,
});

describe('clean', () => {
  test.each<[string, string, string]>([
    ['Ana Ruiz', 'Ana Ruiz', 'plain text'],
    ['José 李小龍 👩‍👩‍👧 नमस्ते', 'José 李小龍 👩‍👩‍👧 नमस्ते', 'marks, scripts, and emoji with their joiners'],
    ['می\u200cخواهم', 'می\u200cخواهم', 'a joiner that Persian needs'],
    ['a\tb', 'a b', 'a tab'],
    ['\u001b[31mred', '␛[31mred', 'a colour of somebody else'],
    ['\u001b]0;title\u0007', '␛]0;title␇', 'a window title'],
    ['a\rb\nc', 'a␍b␊c', 'line breaks'],
    ['\u009b31m', '<U+009B>31m', 'the other way to begin an escape code'],
    ['a\u202egnp.exe', 'a<U+202E>gnp.exe', 'text that runs backwards'],
    ['\ud83d', '<U+D83D>', 'half a character'],
    ['\ufeffAna', '<U+FEFF>Ana', 'a byte-order mark'],
    ['A\u200cna', 'A<U+200C>na', 'a joiner that Latin has no use for: another name that looks the same'],
    ['\u200dAna', '<U+200D>Ana', 'a joiner of nothing'],
    ['क्\u200dष', 'क्\u200dष', 'a joiner that Devanagari needs'],
    ['😀\u200dx', '😀<U+200D>x', 'a joiner of an emoji and a letter'],
    ['👩🏽\u200d💻', '👩🏽\u200d💻', 'an emoji of a skin tone and a profession'],
    ['❤\ufe0f 1\ufe0f⃣', '❤\ufe0f 1\ufe0f⃣', 'an emoji variant, and a keycap'],
    ['a\ufe0f\ufe01\ufe02', 'a\ufe0f<U+FE01><U+FE02>', 'a message hidden in variants of a variant'],
    ['葛\u{e0101}', '葛\u{e0101}', 'the variant of a Han character in a name'],
    ['a\u{e0101}', 'a<U+E0101>', 'the same behind a letter'],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', "England's flag is written in tags"],
    ['a\u{e0041}', 'a<U+E0041>', 'an invisible letter'],
    ['שלום!\u200f', 'שלום!\u200f', 'a mark that keeps the exclamation mark at the end of Hebrew'],
    ['Ana\u200f!', 'Ana<U+200F>!', 'the same where nothing runs from right to left'],
    ['שלום\u202e', 'שלום<U+202E>', 'an override, also in Hebrew'],
    ['مَرحَبًا', 'مَرحَبًا', 'vowel points'],
    ['e\u0301', 'e\u0301', 'a combining accent'],
    ['in\u00advisible', 'in<U+00AD>visible', 'a soft hyphen'],
    ['a\u3164b', 'a<U+3164>b', 'a letter that looks like nothing'],
    ['\u0000', '␀', 'nothing at all'],
    ['\u007f', '<U+007F>', 'delete'],
  ])('%j is shown as %j (%s)', (text, shown) => {
    expect(clean(text)).toBe(shown);
  });

  test('leaves nothing that acts on a terminal, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = clean(text);
        expect(isHarmless(shown)).toBe(true);
        expect(shown).not.toContain('\n');
        expect(clean(shown)).toBe(shown);
      }),
    );
  });
});

describe('JSON', () => {
  test('is indented, and ends with a line break', () => {
    expect(renderJson({ a: [1, null], 'b é': 'x' })).toBe(
      '{\n  "a": [\n    1,\n    null\n  ],\n  "b é": "x"\n}\n',
    );
  });

  test('is harmless to a terminal, and still the same values', () => {
    const anyValue = fc.dictionary(
      anyText,
      fc.oneof(anyText, fc.array(anyText), fc.integer(), fc.constant(null)),
    );
    fc.assert(
      fc.property(anyValue, (value) => {
        const json = renderJson(value);
        expect(isHarmless(json)).toBe(true);
        expect(JSON.parse(json)).toEqual({ ...value });
      }),
    );
  });
});
