/** How much of anything is taken: generous, stated in the README, and answered with an error, never by cutting. */

/** Characters at most, and things of a kind at most. */
export const LIMITS = {
  /** The name of a person. */
  name: 200,
  /** A company, a title, a place: one line. */
  line: 500,
  /** A promise, an act, an outcome: a paragraph or ten. */
  text: 10_000,
  /** A note, what a conversation was about. */
  note: 100_000,
  tag: 50,
  email: 320,
  phone: 50,
  link: 2_000,
  setting: 5_000,
  /** Tags, addresses, numbers, links of one person, each. */
  perPerson: 50,
  people: 100,
  /** Of one conversation or event: a day. */
  minutes: 1_440,
  /** Of one task: a week. */
  taskMinutes: 10_080,
  fileMiB: 256,
  rows: 500_000,
  zipMembers: 2_000,
  unpackedMiB: 200,
  /** The highest number of a contact, a task or an event. */
  number: 1_000_000_000,
} as const;

/** What is one line in every list stays one: a line break that was pasted with it becomes a space. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, ' ').trim();
}

/** What is wrong with a text, to follow the name of its field; undefined when it can be kept as it is. */
export function textFault(text: string, longest: number): string | undefined {
  if (text.length > longest) return tooManyCharacters(text.length, longest);
  const nul = text.indexOf('\0');
  if (nul >= 0) return `has the character U+0000 at place ${nul + 1}, which is no text`;
  // SQLite keeps UTF-8, which has no half characters: it would come back as something else.
  const half = text.search(/\p{Surrogate}/u);
  return half < 0 ? undefined : `has half a character at place ${half + 1}, which is no text`;
}

export function tooManyCharacters(length: number, longest: number): string {
  return `has ${withCommas(length)} characters; at most ${withCommas(longest)} are taken`;
}

export function withCommas(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
