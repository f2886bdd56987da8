/** A view as Markdown, to paste into notes: what a user typed stays text, whatever signs it holds. */
import type { Block, Column, Text, View } from '../views/view';
import { clean } from './clean';
import { plainOf } from './layout';

export function renderMarkdown(view: View): string {
  const raw = view.find((block) => block.kind === 'raw');
  if (raw) return raw.text;
  const parts = view.map(partOf).filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function partOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return [`# ${lineOf(block.left)}`, lineOf(block.right ?? '')].filter((one) => one !== '').join('\n\n');
    case 'heading':
      return `## ${lineOf(block.text)}`;
    case 'text':
      return lineOf(block.text);
    case 'facts':
      return block.rows.map(([label, value]) => `- **${lineOf(label)}:** ${lineOf(value)}`).join('\n');
    case 'columns':
      return block.head
        ? table(block.head, block.columns, block.rows)
        : list(block.rows, block.tasks === true);
    case 'squares':
      return block.squares
        .map((square) => {
          const lines = square.rows.map(([number, what]) =>
            item(wordsOf([lineOf(number), lineOf(what)]), true),
          );
          return [`## ${lineOf(square.title)}`, lineOf(square.note), lines.join('\n')]
            .filter((one) => one !== '')
            .join('\n\n');
        })
        .join('\n\n');
    case 'bars': {
      const percent = (share: number) => `${Math.round(share * 100)} %`;
      const rows = block.rows.map(({ label, share, aim, note }) => [
        label,
        percent(share),
        percent(aim),
        note,
      ]);
      return table(['', 'you', 'aim', ''], [{}, { align: 'right' }, { align: 'right' }, {}], rows);
    }
    default:
      return '';
  }
}

/** A row without its first cell, or that begins with a number below a name, belongs to the row above. */
function list(rows: Text[][], areTasks: boolean): string {
  let top = '';
  return rows
    .map((row) => {
      const cells = row.map(lineOf);
      const words = wordsOf(cells);
      const isBelow = cells[0] === '' || (/^#\d+$/.test(cells[0]!) && top !== '' && !/^#\d+$/.test(top));
      if (!isBelow) top = cells[0]!;
      return isBelow && top !== '' ? `  - ${words}` : item(words, areTasks);
    })
    .join('\n');
}

/** A number goes with what it is the number of; a dash is only there to begin a line. */
function wordsOf([first = '', ...others]: string[]): string {
  const rest = others.filter((cell) => cell !== '').join(' · ');
  if (first === '' || first === '–') return rest;
  if (rest === '') return first;
  return /^#\d+$/.test(first) ? `${first} ${rest}` : `${first} · ${rest}`;
}

function item(words: string, isTask: boolean): string {
  return isTask && /^#\d+ /.test(words) ? `- [ ] ${words}` : `- ${words}`;
}

function table(head: string[], columns: Column[], rows: Text[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(lineOf)),
    line(columns.map(({ align }) => (align === 'right' ? '--:' : '---'))),
    ...rows.map((row) => line(columns.map((_, at) => lineOf(row[at] ?? '')))),
  ].join('\n');
}

/** On one line, and nothing in it is markup: neither within it nor at its beginning. */
function lineOf(text: Text): string {
  const words = clean(plainOf(text).replace(/\s+/g, ' ').trim());
  return words
    .replace(/[\\`*_[\]<>|~$&]/g, '\\$&')
    .replace(/^([+=-])/, '\\$1')
    .replace(/^#(?!\d+( |$))/, '\\#')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
