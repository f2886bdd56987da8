/** What the search aims at today, read once in a run: the target companies, the open jobs, and the people around them. */
import { companyKey } from '../rules/companies';
import { wordsOf } from '../rules/names';
import type { Aims } from '../rules/relevance';
import type { Settings } from '../rules/settings';
import type { Db } from '../store/db';
import { listOpenInsiders, listOpenJobs } from '../store/jobs';
import { listAround } from '../store/knows';
import { getSettings } from '../store/settings';

/** More neighbours than that are no longer a few who matter more than the rest. */
const MOST_BRIDGES = 1_000;

export function aimsOf(db: Db, settings: Settings = getSettings(db)): Aims {
  const jobs = listOpenJobs(db);
  const companies = [...settings.targets, ...jobs.map(({ company }) => company)];
  const companyKeys = new Set(companies.map(companyKey).filter((key) => key !== ''));
  const managers = new Set(jobs.flatMap(({ hiringManager }) => hiringManager ?? []));
  const insiders = new Set(listOpenInsiders(db));
  const bridges = new Set(
    listAround(db, { companyKeys: [...companyKeys], people: [...managers, ...insiders] }, MOST_BRIDGES),
  );
  const roles = settings.roles.map(wordsOf).filter((words) => words.length > 0);
  return { companyKeys, managers, insiders, bridges, roles };
}
