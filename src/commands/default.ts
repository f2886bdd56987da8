import type { Listed } from '../app';

/** Apart from the list, so that the bare day, the commonest run, is started without all the others. */
export const todayListed = {
  name: 'today',
  summary: 'Plan the day: events, the important before the urgent, and a few people',
  load: async () => (await import('./today')).today,
} satisfies Listed;
