/** Who may know whom. A new arrow is a decision: it is made here, in the table, with its reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = join(__dirname, '../src');

/**
 * What each room may import. `rules` is the whole room, `rules/dates` one file of it, `node:` any part of Node, anything
 * else a package; after `type ` only types are let through, which leave nothing behind in the built program.
 */
const TABLE: Record<string, string[]> = {
  model: [],
  errors: [],
  // The nearest names, and whom half a name means, are rules; edit distance and fuzzy search are no business of ours.
  rules: ['model', 'rules', 'fastest-levenshtein', '@leeoniya/ufuzzy'],
  // Foreign days are read in the calendar and the words of their writers, hence dayjs and chrono-node.
  // A sentence about people and what they did is read with the rules that find people and name acts and asks everywhere else.
  formats: [
    'model',
    'errors',
    'formats',
    'rules/act-words',
    'rules/ask-words',
    'rules/logging',
    'rules/names',
    // What is too much is one list, and a file is where too much comes from.
    'rules/limits',
    'papaparse',
    'fflate',
    'chrono-node/en',
    'dayjs',
    'dayjs/plugin/utc.js',
  ],
  // Not for types alone: rules have the words for days and gaps, and tell which of several sentences is the true one.
  views: ['model', 'views', 'rules'],
  render: ['type views', 'render', 'chalk', 'cli-table3', 'string-width'],
  // Only what derived columns are made with: ties from evidence, name keys and words from names.
  store: [
    'model',
    'errors',
    'store',
    'rules/backup-names',
    'rules/companies',
    'rules/constants',
    'rules/dates',
    // Texts are folded into the index as the words of a search are.
    'rules/find-words',
    // Which copies have had their time, and what is wrong with a database: judged by rules, found out here.
    'rules/health',
    'rules/names',
    'rules/rotation',
    'rules/tie',
    'rules/settings',
    'rules/spans',
    'better-sqlite3',
    'node:',
  ],
  // Types only: what a command gets is named once, and no command pulls in another room through it.
  app: ['type model', 'type store/db', 'type views/view', 'type commander'],
  // What --json prints, in one place for the schemas: types alone.
  answers: ['type model', 'type formats', 'type rules', 'type views'],
  // A command declares its options on commander's own command, which program.ts makes.
  commands: [
    'type app',
    'type answers',
    'model',
    'errors',
    'store',
    'rules',
    'formats',
    'views',
    'commands',
    // The scripts that `completion` prints stand beside the answers they ask for.
    'shell/scripts',
    'type commander',
  ],
  // A question may hold a name from an import, so it is made safe for the terminal like every other text.
  // inquirer's own core: the prompts that show what they make of each key are made with it.
  terminal: [
    'type app',
    'errors',
    'render/clean',
    // And drawn in the tones, in the lines and with the symbols of the screens.
    'render/layout',
    'render/paint',
    'render/symbols',
    'render/width',
    'rules/limits',
    'terminal',
    'inquirer',
    '@inquirer/core',
    'node:',
  ],
  // The command line apart from the run: what commander knows, and nothing of databases or screens.
  // What the environment says of a screen; render draws on it.
  screen: ['type render'],
  // A word after --color is its value only if it can be one.
  arguments: ['type app', 'screen'],
  parser: ['type app', 'arguments', 'commands', 'errors', 'help/page', 'rules', 'screen', 'commander'],
  // Reads an unfinished command line by what the commands declare, and looks up what could finish it.
  shell: ['type app', 'commands', 'parser', 'render/clean', 'rules', 'shell', 'store', 'commander'],
  // Pages of what the commands declare, for the screen and for man.
  help: ['type app', 'commands', 'help', 'parser', 'shell', 'commander'],
  // What every run that writes leaves in the history is said in the words of the commands.
  // Which command it is for says whether it takes several.
  numbers: ['type app', 'arguments', 'commands', 'errors'],
  program: [
    'numbers',
    'type app',
    'arguments',
    'commands',
    'parser',
    'errors',
    'print',
    'render',
    'report',
    'rules',
    'screen',
    'shell',
    'store',
    'world',
    'node:path',
  ],
  // The process as a value: the two ends of a run, how it is answered and how it fails, know it too.
  world: ['type app', 'errors', 'rules/dates'],
  print: ['type app', 'arguments', 'errors', 'render', 'screen', 'type world'],
  report: ['arguments', 'errors', 'print', 'render', 'rules', 'type world'],
  // A disk too full for the answer is told like any other thing that cannot be done.
  main: ['type app', 'program', 'screen', 'terminal', 'type world', 'errors', 'env-paths', 'node:'],
  // Before the program is even compiled there is nothing of it to import.
  keep: ['node:'],
};

