/** Holds what `--json` printed against the published schema of the command. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { splitDemo, wantsHelp, withDefault } from '../../src/arguments';
import { commands } from '../../src/commands';

export const SCHEMAS = join(__dirname, '../../schemas');

export const COMMAND_NAMES = commands.flatMap((entry) =>
  'commands' in entry ? entry.commands.map(({ name }) => `${entry.name} ${name}`) : [entry.name],
);

const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
const validators = new Map<string, ValidateFunction>();

function validatorOf(command: string): ValidateFunction {
  const known = validators.get(command);
  if (known) return known;
  const path = join(SCHEMAS, `${command.replaceAll(' ', '-')}.json`);
  const made = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  validators.set(command, made);
  return made;
}

/** The faults of a printed answer, each with its place. */
export function faultsOf(command: string, printed: string): string[] {
  const validate = validatorOf(command);
  if (validate(JSON.parse(printed))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** A help page is no answer, whatever else was typed. */
export function expectOfSchema(argv: string[], printed: string): void {
  if (wantsHelp(argv) || printed.startsWith('Usage: ')) return;
  // Where --json stands as the value of something else, words are the answer.
  if (!/^[[{"]/.test(printed) && argv[argv.indexOf('--json') - 1]?.startsWith('-')) return;
  const command = commandOf(argv);
  const faults = faultsOf(command, printed);
  if (faults.length > 0)
    throw new Error(`jobsearch ${argv.join(' ')} is not as its schema says:\n${faults.join('\n')}`);
}

/** Which command these arguments are for: a group alone is its usual one. */
function commandOf(argv: string[]): string {
  const words = withDefault(splitDemo(argv).argv).filter(
    (word, at, all) => !word.startsWith('-') && all[at - 1] !== '--db',
  );
  const entry = commands.find(({ name }) => name === words[0])!;
  if (!('commands' in entry)) return entry.name;
  const member =
    entry.commands.find(({ name }) => name === words[1]) ??
    entry.commands.find(({ isDefault }) => isDefault)!;
  return `${entry.name} ${member.name}`;
}
