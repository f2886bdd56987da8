/** A long text in the user's own editor: $VISUAL, else $EDITOR, else the first that is there. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { UserError } from '../errors';
import type { Terminal } from './ask';

const USUAL = ['editor', 'nano', 'vi'];
/** What a shell answers for a program that is not there, or that may not be run. */
const NOT_STARTED = [126, 127];

/** Undefined when the editor failed or left the text as it was. The file is for its owner alone and never stays. */
export async function editText(terminal: Terminal, what: string, text: string): Promise<string | undefined> {
  const editor = editorOf(terminal.env);
  const folder = mkdtempSync(join(tmpdir(), 'jobsearch-'));
  // Ctrl+C is the editor's own; should it end the editor, the file is still removed below.
  const free = terminal.onInterrupt(() => {});
  try {
    const file = join(folder, `${what}.txt`);
    writeFileSync(file, text === '' ? '' : `${text}\n`, { mode: 0o600 });
    const status = await runEditor(terminal, editor, file);
    if (status !== null && NOT_STARTED.includes(status)) {
      throw new UserError(
        `The editor "${editor}" cannot be started.`,
        'EDITOR=nano, or another one of yours',
      );
    }
    const written = existsSync(file) ? readFileSync(file, 'utf8').replace(/\r\n?/g, '\n').trimEnd() : text;
    return status === 0 && written !== text.trimEnd() ? written : undefined;
  } finally {
    free();
    rmSync(folder, { recursive: true, force: true });
  }
}

function editorOf(env: Terminal['env']): string {
  const named = env.VISUAL?.trim() || env.EDITOR?.trim();
  if (named) return named;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  // These draw on the whole screen, which a dumb terminal has not.
  const found =
    env.TERM !== 'dumb' && USUAL.find((name) => folders.some((folder) => existsSync(join(folder, name))));
  if (found) return found;
  throw new UserError(
    'There is no editor: neither $VISUAL nor $EDITOR names one.',
    'EDITOR=nano, or give the text with the option instead',
  );
}

/** By the shell, as the variable may hold options; on the screen of the questions, as stdout may be a file. */
async function runEditor({ input }: Terminal, editor: string, file: string): Promise<number | null> {
  const { spawn } = await import('node:child_process');
  input.pause();
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', `${editor} "$@"`, editor, file], {
      stdio: [0, 2, 2],
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
}
