/** Notes, as they were typed or as the user's own editor left them. */
import type { App } from '../app';
import { Cancelled } from '../errors';
import { note as readNote } from './options';

export const EDITOR: [flag: string, help: string] = ['--editor', 'write that note in your editor'];

export interface NoteOptions {
  /** commander turns the null of a cleared note into ''. */
  note?: string | null;
  editor?: boolean;
}

/** Undefined when nothing was said about it, null for none. `known` is what the editor begins with. */
export async function noteOf(
  app: App,
  { note, editor }: NoteOptions,
  known: string | null,
  flag = '--note',
): Promise<string | null | undefined> {
  if (!editor) return note === undefined ? undefined : note || null;
  const written = await app.ask.edit({ what: 'note', text: note ?? known ?? '', flag: `${flag} "…"` });
  if (written === undefined) throw new Cancelled();
  return readNote('The note')(written);
}
