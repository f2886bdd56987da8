/** Where in a text the words stand that were looked for, and the part of the text to show. */
import { foldText, mayBegin, type Term } from './find-words';

/** From one place to before another, in characters of the text. */
export type Mark = [from: number, to: number];

export interface Excerpt {
  text: string;
  marks: Mark[];
}

interface Token {
  word: string;
  from: number;
  to: number;
}

/** A run of letters, with what joins them in a name; one character where words have no spaces between. */
const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{M}\u30fc]*|(?:\p{L}\.)+\p{L}\b|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}]|['\u2019\u2018`\u00b4\u02bc](?=\p{L}))+/gu;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    foldText(run)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => ({ word, from: index, to: index + run.length })),
  );
}

/** In order, none within another; next to each other they are one. */
export function marksIn(text: string, terms: readonly Term[]): Mark[] {
  const tokens = tokensOf(text);
  const marks = terms.flatMap((term) =>
    tokens.flatMap((_, at): Mark[] => {
      const last = endOf(term, tokens, at);
      return last === undefined ? [] : [[tokens[at]!.from, last.to]];
    }),
  );
  return merged(marks.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
}

/** Which of the terms a text has. */
export function termsIn(text: string, terms: readonly Term[]): Term[] {
  const tokens = tokensOf(text);
  return terms.filter((term) => tokens.some((_, at) => endOf(term, tokens, at) !== undefined));
}

/** The words of a term that were taken for a slip and stand in the text. */
export function nearIn(text: string, { near }: Term): string[] {
  const words = new Set(tokensOf(text).map(({ word }) => word));
  return near.filter((word) => words.has(word));
}

/** The last token of the term that begins here. */
function endOf({ words, near }: Term, tokens: Token[], at: number): Token | undefined {
  if (near.includes(tokens[at]!.word)) return tokens[at];
  const fits = words.every((word, i) => {
    const there = tokens[at + i]?.word;
    const isLast = i === words.length - 1 && mayBegin(word);
    return isLast ? there?.startsWith(word) : there === word;
  });
  return fits ? tokens[at + words.length - 1] : undefined;
}

function merged(marks: Mark[]): Mark[] {
  const apart: Mark[] = [];
  for (const [from, to] of marks) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

// ── what of a long text is shown ──────────────────────────────────────────────────────────────────

const LEAD = 30;

/** One line of about so many characters around the first mark, cut between words; … stands for what is left out. */
export function excerptOf(text: string, terms: readonly Term[], longest: number): Excerpt {
  const line = text.replace(/\s+/gu, ' ').trim();
  const first = line.length > longest ? (marksIn(line, terms)[0]?.[0] ?? 0) : 0;
  const from = first <= LEAD * 2 ? 0 : afterSpace(line, first - LEAD, first);
  const to = line.length - from <= longest ? line.length : beforeSpace(line, from + longest, first);
  const shown = `${from > 0 ? '\u2026 ' : ''}${line.slice(from, to)}${to < line.length ? ' \u2026' : ''}`;
  return { text: shown, marks: marksIn(shown, terms) };
}

function afterSpace(line: string, wanted: number, atMost: number): number {
  const space = line.indexOf(' ', wanted);
  return space >= 0 && space < atMost ? space + 1 : wholeCharacter(line, wanted);
}

function beforeSpace(line: string, wanted: number, atLeast: number): number {
  const space = line.lastIndexOf(' ', wanted);
  return space > atLeast ? space : wholeCharacter(line, wanted);
}

/** Never between the halves of one. */
function wholeCharacter(line: string, at: number): number {
  const isSecondHalf = /[\udc00-\udfff]/.test(line[at] ?? '');
  return isSecondHalf ? at - 1 : at;
}
