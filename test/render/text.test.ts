import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/render/clean';
import { renderText, type Screen } from '../../src/render/text';
import {
  type Block,
  bad,
  type Column,
  dim,
  gap,
  good,
  heading,
  line,
  strong,
  type Text,
  title,
  type View,
  warn,
} from '../../src/views/view';
import { charactersOf, columnsOf, isHarmless, withoutColour } from '../support/terminal-text';

const PLAIN: Screen = { width: 40, colour: false, boxes: false };

async function linesOf(view: View, screen: Partial<Screen> = {}): Promise<string[]> {
  const text = await renderText(view, { ...PLAIN, ...screen });
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
}

// ── what is put in ────────────────────────────────────────────────────────────────────────────────

const WORDS = [
  'Ana',
  'Núñez',
  'coffee',
  '李小龍',
  '😀',
  '👩‍👩‍👧',
  'e\u0301t\u00e9',
  'Donaudampfschifffahrtsgesellschaft',
  '·',
  '-',
  '14:00–14:45',
];
const TONES = ['plain', 'strong', 'good', 'warn', 'bad', 'dim'] as const;

const anyWord = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const anyPhrase = fc
  .array(fc.tuple(anyWord, fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\t')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));
const anyText: fc.Arbitrary<Text> = fc.oneof(
  anyPhrase,
  fc.array(fc.record({ text: anyPhrase, tone: fc.constantFrom(...TONES) }), { minLength: 1, maxLength: 3 }),
);
const anyColumns = fc.integer({ min: 1, max: 5 }).chain((many) =>
  fc.record({
    columns: fc.array(
      fc.record<Column>(
        { align: fc.constantFrom('left', 'right'), flex: fc.boolean() },
        { requiredKeys: [] },
      ),
      { minLength: many, maxLength: many },
    ),
    rows: fc.array(fc.array(anyText, { minLength: many, maxLength: many }), { minLength: 1, maxLength: 4 }),
    indent: fc.constantFrom(0, 2),
  }),
);
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('title' as const), left: anyText, right: anyText }),
  fc.record({ kind: fc.constant('heading' as const), text: anyText }),
  fc.record({ kind: fc.constant('text' as const), text: anyText, indent: fc.constantFrom(0, 2, 4) }),
  fc.constant(gap),
  anyColumns.map((columns) => ({ kind: 'columns' as const, ...columns })),
  fc.record({
    kind: fc.constant('facts' as const),
    rows: fc.array(fc.tuple(fc.constantFrom('level', 'promise overdue'), anyText), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
);
const anyView = fc.array(anyBlock, { minLength: 1, maxLength: 4 });
const anyWidth = fc.integer({ min: 40, max: 120 });

function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(wordsIn).join(' ');
  const { text, left, right, rows } = value as Record<string, unknown>;
  return [text, left, right, rows].map((part) => (part === undefined ? '' : wordsIn(part))).join(' ');
}

// ── what always holds ─────────────────────────────────────────────────────────────────────────────

describe('whatever a view holds', () => {
  test('no line is wider than the screen, and none ends with a blank', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, anyWidth, async (view, width) => {
        for (const one of await linesOf(view, { width })) {
          expect(columnsOf(one)).toBeLessThanOrEqual(width);
          expect(one).toBe(one.trimEnd());
        }
      }),
    );
  });

  test('every character that can be seen is there, and none that acts on the terminal', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, anyWidth, async (view, width) => {
        const text = await renderText(view, { ...PLAIN, width });
        expect(isHarmless(text)).toBe(true);
        const typed = wordsIn(view);
        const isShownAsTyped = typed
          .split(/[ \t\r\n]+/)
          .every((word) => isHarmless(word) && clean(word) === word);
        if (isShownAsTyped) expect(charactersOf(text)).toBe(charactersOf(typed));
      }),
    );
  });

  test('colour changes nothing but the colour', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, anyWidth, async (view, width) => {
        const coloured = await renderText(view, { ...PLAIN, width, colour: true });
        expect(withoutColour(coloured)).toBe(await renderText(view, { ...PLAIN, width }));
      }),
    );
  });

  test('the columns of a list that fits begin one below the other', async () => {
    const anyCell = fc.constantFrom('Ana', 'Núñez', '李小龍', '😀', '👩‍👩‍👧', 'e\u0301t\u00e9');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyCell, anyCell, anyCell), { minLength: 2, maxLength: 6 }),
        async (rows) => {
          const marked = rows.map(([a, b, c]) => [a, `|${b}`, `|${c}`]);
          const lines = await linesOf([{ kind: 'columns', columns: [{}, { flex: true }, {}], rows: marked }]);
          expect(lines).toHaveLength(rows.length);
          const places = lines.map((one) => one.split('|').slice(0, 2).map(columnsOf).join());
          expect(new Set(places).size).toBe(1);
        },
      ),
    );
  });

  test('a list that fits is not wrapped, wherever its cells have line breaks', async () => {
    const anyCell = fc
      .array(fc.constantFrom('a', 'longer', 'a few words'), { minLength: 1, maxLength: 3 })
      .map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyCell, anyCell), { minLength: 1, maxLength: 4 }), async (rows) => {
        const heights = rows.map((row) => Math.max(...row.map((cell) => cell.split('\n').length)));
        const lines = await linesOf([{ kind: 'columns', columns: [{}, { flex: true }], rows }]);
        expect(lines).toHaveLength(heights.reduce((sum, one) => sum + one, 0));
      }),
    );
  });
});

