/** How an event ended, and what was to be ready for it. */
import type { EventFacts } from './event';
import { seenToLine } from './log';
import { dim, line, type View } from './view';

/** `tasks` are the open ones that were for it. */
export function eventClosedView(event: EventFacts, tasks: { id: number; title: string }[] = []): View {
  if (event.state === 'cancelled')
    return [
      line(`Event #${event.id} ${event.title} is called off.`),
      ...tasks.map(({ id, title }) =>
        line([`#${id} ${title} was for it: `, dim(`jobsearch task drop ${id}`)]),
      ),
    ];
  return [
    line([{ text: 'Done', tone: 'good' }, ` event #${event.id} ${event.title}.`]),
    line(
      dim(
        event.with.length > 0
          ? `What was said? jobsearch log --event ${event.id}`
          : `Whom did you meet? jobsearch log "A Name" --event ${event.id}`,
      ),
    ),
    ...tasks.map(seenToLine),
  ];
}