/** The files that know the process they run in. */
const ROOTS = ['main.ts', 'keep.ts'];
const SQL = /\b(SELECT |INSERT (INTO|OR) |UPDATE \w+ SET |DELETE FROM )/;
/** Nothing is ever sent anywhere: neither by a module of Node's, nor by what it has without one, in whatever room. */
const NETWORK_MODULES = /^(?:node:)?(?:net|tls|http|https|http2|dgram|dns|inspector|cluster)(?:\/|$)/;
const NETWORK_GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
const VAGUE = /(^|-)(utils?|helpers?|common|manager|service)$/;

interface Import {
  from: string;
  typesOnly: boolean;
}

// ── reading a source file ─────────────────────────────────────────────────────────────────────────

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

function nodesOf(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [node];
  node.forEachChild((child) => {
    found.push(...nodesOf(child));
  });
  return found;
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const named = node.importClause?.namedBindings;
    const eachIsType =
      node.importClause?.name === undefined &&
      named !== undefined &&
      ts.isNamedImports(named) &&
      named.elements.every((element) => element.isTypeOnly);
    return {
      from: node.moduleSpecifier.text,
      typesOnly: node.importClause?.isTypeOnly === true || eachIsType,
    };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { from: node.moduleSpecifier.text, typesOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { from: (node.argument.literal as ts.StringLiteral).text, typesOnly: true };
  }
  const called = ts.isCallExpression(node) ? node : undefined;
  const loads =
    called?.expression.kind === ts.SyntaxKind.ImportKeyword || called?.expression.getText() === 'require';
  const [what] = called?.arguments ?? [];
  return loads && what && ts.isStringLiteral(what) ? { from: what.text, typesOnly: false } : null;
}

// ── judging it ────────────────────────────────────────────────────────────────────────────────────

/** Every fault of one file, `path` being relative to src/. */
function faultsOf(path: string, text: string): string[] {
  const nodes = nodesOf(parse(path, text));
  const imports = nodes.map(importOf).filter((one) => one !== null);
  return [
    ...imports
      .filter(({ from }) => NETWORK_MODULES.test(from))
      .map(({ from }) => `${path} could send by ${from}`),
    ...imports.filter((one) => !isAllowed(path, one)).map(({ from }) => `${path} imports ${from}`),
    ...nodes.flatMap((node) => banned(path, node)).map((what) => `${path} has ${what}`),
    ...misnamed(path).map((why) => `${path} ${why}`),
  ];
}

function isAllowed(path: string, { from, typesOnly }: Import): boolean {
  const allowed = TABLE[roomOf(path)];
  if (!allowed) throw new Error(`src/${path} is in no room of the table`);
  const target = from.startsWith('.') ? normalize(join(dirname(path), from)) : from;
  return allowed.some((entry) => {
    const name = entry.replace(/^type /, '');
    if (entry !== name && !typesOnly) return false;
    if (!from.startsWith('.')) return from === name || (name === 'node:' && isBuiltin(from));
    return target === name || roomOf(target) === name;
  });
}

function roomOf(path: string): string {
  return path.split('/')[0]!.replace(/\.ts$/, '');
}

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') && builtinModules.includes(name.slice('node:'.length));
}

