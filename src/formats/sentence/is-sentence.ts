/** Whether words on the command line tell of a conversation, or only name people. */
import { tokensOf } from './tokens';

/** Nobody's name is made of these alone, and a sentence has at least one of them. */
const SAYING = new Set(
  `with from to at on about for coffee coffees lunch breakfast brunch dinner tea drink drinks beer beers pint pints wine walk
  stroll call called calls phone phoned rang video zoom zoomed teams skype skyped facetime meeting met meetup email emails
  emailed e-mail mail mailed message messages messaged text texts texted dm dms dmed pinged linkedin whatsapp wrote replied
  answered responded reached bumped ran spoke talked chatted chat caught conversation interview interviewed exchanged
  swapped heard got had grabbed received sent visited saw promised promise owe offered introduced referred vouched
  recommended gave reviewed next yesterday today tonight tomorrow ago morning afternoon evening min mins minutes hour hours
  i i'll we 1:1 one-on-one said told asked should will might`.split(/\s+/),
);

export function isSentence(text: string): boolean {
  const words = tokensOf(text).filter(({ isWord }) => isWord);
  return words.length > 1 && words.some(({ word }) => SAYING.has(word));
}

/** What people may be found by in it: its words without what hangs on them, and numbers such as #12. */
export function searchWords(text: string): { words: string[]; numbers: number[] } {
  const tokens = tokensOf(text).filter(({ isWord }) => isWord);
  return {
    words: tokens.map(({ text: typed }) => typed.replace(/['\u2019\u2018\u02bc](?:s|ll|d|ve)$/i, '')),
    numbers: tokens.flatMap(({ text: typed }) => {
      const number = /^#(\d{1,9})$/.exec(typed)?.[1];
      return number === undefined ? [] : [Number(number)];
    }),
  };
}
