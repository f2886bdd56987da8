/** Values are bound, never written into SQL: what a statement is put together from stands in the program itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const STORE = join(__dirname, '../../src/store');
const SQL = /\b(SELECT|INSERT INTO|INSERT OR|UPDATE|DELETE FROM|PRAGMA|FROM|WHERE|VALUES|ORDER BY)\s/;

/** Files that work on any table: names of tables and columns cannot be bound, and come out of the schema itself. */
const OF_ANY_TABLE = /^(archive|asks|derived|history|journal|row-changes|rows|triggers|undo-plan)\.ts$/;
const SCHEMA_NAMES = new Set(
  'table column columns name names key keys values where from row rest op when before body condition'.split(
    ' ',
  ),
);

/** They write a table of fields as a select list. */
const LISTS = /^(named|asJson)$/;

/** Puts its statements together from its own table of sources, by functions; what somebody typed goes to MATCH as a value. */
const OF_OWN_TABLE = /^find-texts\.ts$/;

function nodesOf(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [node];
  node.forEachChild((child) => {
    found.push(...nodesOf(child));
  });
  return found;
}

/** Every piece of a statement that is not known to be made of the program's own constants. */
function unboundIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const nodes = nodesOf(source);
  const declared = new Map<string, ts.Expression>();
  for (const node of nodes) {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      declared.set(node.name.text, node.initializer);
  }

  const isSchemaName = (name: string) => OF_ANY_TABLE.test(file) && SCHEMA_NAMES.has(name);

  function isOurs(node: ts.Expression, depth = 0): boolean {
    if (depth > 8) return false;
    const ours = (one: ts.Expression) => isOurs(one, depth + 1);
    if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isPrefixUnaryExpression(node))
      return true;
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return ours(node.expression);
    if (ts.isAsExpression(node)) return ours(node.expression);
    // Which of them is decided by a value; what is written is one of them.
    if (ts.isConditionalExpression(node)) return ours(node.whenTrue) && ours(node.whenFalse);
    if (ts.isBinaryExpression(node))
      return ours(node.right) && (/&&/.test(node.operatorToken.getText()) || ours(node.left));
    if (ts.isTemplateExpression(node)) return node.templateSpans.every((span) => ours(span.expression));
    if (ts.isElementAccessExpression(node)) return ours(node.expression);
    if (ts.isPropertyAccessExpression(node))
      return node.name.text === 'length' || isSchemaName(node.name.text);
    if (ts.isIdentifier(node)) {
      if (/^[A-Z][A-Z0-9_]*$/.test(node.text) || isSchemaName(node.text)) return true;
      const value = declared.get(node.text);
      return value !== undefined && ours(value);
    }
    if (!ts.isCallExpression(node)) return false;
    const called = node.expression;
    if (ts.isIdentifier(called))
      return (
        isSchemaName(called.text) || (LISTS.test(called.text) && node.arguments.every((one) => ours(one)))
      );
    if (!ts.isPropertyAccessExpression(called)) return false;
    if (called.name.text === 'map') {
      const [mapper] = node.arguments;
      // A placeholder for each, whatever they are; or something made of each of our own.
      const made = mapper && ts.isArrowFunction(mapper) && !ts.isBlock(mapper.body) ? mapper.body : undefined;
      return (made && ts.isStringLiteralLike(made)) || ours(called.expression);
    }
    return ['join', 'repeat', 'filter', 'slice'].includes(called.name.text) && ours(called.expression);
  }

  return nodes
    .filter(ts.isTemplateExpression)
    .filter(
      (template) =>
        SQL.test(
          [template.head, ...template.templateSpans.map(({ literal }) => literal)]
            .map(({ text }) => text)
            .join('…'),
        ) && isStatement(template),
    )
    .flatMap(({ templateSpans }) => templateSpans.map(({ expression }) => expression))
    .filter((expression) => !isOurs(expression))
    .map((expression) => expression.getText());
}

/** Messages speak of FROM and WHERE in small letters, and only statements are handed to the database. */
function isStatement(template: ts.TemplateExpression): boolean {
  return !ts.findAncestor(
    template,
    (node) => ts.isNewExpression(node) && /Error$/.test(node.expression.getText()),
  );
}

const files = readdirSync(STORE, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);

describe('SQL', () => {
  test.each(files.filter((file) => !OF_OWN_TABLE.test(file)))('in %s is made of constants', (file) => {
    expect(unboundIn(file.replaceAll('\\', '/'), readFileSync(join(STORE, file), 'utf8'))).toEqual([]);
  });

  test.each(files)('in %s looks for no pattern that somebody typed', (file) => {
    const text = readFileSync(join(STORE, file), 'utf8');
    // A LIKE with a value behind it would have to escape % and _; so far all patterns are our own.
    for (const [, pattern = ''] of text.matchAll(/\b(?:LIKE|GLOB)\s+(\S+(?:\s+ESCAPE)?)/g)) {
      expect(/^'/.test(pattern) || /ESCAPE$/.test(pattern), pattern).toBe(true);
    }
  });
});

describe('the test itself', () => {
  /* biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is source text */
  test.each<[string, string[]]>([
    ['all(db, `SELECT ${FIELDS} FROM t WHERE id = ?`, id)', []],
    ['const where = on ? "WHERE a = ?" : ""; all(db, `SELECT 1 FROM t ${where}`)', []],
    ['all(db, `SELECT ${named(FIELDS)} FROM t`)', []],
    ['all(db, `SELECT ${named(given)} FROM t`)', ['named(given)']],
    ['run(db, `UPDATE t SET ${COLUMNS[field]!} = ? WHERE id = ?`)', []],
    ['all(db, `SELECT 1 FROM t WHERE id IN (${ids.map(() => "?").join(", ")})`)', []],
    ['throw new UserError(`Nothing FROM ${name}`)', []],
    ['all(db, `SELECT 1 FROM t WHERE id = ${id}`)', ['id']],
    [
      "const f = (name) => { const w = `WHERE name = '${name}'`; all(db, `SELECT 1 FROM t ${w}`) }",
      ['name', 'w'],
    ],
    ['all(db, `SELECT 1 FROM t WHERE id IN (${ids.join(", ")})`)', ['ids.join(", ")']],
    ['all(db, `SELECT 1 FROM t WHERE id IN (${ids.map((id) => id)})`)', ['ids.map((id) => id)']],
  ])('%s', (text, found) => {
    expect(unboundIn('a.ts', text)).toEqual(found);
  });
  /* biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is source text */
});
