/**
 * Replays every dialogue of test/transcripts. After a wanted change of words:
 *
 *     UPDATE_TRANSCRIPTS=1 npx vitest run test/transcripts.test.ts
 *
 * rewrites them, and the diff is read line by line before it is committed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { argvOf, replay } from './support/transcript';
import { aWorld } from './support/world';

const FOLDER = join(__dirname, 'transcripts');
const REWRITE = process.env.UPDATE_TRANSCRIPTS === '1';

describe('transcripts', () => {
  test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
    const path = join(FOLDER, name);
    const before = readFileSync(path, 'utf8');
    const now = await replay(before, aWorld());
    if (REWRITE) writeFileSync(path, now);
    else expect(now).toBe(before);
  });
});

describe('the harness', () => {
  test.each([
    ['jobsearch log ana', ['log', 'ana']],
    [
      'jobsearch log "Ana Ruiz" --about \'a "node" of hers\'',
      ['log', 'Ana Ruiz', '--about', 'a "node" of hers'],
    ],
    ['jobsearch log ""', ['log', '']],
    ['jobsearch log --about="two words"', ['log', '--about=two words']],
    ['jobsearch log "a \\"b\\" \\\\c" d\\ e', ['log', 'a "b" \\c', 'd e']],
    ['jobsearch', []],
  ])('parts %s', (command, argv) => {
    expect(argvOf(command)).toEqual(argv);
  });

  test('keeps what is written by hand, and replaces what the program says', async () => {
    const text = [
      'A title.',
      '',
      'now: 2026-11-23T10:00',
      '// A comment.',
      '$ jobsearch contact add',
      '> ',
      '> Ana Ruiz',
      'whatever it said',
      '$ jobsearch contact show nobody',
      '',
    ].join('\n');
    const replayed = await replay(text, aWorld());
    expect(replayed).toBe(`A title.

now: 2026-11-23T10:00
// A comment.
$ jobsearch contact add
? Who is it?
>
! The name is empty.
> Ana Ruiz
Added #1 Ana Ruiz
Why this person? jobsearch contact edit 1 --purpose "…"
After the next conversation: jobsearch log 1

$ jobsearch contact show nobody
! jobsearch: No contact fits "nobody".
! Hint: jobsearch contact add "nobody"
[1]
`);
    expect(await replay(replayed, aWorld())).toBe(replayed);
  });

  test.each([
    ['$ jobsearch contact add\n> Ana\n> Lee\n', 'the answer "Lee" was never asked for'],
    ['$ jobsearch event add\n> Coffee\n', 'no answer is left for: When?'],
    ['setup: jobsearch contact show 1\n$ jobsearch contact list\n', 'There is no contact #1'],
    [
      '$ jobsearch contact add "// Ana" --note "x"\n$ jobsearch contact show 1\n',
      'cannot be told from input',
    ],
  ])('refuses %j', async (text, why) => {
    await expect(replay(`A title.\n\n${text}`, aWorld())).rejects.toThrow(why);
  });
});
