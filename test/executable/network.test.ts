/** Nothing is ever sent over a network: the built program, with all the packages in it, loads nothing that could. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DIST = join(__dirname, '..', '..', 'dist');
const LOADS = /require\(\s*["'`](?:node:)?(?:net|tls|https?|http2|dgram|dns)(?:\/\w+)?["'`]\s*\)/g;
/** What Node has without a module. */
const SENDS = /(?<![\w.$])(?:fetch\s*\(|new\s+(?:WebSocket|EventSource)\b)/g;

const scripts = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.js'),
);

test('the program is there', () => {
  expect(scripts).toContain(join('programs', 'main.js'));
});

test.each(scripts)('%s', (path) => {
  const text = readFileSync(join(DIST, path), 'utf8');
  expect([...(text.match(LOADS) ?? []), ...(text.match(SENDS) ?? [])]).toEqual([]);
});

test.each(["require('net')", 'require("node:https")', 'require("dns/promises")'])(
  '%s would be seen',
  (text) => {
    expect(text.match(LOADS)).not.toBeNull();
  },
);
