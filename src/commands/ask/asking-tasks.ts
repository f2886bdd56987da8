/** Tasks to ask somebody, which are done once that was asked. */
import type { Db } from '../../store/db';
import { listOpenTasksFor } from '../../store/tasks';

/** As `--add` words them ("Ask Lee for 20 minutes …"), and as people do. */
const ASKING = /^(?:[^:]+: )?ask\b/i;

export function listAskingTasks(db: Db, contactId: number): { id: number; title: string }[] {
  return listOpenTasksFor(db, contactId).filter(
    (task) => task.contactId === contactId && task.promiseId === null && ASKING.test(task.title),
  );
}