function banned(path: string, node: ts.Node): string[] {
  const isRoot = ROOTS.includes(path);
  const text = node.getText();
  const isMember = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  const owner = isMember ? node.expression.getText() : '';
  const found: string[] = [];
  // Also main.ts sets process.exitCode, and ends the run only when all is written: exit(1) somewhere would cut that off.
  const call = node.parent as ts.Node | undefined;
  const isEnd = isRoot && call !== undefined && ts.isCallExpression(call) && call.arguments.length === 0;
  if (text === 'process.exit' && isMember && !isEnd) found.push('process.exit');
  if (!isRoot && isMember && ['process', 'globalThis.process', 'console'].includes(owner)) found.push(text);
  if (!isRoot && isMember && text === 'Date.now') found.push('Date.now');
  if (!isRoot && ts.isNewExpression(node) && owner === '' && node.expression.getText() === 'Date') {
    if ((node.arguments ?? []).length === 0) found.push('new Date()');
  }
  if (
    !isRoot &&
    ts.isCallExpression(node) &&
    ['Date', 'dayjs', 'dayjs.utc'].includes(node.expression.getText())
  ) {
    if (node.arguments.length === 0) found.push(`${node.expression.getText()}()`);
  }
  // The launcher reads the built program as Latin-1; in strings the builder escapes such letters, in patterns it does not.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
  if (ts.isRegularExpressionLiteral(node) && /[^\u0000-\u007f]/.test(text)) found.push(`a letter in ${text}`);
  const isNetwork = ts.isIdentifier(node) && NETWORK_GLOBALS.includes(text);
  if (isNetwork && !isOwnName(node)) found.push(text);
  if (ts.isExportAssignment(node)) found.push('a default export');
  if (ts.canHaveModifiers(node)) {
    const isDefault = ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
    if (isDefault) found.push('a default export');
  }
  const isText =
    ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node);
  if (isText && roomOf(path) !== 'store' && SQL.test(node.text)) {
    found.push(`SQL: ${node.text.trim().slice(0, 30)}`);
  }
  return found;
}

/** A field or a key that is only called like it. */
function isOwnName(node: ts.Node): boolean {
  const { parent } = node;
  const isField = ts.isPropertyAccessExpression(parent) && parent.name === node;
  const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
  return isKey || (isField && parent.expression.getText() !== 'globalThis');
}

function misnamed(path: string): string[] {
  const name = basename(path, '.ts');
  const why: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) why.push('is not in kebab-case');
  if (
    dirname(path)
      .split('/')
      .concat(name)
      .some((part) => VAGUE.test(part))
  )
    why.push('has a name that says nothing');
  if (name === 'index' && path !== 'commands/index.ts') why.push('is a barrel');
  return why;
}

// ── the tests ─────────────────────────────────────────────────────────────────────────────────────

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'));

describe('the source', () => {
  test('is all there', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files).toContain('main.ts');
  });

  test.each(files)('%s keeps to its room', (path) => {
    expect(faultsOf(path, readFileSync(join(SRC, path), 'utf8'))).toEqual([]);
  });

  test('has no room that is gone', () => {
    const rooms = new Set(files.map(roomOf));
    expect(Object.keys(TABLE).filter((room) => !rooms.has(room))).toEqual([]);
  });
});

