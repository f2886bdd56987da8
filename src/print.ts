/** How an answer leaves the program: as text, page by page, as JSON, as Markdown, as numbers, or not at all. */
import type { Answer } from './app';
import { type Choice, type GlobalOptions, isWriting } from './arguments';
import { UsageError } from './errors';
import { renderJson } from './render/json';
import { inAscii } from './render/symbols';
import { renderText } from './render/text';
import { isLongerThan, isUtf8, pagerOf, type ScreenSetting, screenOf } from './screen';
import type { World } from './world';

export function refuseTwoForms({ ids, format }: Choice, { json }: GlobalOptions): void {
  const forms = [ids && '--ids', json && format !== 'json' && '--json', format && `--format ${format}`];
  const given = forms.filter((form) => typeof form === 'string');
  if (given.length > 1) throw new UsageError(`Either ${given.join(' or ')}: one of them would be lost.`);
}

export async function print(
  world: World,
  choice: Choice,
  made: Answer,
  options: GlobalOptions,
): Promise<void> {
  const { command, ids, format } = choice;
  if (options.quiet && isWriting(choice)) return;
  if (ids && command.ids) {
    const numbers = command.ids(made.data);
    world.stdout.write(numbers.map((id) => `${id}\n`).join(''));
    return;
  }
  if (options.json || format === 'json') {
    world.stdout.write(renderJson(made.data));
    return;
  }
  if (made.view.length === 0) return;
  if (format === 'markdown') {
    const { renderMarkdown } = await import('./render/markdown');
    world.stdout.write(renderMarkdown(made.view));
    return;
  }
  const text = await renderText(made.view, screenOf(world.stdout, settingOf(world, options)));
  await writeOrPage(world, options, text);
  if (options.dryRun) world.stderr.write('Dry run: nothing was changed.\n');
}

async function writeOrPage(world: World, options: GlobalOptions, text: string): Promise<void> {
  const { stdout, env } = world;
  const pager = stdout.isTerminal && options.pager !== false ? pagerOf(env) : undefined;
  if (pager && isLongerThan(text, stdout.rows()) && (await world.page(pager, text))) return;
  stdout.write(text);
}

export function inSymbolsOf({ env, platform }: World, text: string): string {
  return isUtf8(env, platform) ? text : inAscii(text);
}

export function settingOf({ env, platform }: World, { color }: GlobalOptions): ScreenSetting {
  return { env, platform, colour: color === false ? 'never' : color };
}
