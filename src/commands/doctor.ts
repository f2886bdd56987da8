import type { Answers } from '../answers';
import type { FileCommand } from '../app';
import { UserError } from '../errors';
import { CHECKS, isSound, judge } from '../rules/health';
import { listBackups } from '../store/backups';
import { examine, findSoundBackup } from '../store/health';
import { mend } from '../store/mend';
import { listMigrations } from '../store/migrate';
import { refuseMissing } from '../store/whole-file';
import { doctorView } from '../views/doctor';

export const doctor: FileCommand<Answers['doctor']> = {
  examples: ['jobsearch doctor', 'jobsearch doctor --fix', 'jobsearch doctor --json'],
  configure: (command) => command.option('--fix', 'mend what can be mended without touching what you wrote'),
  async run({ dbPath, migrations, cacheFolder, now, today, dryRun }, { fix }: { fix?: boolean }) {
    refuseMissing(dbPath);
    const places = { path: dbPath, latest: listMigrations(migrations).length, migrations, cacheFolder, now };
    let facts = examine(places);
    if (facts.bytes === 0) {
      throw new UserError(
        `${dbPath} is empty: nothing was ever written to it.`,
        listBackups(dbPath).length > 0 ? 'jobsearch backup list' : 'jobsearch contact add "Ana Ruiz"',
      );
    }
    let verdicts = judge(facts, today);
    const mended = fix && !dryRun ? await mend(dbPath, facts, isSound(verdicts), today) : null;
    if (mended) {
      facts = examine(places);
      verdicts = judge(facts, today);
    }
    const restorable = isSound(verdicts) ? null : (findSoundBackup(dbPath) ?? null);
    const checks = CHECKS.map((check) => ({ check, verdict: verdicts[check] }));
    const data = { ...facts, checks, mended, restorable };
    return {
      data,
      view: doctorView(data, today),
      failed: checks.some(({ verdict }) => verdict === 'bad'),
    };
  },
};
