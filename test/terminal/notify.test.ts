/** What reaches the program that shows a notification, whatever is in the text: run for real, with one that writes it down. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notifierOn, notify } from '../../src/terminal/notify';
import { aFolder } from '../support/folder';
import { isHarmless } from '../support/terminal-text';

const HOSTILE = [
  ['$(touch owned) `touch owned` ; touch owned | touch owned &', 'a command for a shell'],
  [`' " '' "" \\" \\' '; calc; '`, 'quotes of every kind'],
  ['" & (do shell script "touch owned") & "', 'a command for AppleScript'],
  ["'); Start-Process calc; ('", 'a command for PowerShell'],
  ['$env:USERNAME %PATH% !PATH! $HOME', 'variables'],
  ['<b>bold</b> <img src=x> &amp; ]]> <toast/>', 'markup'],
  ['C:\\new\\table \\101 ends in \\', 'strokes that could be escapes'],
  ['-e --help -- -', 'options'],
  ['Zoë 李小龍 👩‍👩‍👧 e\u0301 ليلى', 'letters of the world'],
  ['one\ntwo\n\nthree', 'lines'],
] as const;

const PLATFORMS = [
  ['linux', 'notify-send'],
  ['darwin', 'osascript'],
  ['win32', 'powershell.exe'],
] as const;

/** The arguments and the two variables that the program was given. */
async function given(platform: string, program: string, title: string, body: string) {
  const folder = aFolder();
  const file = join(folder, program);
  const script = `#!/bin/sh
{ printf '%s\\0' "$@"; } > "${folder}/argv"
printf '%s\\0%s' "$JOBSEARCH_TITLE" "$JOBSEARCH_BODY" > "${folder}/texts"
`;
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  await notify(platform, { PATH: `${folder}:${process.env.PATH}` }, title, body);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').split('\0');
  return { argv: read('argv').slice(0, -1), texts: read('texts') };
}

/** What notify-send makes of its second text (it takes C escapes for characters), and a desktop of that (it reads markup). */
function shownByNotifySend(body: string): string {
  const characters = body.replace(/\\(.)/g, (_, escaped) =>
    escaped === '\\' ? '\\' : `<escape ${escaped}>`,
  );
  return characters.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

describe.each(PLATFORMS)('on %s', (platform, program) => {
  test.each(HOSTILE)('%j arrives as it is (%s)', async (text) => {
    const title = text.replaceAll('\n', ' ');
    const { argv, texts } = await given(platform, program, title, text);
    switch (platform) {
      case 'linux':
        expect(argv.slice(0, -1)).toEqual(['--app-name=jobsearch', '--', title]);
        expect(argv.at(-1)).not.toMatch(/[<>]/);
        expect(shownByNotifySend(argv.at(-1)!)).toBe(text);
        break;
      case 'darwin':
        expect(argv.slice(-3)).toEqual(['--', title, text]);
        // The script is the same whatever it shows.
        expect(argv.slice(0, -3)).toEqual(notifierOn('darwin', 'a', 'b')[1].slice(0, -3));
        break;
      default:
        expect(texts).toEqual([title, text]);
        expect(argv).toEqual(notifierOn('win32', 'a', 'b')[1]);
    }
  });
});

test('what is handed to PowerShell survives the way Windows takes a command line apart', () => {
  const [, argv] = notifierOn('win32', 'a', 'b');
  for (const word of argv) expect(word).not.toMatch(/["\n%]|\\$/);
});

test('controls are shown as letters everywhere', () => {
  for (const [platform] of PLATFORMS) {
    const [, argv, env] = notifierOn(platform, 'a\u001b]0;b\u0007', 'c\u0000d\r');
    for (const word of [...argv, ...Object.values(env)]) expect(isHarmless(word)).toBe(true);
  }
});

test('a program that is not there, or that fails, is said with the way out', async () => {
  await expect(notify('linux', { PATH: aFolder() }, 'a', 'b')).rejects.toThrow(
    'notify-send is not installed',
  );
  const folder = aFolder();
  writeFileSync(join(folder, 'notify-send'), '#!/bin/sh\necho "no bus" >&2; exit 1\n');
  chmodSync(join(folder, 'notify-send'), 0o755);
  await expect(notify('linux', { PATH: folder }, 'a', 'b')).rejects.toThrow('no bus');
});
