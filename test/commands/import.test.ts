import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportFacts } from '../../src/views/import';
import { link, messagesCsv, type Written } from '../formats/linkedin/read';
import { aWorld, type Setting, type TestWorld } from '../support/world';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const OLD_HEADER = 'First Name,Last Name,Email Address,Company,Position,Connected On';

function write({ folder }: TestWorld, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const connections = (world: TestWorld, rows: string[], header = HEADER) =>
  write(world, 'Connections.csv', [header, ...rows].join('\n'));

const ana = `Ana,Ruiz,${link('ana')},,Acme,Lead,03 Mar 2024`;

/** Maya writes to somebody, and they answer the day after. */
const exchange = (name: string, slug: string): Written[] => [
  {
    in: slug,
    from: 'Maya Berg',
    fromUrl: link('maya'),
    to: name,
    toUrls: link(slug),
    date: '2026-11-01 12:00:00 UTC',
  },
  {
    in: slug,
    from: name,
    fromUrl: link(slug),
    to: 'Maya Berg',
    toUrls: link('maya'),
    date: '2026-11-02 12:00:00 UTC',
  },
];

const messages = (world: TestWorld, rows: Written[]) => write(world, 'messages.csv', messagesCsv(rows));

async function importJson(world: TestWorld, path: string, ...options: string[]): Promise<ImportFacts> {
  const { stdout, stderr } = await world.runJobsearch(['import', path, '--json', ...options]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

async function exported({ runJobsearch }: TestWorld) {
  return JSON.parse((await runJobsearch(['export'])).stdout).tables;
}

describe("LinkedIn's zip", () => {
  const ZIP = {
    'Export/Connections.csv': [HEADER, ana, `Lee,Chen,${link('lee')},lee@x,Globex,,04 Mar 2031`].join('\n'),
    'Export/messages.csv': messagesCsv([
      ...exchange('Ana Ruiz', 'ana'),
      ...exchange('Tom Fox', 'tom'),
      { in: 'ana', from: 'Ana Ruiz', fromUrl: link('ana'), to: 'Maya Berg', date: '2027-01-01 12:00:00 UTC' },
    ]),
    'Export/Profile.csv': 'First Name,Last Name,Headline\nMaya,Berg,Planner\n',
    'Export/Invitations.csv': 'From,To,Sent At,Message,Direction\n',
  };
  const zip = (world: TestWorld) =>
    write(
      world,
      'Basic_LinkedInDataExport_11-20-2026.zip',
      zipSync(Object.fromEntries(Object.entries(ZIP).map(([name, text]) => [name, strToU8(text)]))),
    );

  test('tells all that it did, and what it did not', async () => {
    const world = aWorld();
    const facts = await importJson(world, zip(world));
    expect(facts).toMatchObject({
      file: 'Basic_LinkedInDataExport_11-20-2026.zip',
      kind: 'linkedin',
      asOf: '2026-11-20',
      owner: { name: 'Maya Berg', how: 'profile' },
      remembered: 'Maya Berg',
      unread: ['Invitations.csv'],
      plan: {
        new: [
          { id: 1, name: 'Ana Ruiz', company: 'Acme', fromMessages: false, line: 2 },
          { id: 2, name: 'Lee Chen', connectedOn: null },
          { id: 3, name: 'Tom Fox', fromMessages: true },
        ],
        changed: [],
        same: 0,
        doubtful: [],
        skipped: [
          { file: 'Connections.csv', line: 3, reason: '2031-03-04 has not come yet; the contact is kept' },
          {
            file: 'Connections.csv',
            line: 3,
            reason: '"lee@x" is no e-mail address; the contact is kept without it',
          },
          { file: 'messages.csv', line: 6, reason: '2027-01-01 has not come yet' },
        ],
      },
      messages: { total: 5, new: 4, days: 4, people: 2, known: 0 },
      done: true,
    });
    const again = await importJson(world, zip(world));
    expect(again.plan).toMatchObject({ new: [], changed: [], same: 3, doubtful: [] });
    expect(again).toMatchObject({ messages: { new: 0, known: 4 }, remembered: null });
  });

  test('makes nobody overdue and no task', async () => {
    const world = aWorld();
    await importJson(world, zip(world));
    expect((await exported(world)).tasks).toEqual([]);
    const { stdout } = await world.runJobsearch(['contact', 'list', '--json'], { now: '2027-03-01T09:00' });
    for (const { flags, metOn } of JSON.parse(stdout)) {
      expect(metOn).toBeNull();
      expect(flags).not.toContain('never-followed-up');
    }
  });

  test('changes nothing in a dry run', async () => {
    const world = aWorld();
    const facts = await importJson(world, zip(world), '--dry-run');
    expect(facts).toMatchObject({ done: false, plan: { new: [{ id: null }, {}, {}] }, messages: { new: 4 } });
    expect(await exported(world)).toMatchObject({ contacts: [], interactions: [], settings: [] });
  });
});

describe('an export without links and one with', () => {
  const OLD = [
    'Ana,Ruiz,,Acme,Engineer,03 Mar 2019',
    'Lee,Chen,lee@x.org,Globex,,04 Mar 2020',
    'Ana,Ruiz,,,,05 Mar 2020',
  ];
  const NEW = [
    `Ana,Ruiz,${link('ana-2')},,Hooli,,05 Mar 2020`,
    `Ana,Ruiz,${link('ana')},,Globex,Lead,03 Mar 2019`,
    `Lee,Chen,${link('lee')},,Globex,CTO,04 Mar 2020`,
    `Priya,Nair,${link('priya')},,,,06 Nov 2026`,
  ];

  test('are of the same people', async () => {
    const world = aWorld();
    const oldFile = connections(world, OLD, OLD_HEADER);
    expect((await importJson(world, oldFile)).plan.new).toHaveLength(3);
    expect((await importJson(world, oldFile)).plan).toMatchObject({
      new: [],
      changed: [],
      same: 3,
      doubtful: [],
    });

    const newer = await importJson(world, connections(world, NEW));
    expect(newer.plan).toMatchObject({
      new: [{ name: 'Priya Nair' }],
      changed: [{ id: 3 }, { id: 1 }, { id: 2 }],
    });
    const older = await importJson(world, connections(world, OLD, OLD_HEADER));
    expect(older.plan).toMatchObject({ new: [], changed: [], same: 3, newer: 2 });
    expect((await exported(world)).contacts).toMatchObject([
      { name: 'Ana Ruiz', company: 'Globex', role: 'Lead' },
      { name: 'Lee Chen', company: 'Globex', role: 'CTO' },
      { name: 'Ana Ruiz', company: 'Hooli' },
      { name: 'Priya Nair' },
    ]);
  });
});

test('messages by themselves are of people without links too, and twice give nothing new', async () => {
  const world = aWorld();
  const rows = exchange('Ana Ruiz', 'ana').map(({ fromUrl: _, toUrls: __, ...row }) => row);
  const path = messages(world, [
    ...rows,
    ...exchange('Tom Fox', 'tom').map((row) => ({ ...row, fromUrl: '' })),
  ]);
  expect((await importJson(world, path)).plan.new.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Tom Fox']);
  await world.runJobsearch(['contact', 'edit', '1', '--name', 'Ana María Ruiz']);
  expect(await importJson(world, path)).toMatchObject({
    plan: { new: [], same: 2, doubtful: [] },
    messages: { new: 0, known: 4 },
  });
});

describe('whoever is in doubt', () => {
  const aSearch = async (): Promise<TestWorld & { path: string }> => {
    const world = aWorld();
    await world.runJobsearch(['contact', 'add', 'Ana Ruiz', '--company', 'Initech']);
    await world.runJobsearch(['contact', 'add', 'Lee Chen']);
    await world.runJobsearch(['contact', 'add', 'Lee Chen', '--company', 'Hooli']);
    const text = [HEADER, ana, `Lee,Chen,${link('lee')},,Globex,,04 Mar 2025`].join('\n');
    const files = {
      'Connections.csv': strToU8(text),
      'messages.csv': strToU8(messagesCsv(exchange('Ana Ruiz', 'ana'))),
    };
    return { ...world, path: write(world, 'export.zip', zipSync(files)) };
  };

  test('is left out with their messages', async () => {
    const world = await aSearch();
    for (const options of [[], ['--doubtful', 'skip']]) {
      expect(await importJson(world, world.path, '--me', 'Maya Berg', ...options)).toMatchObject({
        plan: {
          new: [],
          doubtful: [
            { name: 'Ana Ruiz', likeness: 'same-name', candidates: [{ id: 1, company: 'Initech' }], line: 2 },
            { name: 'Lee Chen', candidates: [{ id: 2 }, { id: 3 }], line: 3 },
          ],
        },
        messages: { new: 0, doubtful: 2 },
      });
    }
    const { stdout } = await world.runJobsearch(['import', world.path]);
    expect(stdout).toContain('Left out, in doubt: 2 people with 2 messages.');
    expect(stdout).toContain('Nothing new.\n');
  });

  test('is the same where one contact alone is meant', async () => {
    const world = await aSearch();
    const facts = await importJson(world, world.path, '--me', 'Maya Berg', '--doubtful', 'same');
    expect(facts).toMatchObject({
      plan: { changed: [{ id: 1 }], kept: 1, doubtful: [{ name: 'Lee Chen' }] },
      messages: { new: 2 },
    });
    const { contacts, points } = await exported(world);
    expect(contacts[0]).toMatchObject({ company: 'Initech', role: 'Lead', connected_on: '2024-03-03' });
    expect(points).toMatchObject([{ contact_id: 1, key: 'linkedin:ana' }]);
    expect((await importJson(world, world.path)).plan).toMatchObject({ same: 1, kept: 1 });
  });

  test('is somebody new', async () => {
    const world = await aSearch();
    const facts = await importJson(world, world.path, '--me', 'Maya Berg', '--doubtful', 'new');
    expect(facts.plan.new.map(({ id }) => id)).toEqual([4, 5]);
    expect((await importJson(world, world.path)).plan).toMatchObject({ new: [], same: 2, doubtful: [] });
  });

  test('is asked about in a terminal, but not with --yes', async () => {
    const world = await aSearch();
    const argv = ['import', world.path, '--me', 'Maya Berg'];
    const quiet = await world.runJobsearch([...argv, '--yes'], { answers: [] });
    expect(quiet.stdout).toContain('Left out, in doubt: 2 people');
    const answers = ['skip for now', 'the same person as #3 Lee Chen, Hooli', ''];
    const { dialogue, stdout, exitCode } = await world.runJobsearch(argv, { answers });
    expect(dialogue).toContain(
      '? Lee Chen, Globex has the same name as #2 Lee Chen; #3 Lee Chen, Hooli. Who is it? ' +
        '[the same person as #2 Lee Chen | the same person as #3 Lee Chen, Hooli | a new person | skip for now]',
    );
    expect(dialogue).toContain('? Import 1 changed person? (Y/n)');
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^Imported 1 changed person\.\n/)]);
  });

  test('is asked about twenty times at most', async () => {
    const world = aWorld();
    const people = Array.from({ length: 22 }, (_, at) => `P${at} Q`);
    const typed = people.map((name) => world.runJobsearch(['contact', 'add', name]));
    await Promise.all(typed);
    const path = connections(
      world,
      people.map((name, at) => `${name.replace(' ', ',')},${link(`p${at}`)},,,,`),
    );
    const answers = Array<string>(20).fill('a new person');
    const { stdout } = await world.runJobsearch(['import', path], { answers: [...answers, 'y'] });
    expect(stdout).toContain('Imported 20 new people.');
    expect(stdout).toContain('Left out, in doubt: 2 people.');
  });
});

describe('whose messages they are', () => {
  const dispute = [...exchange('Ana Ruiz', 'ana')];
  test('has to be said where nothing tells, and is remembered', async () => {
    const world = aWorld();
    const path = messages(world, dispute);
    const { exitCode, stderr } = await world.runJobsearch(['import', path]);
    expect([exitCode, stderr]).toEqual([
      1,
      'jobsearch: It cannot be told whose messages these are. It may be Maya Berg, Ana Ruiz.\n' +
        'Hint: the same command with --me "Your Name"\n',
    ]);
    const wrong = await world.runJobsearch(['import', path, '--me', 'Lee']);
    expect(wrong.stderr).toContain('Nobody in these messages is "Lee". It may be Maya Berg, Ana Ruiz.');
    expect(await importJson(world, path, '--me', 'maya berg')).toMatchObject({
      owner: { name: 'Maya Berg', how: 'given' },
      remembered: 'Maya Berg',
      messages: { new: 2 },
    });
    expect(await importJson(world, path)).toMatchObject({ remembered: null, messages: { known: 2 } });
  });

  test('is asked in a terminal', async () => {
    const world = aWorld();
    const path = messages(world, dispute);
    const { stdout } = await world.runJobsearch(['import', path], { answers: ['Ana Ruiz', ''] });
    expect(stdout).toContain('Remembered that you are Ana Ruiz');
    expect((await exported(world)).contacts).toMatchObject([{ name: 'Maya Berg' }]);
  });

  test.each<[string, Setting]>([
    ['without a terminal', {}],
    ['with the answer that it is nobody', { answers: ['none of these: leave the messages out', ''] }],
  ])('is no reason to refuse the connections, %s', async (_, setting) => {
    const world = aWorld();
    const files = {
      'Connections.csv': strToU8(`${HEADER}\n${ana}`),
      'messages.csv': strToU8(messagesCsv(dispute)),
    };
    const path = write(world, 'export.zip', zipSync(files));
    const { exitCode, dialogue } = await world.runJobsearch(['import', path], setting);
    expect(exitCode).toBe(0);
    expect(dialogue).toContain('The messages are left out: it cannot be told whose they are.');
    expect(dialogue).toContain('Imported 1 new person.');
    expect(await exported(world)).toMatchObject({ interactions: [], settings: [] });
  });
});

describe('what was typed', () => {
  test('stays whatever the file says, also when it was imported first', async () => {
    const world = aWorld();
    await importJson(world, connections(world, [ana]));
    await world.runJobsearch(['contact', 'edit', '1', '--company', 'Hooli', '--email', 'ana@x.org']);
    const later = [
      `Ana,Ruiz,${link('ana')},,Globex,CTO,03 Mar 2024`,
      `Lee,Chen,${link('lee')},ana@x.org,,,05 Nov 2026`,
    ];
    const facts = await importJson(world, connections(world, later), '--doubtful', 'new');
    expect(facts.plan).toMatchObject({
      changed: [{ id: 1, changes: [{ field: 'role', from: 'Lead', to: 'CTO' }] }],
      kept: 1,
      skipped: [{ line: 3, reason: 'ana@x.org belongs to #1 Ana Ruiz; the contact is kept without it' }],
    });
    expect((await exported(world)).contacts).toMatchObject([
      { company: 'Hooli', role: 'CTO' },
      { name: 'Lee Chen' },
    ]);
  });
});

describe('a file that cannot be read', () => {
  test.each<[why: string, name: string, content: string | Uint8Array | null, message: string]>([
    ['a folder', 'folder', null, '/folder is a folder.'],
    ['nothing', 'none.csv', null, '/none.csv.'],
    ['an empty file', 'a.csv', '', 'a.csv is empty.'],
    ['a picture', 'a.png', new Uint8Array([0x89, 0x50, 0, 0, 0, 1, 2, 3]), 'a.png is not a text file.'],
    [
      'half a zip',
      'a.zip',
      zipSync({ 'Connections.csv': strToU8(ana) }).slice(0, 60),
      'a.zip is a broken or incomplete',
    ],
    [
      'another table',
      'a.csv',
      'Date,Amount\n2026-01-01,5\n',
      'a.csv is no table of LinkedIn\'s export; it begins "Date,',
    ],
    ['half an export', 'a.json', '{"format":"jobsearch","schema":1,', 'a.json is damaged or incomplete JSON'],
    ['other JSON', 'a.json', '[1, 2]', 'a.json is JSON, but no export of jobsearch.'],
  ])('%s', async (why, name, content, message) => {
    const world = aWorld();
    if (why === 'a folder') mkdirSync(join(world.folder, name));
    if (content !== null) write(world, name, content);
    const { exitCode, stdout, stderr } = await world.runJobsearch(['import', join(world.folder, name)]);
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain('\nHint: ');
  });
});

describe('our own export', () => {
  const aSearch = async () => {
    const world = aWorld();
    await importJson(world, connections(world, [ana, `Zoë,"\u202eX\u009b",${link('zoe')},,,,05 Nov 2026`]));
    await importJson(world, messages(world, exchange('Ana Ruiz', 'ana')), '--me', 'Maya Berg', '--keep-text');
    await world.runJobsearch(['log', 'ana', '--channel', 'call', '--promised', 'the deck', '--by', 'fri']);
    await world.runJobsearch(['contact', 'remove', '2', '--yes']);
    return world;
  };

  test('is the same everywhere, and the same again after it was read', async () => {
    const world = await aSearch();
    const path = join(world.folder, 'a.json');
    const written = await world.runJobsearch(['export', path]);
    expect(written.stdout).toContain('1 contact, 3 conversations, 1 task.');
    const text = readFileSync(path, 'utf8');
    expect((await world.runJobsearch(['export'])).stdout).toBe(text);
    expect((await world.runJobsearch(['export', '--json'])).stdout).toBe(text);
    expect(statSync(path).mode & 0o777).toBe(0o600);

    const copy = aWorld();
    const { stdout } = await copy.runJobsearch(['import', path]);
    expect(stdout).toContain('Read a.json: 1 contact, 3 conversations, 1 task.');
    expect((await copy.runJobsearch(['export'])).stdout).toBe(text);
    for (const argv of [
      ['today', '--json'],
      ['contact', 'show', '1', '--json'],
      ['config', 'me'],
    ]) {
      expect((await copy.runJobsearch(argv)).stdout).toBe((await world.runJobsearch(argv)).stdout);
    }
    expect((await copy.runJobsearch(['contact', 'add', 'Lee'])).stdout).toContain('Added #3 Lee');
  });

  test('goes into an empty database only', async () => {
    const world = await aSearch();
    const path = join(world.folder, 'a.json');
    await world.runJobsearch(['export', path]);
    const { exitCode, stderr } = await world.runJobsearch(['import', path]);
    expect([exitCode, stderr]).toEqual([
      1,
      'jobsearch: There is a search here already (1 contact, 3 conversations, 1 task): an export is read into an ' +
        `empty database only.\nHint: jobsearch --db new.db import ${path}\n`,
    ]);
  });

  test('is not read in a dry run, nor written', async () => {
    const world = await aSearch();
    const path = join(world.folder, 'a.json');
    await world.runJobsearch(['export', path, '--dry-run']);
    expect(() => statSync(path)).toThrow('ENOENT');
    await world.runJobsearch(['export', path]);
    const copy = aWorld();
    expect((await copy.runJobsearch(['import', path, '--dry-run'])).exitCode).toBe(0);
    expect((await exported(copy)).contacts).toEqual([]);
  });

  test('replaces a file only when told to, and no folder', async () => {
    const world = await aSearch();
    const path = write(world, 'a.json', 'mine');
    const refused = await world.runJobsearch(['export', path]);
    expect(refused.stderr).toBe(
      `jobsearch: There is a file ${path} already: it was left as it is.\nHint: another name, or --force\n`,
    );
    expect([refused.exitCode, readFileSync(path, 'utf8')]).toEqual([1, 'mine']);
    expect((await world.runJobsearch(['export', path, '--force'])).exitCode).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('"format": "jobsearch"');
    expect((await world.runJobsearch(['export', world.folder])).exitCode).toBe(1);
    const nowhere = await world.runJobsearch(['export', join(world.folder, 'no', 'a.json')]);
    expect([nowhere.exitCode, nowhere.stderr]).toEqual([1, expect.stringContaining('There is no folder')]);
  });
});

describe('more than is taken', () => {
  test('is left out with its line and the reason, and the rest of the row is kept', async () => {
    const world = aWorld();
    const path = connections(world, [
      `${'x'.repeat(201)},Ruiz,,,Acme,Lead,03 Mar 2024`,
      `Lee,Chen,${link('lee')},${'x'.repeat(321)}@b.c,${'y'.repeat(501)},Lead,03 Mar 2024`,
    ]);
    const { plan } = await importJson(world, path);
    expect(plan.new).toMatchObject([{ name: 'Lee Chen', company: null, role: 'Lead' }]);
    expect(plan.skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'the name has 206 characters; at most 200 are taken'],
      [3, 'the company has 501 characters; at most 500 are taken; the contact is kept without it'],
      [3, 'The e-mail address has 325 characters; at most 320 are taken; the contact is kept without it'],
    ]);
  });

  test('no name, no folder: in words', async () => {
    const { runJobsearch, folder } = aWorld();
    for (const argv of [
      ['import', ''],
      ['export', ' '],
      ['--db', '', 'today'],
    ]) {
      const { exitCode, stderr } = await runJobsearch(argv);
      expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/is empty/)]);
    }
    const { exitCode, stderr } = await runJobsearch(['export', join(folder, 'no/file.json')]);
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining(`Hint: make it: mkdir -p ${join(folder, 'no')}`),
    ]);
  });
});

test.each([
  [
    'a message of yesterday, which may still be answered',
    [[{ ...exchange('Ana Ruiz', 'ana')[0]!, date: '2026-11-21 12:00:00 UTC' }]],
    'jobsearch contact list',
  ],
  [
    'five messages without an answer',
    [1, 3, 5, 7, 9].map((day) => [
      { ...exchange('Ana Ruiz', 'ana')[0]!, date: `2026-11-0${day} 12:00:00 UTC` },
    ]),
    'jobsearch shallow',
  ],
])('the command that is named after %s has something to show', async (_, written, command) => {
  const world = aWorld();
  const path = messages(world, written.flat());
  const { stdout } = await world.runJobsearch(['import', path, '--me', 'Maya Berg', '--yes']);
  expect(stdout).toMatch(new RegExp(`: ${command}$`, 'm'));
  expect((await world.runJobsearch(command.split(' ').slice(1))).stdout).toContain('Ana Ruiz');
});
