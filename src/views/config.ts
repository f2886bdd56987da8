/** The settings, each with what it does. */
import type { Constant, ConstantGroup } from '../rules/constant-list';
import type { SettingFacts } from '../rules/setting-help';
import { count, dim, gap, line, type Text, title, type View } from './view';

export function configView(settings: SettingFacts[], file: string, model: ConstantGroup[]): View {
  const rows = settings.map((setting): Text[] => [setting.key, valueWords(setting), dim(setting.help)]);
  return [
    title('Settings'),
    gap,
    { kind: 'columns', columns: [{}, {}, { flex: true }], rows },
    ...model.flatMap(
      ({ title: name, fixed, constants }): View => [
        gap,
        title(name),
        line(dim(fixed)),
        constantRows(constants),
      ],
    ),
    gap,
    line(dim('What a value may be: jobsearch config get KEY · another one: jobsearch config set KEY VALUE')),
    ...(model.length > 0 ? [] : [line(dim('What else the model reckons with: jobsearch config list --all'))]),
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

/** Nobody's words were touched, only what is reckoned from them. */
export function rebuiltLine(people: number): View[number] {
  return line(`Reckoned anew for ${count(people, 'person')}: how warm each tie is.`);
}

function valueWords({ value, isDefault }: SettingFacts): Text {
  if (value === null) return dim('not set');
  return isDefault ? dim(`${value} (default)`) : value;
}

function constantRows(constants: Constant[]): View[number] {
  return {
    kind: 'columns',
    columns: [{}, { flex: true }],
    rows: constants.map(({ name, ...row }): Text[] => [name, constantWords(row)]),
  };
}

/** "30 days  in which warmth halves (our choice; to change: half-life)". */
function constantWords({ value, unit, what, source, settings }: Omit<Constant, 'name'>): Text {
  const amount =
    unit === 'level'
      ? `level ${value}`
      : ['', 'share', 'by level'].includes(unit)
        ? value
        : `${value} ${unit}`;
  const from = settings.length > 0 ? `${source}; to change: ${settings.join(', ')}` : source;
  return [`${amount}  `, dim(`${what} (${from})`)];
}
