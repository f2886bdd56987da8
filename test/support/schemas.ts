/** The schemas of `--json`, made from the types in src/answers.ts. */
import { join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';

const ROOT = join(__dirname, '../..');

/** A file name beside its text, command by command. */
export function makeSchemas(): Map<string, string> {
  const whole = createGenerator({
    path: join(ROOT, 'src/answers.ts'),
    tsconfig: join(ROOT, 'tsconfig.json'),
    type: 'Answers',
    // `npm run check` sees to the types.
    skipTypeCheck: true,
    expose: 'export',
    encodeRefs: true,
    topRef: false,
    jsDoc: 'extended',
    sortProps: true,
  }).createSchema('Answers');
  const definitions = whole.definitions ?? {};
  return new Map(
    Object.entries(whole.properties ?? {}).map(([command, answer]) => [
      fileOf(command),
      textOf(command, answer as Schema, definitions as Record<string, Schema>),
    ]),
  );
}

export function fileOf(command: string): string {
  return `${command.replaceAll(' ', '-')}.json`;
}

function textOf(command: string, answer: Schema, definitions: Record<string, Schema>): string {
  const used = new Map<string, Schema>();
  collect(answer, definitions, used);
  const { description = `What jobsearch ${command} --json prints.`, ...rest } = answer;
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:jobsearch:${command.replaceAll(' ', '-')}`,
    title: `jobsearch ${command} --json`,
    description,
    ...rest,
    definitions: Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Everything that a schema refers to, and what that refers to in turn. */
function collect(schema: unknown, definitions: Record<string, Schema>, used: Map<string, Schema>): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key !== '$ref') collect(value, definitions, used);
    else {
      const name = decodeURIComponent(String(value).replace('#/definitions/', ''));
      if (used.has(name)) continue;
      used.set(name, definitions[name]!);
      collect(definitions[name], definitions, used);
    }
  }
}
