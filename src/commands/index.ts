/** Every command, in the order of the help page; each is loaded only when it runs. */
import type { Group, Listed } from '../app';

export const commands: (Listed | Group)[] = [
  {
    name: 'today',
    summary: 'Plan the day: events, the important before the urgent, and a few people',
    load: async () => (await import('./today')).today,
  },
  {
    name: 'log',
    summary: 'Log a conversation, with the promises, favours and next steps that came of it',
    writes: true,
    load: async () => (await import('./log/log')).log,
  },
  {
    name: 'quadrant',
    summary: 'Review the week: the four squares, where the time went, who moved, and three proposals',
    load: async () => (await import('./quadrant')).quadrant,
  },
  {
    name: 'shallow',
    summary: 'List the ties that are busy or old but not deep, with the evidence and the next small step',
    writes: ['add'],
    load: async () => (await import('./shallow')).shallow,
  },
  {
    name: 'contact',
    summary: 'Keep your people, with what you know of each',
    commands: [
      {
        name: 'add',
        summary: 'Add a person',
        writes: true,
        load: async () => (await import('./contact/add')).contactAdd,
      },
      {
        name: 'list',
        summary: 'List your people, with how deep and how warm each tie is',
        isDefault: true,
        load: async () => (await import('./contact/list')).contactList,
      },
      {
        name: 'show',
        summary: 'Show all that is known of a person, to read before a meeting',
        load: async () => (await import('./contact/show')).contactShow,
      },
      {
        name: 'edit',
        summary: 'Change what is known of a person; "" clears a field',
        writes: true,
        load: async () => (await import('./contact/edit')).contactEdit,
      },
      {
        name: 'park',
        summary: 'Put a person aside: kept with all their history, out of every list',
        writes: true,
        load: async () => (await import('./contact/park')).contactPark,
      },
      {
        name: 'knows',
        summary: 'Note that two of your people know each other, or list whom somebody knows',
        writes: ['other'],
        load: async () => (await import('./contact/knows')).contactKnows,
      },
      {
        name: 'remove',
        summary: 'Remove a person with the history that is theirs alone (park keeps it)',
        writes: true,
        load: async () => (await import('./contact/remove')).contactRemove,
      },
    ],
  },
  {
    name: 'task',
    summary: 'Keep what there is to do, in four squares',
    commands: [
      {
        name: 'add',
        summary: 'Add a task; its importance comes from what it serves, its urgency from its due day',
        writes: true,
        load: async () => (await import('./task/add')).taskAdd,
      },
      {
        name: 'list',
        summary: 'List the open tasks, the most pressing square first',
        isDefault: true,
        load: async () => (await import('./task/list')).taskList,
      },
      {
        name: 'edit',
        summary: 'Change a task, or overrule its square by hand',
        writes: true,
        load: async () => (await import('./task/edit')).taskEdit,
      },
      {
        name: 'done',
        summary: 'Tick tasks off, with the minutes they took',
        writes: true,
        load: async () => (await import('./task/close')).taskDone,
      },
      {
        name: 'drop',
        summary: 'Let tasks go without doing them',
        writes: true,
        load: async () => (await import('./task/close')).taskDrop,
      },
      {
        name: 'snooze',
        summary: 'Hide a task until a day; its due day stays',
        writes: true,
        load: async () => (await import('./task/snooze')).taskSnooze,
      },
    ],
  },
  {
    name: 'event',
    summary: 'Keep what is in your diary: interviews, coffees, meetups',
    commands: [
      {
        name: 'add',
        summary: 'Add an event: a coffee, an interview, a meetup',
        writes: true,
        load: async () => (await import('./event/add')).eventAdd,
      },
      {
        name: 'list',
        summary: 'List the events to come',
        isDefault: true,
        load: async () => (await import('./event/list')).eventList,
      },
      {
        name: 'show',
        summary: 'Show an event with its people and what is open between you',
        load: async () => (await import('./event/show')).eventShow,
      },
      {
        name: 'edit',
        summary: 'Change an event; "" clears a field, a moved event keeps its length',
        writes: true,
        load: async () => (await import('./event/edit')).eventEdit,
      },
      {
        name: 'cancel',
        summary: 'Call an event off; it stays in the records',
        writes: true,
        load: async () => (await import('./event/close')).eventCancel,
      },
      {
        name: 'done',
        summary: 'Say that an event took place, and what came of it',
        writes: true,
        load: async () => (await import('./event/close')).eventDone,
      },
    ],
  },
  {
    name: 'job',
    summary: 'Keep opportunities, and see whom you know there',
    commands: [
      {
        name: 'add',
        summary: 'Add an opportunity at a company, and see whom you know there',
        writes: true,
        load: async () => (await import('./job/add')).jobAdd,
      },
      {
        name: 'list',
        summary: 'List the open jobs, the furthest first, with their next steps and what went quiet',
        isDefault: true,
        load: async () => (await import('./job/list')).jobList,
      },
      {
        name: 'show',
        summary: 'Show a job, and whom you know there: now, through somebody, or from before',
        load: async () => (await import('./job/show')).jobShow,
      },
      {
        name: 'move',
        summary: 'Move a job to another stage; the stage it has says that it still stands',
        writes: true,
        load: async () => (await import('./job/move')).jobMove,
      },
      {
        name: 'edit',
        summary: 'Change a job, or say what the next step is; "" clears a field',
        writes: true,
        load: async () => (await import('./job/edit')).jobEdit,
      },
      {
        name: 'close',
        summary: 'Close a job that will not be yours, with the reason',
        writes: true,
        load: async () => (await import('./job/move')).jobClose,
      },
    ],
  },
  {
    name: 'path',
    summary: 'Find the best ways in to a company or a person, and what would strengthen them',
    writes: ['add'],
    load: async () => (await import('./path')).path,
  },
  {
    name: 'ask',
    summary: 'See who is ready for which ask, what is missing, and what came of those you made',
    commands: [
      {
        name: 'show',
        summary: 'Whom to ask for what: who is ready, what is missing, and what is unanswered',
        isDefault: true,
        // What a gate rests on is asked on a terminal, and the answer kept.
        writes: ['record', 'for'],
        load: async () => (await import('./ask/ask')).askShow,
      },
      {
        name: 'list',
        summary: 'The record: what you asked of whom, and what came of it',
        load: async () => (await import('./ask/list')).askList,
      },
      {
        name: 'outcome',
        summary: 'Write down what came of an ask: yes, no or silence',
        writes: true,
        load: async () => (await import('./ask/outcome')).askOutcome,
      },
      {
        name: 'nudged',
        summary: 'Write down that you reminded them once; after that the ask rests',
        writes: true,
        load: async () => (await import('./ask/outcome')).askNudged,
      },
    ],
  },
  {
    name: 'promise',
    summary: 'Keep track of promises, yours and theirs',
    commands: [
      {
        name: 'list',
        summary: 'List what you promised, what you wait for, and how many you kept',
        isDefault: true,
        load: async () => (await import('./promise/list')).promiseList,
      },
      {
        name: 'add',
        summary: 'Write down a promise that was made outside a logged conversation; yours becomes a task',
        writes: true,
        load: async () => (await import('./promise/add')).promiseAdd,
      },
      {
        name: 'kept',
        summary: 'Say that a promise was kept, by you or by them',
        writes: true,
        load: async () => (await import('./promise/end')).promiseKept,
      },
      {
        name: 'broken',
        summary: 'Say that a promise was not kept, and what that did to the tie',
        writes: true,
        load: async () => (await import('./promise/end')).promiseBroken,
      },
      {
        name: 'release',
        summary: 'Let a promise go that nobody waits for any more; it counts neither way',
        writes: true,
        load: async () => (await import('./promise/end')).promiseRelease,
      },
      {
        name: 'edit',
        summary: 'Change what an open promise is about or when it is due; its task moves with it',
        writes: true,
        load: async () => (await import('./promise/edit')).promiseEdit,
      },
      {
        name: 'nudged',
        summary: 'Note that you asked after a promise of theirs; from then on it rests',
        writes: true,
        load: async () => (await import('./promise/edit')).promiseNudged,
      },
    ],
  },
  {
    name: 'act',
    summary: 'Keep track of what was done for each other, and of introductions',
    commands: [
      {
        name: 'add',
        summary: 'Write down what somebody did for you, or you for them, outside a logged conversation',
        writes: true,
        load: async () => (await import('./act/add')).actAdd,
      },
      {
        name: 'list',
        summary: 'List what was done for each other, and the introductions that wait for your word',
        isDefault: true,
        load: async () => (await import('./act/list')).actList,
      },
      {
        name: 'loop',
        summary: 'Take an introduction further: thank, meet, tell the introducer how it went',
        writes: true,
        load: async () => (await import('./act/loop')).actLoop,
      },
      {
        name: 'remove',
        summary: 'Take back an act that was written down by mistake',
        writes: true,
        load: async () => (await import('./act/remove')).actRemove,
      },
    ],
  },
  {
    name: 'prep',
    summary: 'See how far each part of your preparation is, and when it was last touched',
    writes: ['part'],
    load: async () => (await import('./prep')).prep,
  },
  {
    name: 'import',
    summary: "Bring in people and messages from LinkedIn's export (zip or CSV), or a file that export wrote",
    writes: true,
    load: async () => (await import('./import/import')).importFile,
  },
  {
    name: 'export',
    summary: 'Write everything down as JSON, which import reads back',
    load: async () => (await import('./export')).exportAll,
  },
  {
    name: 'backup',
    summary: 'Make copies of the database, and list them',
    commands: [
      {
        name: 'make',
        summary: 'Make a verified copy of the database, here or anywhere',
        isDefault: true,
        opensDatabase: false,
        load: async () => (await import('./backup/make')).backupMake,
      },
      {
        name: 'list',
        summary: 'List the copies, the newest first, with the numbers that restore takes',
        opensDatabase: false,
        load: async () => (await import('./backup/list')).backupList,
      },
    ],
  },
  {
    name: 'restore',
    summary: 'Put a copy in the place of the database, which is kept',
    opensDatabase: false,
    load: async () => (await import('./restore')).restore,
  },
  {
    name: 'doctor',
    summary: 'Check the database, its copies and who may read it; --fix mends what can be mended',
    opensDatabase: false,
    load: async () => (await import('./doctor')).doctor,
  },
  {
    name: 'undo',
    summary: 'Take back the last command, or any other, a whole import included',
    writes: true,
    load: async () => (await import('./undo')).undo,
  },
  {
    name: 'redo',
    summary: 'Do again what undo took back',
    writes: true,
    load: async () => (await import('./redo')).redo,
  },
  {
    name: 'history',
    summary: 'List what you did, with the numbers that undo takes',
    load: async () => (await import('./history')).history,
  },
  {
    name: 'setup',
    summary: 'The first run: your goal, your companies, your time and your preparation, in two minutes',
    writes: true,
    load: async () => (await import('./setup/setup')).setup,
  },
  {
    name: 'config',
    summary: 'Show or change the settings',
    commands: [
      {
        name: 'list',
        summary: 'List the settings with what each does; --all also lists the numbers of the model',
        isDefault: true,
        writes: ['value', 'unset'],
        load: async () => (await import('./config')).configList,
      },
      {
        name: 'get',
        summary: 'Show one setting, what it may be, and its default',
        load: async () => (await import('./config')).configGet,
      },
      {
        name: 'set',
        summary: 'Change a setting',
        writes: true,
        load: async () => (await import('./config')).configSet,
      },
      {
        name: 'unset',
        summary: 'Set a setting back to its default',
        writes: true,
        load: async () => (await import('./config')).configUnset,
      },
    ],
  },
  {
    name: 'completion',
    summary: 'Print the script that lets Tab finish commands, names and numbers in your shell',
    opensDatabase: false,
    load: async () => (await import('./completion')).completion,
  },
  {
    name: 'demo',
    summary: 'Look around in a made-up search, without touching your own',
    load: async () => (await import('./demo')).demo,
  },
];
