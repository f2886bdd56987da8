import { beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../src/model';
import { addContact } from '../../src/store/contacts';
import { all, type Db } from '../../src/store/db';
import {
  addInsider,
  addJob,
  getJob,
  listCompanies,
  listFormerly,
  listInside,
  listJobsAt,
  listJobsOf,
  listMoves,
  listOpenInsiders,
  listOpenJobs,
  moveJob,
  removeInsider,
  setJob,
} from '../../src/store/jobs';
import { countNeighbours, findKnows, listAcquaintances, removeKnows, setKnows } from '../../src/store/knows';
import { addPastCompany, listPastCompanies, removePastCompany } from '../../src/store/past-companies';
import { addTask, getTask, listOpenTasksForJob } from '../../src/store/tasks';
import { A_DAY, aContact, aTask } from '../support/builders';
import { openTestDb } from '../support/database';

let db: Db;
beforeEach(() => {
  db = openTestDb();
});

function aJob(given: Partial<Job> = {}): Omit<Job, 'id' | 'stirredOn' | 'closedReason'> {
  return {
    company: 'Acme',
    title: null,
    link: null,
    place: null,
    pay: null,
    source: null,
    stage: 'lead',
    deadlineOn: null,
    hiringManager: null,
    fit: 'even',
    bonusKnown: false,
    notes: null,
    addedOn: A_DAY,
    ...given,
  };
}

describe('stages', () => {
  test('each move has its day, and a stage that was noted late began by then', () => {
    const id = addJob(db, aJob());
    moveJob(db, id, 'applied', '2026-11-10', null);
    moveJob(db, id, 'closed', '2026-11-20', 'they hired inside');
    expect(listMoves(db, id)).toEqual([
      { stage: 'lead', day: '2026-11-10' },
      { stage: 'applied', day: '2026-11-10' },
      { stage: 'closed', day: '2026-11-20' },
    ]);
    expect(getJob(db, id)).toMatchObject({ stage: 'closed', closedReason: 'they hired inside' });
    expect(listOpenJobs(db)).toEqual([]);
    moveJob(db, id, 'offer', '2026-11-21', 'no reason is kept for this');
    expect(getJob(db, id)).toMatchObject({ stage: 'offer', closedReason: null, stirredOn: '2026-11-21' });
  });

  test('fields change, the key of the company with it', () => {
    const id = addJob(db, aJob());
    setJob(db, id, { company: 'Globex GmbH', bonusKnown: true, fit: 'strong' });
    expect(getJob(db, id)).toMatchObject({ company: 'Globex GmbH', bonusKnown: true, fit: 'strong' });
    expect(listJobsAt(db, 'GLOBEX')).toHaveLength(1);
    expect(listJobsAt(db, 'Acme')).toEqual([]);
  });

  test('tasks of a job, the earliest first; they stay when the job goes', () => {
    const id = addJob(db, aJob());
    const [later, never, sooner] = ['2026-12-02', null, '2026-12-01'].map((dueOn) =>
      addTask(db, aTask({ jobId: id, dueOn })),
    );
    expect(listOpenTasksForJob(db, id).map((task) => task.id)).toEqual([sooner, later, never]);
    expect(getTask(db, sooner!)).toMatchObject({ jobCompany: 'Acme', jobTitle: null, jobStage: 'lead' });
  });
});

describe('whom I know there', () => {
  test('by the same company, never by a part of its name', () => {
    const add = (name: string, company: string | null, state: 'active' | 'parked' = 'active') =>
      addContact(db, aContact({ name, company, state }));
    const ana = add('Ana', 'ACME, Inc.');
    add('Sam', 'Acme Labs');
    add('Pat', 'Acme', 'parked');
    const priya = add('Priya', 'Initech');
    const back = add('Lee', 'Acme');
    addPastCompany(db, priya, 'A.C.M.E.');
    addPastCompany(db, back, 'Acme');
    expect(listInside(db, 'Acme')).toEqual([ana, back]);
    expect(listFormerly(db, 'acme')).toEqual([priya]);
    expect(listCompanies(db, 'acme gmbh')).toHaveLength(1);
    expect(listCompanies(db, 'Acm')).toEqual([]);
    addJob(db, aJob({ company: 'Acme S.A.' }));
    expect(listCompanies(db, 'acme')).toEqual(['Acme S.A.']);
  });

  test('jobs of a person: as manager, as insider, by company', () => {
    const maria = addContact(db, aContact({ name: 'Maria' }));
    const ana = addContact(db, aContact({ company: 'Hooli' }));
    const jobs = [
      addJob(db, aJob({ hiringManager: maria })),
      addJob(db, aJob({ company: 'Globex' })),
      addJob(db, aJob({ company: 'HOOLI' })),
    ];
    addInsider(db, jobs[1]!, ana);
    addInsider(db, jobs[1]!, ana);
    expect(listJobsOf(db, maria).map(({ id }) => id)).toEqual([jobs[0]]);
    expect(listJobsOf(db, ana).map(({ id }) => id)).toEqual([jobs[1], jobs[2]]);
    expect(listOpenInsiders(db)).toEqual([ana]);
    moveJob(db, jobs[1]!, 'accepted', A_DAY, null);
    expect(listOpenInsiders(db)).toEqual([]);
    removeInsider(db, jobs[1]!, ana);
    expect(listJobsOf(db, ana).map(({ id }) => id)).toEqual([jobs[2]]);
  });

  test('past companies: one spelling each', () => {
    const id = addContact(db, aContact());
    addPastCompany(db, id, 'Acme GmbH');
    addPastCompany(db, id, 'ACME');
    expect(listPastCompanies(db, id)).toEqual(['Acme GmbH']);
    expect(removePastCompany(db, id, 'Globex')).toBe(false);
    expect(removePastCompany(db, id, 'acme')).toBe(true);
    expect(listPastCompanies(db, id)).toEqual([]);
  });
});

describe('who knows whom', () => {
  test('both ends know it; "they do" keeps how well', () => {
    const [ana, lee, kim] = ['Ana', 'Lee', 'Kim'].map((name) => addContact(db, aContact({ name }))) as [
      number,
      number,
      number,
    ];
    setKnows(db, ana, lee, 2);
    setKnows(db, lee, ana, null);
    setKnows(db, ana, kim, 5);
    expect(findKnows(db, lee, ana)).toEqual({ id: ana, how: 2 });
    expect(listAcquaintances(db, ana, 5).map(({ name, how }) => [name, how])).toEqual([
      ['Kim', 5],
      ['Lee', 2],
    ]);
    expect([listAcquaintances(db, ana, 1).length, countNeighbours(db, ana)]).toEqual([1, 2]);
    removeKnows(db, lee, ana);
    expect(findKnows(db, ana, lee)).toBeUndefined();
    expect(all(db, 'SELECT a, b FROM knows ORDER BY a')).toEqual([
      { a: ana, b: kim },
      { a: kim, b: ana },
    ]);
  });
});
