/** What the environment and the flags make of a screen: its width, its colours, its symbols, and who pages it. */
import type { Screen } from './render/text';

export type Env = Record<string, string | undefined>;

export const COLOUR_CHOICES = ['always', 'auto', 'never'] as const;
export type ColourChoice = (typeof COLOUR_CHOICES)[number];

export interface ScreenSetting {
  env: Env;
  /** As `process.platform` names it. */
  platform: string;
  /** What `--color` or `--no-color` said; undefined when neither was given. */
  colour?: ColourChoice;
}

interface Where {
  isTerminal: boolean;
  width: number;
}

export function screenOf({ isTerminal, width }: Where, setting: ScreenSetting): Screen {
  return {
    width,
    colour: wantsColour(isTerminal, setting),
    boxes: isTerminal,
    ascii: !isUtf8(setting.env, setting.platform),
  };
}

/** The nearest word wins: the option, then NO_COLOR, then FORCE_COLOR, then what stdout is. Empty variables say nothing. */
function wantsColour(isTerminal: boolean, { env, colour }: ScreenSetting): boolean {
  if (colour === 'always' || colour === 'never') return colour === 'always';
  // Said on the command line, so the variables are overruled too.
  if (colour !== 'auto') {
    if (env.NO_COLOR) return false;
    if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  }
  return isTerminal && env.TERM !== 'dumb';
}

/** By POSIX the first of these that is not empty decides, and none of them means plain ASCII. */
export function isUtf8(env: Env, platform: string): boolean {
  // Their terminals speak UTF-8 whatever these variables hold.
  if (platform === 'win32' || platform === 'darwin') return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale.toLowerCase().replace('-', '').includes('utf8');
}

/** The columns of a terminal; else what COLUMNS says, which a shell keeps for itself unless its user exports it. */
export function widthOf(terminalColumns: number | undefined, env: Env): number {
  const said = Number(env.COLUMNS);
  return terminalColumns || (Number.isInteger(said) && said >= 20 && said <= 9_999 ? said : 80);
}

/** The command that pages; undefined when the user wants none. `$PAGER` may hold arguments. */
export function pagerOf(env: Env): string | undefined {
  const command = (env.JOBSEARCH_PAGER ?? env.PAGER ?? 'less -FRX').trim();
  return command === '' || command === 'cat' || env.TERM === 'dumb' ? undefined : command;
}

/** The prompt that comes after it needs a line too. */
export function isLongerThan(text: string, rows: number): boolean {
  return text.split('\n').length > rows;
}
