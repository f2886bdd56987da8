/** Before something goes for good. */
import type { App } from '../app';
import { Cancelled } from '../errors';

/** Asks whoever is there; a script need not say that it is sure, as undo brings everything back. */
export async function confirmRemoval(
  { ask, dryRun }: Pick<App, 'ask' | 'dryRun'>,
  message: string,
  yes: boolean | undefined,
): Promise<void> {
  if (!ask.interactive || dryRun || yes) return;
  if (!(await ask.confirm({ message, default: false, flag: '--yes' }))) throw new Cancelled();
}
