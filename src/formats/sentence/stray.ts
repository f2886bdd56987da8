/** Words that only promises and acts are made of, where no rule could read them: a doubt, rather than silence. */
import { isWritten } from '../../rules/logging';
import { type Draft, doubt } from './draft';
import { eat, type Line, maskAt, masksAt, type Range } from './line';
import { lengthAt } from './times';

const DENIED =
  "(?:not|n't|never|no|nothing|without|if|might|could|should|would|maybe|perhaps|asked|wants?|hopes?|had|been|be|was|is)";

export function isTaken(draft: Draft, at: number): boolean {
  const piece = draft.line.pieces[at]!;
  return (
    [...draft.eaten, ...draft.doubtful].some(({ from, to }) => at >= from && at < to) ||
    draft.reading.doubts.some(({ span }) => span.start <= piece.start && piece.end <= span.end)
  );
}

/** A length of something else: "late by 20 min", "an hour each way". */
const NOT_TALKED =
  /^(?:by|in|within|every|each|per|of|than|after|before|until|another|next|last|the|his|her|their|my|is|was)$/;

/** "great chat 30 min lots of laughs": the usual length must not be taken for granted beside it. */
export function strayLength(draft: Draft): void {
  const { line, reading } = draft;
  const isOpen = reading.channel !== null && !isWritten(reading.channel.channel) && reading.minutes === null;
  if (!isOpen || reading.doubts.some(({ about }) => about === 'minutes')) return;
  for (let at = 0; at < line.pieces.length; at++) {
    if (isTaken(draft, at) || NOT_TALKED.test(maskAt(line, at - 1))) continue;
    const length = lengthAt(line, at);
    if (
      !length ||
      !/min|hour|hr|\dh/.test(masksAt(line, length)) ||
      eat(line, length.to, 'each way|a|per|from|by')
    )
      continue;
    doubt(draft, length, {
      about: 'minutes',
      why: 'may be how long you talked',
      say: 'put it beside the name ("coffee with Ana 45 min"), or --minutes 45',
    });
    return;
  }
}

const SAID_I_WOULD =
  "said (?:that )?i(?:'d|'ll| would| will)(?= (?:do|get|try|take|bring|give|send|handle|sort) )";
const THEY_WILL =
  'will (?:ask|send|introduce|intro|refer|forward|share|check|connect|put me|let me|get back|talk to|speak to|pass)(?= |$)';
const THEY_MUST =
  '(?:must|has to|have to|needs to|need to|ought to) (?:(?:send|share|forward|introduce|intro|refer|connect|pass|give|let|tell|show) (?:me|us)|(?:get|come) back to (?:me|us))';
const CAN = 'can (?:introduce|intro|refer|connect|recommend|put) (?:me|us)';
const MINE_PASSED = '(?:passed|forwarded|handed|sent) my [^ ]+(?: on| along)? to';

/** "I sent my CV to …" was done by me; "she will" had its chance, and only a verb without a subject is left. */
function isOthers(line: Line, at: number, word: Range): boolean {
  const before = maskAt(line, at - 1);
  if (/\bmy\b/.test(masksAt(line, word))) return /^(?:i|i've|we|)$/.test(before);
  return maskAt(line, at) === 'will' && !/^(?:and|but|,)$/.test(before);
}

/** Words that only promises are made of, where no rule could read them. */
export function strayPromises(draft: Draft): void {
  const { line } = draft;
  for (let at = 0; at < line.pieces.length; at++) {
    if (isTaken(draft, at)) continue;
    const word = eat(
      line,
      at,
      `(?:promised|promises)|(?:introduced|referred|recommended) me|vouched for me|next step|${SAID_I_WOULD}|${THEY_WILL}|${THEY_MUST}|${MINE_PASSED}|${CAN}`,
    );
    if (!word || isOthers(line, at, word)) continue;
    const isDenied =
      [3, 2, 1].some(
        (back) =>
          at >= back && (eat(line, at - back, DENIED) !== null || /n't$/.test(maskAt(line, at - back))),
      ) || eat(line, word.to, '(?:me |us |him |her |them )?(?:nothing|not|no|none)') !== null;
    if (isDenied) continue;
    const about = /^(?:promise|said|will|can|must|has|have|need|ought)/.test(maskAt(line, at))
      ? 'promise'
      : maskAt(line, at) === 'next'
        ? 'next'
        : 'act';
    doubt(draft, word, {
      about,
      why: 'could not be read: who, and what',
      say: {
        promise: eat(line, at, THEY_MUST)
          ? 'say it as a promise: "; she will send me the deck by Friday"'
          : 'say it in a part of its own: "; promised Ana the deck by Friday"',
        act: 'say it in a part of its own: "; Ana introduced me to Maria"',
        next: 'say "next: send CV on Monday"',
      }[about],
    });
  }
}
