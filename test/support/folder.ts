import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder, removed when the test that made it ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jobsearch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
