import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors';
import { decodeText } from '../../src/formats/text-file';

const decode = (bytes: number[] | Uint8Array) => decodeText({ name: 'x.csv', bytes: Uint8Array.from(bytes) });
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  for (const [at, unit] of [0xfeff, ...text.split('').map((char) => char.charCodeAt(0))].entries()) {
    view.setUint16(at * 2, unit, littleEndian);
  }
  return new Uint8Array(view.buffer);
};

describe('decodeText', () => {
  test.each([
    ['plain UTF-8', utf8('Zoë 전도훈'), 'Zoë 전도훈'],
    ['UTF-8 with byte order mark', [0xef, 0xbb, 0xbf, ...utf8('Zoë')], 'Zoë'],
    ['UTF-8 by its mark, with one broken byte', [0xef, 0xbb, 0xbf, ...utf8('Zoë'), 0xff], 'Zoë\uFFFD'],
    ['UTF-16 little-endian', utf16('Zoë 전', true), 'Zoë 전'],
    ['UTF-16 big-endian', utf16('Zoë 전', false), 'Zoë 전'],
    ['windows-1252 accents', [0x5a, 0x6f, 0xeb], 'Zoë'],
    ['windows-1252 above latin-1', [0x80, 0x93, 0x94, 0x9e, 0x9f], '€“”žŸ'],
    ['windows-1252, a place without a character', [0xe9, 0x81], 'é\x81'],
    ['nothing', [], ''],
  ])('%s', (_why, bytes, text) => {
    expect(decode(bytes)).toBe(text);
  });

  test.each([
    ['two NULs', [0x41, 0x00, 0x42, 0x00]],
    ['UTF-16 without byte order mark', utf16('Ana Ruiz', true).slice(2)],
    ['mostly control characters', [1, 2, 3, 0x41, 0x42]],
  ])('refuses %s by the name of the file', (_why, bytes) => {
    expect(() => decode(bytes)).toThrow(UserError);
    expect(() => decode(bytes)).toThrow(/x\.csv is not a text file/);
  });

  test('says where a single NUL is', () => {
    expect(() => decode([...utf8('Zoë\r\nAna\nLee '), 0, ...utf8('Chen\n')])).toThrow(
      'x.csv has the character U+0000 (line 3, column 5), which is no text.',
    );
  });

  test('one pasted control character in a long text is no reason to refuse it', () => {
    const text = `${'a long message '.repeat(20)}\x02`;
    expect(decode(utf8(text))).toBe(text);
  });

  test('text of letters comes back from UTF-8 and from UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', 'ß', '전', '😀', '\n', ',') }), (text) => {
        expect(decode(utf8(text))).toBe(text);
        expect(decode(utf16(text, true))).toBe(text);
      }),
    );
  });
});
