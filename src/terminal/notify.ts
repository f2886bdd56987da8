/** A notification on the desktop, by the program that each platform has for it; never through a shell. */
import { execFile } from 'node:child_process';
import { UserError } from '../errors';
import { clean } from '../render/clean';

/** Long enough for a slow desktop, short enough for a timer that comes round every minute. */
const PATIENCE_MS = 10_000;

const APPLESCRIPT = [
  'on run argv',
  'display notification (item 2 of argv) with title (item 1 of argv)',
  'end run',
];

// Text comes in by the environment and becomes text nodes: nothing in it is read as script or markup.
const POWERSHELL = [
  '$null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]',
  '$xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)',
  "$texts = $xml.GetElementsByTagName('text')",
  '$null = $texts.Item(0).AppendChild($xml.CreateTextNode($env:JOBSEARCH_TITLE))',
  '$null = $texts.Item(1).AppendChild($xml.CreateTextNode($env:JOBSEARCH_BODY))',
  "$name = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'",
  '[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($name).Show([Windows.UI.Notifications.ToastNotification]::new($xml))',
].join('; ');

export type Call = [program: string, argv: string[], env: Record<string, string>];

/** The program to run, with its arguments; `platform` as `process.platform` names it. */
export function notifierOn(platform: string, title: string, body: string): Call {
  const [head, text] = [clean(title), body.split('\n').map(clean).join('\n')];
  if (platform === 'darwin') {
    return ['osascript', [...APPLESCRIPT.flatMap((line) => ['-e', line]), '--', head, text], {}];
  }
  if (platform === 'win32') {
    const argv = ['-NoProfile', '-NonInteractive', '-Command', POWERSHELL];
    return ['powershell.exe', argv, { JOBSEARCH_TITLE: head, JOBSEARCH_BODY: text }];
  }
  // The body is markup to most desktops, and notify-send itself takes C escapes in it for characters.
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return ['notify-send', ['--app-name=jobsearch', '--', head, escaped], {}];
}

export function notify(
  platform: string,
  env: Record<string, string | undefined>,
  title: string,
  body: string,
): Promise<void> {
  const [program, argv, more] = notifierOn(platform, title, body);
  return new Promise((resolve, reject) => {
    execFile(
      program,
      argv,
      { env: { ...env, ...more }, timeout: PATIENCE_MS, windowsHide: true },
      (error, _, said) => {
        if (!error) resolve();
        else {
          const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
          const why = isMissing
            ? `${program} is not installed`
            : said.trim().split('\n')[0] || `${program} failed`;
          reject(
            new UserError(`No desktop notification can be shown here: ${why}.`, 'jobsearch remind prints it'),
          );
        }
      },
    );
  });
}
