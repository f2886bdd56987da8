/** What follows the names where a conversation is told of: when, how long, over what. */
import { clockAt } from './clock';
import type { Head } from './head';
import { AT_EVENT, BESIDES, NOT_REACHED, WEAK } from './how-words';
import { eat, isHard, type Line, maskAt, masksAt, type Range, sentenceEnd } from './line';
import { dayAt, lengthAt } from './times';

/** What follows the names, in any order, and what closes the clause. */
export function tail(line: Line, head: Head, isClause: (at: number) => boolean): Head {
  const made = {
    ...head,
    howAt: [...head.howAt],
    days: [...head.days],
    durations: [...head.durations],
    eaten: [...head.eaten],
  };
  let at = made.to;
  for (;;) {
    const sign = eat(line, at, 'again|back|,|\\(|\\)|together');
    const from = sign?.to ?? at;
    const next = sign && isClause(from) ? null : detailAt(line, from, made);
    if (next === null) {
      if (sign && !/^[,()]$/.test(maskAt(line, at))) {
        made.eaten.push(sign);
        at = sign.to;
        continue;
      }
      break;
    }
    at = next;
  }
  made.to = at;
  made.bare = bareAt(line, at);
  topic(line, at, made, isClause);
  fragments(line, made.to, made, isClause);
  // What was written was sent, whatever came of it.
  if (isLetter(made)) return made;
  // "called Lee – no luck, voicemail"
  let end = sentenceEnd(line, made.from);
  while (maskAt(line, end) === ';') end = sentenceEnd(line, end + 1);
  for (let place = made.from; place < end; place++) made.unreal ??= eat(line, place, NOT_REACHED);
  return made;
}

function isLetter({ how, direction }: Head): boolean {
  return direction === 'sent' && ['email', 'message', 'written'].includes(how);
}

/** "lunch Ana 45": minutes, most likely. */
function bareAt(line: Line, start: number): Range | null {
  const at = eat(line, start, 'for|about|around')?.to ?? start;
  const number = Number(/^\d{1,3}$/.exec(maskAt(line, at))?.[0]);
  return number >= 5 && number <= 240 && isEnd(line, at + 1) ? { from: at, to: at + 1 } : null;
}

const NEARLY = '(?:for|about|approx|around|roughly|almost|nearly|just|under|over|only|ca|took|lasted|it)';
const TOOK =
  '(?:we )?(?:talked|spoke|chatted|lasted|took|stayed|it took|it lasted|it was|went)(?: for| on for)?(?: (?:about|almost|for|around))?|(?:about|almost|for|around)';

function detailAt(line: Line, at: number, head: Head): number | null {
  const length = lengthAt(line, at, `${NEARLY}(?: ${NEARLY}){0,2}`, 'long|call|chat');
  if (length) {
    head.durations.push(length);
    return length.to;
  }
  const day = dayAt(line, at);
  if (day) {
    head.days.push(day);
    return day.to;
  }
  const clock = clockAt(line, at);
  if (clock) return clock.to;
  const isStrict = eat(line, at, AT_EVENT);
  if (isStrict && ['meeting', 'chance', 'talk'].includes(head.how)) {
    head.how = 'event';
    return null;
  }
  for (const [how, pattern] of BESIDES) {
    const found = eat(line, at, pattern);
    if (found && (WEAK.includes(head.how) || how === 'video' || how === head.how)) {
      head.how = how;
      head.howAt.push(found);
      return found.to;
    }
  }
  return null;
}

/** "about her team yesterday": a day or a length that closes the clause. */
function topic(line: Line, start: number, head: Head, isClause: (at: number) => boolean): void {
  // Without a sign between them, what came of it may follow at once.
  if (isClause(start)) return;
  let end = start;
  while (end < line.pieces.length && !isHard(maskAt(line, end)) && maskAt(line, end) !== ',') {
    if (/^(?:and|but|so|then)$/.test(maskAt(line, end)) && isClause(end + 1)) break;
    end += 1;
  }
  for (let at = start; at < end; at++) {
    if (eat(line, at, AT_EVENT) && ['meeting', 'chance', 'talk'].includes(head.how)) head.how = 'event';
    const besides = BESIDES.find(
      ([how, pattern]) =>
        ['written', 'talk'].includes(head.how) && how !== 'coffee' && eat(line, at, pattern),
    );
    if (besides) {
      head.how = besides[0];
      head.howAt.push(eat(line, at, besides[1])!);
    }
    const length = lengthAt(line, at, 'for|about');
    const day = length ? null : dayAt(line, at);
    const to = length?.to ?? day?.to ?? 0;
    if (to !== end && !(day && lengthAt(line, to, 'for|,')) && !(length && dayAt(line, to))) continue;
    if (length && maskAt(line, at - 1) !== 'of' && !/^(?:a|an|the|in)$/.test(maskAt(line, at - 1)))
      head.durations.push(length);
    if (length) at = length.to - 1;
    if (day && head.days.length === 0) {
      head.days.push(day);
      const isPlace =
        /^(?:at|in)$/.test(maskAt(line, start)) &&
        !/(?:^| )(?:about|re|regarding|on|for|that)(?: |$)/.test(masksAt(line, { from: start, to: at }));
      head.isDayOfTopic = !isPlace && !/^(?:yesterday|today|this|last|earlier)|ago$/i.test(day.phrase);
    }
  }
}

/** ", yesterday, 45 min": pieces between commas that hold nothing else. */
function fragments(line: Line, start: number, head: Head, isClause: (at: number) => boolean): void {
  for (let at = start; at < line.pieces.length; at++) {
    if (!/^[,.;:()]$/.test(maskAt(line, at)) || isClause(at + 1)) continue;
    if (maskAt(line, at) === ',') head.bare ??= bareAt(line, at + 1);
    const took = lengthAt(line, at + 1, TOOK);
    if (took && (isEnd(line, took.to) || took.isLed)) {
      head.durations.push({ from: took.from, to: took.to });
      continue;
    }
    const day = dayAt(line, at + 1);
    if (day && isEnd(line, day.to) && head.days.length === 0) head.days.push(day);
    if (!WEAK.includes(head.how)) continue;
    for (const [how, pattern] of BESIDES) {
      const found = eat(line, at + 1, pattern);
      if (!found || !isEnd(line, found.to)) continue;
      head.how = how;
      head.howAt.push(found);
      break;
    }
  }
}

function isEnd(line: Line, at: number): boolean {
  const mask = maskAt(line, at);
  return mask === '' || mask === ',' || isHard(mask);
}
