/** The kind of ask that some words mean; where none or several do, all ten are listed. */
import { UsageError } from '../../errors';
import { ASK_KINDS, type AskKind } from '../../model';
import { askKindLines, askKindOf } from '../../rules/ask-words';
import { type Takes, taking } from '../options';

export function askKind(flag: string): ((text: string) => AskKind) & Takes {
  return taking(ASK_KINDS, (text: string) => {
    const kind = askKindOf(text);
    if (!kind)
      throw new UsageError([`${flag} is "${text}", but must be one of:`, ...askKindLines()].join('\n  '));
    return kind;
  });
}
