/** The settings, each with what it does. */
import { SETTING_HELP, SETTING_KEYS, type SettingKey, type Settings } from '../rules/settings';
import { dim, gap, line, type Text, title, type View } from './view';

export function configView(
  given: readonly { key: string; value: string }[],
  settings: Settings,
  file: string,
  only?: SettingKey,
): View {
  const wordsOf = (key: SettingKey): Text => {
    const set = given.find((row) => row.key === key);
    if (set) return set.value;
    const fallback = {
      minutes: String(settings.minutes),
      situation: settings.situation,
      'week-start': settings.weekStart,
      'history-days': String(settings.historyDays),
      'history-mb': String(settings.historyMegabytes),
    }[key as string];
    return dim(fallback === undefined ? 'not set' : `${fallback} (default)`);
  };
  const rows = SETTING_KEYS.filter((key) => only === undefined || key === only).map((key): Text[] => [
    key,
    wordsOf(key),
    dim(SETTING_HELP[key]),
  ]);
  return [
    ...(only ? [] : [title('Settings'), gap]),
    { kind: 'columns', columns: [{}, {}, { flex: true }], rows },
    ...(only ? [] : [gap, line(dim(`Your data: ${file}`))]),
  ];
}
