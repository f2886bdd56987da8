import { expect, test } from 'vitest';
import type { Event } from '../../src/model';
import { agendaOf, daysAround } from '../../src/rules/agenda';

const DAY = '2026-11-22';

interface Some {
  startOn?: string;
  startTime?: string;
  endOn?: string;
  kind?: Event['kind'];
}

let last = 0;
const one = ({ startOn = DAY, startTime, endOn, kind = 'meeting' }: Some = {}) => ({
  id: ++last,
  kind,
  startOn,
  startTime: startTime ?? null,
  endOn: endOn ?? null,
});

test.each<[why: string, Some, at: 'on' | 'unlogged' | 'upcoming' | 'nowhere']>([
  ['all day', {}, 'on'],
  ['an hour of it', { startTime: '09:00' }, 'on'],
  ['the last day of a fair', { startOn: '2026-11-20', endOn: DAY }, 'on'],
  ['begun a month ago and still on', { startOn: '2026-10-22', endOn: '2026-12-31' }, 'on'],
  ['begun longer ago than an event lasts', { startOn: '2026-10-21', endOn: '2026-12-31' }, 'nowhere'],
  ['over yesterday', { startOn: '2026-11-21' }, 'unlogged'],
  ['a fair that ended yesterday', { startOn: '2026-11-19', endOn: '2026-11-21' }, 'unlogged'],
  ['over four weeks ago', { startOn: '2026-10-25' }, 'unlogged'],
  ['so long ago that nobody remembers', { startOn: '2026-10-24' }, 'nowhere'],
  ['tomorrow', { startOn: '2026-11-23' }, 'upcoming'],
  ['in two days', { startOn: '2026-11-24' }, 'nowhere'],
  ['an interview in three days', { startOn: '2026-11-25', kind: 'interview' }, 'upcoming'],
])('%s', (_, event, at) => {
  const planned = one(event);
  const agenda = agendaOf([planned], DAY);
  const nothing = { on: [], unlogged: [], upcoming: [] };
  expect(agenda).toEqual(at === 'nowhere' ? nothing : { ...nothing, [at]: [planned] });
});

test('all-day events come first, then by time; what is to be logged from the latest on', () => {
  const [evening, morning, allDay] = [one({ startTime: '18:00' }), one({ startTime: '09:00' }), one()];
  const [early, late, whole] = [
    one({ startOn: '2026-11-21', startTime: '09:00' }),
    one({ startOn: '2026-11-21', startTime: '18:00' }),
    one({ startOn: '2026-11-21' }),
  ];
  const before = one({ startOn: '2026-11-10', startTime: '20:00' });
  const [soon, sooner] = [
    one({ startOn: '2026-11-25', kind: 'interview' }),
    one({ startOn: '2026-11-23', startTime: '09:00' }),
  ];
  expect(agendaOf([evening, early, soon, morning, late, allDay, before, sooner, whole], DAY)).toEqual({
    on: [allDay, morning, evening],
    unlogged: [late, early, whole, before],
    upcoming: [sooner, soon],
  });
});

test('nothing that an agenda shows begins outside the days it is made of', () => {
  expect(daysAround(DAY)).toEqual(['2026-10-22', '2026-11-25']);
});
