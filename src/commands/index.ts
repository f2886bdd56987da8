/** Every command, in the order of the help page. */
import type { Command, Group } from '../app';
import { config } from './config';
import { contactAdd } from './contact/add';
import { contactEdit } from './contact/edit';
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
import { log } from './log/log';
import { prep } from './prep';
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
    commands: [contactAdd, contactList, contactShow, contactEdit, contactPark, contactRemove],
  },
  { name: 'task', summary: 'Tasks', commands: [taskAdd, taskList, taskEdit, taskDone, taskDrop, taskSnooze] },
  {
    name: 'event',
    summary: 'Events',
    commands: [eventAdd, eventList, eventShow, eventEdit, eventCancel, eventDone],
  },
  prep,
  importFile,
  exportAll,
  config,
  demo,
];
