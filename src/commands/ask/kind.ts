/** The kind of ask that some words mean; where none or several do, all ten are listed. */
import { UsageError } from '../../errors';
import type { AskKind } from '../../model';
import { askKindLines, askKindOf } from '../../rules/ask-words';

export function askKind(flag: string): (text: string) => AskKind {
  return (text) => {
    const kind = askKindOf(text);
    if (!kind)
      throw new UsageError([`${flag} is "${text}", but must be one of:`, ...askKindLines()].join('\n  '));
    return kind;
  };
}
