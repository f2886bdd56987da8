/** What to show, in meanings: no colours, no widths, no escape codes. Text may hold anything a user typed. */

/** `found` marks the words that were looked for; without colour they stand between asterisks. */
export type Tone = 'plain' | 'strong' | 'found' | 'good' | 'warn' | 'bad' | 'dim';

export type Span = string | { text: string; tone: Tone };
export type Text = Span | Span[];

/** One column of a list; the one marked `flex` takes the width that is left and wraps. */
export interface Column {
  align?: 'left' | 'right';
  flex?: boolean;
  /** Characters; past them the cell wraps where the line is too short for all. */
  most?: number;
}

export type Block =
  | { kind: 'title'; left: Text; right?: Text }
  | { kind: 'heading'; text: Text }
  | { kind: 'text'; text: Text; indent?: number }
  | { kind: 'gap' }
  /** `tasks`: each row that begins with a number is something to tick off. */
  | { kind: 'columns'; columns: Column[]; rows: Text[][]; head?: string[]; indent?: number; tasks?: true }
  /** Labels beside values, the labels dimmed and aligned: the page of one thing. */
  | { kind: 'facts'; rows: [string, Text][] }
  /** Two by two, each square a heading and rows. */
  | { kind: 'squares'; squares: Square[] }
  /** Shares of a whole, 0 to 1, drawn as bars beside their aims. */
  | { kind: 'bars'; rows: { label: string; share: number; aim: number; note: Text }[] }
  /** Printed as it is: for files, not for people. */
  | { kind: 'raw'; text: string };

export interface Square {
  title: Text;
  note: Text;
  /** Numbers, and what they are the numbers of. */
  rows: [Text, Text][];
}

export type View = Block[];

export const strong = (text: string): Span => ({ text, tone: 'strong' });
export const dim = (text: string): Span => ({ text, tone: 'dim' });
export const good = (text: string): Span => ({ text, tone: 'good' });
export const warn = (text: string): Span => ({ text, tone: 'warn' });
export const bad = (text: string): Span => ({ text, tone: 'bad' });

export const gap: Block = { kind: 'gap' };
export const title = (left: Text, right?: Text): Block => ({ kind: 'title', left, right });
export const heading = (text: Text): Block => ({ kind: 'heading', text });
export const line = (text: Text, indent = 0): Block => ({ kind: 'text', text, indent });

/** "1 task", "2 tasks", "no tasks" is the caller's. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