// ── one of each ───────────────────────────────────────────────────────────────────────────────────

describe('a block', () => {
  test.each<[string, View, string[]]>([
    [
      'a title with a note at the right',
      [title('Ana Ruiz', 'contact #1')],
      ['Ana Ruiz                      contact #1'],
    ],
    [
      'a title that leaves no room for it',
      [title('A name that takes more than half', 'contact #1')],
      ['A name that takes more than half', 'contact #1'],
    ],
    [
      'a line that is too long',
      [line('one two three four five six seven eight nine')],
      ['one two three four five six seven eight', 'nine'],
    ],
    [
      'an indented one',
      [line('one two three four five six seven eight nine', 2)],
      ['  one two three four five six seven', '  eight nine'],
    ],
    [
      'a command that fits a line of its own',
      [line('Still open, after all that? jobsearch job move 1 applied, or jobsearch job close 1')],
      ['Still open, after all that?', 'jobsearch job move 1 applied, or', 'jobsearch job close 1'],
    ],
    [
      'a command that is longer than a line',
      [line('First: jobsearch contact add "A Name" --company "A Company"')],
      ['First: jobsearch contact add "A Name"', '--company "A Company"'],
    ],
    [
      'a comma in quotes, which does not end a command',
      [line('Name your companies: jobsearch config targets "Acme, Globex"')],
      ['Name your companies:', 'jobsearch config targets "Acme, Globex"'],
    ],
    [
      'a word in two tones',
      [line(['one two three four five six seven (', dim('nine'), ') ten'])],
      ['one two three four five six seven (nine)', 'ten'],
    ],
    [
      'a word in two tones that does not fit any more',
      [line(['one two three four five six seven eleve', dim('n'), ') ten'])],
      ['one two three four five six seven', 'eleven) ten'],
    ],
    ['line breaks of the text', [line('one\n\ntwo\r\nthree')], ['one', '', 'two', 'three']],
    ['a word longer than the line', [line('x'.repeat(50))], ['x'.repeat(40), 'x'.repeat(10)]],
    ['nothing', [line('')], ['']],
    ['a gap', [line('a'), gap, line('b')], ['a', '', 'b']],
    [
      'a list with a head',
      [
        {
          kind: 'columns',
          head: ['#', 'name', ''],
          columns: [{ align: 'right' }, { flex: true }, {}],
          rows: [
            ['1', 'Ana', 'x'],
            ['12', 'Lee Chen', ''],
          ],
        },
      ],
      [' #  name', ' 1  Ana       x', '12  Lee Chen'],
    ],
    [
      'a list too wide: the flexible column gives way',
      [
        {
          kind: 'columns',
          columns: [{}, { flex: true }, {}],
          rows: [['#1', 'one two three four five six', 'due tomorrow, Mon']],
        },
      ],
      ['#1  one two three      due tomorrow, Mon', '    four five six'],
    ],
    [
      'a list that is no table any more: row by row, beside the number',
      [
        {
          kind: 'columns',
          head: ['#', '', 'task', '', ''],
          columns: [{ align: 'right' }, {}, { flex: true }, { align: 'right' }, { most: 30 }],
          rows: [
            ['7', 'do now', 'Send the deck that was promised', '15 min', 'promised to Priya Nair, due today'],
            ['12', 'drop', 'Bookmarks', '1 h', ''],
          ],
        },
      ],
      [
        ' #  task',
        ' 7  do now',
        '    Send the deck that was promised',
        '    15 min  promised to Priya Nair, due',
        '    today',
        '12  drop',
        '    Bookmarks',
        '    1 h',
      ],
    ],
    [
      'a list that is none any more, and has long labels: below them',
      [
        {
          kind: 'columns',
          columns: [{}, { flex: true }],
          rows: [['jobsearch contact show ana', 'what to read before a coffee']],
        },
      ],
      ['jobsearch contact show ana', '  what to read before a coffee'],
    ],
    [
      'facts',
      [
        {
          kind: 'facts',
          rows: [
            ['level', 'met (20)'],
            ['promise overdue', 'one two three four five six'],
          ],
        },
      ],
      ['  level            met (20)', '  promise overdue  one two three four', '                   five six'],
    ],
    [
      'bars, where there is no room for them',
      [
        {
          kind: 'bars',
          rows: [
            { label: 'apply', share: 0.25, aim: 0.2, note: '' },
            { label: 'meet', share: 0, aim: 1, note: 'most under' },
          ],
        },
      ],
      [
        '                     you    aim',
        '  apply             25 %   20 %',
        '  meet  most under   0 %  100 %',
      ],
    ],
    [
      'squares, in a pipe',
      [
        {
          kind: 'squares',
          squares: [
            { title: '1 DO NOW', note: '45 min', rows: [['#40', 'Send the deck']] },
            { title: '2', note: '', rows: [] },
          ],
        },
      ],
      ['1 DO NOW                          45 min', '  #40  Send the deck', '', '2'],
    ],
  ])('%s', async (_, view, lines) => {
    expect(await linesOf(view)).toEqual(lines);
  });

  test('raw text is printed as it is, alone', async () => {
    expect(await renderText([line('a'), { kind: 'raw', text: 'BEGIN\r\n' }], PLAIN)).toBe('BEGIN\r\n');
  });

  test('a list of very many rows', async () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => [String(at)]);
    expect(await linesOf([{ kind: 'columns', columns: [{}], rows }])).toHaveLength(200_000);
  });

  test('squares on a terminal are boxes, as wide as the screen allows', async () => {
    const square = (name: string) => ({
      title: name,
      note: '1 h',
      rows: [['#1', '李小龍: a line that is long enough to be wrapped'] as [string, string]],
    });
    const squares = ['1', '2', '3', '4'].map(square);
    for (const width of [72, 80, 81, 120]) {
      const lines = await linesOf([{ kind: 'squares', squares }], { width, boxes: true });
      const widths = new Set(lines.map(columnsOf));
      expect(widths.size).toBe(1);
      expect([width, width - 1]).toContain([...widths][0]);
    }
  });
});

