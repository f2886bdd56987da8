/** Tasks that were left lying, as the review asks about them. */
import type { IsoDay, ServingTask, StragglerAnswer } from '../model';
import { dayWithWeekday, shortDay } from '../rules/day-words';
import type { Straggler } from '../rules/stragglers';
import { count, dim, gap, good, heading, line, type View } from './view';

export interface StragglerSaved {
  /** Gone: it was closed elsewhere before the answer. */
  answer: StragglerAnswer | 'gone';
  /** As it is now. */
  task: ServingTask;
  /** Of what was kept: it is not asked about before. */
  until?: IsoDay;
}

export function stragglerHeading(shown: number, more: number): View {
  return [
    gap,
    heading([`${count(shown, 'task')} left lying`, dim(more > 0 ? ` · ${more} more next time` : '')]),
  ];
}

/** "#31 Say the pitch aloud: no date, 40 days old". */
export function stragglerQuestion({ weighed, reason }: Straggler, today: IsoDay): string {
  const { id, title } = weighed.task;
  const why = () => {
    switch (reason.kind) {
      case 'overdue':
        return `due ${shortDay(reason.dueOn, today)}, ${reason.days} days ago`;
      case 'no-square':
        return `no date, serves nothing named, ${reason.days} days old`;
      case 'undated':
        return `no date, ${reason.days} days old`;
      case 'untouched':
        return `nobody touched it since ${shortDay(reason.since, today)}`;
    }
  };
  return `#${id} ${title}: ${why()}`;
}

export function stragglerSaved({ answer, task, until }: StragglerSaved, today: IsoDay): View {
  const due = task.dueOn === null ? '' : dayWithWeekday(task.dueOn, today);
  const promise =
    task.promiseId !== null && task.promiseState === 'open'
      ? ` What you promised ${task.promiseTo} stays open.`
      : '';
  switch (answer) {
    case 'gone':
      return [line(`It was ${task.state} meanwhile: nothing to decide.`, 2)];
    case 'keep':
      return [line(dim(`Kept as it is; not asked again before ${shortDay(until!, today)}.`), 2)];
    case 'do first': {
      const why = task.importance === 1 ? 'important by your word' : 'important';
      return [line(good(`First: ${why}, due ${due}.`), 2)];
    }
    case 'schedule':
      return [line(good(`Due ${due}.`), 2)];
    case 'snooze':
      return [line(dim(`Out of sight until ${dayWithWeekday(task.snoozedUntil!, today)}.`), 2)];
    case 'drop':
      return [line(dim(`Dropped.${promise}`), 2)];
  }
}
