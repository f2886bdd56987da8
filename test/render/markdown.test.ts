import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown';
import type { View } from '../../src/views/view';

describe('what a user typed', () => {
  test.each([
    ['# a heading', '\\# a heading'],
    ['- [ ] a task', '\\- \\[ \\] a task'],
    ['1. first', '1\\. first'],
    ['> said', '\\> said'],
    ['*much* _more_ `code` ~gone~', '\\*much\\* \\_more\\_ \\`code\\` \\~gone\\~'],
    ['<b>&amp;</b>', '\\<b\\>\\&amp;\\</b\\>'],
    ['[a](b) | c \\ d', '\\[a\\](b) \\| c \\\\ d'],
    ['two\n\n# lines', 'two # lines'],
    ['#31 is a number', '#31 is a number'],
  ])('%j stays text', (typed, written) => {
    expect(renderMarkdown([{ kind: 'text', text: typed }])).toBe(`${written}\n`);
  });

  test('never makes a line, a heading or a cell of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const view: View = [
          { kind: 'heading', text: 'Tasks' },
          { kind: 'columns', tasks: true, columns: [{}, {}], rows: [['#1', typed]] },
          { kind: 'columns', head: ['a', 'b'], columns: [{}, {}], rows: [['1', typed]] },
        ];
        const lines = renderMarkdown(view).split('\n');
        expect(lines).toHaveLength(8);
        expect(lines[6]!.replaceAll(/\\./g, '').split('|')).toHaveLength(4);
      }),
    );
  });
});

test('a task can be ticked off, what is below it goes with it, and what is no task cannot', () => {
  const view: View = [
    { kind: 'columns', tasks: true, columns: [{}, {}, {}], rows: [['#31', 'Say it', '25 min']] },
    {
      kind: 'columns',
      columns: [{}, {}],
      rows: [
        ['10:00', 'Coffee'],
        ['', 'why: learn'],
      ],
    },
    {
      kind: 'columns',
      columns: [{}, {}],
      rows: [
        ['Ana', 'ally'],
        ['#1', 'next: a call'],
      ],
    },
  ];
  expect(renderMarkdown(view)).toBe(`- [ ] #31 Say it · 25 min

- 10:00 · Coffee
  - why: learn

- Ana · ally
  - #1 next: a call
`);
});