describe('colour', () => {
  const view: View = [
    heading('Heading'),
    line([good('good'), ' ', warn('warn'), ' ', bad('bad'), ' ', dim('dim'), ' ', strong('strong')]),
  ];

  test('is there for each tone, and closed again', async () => {
    const text = await renderText(view, { ...PLAIN, colour: true });
    expect(text.replaceAll('\u001b', '^')).toBe(
      '^[1mHeading^[22m\n^[32mgood^[39m ^[35mwarn^[39m ^[31mbad^[39m ^[2mdim^[22m ^[1mstrong^[22m\n',
    );
  });

  test('is one of those that read on light and on dark alike: no yellow, no white or black, no background', async () => {
    const text = await renderText(view, { ...PLAIN, colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes begin with one
    const codes = [...text.matchAll(/\u001b\[([\d;]*)m/g)].map(([, code]) => Number(code));
    expect([...new Set(codes)].sort((a, b) => a - b)).toEqual([1, 2, 22, 31, 32, 35, 39]);
  });

  test('is opened once for words that share it', async () => {
    const text = await renderText([line([dim('one two'), ' ', dim('three'), ' four'])], {
      ...PLAIN,
      colour: true,
    });
    expect(text.replaceAll('\u001b', '^')).toBe('^[2mone two^[22m ^[2mthree^[22m four\n');
  });

  test('is not there without it', async () => {
    expect(await renderText(view, PLAIN)).toBe('Heading\ngood warn bad dim strong\n');
  });
});

describe('a command in a column', () => {
  const rows: [string, Text][] = [
    ['promises kept', 'ask after it once · jobsearch promise nudged 4'],
    ['neglected', 'references'],
  ];

  test.each([
    [40, true, 'below its label, where it has room'],
    [30, true, 'with not a column to spare'],
    [80, false, 'beside it, where it has room there'],
    [24, true, 'where it has to be broken at its blanks anyway'],
  ])('at %i columns is whole: below %s (%s)', async (width, isBelow) => {
    const lines = await linesOf([{ kind: 'facts', rows }], { width });
    expect(lines.includes('  promises kept')).toBe(isBelow);
    if (width > 24) expect(lines.join('\n')).toContain('jobsearch promise nudged 4');
  });
});
