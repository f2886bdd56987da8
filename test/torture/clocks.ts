/** Days that are not like others, and clocks that are wrong: what is told a day must be that day everywhere. */
import type { Fault, Found } from './fault';
import { run, unclearIn } from './program';
import { examined } from './state';

interface Step {
  now: string;
  zone?: string;
  argv: string[];
  /** What is in the answer's JSON at this path. */
  at?: string;
  is?: unknown;
}

interface Case {
  why: string;
  steps: Step[];
}

const task = (now: string, zone: string, due: string, is: string): Step => ({
  ...{ now, zone, at: 'task.dueOn', is },
  argv: ['task', 'add', 'x', '--due', due],
});

const dueOn = (why: string, now: string, zone: string, due: string, is: string): Case => ({
  why,
  steps: [task(now, zone, due, is), { now, zone, argv: ['today'] }],
});

const CASES: Case[] = [
  dueOn('midnight is left out in Santiago', '2026-09-05T12:00', 'America/Santiago', 'tomorrow', '2026-09-06'),
  dueOn('… from the evening before', '2026-09-05T23:59', 'America/Santiago', '+2d', '2026-09-07'),
  dueOn('… over a week', '2026-09-01T00:30', 'America/Santiago', 'in 1 week', '2026-09-08'),
  dueOn(
    'an hour before midnight comes twice',
    '2026-04-04T23:30',
    'America/Santiago',
    'tomorrow',
    '2026-04-05',
  ),
  dueOn('midnight is left out in Beirut', '2026-03-28T12:00', 'Asia/Beirut', 'tomorrow', '2026-03-29'),
  dueOn('midnight comes twice in Beirut', '2026-10-24T23:30', 'Asia/Beirut', 'tomorrow', '2026-10-25'),
  dueOn('a day that Samoa never had', '2011-12-29T12:00', 'Pacific/Apia', '2011-12-31', '2011-12-31'),
  dueOn('summer time in London', '2026-03-28T23:59', 'Europe/London', '+1d', '2026-03-29'),
  dueOn('… and out of it', '2026-10-24T00:01', 'Europe/London', '+2d', '2026-10-26'),
  dueOn('half an hour in Lord Howe', '2026-10-03T12:00', 'Australia/Lord_Howe', 'tomorrow', '2026-10-04'),
  dueOn('a quarter of an hour in Nepal', '2026-11-22T18:14:59Z', 'Asia/Kathmandu', 'today', '2026-11-22'),
  dueOn('… a second later', '2026-11-22T18:15:00Z', 'Asia/Kathmandu', 'today', '2026-11-23'),
  dueOn('the first zone to have a day', '2026-11-22T10:00:00Z', 'Pacific/Kiritimati', 'today', '2026-11-23'),
  dueOn('the last zone to have it', '2026-11-22T10:00:00Z', 'Pacific/Niue', 'today', '2026-11-21'),
  dueOn('a year from leap day', '2028-02-29T12:00', 'UTC', 'in 1 year', '2029-02-28'),
  dueOn('a month from the 31st', '2027-01-31T12:00', 'UTC', 'in 1 month', '2027-02-28'),
  dueOn('… in a leap year', '2028-01-31T12:00', 'UTC', 'in 1 month', '2028-02-29'),
  dueOn('the day before leap day', '2028-02-28T23:59', 'UTC', 'tomorrow', '2028-02-29'),
  dueOn('no leap day in 2100', '2100-02-28T12:00', 'UTC', 'tomorrow', '2100-03-01'),
  dueOn('leap day itself, by name', '2027-11-22T09:00', 'UTC', '2028-02-29', '2028-02-29'),
  dueOn('year end', '2026-12-31T23:59:59', 'UTC', 'tomorrow', '2027-01-01'),
  dueOn('the next Monday, over the year', '2026-12-31T12:00', 'UTC', 'monday', '2027-01-04'),
  {
    why: 'a repeated task on leap day comes back by days, not by dates',
    steps: [
      {
        now: '2028-02-29T12:00',
        argv: ['task', 'add', 'x', '--due', 'today', '--repeat', '365'],
        at: 'task.repeatDays',
        is: 365,
      },
      { now: '2028-02-29T12:00', argv: ['task', 'done', '1'] },
      { now: '2028-03-01T12:00', argv: ['task', 'list'], at: '0.task.dueOn', is: '2029-02-28' },
    ],
  },
  {
    why: 'an event at an hour that is left out keeps the hour it was given',
    steps: [
      {
        ...{ now: '2026-03-28T12:00', zone: 'Europe/Berlin', at: 'startTime', is: '02:30' },
        argv: ['event', 'add', 'Call', '--on', '2026-03-29 02:30', '--minutes', '60'],
      },
      { now: '2026-03-29T03:00', zone: 'Europe/Berlin', argv: ['today'] },
      {
        now: '2026-03-29T09:00',
        zone: 'Europe/Berlin',
        argv: ['event', 'show', '1'],
        at: 'endTime',
        is: '03:30',
      },
    ],
  },
  {
    why: 'an event in the hour that comes twice',
    steps: [
      {
        ...{ now: '2026-10-24T12:00', zone: 'Europe/Berlin', at: 'endTime', is: '03:30' },
        argv: ['event', 'add', 'Call', '--on', '2026-10-25 02:30', '--minutes', '60'],
      },
      { now: '2026-10-25T02:30', zone: 'Europe/Berlin', argv: ['today'] },
    ],
  },
  {
    why: 'logged in the first zone, looked at in the last: it is in the days to come, and nothing breaks',
    steps: [
      { now: '2026-11-22T10:30:00Z', zone: 'Pacific/Kiritimati', argv: ['contact', 'add', 'Ana Ruiz'] },
      {
        ...{ now: '2026-11-22T10:30:00Z', zone: 'Pacific/Kiritimati', at: 'day', is: '2026-11-23' },
        argv: [
          'log',
          'ana',
          '--channel',
          'coffee',
          '--about',
          'how they hire',
          '--promised',
          'the deck',
          '--by',
          'tomorrow',
          '--yes',
        ],
      },
      ...['today', 'quadrant', 'shallow', 'history'].map((command) => ({
        ...{ now: '2026-11-22T10:30:00Z', zone: 'Pacific/Niue', argv: [command] },
      })),
      {
        ...{ now: '2026-11-22T10:30:00Z', zone: 'Pacific/Niue', argv: ['contact', 'show', '1'] },
        ...{ at: 'interactions.0.day', is: '2026-11-23' },
      },
      {
        now: '2026-11-22T10:40:00Z',
        zone: 'Pacific/Niue',
        argv: ['log', 'ana', '--channel', 'call', '--yes'],
        at: 'day',
        is: '2026-11-21',
      },
    ],
  },
  {
    why: 'a clock set back two days: what was last done is still what undo takes back',
    steps: [
      { now: '2026-11-22T09:00', argv: ['contact', 'add', 'Ana Ruiz'] },
      { now: '2026-11-22T09:05', argv: ['task', 'add', 'the first'] },
      { now: '2026-11-20T09:00', argv: ['task', 'add', 'the second'] },
      { now: '2026-11-20T09:01', argv: ['history'], at: 'entries.length', is: 3 },
      { now: '2026-11-20T09:02', argv: ['undo'], at: 'takenBack.0.name', is: 'the second' },
      { now: '2026-11-20T09:03', argv: ['undo'], at: 'takenBack.0.name', is: 'the first' },
      { now: '2026-11-20T09:04', argv: ['redo'] },
      { now: '2026-11-20T09:04', argv: ['task', 'list'], at: '0.task.title', is: 'the first' },
    ],
  },
  {
    why: 'a clock set back ten years, and forward again: the copies of all days stay',
    steps: [
      { now: '2026-11-21T09:00', argv: ['contact', 'add', 'Ana Ruiz'] },
      { now: '2026-11-22T09:00', argv: ['task', 'add', 'a'] },
      { now: '2016-01-01T09:00', argv: ['task', 'add', 'b'] },
      { now: '2016-01-01T09:00', argv: ['today'] },
      { now: '2016-01-01T09:00', argv: ['quadrant'] },
      { now: '2016-01-01T09:00', argv: ['log', 'ana', '--channel', 'call', '--yes'] },
      { now: '2026-11-23T09:00', argv: ['task', 'add', 'c'] },
      { now: '2026-11-23T09:00', argv: ['backup', 'list'], at: 'backups.length', is: 3 },
      { now: '2026-11-23T09:00', argv: ['restore', '1', '--yes'] },
    ],
  },
  {
    why: 'the week of the year end is one week',
    steps: [
      { now: '2026-12-31T12:00', argv: ['contact', 'add', 'Ana Ruiz'] },
      { now: '2026-12-31T12:00', argv: ['log', 'ana', '--channel', 'call', '--minutes', '30', '--yes'] },
      { now: '2027-01-01T12:00', argv: ['log', 'ana', '--channel', 'call', '--minutes', '30', '--yes'] },
      { now: '2027-01-03T12:00', argv: ['quadrant'], at: 'weekFrom', is: '2026-12-28' },
      { now: '2027-01-03T12:00', argv: ['quadrant'], at: 'weekTo', is: '2027-01-03' },
    ],
  },
];

/** A few of them are of all kinds. No divisor of their number, so that each has its turn. */
const STRIDE = 5;

export const clocks: Fault = {
  name: 'clocks',
  what: 'clock set back, time zones, summer time, leap day, year end',
  times: CASES.length,
  short: 6,
  prepare: () => async (folder, nth, found) => {
    const { why, steps } = CASES[(nth * STRIDE) % CASES.length]!;
    for (const step of steps) await take(step, why, folder, found);
    await examined(folder, found);
  },
};

async function take(
  { now, zone = 'UTC', argv, at, is }: Step,
  why: string,
  folder: string,
  found: Found,
): Promise<void> {
  const ended = await run(folder, [...argv, '--json'], { JOBSEARCH_NOW: now, TZ: zone });
  const said = `${why}: ${argv.join(' ')}`;
  if (ended.status !== 0) found.unclear(`${said}: ${unclearIn(ended) ?? ended.stderr}`);
  else if (at !== undefined) {
    const seen = at.split('.').reduce((value, key) => value?.[key], JSON.parse(ended.stdout));
    if (seen !== is) found.torn(`${said}: ${at} is ${JSON.stringify(seen)}, not ${JSON.stringify(is)}`);
  }
}
