/** The bytes of a file somebody exported, as text, whatever program wrote them. */
import { UserError } from '../errors';

/** A file as it was given: its name is for messages only, never for telling what it is. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
}

/** Text without byte order mark. UTF-8, UTF-16 with a byte order mark, else windows-1252. */
export function decodeText({ name, bytes }: InputFile): string {
  const text = decode(bytes);
  const nul = text.indexOf('\0');
  // A single one in a text was put there or got there by an accident, and where it is helps; many are another format.
  if (nul >= 0 && nul === text.lastIndexOf('\0') && !isBinary(text.replace('\0', ''))) {
    const before = text.slice(0, nul).split(/\r\n|\r|\n/);
    const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
    throw new UserError(`${name} has the character U+0000 (${place}), which is no text.`, 'remove it there');
  }
  if (isBinary(text)) {
    throw new UserError(
      `${name} is not a text file.`,
      'Give the file as it was exported, or save it as UTF-8 text.',
    );
  }
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // A file that says it is UTF-8 is read as such: one broken byte must not turn every accent into two characters.
  const declared = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return new TextDecoder('utf-8', { fatal: !declared }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

// Node 20 decodes windows-1252 as if it were latin-1: the block from 0x80 to 0x9f is put right here.
const WINDOWS_1252 =
  '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f' + // 0x80
  '\x90‘’“”•–—˜™š›œ\x9džŸ'; // 0x90

function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}

/** No text has a NUL; a stray control character or two was pasted, one in a hundred was not. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) controls++;
  }
  return controls > 0 && controls * 100 > text.length;
}
