/** Every command, in the order of the help page. */
import type { Command, Group } from '../app';
import { actAdd } from './act/add';
import { actList } from './act/list';
import { actLoop } from './act/loop';
import { actRemove } from './act/remove';
import { askShow } from './ask/ask';
import { askList } from './ask/list';
import { askNudged, askOutcome } from './ask/outcome';
import { config } from './config';
import { contactAdd } from './contact/add';
import { contactEdit } from './contact/edit';
import { contactKnows } from './contact/knows';
import { contactList } from './contact/list';
import { contactPark } from './contact/park';
import { contactRemove } from './contact/remove';
import { contactShow } from './contact/show';
import { demo } from './demo';
import { eventAdd } from './event/add';
import { eventCancel, eventDone } from './event/close';
import { eventEdit } from './event/edit';
import { eventList } from './event/list';
import { eventShow } from './event/show';
import { exportAll } from './export';
import { importFile } from './import/import';
import { jobAdd } from './job/add';
import { jobEdit } from './job/edit';
import { jobList } from './job/list';
import { jobClose, jobMove } from './job/move';
import { jobShow } from './job/show';
import { log } from './log/log';
import { path } from './path';
import { prep } from './prep';
import { promiseAdd } from './promise/add';
import { promiseEdit, promiseNudged } from './promise/edit';
import { promiseBroken, promiseKept, promiseRelease } from './promise/end';
import { promiseList } from './promise/list';
import { quadrant } from './quadrant';
import { shallow } from './shallow';
import { taskAdd } from './task/add';
import { taskDone, taskDrop } from './task/close';
import { taskEdit } from './task/edit';
import { taskList } from './task/list';
import { taskSnooze } from './task/snooze';
import { today } from './today';

export const commands: (Command | Group)[] = [
  today,
  log,
  quadrant,
  shallow,
  {
    name: 'contact',
    summary: 'People',
    commands: [contactAdd, contactList, contactShow, contactEdit, contactPark, contactKnows, contactRemove],
  },
  { name: 'task', summary: 'Tasks', commands: [taskAdd, taskList, taskEdit, taskDone, taskDrop, taskSnooze] },
  {
    name: 'event',
    summary: 'Events',
    commands: [eventAdd, eventList, eventShow, eventEdit, eventCancel, eventDone],
  },
  {
    name: 'job',
    summary: 'Opportunities, and whom you know there',
    commands: [jobAdd, jobList, jobShow, jobMove, jobEdit, jobClose],
  },
  path,
  {
    name: 'ask',
    summary: 'Asks: who is ready for which, what is missing, what came of them',
    commands: [askShow, askList, askOutcome, askNudged],
  },
  {
    name: 'promise',
    summary: 'Promises, yours and theirs',
    commands: [
      promiseList,
      promiseAdd,
      promiseKept,
      promiseBroken,
      promiseRelease,
      promiseEdit,
      promiseNudged,
    ],
  },
  {
    name: 'act',
    summary: 'What was done for each other, and introductions',
    commands: [actAdd, actList, actLoop, actRemove],
  },
  prep,
  importFile,
  exportAll,
  config,
  demo,
];
