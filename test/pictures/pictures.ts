/** `npm run pictures`: types the scenes on a real terminal and writes what it shows beside this file. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { rowsOf, upTo } from './cells';
import { COLUMNS, NOW, SCENES, type Scene } from './scenes';
import { svgOf } from './svg';

const PROMPT = '$ ';
const PATIENCE_MS = 20_000;
/** High enough that no screen is paged. */
const ROWS = 150;

draw();

async function draw(): Promise<void> {
  for (const scene of SCENES) {
    // Nothing of one scene may show in the next.
    const home = mkdtempSync(join(tmpdir(), 'jobsearch-pictures-'));
    putOnPath(home);
    const sent = await played(scene, home).finally(() => rmSync(home, { recursive: true }));
    const shown = upTo(scene.before, await rowsOf(sent, COLUMNS, ROWS));
    const file = join('test/pictures', `${scene.name}.svg`);
    writeFileSync(file, svgOf(shown, COLUMNS, scene));
    console.log(`${file}: ${shown.length} rows`);
  }
}

function putOnPath(folder: string): void {
  const program = join(folder, 'jobsearch');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${resolve('bin/jobsearch.js')}" "$@"\n`);
  chmodSync(program, 0o755);
}

/** All that the terminal was sent, from the first prompt of the shell to the last, which is left out. */
async function played({ command, answers }: Scene, home: string): Promise<string> {
  const terminal = spawn('/bin/sh', ['-i'], {
    ...{ name: 'xterm-256color', cols: COLUMNS, rows: ROWS, cwd: home },
    env: {
      ...{ PATH: `${home}${delimiter}${process.env.PATH}`, HOME: home, TERM: 'xterm-256color', PS1: PROMPT },
      // A machine of its own, so to speak: nothing that is set here may show in a picture.
      ...{ LANG: 'C.UTF-8', JOBSEARCH_NOW: NOW },
    },
  });
  let sent = '';
  terminal.onData((data) => {
    sent += data;
  });
  const until = async (isThere: () => boolean, what: string) => {
    const deadline = Date.now() + PATIENCE_MS;
    while (!isThere()) {
      if (Date.now() > deadline) throw new Error(`never came: ${what}\n${sent}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    // A prompt listens only after it has drawn itself.
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
  try {
    await until(() => sent.endsWith(PROMPT), 'the prompt');
    const start = sent.length - PROMPT.length;
    terminal.write(`${command}\r`);
    for (const [question, keys] of answers) {
      const from = sent.length;
      await until(() => sent.includes(question, from), question);
      terminal.write(keys);
    }
    await until(() => sent.endsWith(`\n${PROMPT}`), 'the end of the command');
    return sent.slice(start, -PROMPT.length);
  } finally {
    terminal.kill('SIGKILL');
  }
}
