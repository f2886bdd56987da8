/** Ties from before the search that went quiet: the depth is still there, the warmth is not. */
import { call, coffee, gave, got, mailed, mails, type Person, promised, video } from './story';

export const silentTies: Person[] = [
  {
    key: 'omar',
    name: 'Omar Haddad',
    company: 'Brevik & Daughters',
    role: 'Logistics architect',
    howMet: 'a workshop on route planning',
    purpose: 'knows somebody at every logistics firm',
    relevance: 'knows-one',
    email: 'omar.haddad@example.org',
    phone: '+44 20 7946 0177',
    talks: [
      coffee(-190, 50, 'his first year as an architect', [gave('favour', 'reviewed his talk proposal')]),
      mails(-165, 'the proposal was accepted'),
      coffee(-130, 45, 'who builds platforms around here', [
        got('introduction', 'to Layla Mansour (ليلى منصور) at Vantmere'),
      ]),
    ],
  },
  {
    key: 'birgit',
    name: 'Birgit Øverland',
    role: 'My first team lead',
    howMet: 'my first job',
    purpose: 'knows how I learn',
    email: 'birgit@example.com',
    tags: ['mentors'],
    talks: [
      coffee(-420, 60, 'leaving big companies'),
      mails(-390, 'the book she recommended', [
        got('recommendation', 'on my profile'),
        gave('favour', 'set up her photo archive'),
      ]),
      call(-340, 35, 'her retirement'),
    ],
  },
  {
    key: 'svitlana',
    name: 'Svitlana Kovalenko',
    company: 'Meridiem Rail',
    role: 'Principal engineer',
    howMet: 'study group',
    purpose: 'learn how a timetable platform is run',
    email: 's.kovalenko@example.org',
    talks: [
      coffee(-330, 45, 'event sourcing, for and against'),
      mails(-300, 'the paper we talked about'),
      call(-262, 25, 'her move to Meridiem'),
      mailed(-9, 'asked what her department hires for'),
    ],
  },
  {
    key: 'lucia',
    name: 'Lucía Fernández-Vega',
    company: 'Oakfold',
    role: 'Backend developer',
    howMet: 'open-source work on a calendar library',
    purpose: 'tells me what Oakfold is like inside',
    email: 'lucia.fv@example.com',
    tags: ['open source'],
    talks: [
      coffee(-172, 45, 'maintaining the library together'),
      mails(-150, 'the release', [
        promised('a chapter for the handbook', -130, { ended: ['released', -125] }),
      ]),
      video(-125, 40, 'why she stays at Oakfold'),
    ],
  },
  {
    key: 'chidi',
    name: 'Chidinma Okafor',
    company: 'Korbhaus',
    role: 'QA lead',
    howMet: 'sat back to back for two years at Korbhaus',
    purpose: 'remembers the migration better than I do',
    closeness: 3,
    notes: 'Call her before the interview stories are final.',
    phone: '+44 20 7946 0119',
    tags: ['korbhaus'],
  },
  {
    key: 'gunnar',
    name: 'Gunnar Þórsson',
    company: 'Halfmoon Studio',
    role: 'Producer',
    howMet: 'a game jam years ago',
    notes: 'Games only. Nothing to do with this search.',
    isParked: true,
    talks: [mailed(-51, 'hello again')],
  },
];
