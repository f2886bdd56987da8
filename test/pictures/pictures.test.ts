/** The pictures of the README: how they are drawn, and that they show what the program prints now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { argvOf } from '../support/transcript';
import { aWorld, type TestWorld } from '../support/world';
import { rowsOf, textOf, upTo } from './cells';
import { COLUMNS, NOW, SCENES, type Scene } from './scenes';
import { svgOf } from './svg';

const ESC = '\u001b';
const LABELS = { title: 'a screen', description: 'for a test' };

async function drawn(stream: string, columns = 40): Promise<string> {
  return svgOf(await rowsOf(stream, columns), columns, LABELS);
}

/** Each text with its row and column, as far as the grid of the picture is whole. */
function textsIn(svg: string) {
  const texts = [...svg.matchAll(/<text x="(\S+)" y="(\S+)" textLength="(\S+)"([^>]*)>([^<]*)<\/text>/g)];
  return texts.map(([, x, y, length, more, text]) => ({
    row: (Number(y) - 37.5) / 18,
    column: Math.round((Number(x) - 16) / 0.84) / 10,
    columns: Math.round(Number(length) / 0.84) / 10,
    style: /class="(.*)"/.exec(more!)?.[1] ?? '',
    text: text!.replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]),
  }));
}

const ENTITIES = { lt: '<', gt: '>', quot: '"', amp: '&' };

describe('a recorded stream', () => {
  test('is escaped', async () => {
    const svg = await drawn('a <b> & "c"');
    expect(svg).toContain('>a &lt;b&gt; &amp; &quot;c&quot;</text>');
    expect(textsIn(svg)).toMatchObject([{ text: 'a <b> & "c"' }]);
  });

  test('keeps wide characters and marks on the grid', async () => {
    const svg = await drawn(`ab 김서연 cd\r\nOlu\u0301fe\u0323\u0301mi, ally`);
    expect(textsIn(svg)).toMatchObject([
      { row: 0, column: 0, columns: 2, text: 'ab' },
      { row: 0, column: 3, columns: 2, text: '김' },
      { row: 0, column: 5, columns: 2, text: '서' },
      { row: 0, column: 7, columns: 2, text: '연' },
      { row: 0, column: 10, columns: 2, text: 'cd' },
      { row: 1, column: 0, columns: 13, text: 'Olu\u0301fe\u0323\u0301mi, ally' },
    ]);
  });

  test('has its colours and weights', async () => {
    const said = `${ESC}[1mbold${ESC}[22m ${ESC}[2mdim${ESC}[22m ${ESC}[35;4mwarn${ESC}[39;24m ${ESC}[92mgood${ESC}[0m plain`;
    expect(textsIn(await drawn(said)).map(({ text, style }) => [text, style])).toEqual([
      ['bold', 'b'],
      ['dim', 'd'],
      ['warn', 'u c5'],
      ['good', 'c2'],
      ['plain', ''],
    ]);
  });

  test('is what is left on the screen after a line was written anew', async () => {
    expect(textsIn(await drawn(`? Save it?\r${ESC}[2K✔ Save it?`))).toMatchObject([{ text: '✔ Save it?' }]);
  });

  test('has lines and bars drawn, and the words between them in their columns', async () => {
    const svg = await drawn('│ #22 │██ 7 %');
    expect(textsIn(svg)).toMatchObject([
      { column: 2, columns: 3, text: '#22' },
      { column: 10, text: '7 %' },
    ]);
    expect(svg.match(/<path/g)).toHaveLength(2);
    expect(svg).toContain('<rect x="74.8" y="27" width="16.8"');
  });

  test.each([
    [`${ESC}[7mturned${ESC}[0m`, 'isInverse'],
    [`${ESC}[41mon red${ESC}[0m`, 'isBgPalette'],
    [`${ESC}[38;5;200mone of 256${ESC}[0m`, 'number 200'],
  ])('is refused where there is no way to draw it: %j', async (stream, why) => {
    await expect(drawn(stream)).rejects.toThrow(why);
  });
});

/** As on the terminal of the pictures, but for the colours of what goes to stderr. */
async function shownBy(world: TestWorld, { command, answers, before }: Scene): Promise<string> {
  const setting = { now: NOW, width: COLUMNS, terminal: true };
  const typed = answers.map(([, keys]) => keys.replace('\r', ''));
  const { dialogue } = await world.runJobsearch(
    argvOf(command),
    typed.length > 0 ? { ...setting, answers: typed } : setting,
  );
  const screen = `$ ${command}\n${dialogue}`
    .replace(/^>.*\n/gm, '')
    .replace(/^! /gm, '')
    .replace(/^\? /gm, '✔ ');
  const rows = await rowsOf(screen.replaceAll('\n', '\r\n'), COLUMNS);
  return svgOf(upTo(before, rows), COLUMNS, LABELS);
}

/** Row by row the words, and all lines and bars. */
function plain(svg: string): string[] {
  const rows: string[] = [];
  for (const { row, column, text } of textsIn(svg)) {
    rows[row] = (rows[row] ?? '').padEnd(column) + text;
  }
  return [...rows, ...svg.split('\n').filter((line) => /^<(?:path|rect)/.test(line))];
}

describe('the pictures', () => {
  const pictures = new Map(
    SCENES.map(({ name }) => [name, readFileSync(join(__dirname, `${name}.svg`), 'utf8')] as const),
  );

  test('show what the program prints now', async () => {
    const world = aWorld();
    // The sample is filled once, so what changes it comes last.
    const scenes = [...SCENES].sort((one, other) => one.answers.length - other.answers.length);
    for (const scene of scenes) {
      const now = plain(await shownBy(world, scene));
      expect(plain(pictures.get(scene.name)!), `${scene.name}.svg is out of date: npm run pictures`).toEqual(
        now,
      );
    }
  });

  test.each([...pictures])('%s.svg is small, and says what it is to who cannot see it', (_, svg) => {
    expect(svg.length).toBeLessThan(60_000);
    expect(svg).toMatch(/<title id="title">.+<\/title>\n<desc id="description">.+<\/desc>/);
  });
});

test('a screen is told apart row by row', async () => {
  const rows = await rowsOf('one\r\n\r\ntwo   three', 20);
  expect(rows.map(textOf)).toEqual(['one', '', 'two   three']);
});
