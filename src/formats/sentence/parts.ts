/** A sentence in its parts: the conversation, and what came of it. */
import { type Clause, clauseAt, mayBegin } from './clauses';
import { type Draft, doubt } from './draft';
import { type Head, headAt } from './head';
import { eat, type Line, maskAt, mentionAt } from './line';

export function partsOf(draft: Draft): { head: Head | null; clauses: Clause[] } {
  const { line } = draft;
  const clauses: Clause[] = [];
  let head: Head | null = null;
  const isClause = (at: number) => clauseAt(line, at) !== null;
  for (let at = 0; at < line.pieces.length; ) {
    const begins: boolean = mayBegin(line, at) || endsAt(head, at);
    const clause: Clause | null = begins && !isTheirDoing(line, at, head) ? clauseAt(line, at) : null;
    const found: Head | null = begins && !clause ? headAt(line, at, isClause) : null;
    if (clause) {
      clauses.push(clause);
      at = Math.max(clause.to, at + 1);
    } else if (found && (head === null || isBetter(found, head))) {
      head = found;
      at = Math.max(found.to, at + 1);
    } else {
      if (found && found.people.length > 0 && found.unreal === null && head) secondHead(draft, found, head);
      at = found ? Math.max(found.to, at + 1) : at + 1;
    }
  }
  return { head, clauses };
}

function endsAt(head: Head | null, at: number): boolean {
  return head?.to === at;
}

/** What was not to be, or without a name, gives way to what was. */
function isBetter(found: Head, head: Head): boolean {
  return head.people.length === 0 && found.people.length > 0 && found.unreal === null;
}

function secondHead(draft: Draft, found: Head, head: Head): void {
  const { line } = draft;
  const known = new Set(head.people.map(({ from }) => mentionAt(line, from)?.fits[0]?.id));
  const isSame = found.people.every(({ from }) => known.has(mentionAt(line, from)?.fits[0]?.id));
  if (isSame && (found.how === 'talk' || found.how === 'written' || found.how === head.how)) return;
  doubt(
    draft,
    { from: found.from, to: found.to },
    {
      about: 'happened',
      why: 'is a second conversation',
      say: 'log each in a sentence of its own',
      blocks: true,
    },
  );
}

/** It was done for the one who tells it: "offered to refer me", "promised me the figures". */
const FOR_ME = '(?:also |then )?(?:(?:offered|agreed) to [^ ]+|[^ ]+(?: [^ ]+)?) (?:me|us|my)';

/** "Lee came along and introduced Ana to Bob": a verb without a subject has the one before it. */
function isTheirDoing(line: Line, at: number, head: Head | null): boolean {
  const start = eat(line, at, 'and|but|then|so|also')?.to ?? at;
  const isBare = eat(
    line,
    start,
    '(?:also |then )?(?:introduced|connected|gave|sent|forwarded|reviewed|read|referred|recommended|vouched|helped|promised|will|agreed|offered|edited|proofread)',
  );
  if (!isBare || start === 0) return false;
  if (eat(line, start, FOR_ME)) return false;
  if (!/^(?:,|and|but|then|so|also)$/.test(maskAt(line, start - 1))) return false;
  for (let place = start - 2; place >= 0 && !/^[;:.!?()]$/.test(maskAt(line, place)); place--) {
    const begins = place === 0 || /^(?:[,;:.!?()]|and|but|then|so)$/.test(maskAt(line, place - 1));
    if (!begins) continue;
    const inHead = head !== null && !head.isTheirs && place > head.from && place < head.to;
    if (eat(line, place, "(?:i|we|i've|we've|i'll)")) return false;
    if (!inHead && eat(line, place, "(?:[@~]\\d+|he|she|they)(?:'ll|'d)? (?!and (?:i|me))[^,;]")) return true;
    if (!inHead && eat(line, place, '(?:[@~]\\d+|he|she|they)') && place !== head?.from) return true;
    if (head?.isTheirs && place === head.from) return true;
  }
  return false;
}
