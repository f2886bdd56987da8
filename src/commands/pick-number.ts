/** Things chosen from a list by what they are, where their numbers were not typed. */
import type { App } from '../app';
import { UsageError, UserError } from '../errors';
import { foldName } from '../rules/names';
import { narrowerOf } from '../rules/narrow';

export interface NumberQuestion {
  message: string;
  /** The command that shows their numbers. */
  list: string;
  /** The most likely first. */
  items: readonly { id: number; words: string }[];
  /** What to say, and the next command, where there is nothing to choose from. */
  none: readonly [message: string, hint: string];
  several?: boolean;
}

export async function pickNumbers(app: App, question: NumberQuestion): Promise<number[]> {
  const { items, none, list, ...asked } = question;
  if (!app.ask.interactive)
    throw new UsageError(
      `Without a terminal there is nobody to ask: ${asked.message}`,
      `${list} shows the numbers`,
    );
  if (items.length === 0) throw new UserError(...none);
  const narrow = await narrowerOf(
    items.map(({ id, words }) => ({ name: `#${id} ${words}`, value: id })),
    items.map(({ id, words }) => `${id} ${foldName(words)}`),
  );
  return app.ask.pick({ ...asked, flag: list, narrow });
}
