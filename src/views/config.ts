/** The settings, each with what it does. */
import type { Constant } from '../rules/constant-list';
import type { SettingFacts } from '../rules/setting-help';
import { dim, gap, line, type Text, title, type View } from './view';

export function configView(settings: SettingFacts[], file: string, constants: Constant[]): View {
  const rows = settings.map((setting): Text[] => [setting.key, valueWords(setting), dim(setting.help)]);
  return [
    title('Settings'),
    gap,
    { kind: 'columns', columns: [{}, {}, { flex: true }], rows },
    ...(constants.length > 0 ? [gap, title('The model'), gap, constantRows(constants)] : []),
    gap,
    line(dim('What a value may be: jobsearch config get KEY · another one: jobsearch config set KEY VALUE')),
    ...(constants.length > 0
      ? []
      : [line(dim('What else the model reckons with: jobsearch config list --all'))]),
    line(dim(`Your data: ${file}`)),
  ];
}

export function settingView({
  allowed,
  default: usual,
  ...setting
}: SettingFacts & { default: string | null }): View {
  const more = [
    ...(allowed === null ? [] : [`must be ${allowed}`]),
    ...(setting.isDefault || usual === null
      ? []
      : [`default ${usual}: jobsearch config unset ${setting.key}`]),
  ];
  const words = valueWords({ ...setting, allowed, default: usual });
  return [
    { kind: 'columns', columns: [{}, {}, { flex: true }], rows: [[setting.key, words, dim(setting.help)]] },
    ...more.map((text) => line(dim(`  ${text}`))),
  ];
}

function valueWords({ value, isDefault }: SettingFacts): Text {
  if (value === null) return dim('not set');
  return isDefault ? dim(`${value} (default)`) : value;
}

function constantRows(constants: Constant[]): View[number] {
  return {
    kind: 'columns',
    columns: [{}, { flex: true }],
    rows: constants.map(({ name, value, what }): Text[] => [name, [`${value}  `, dim(what)]]),
  };
}
