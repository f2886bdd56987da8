/** A text page by page, by a program that does nothing else. */
import type { ChildProcess } from 'node:child_process';

type Surroundings = Pick<NodeJS.Process, 'env' | 'on' | 'off'>;

/** False when there is no such program; whoever leaves it early has read enough. */
export type Page = (command: string, text: string) => Promise<boolean>;

export function pageIn(surroundings: Surroundings): Page {
  return async (command, text) => {
    const { spawn } = await import('node:child_process');
    // Ctrl+C is for the pager: if we went first, it would fight the shell for the terminal.
    const wait = () => {};
    surroundings.on('SIGINT', wait);
    try {
      // Most are a few plain words; without a shell nobody complains that less is not there.
      const needsShell = !/^[\w./\s-]+$/.test(command);
      const [program = '', ...words] = needsShell ? [command] : command.split(/\s+/);
      const pager = spawn(program, words, {
        shell: needsShell,
        stdio: ['pipe', 'inherit', 'inherit'],
        // Unless the user says otherwise: colours, no clearing, no staying when one screen is enough.
        env: { LESS: 'FRX', LV: '-c', ...surroundings.env },
      });
      return (await statusOf(pager, text)) !== NOT_FOUND;
    } finally {
      surroundings.off('SIGINT', wait);
    }
  };
}

/** What a shell answers for a command that it does not know. */
const NOT_FOUND = 127;

function statusOf(pager: ChildProcess, text: string): Promise<number> {
  return new Promise((resolve) => {
    pager.on('error', () => resolve(NOT_FOUND));
    pager.on('close', (status) => resolve(status ?? 0));
    // It was left before it had read everything, or was never there.
    pager.stdin?.on('error', () => {});
    pager.stdin?.end(text);
  });
}