describe('the test itself', () => {
  test.each<[string, string]>([
    ['formats/a.ts', "import dayjs from 'dayjs'; import { foldName } from '../rules/names'"],
    ['store/a.ts', "import { foldName } from '../rules/names'; import { join } from 'node:path'"],
    ['formats/b/a.ts', "const x = await import('papaparse')"],
    ['render/a.ts', "import { type View } from '../views/view'"],
    ['rules/a.ts', 'new Date(0); dayjs(day); // Date.now() and new Date()'],
    ['store/a.ts', "const process = 'console.log'; f(queue.process.id, 'SELECT 1')"],
    ['commands/a.ts', "const summary = 'Select the people'"],
    ['main.ts', 'process.exitCode = 1; Date.now()'],
    ['main.ts', 'process.exit()'],
    ['commands/index.ts', ''],
  ])('lets %s have %s', (path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['rules/a.ts', "import { all } from '../store/db'", '../store/db'],
    ['rules/a.ts', "import { join } from 'node:path'", 'node:path'],
    ['rules/a.ts', "import dayjs from 'dayjs'", 'dayjs'],
    ['views/a.ts', "import type { Row } from '../store/db'", '../store/db'],
    ['render/a.ts', "import { line } from '../views/view'", '../views/view'],
    ['render/a.ts', "import line, { type View } from '../views/view'", '../views/view'],
    ['store/a.ts', "import { flagsOf } from '../rules/flags'", '../rules/flags'],
    ['store/a.ts', "import fs from 'fs'", 'fs'],
    ['formats/b/a.ts', "const x = await import('chalk')", 'chalk'],
    ['commands/b/a.ts', "import { ask } from '../../terminal/ask'", '../../terminal/ask'],
    ['commands/a.ts', "export { Command } from 'commander'", 'commander'],
    ['commands/a.ts', "let x: import('inquirer').Answers", 'inquirer'],
    ['commands/a.ts', "const x = require('inquirer')", 'inquirer'],
    ['program.ts', "import { ask } from './terminal/ask'", './terminal/ask'],
    ['main.ts', "import 'node:nothing'", 'node:nothing'],
  ])('sees that %s may not have %s', (path, text, from) => {
    expect(faultsOf(path, text)).toEqual([`${path} imports ${from}`]);
  });

  test.each<[string, string, string]>([
    ['rules/a.ts', 'Date.now()', 'Date.now'],
    ['rules/a.ts', 'new Date()', 'new Date()'],
    ['rules/a.ts', 'new Date', 'new Date()'],
    ['rules/a.ts', 'Date()', 'Date()'],
    ['rules/a.ts', 'dayjs()', 'dayjs()'],
    ['rules/a.ts', 'dayjs.utc()', 'dayjs.utc()'],
    ['commands/a.ts', 'console.log(1)', 'console.log'],
    ['store/a.ts', 'f(process.env)', 'process.env'],
    ['store/a.ts', 'f(process["env"])', 'process["env"]'],
    ['main.ts', 'process.exit(1)', 'process.exit'],
    ['rules/a.ts', 'f(/[ß]/)', 'a letter in /[ß]/'],
    ['main.ts', "fetch('https://example.org')", 'fetch'],
    ['main.ts', "globalThis.fetch('https://example.org')", 'fetch'],
    ['main.ts', 'const send = new WebSocket(url)', 'WebSocket'],
    ['rules/a.ts', 'export default function f() {}', 'a default export'],
    ['rules/a.ts', 'const a = 1; export default a', 'a default export'],
    ['commands/a.ts', "f('INSERT INTO t')", 'SQL: INSERT INTO t'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    ['commands/a.ts', 'f(`SELECT ${x} FROM t`)', 'SQL: SELECT'],
  ])('sees that %s may not have %s', (path, text, what) => {
    expect(faultsOf(path, text)).toEqual([`${path} has ${what}`]);
  });

  test.each(['http', 'node:https', 'node:net', 'node:dns/promises', 'node:dgram'])(
    'sees that nothing may be sent by %s',
    (from) => {
      expect(faultsOf('main.ts', `const x = await import('${from}')`)).toContain(
        `main.ts could send by ${from}`,
      );
    },
  );

  test.each<[string, string]>([
    ['rules/dateUtils.ts', 'is not in kebab-case'],
    ['rules/date-utils.ts', 'has a name that says nothing'],
    ['formats/helpers/a.ts', 'has a name that says nothing'],
    ['rules/index.ts', 'is a barrel'],
  ])('sees that %s %s', (path, why) => {
    expect(faultsOf(path, '')).toEqual([`${path} ${why}`]);
  });

  test('knows no file outside the rooms', () => {
    expect(() => faultsOf('lib/a.ts', "import '../model'")).toThrow(
      'src/lib/a.ts is in no room of the table',
    );
  });
});
