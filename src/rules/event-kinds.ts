/** What kind of event a title speaks of, and how long such things usually take. */
import type { Channel, EventKind } from '../model';

const SIGNS: [EventKind, RegExp][] = [
  [
    'interview',
    /\b(interview|screening|(phone|tech|technical|recruiter) screen|onsite|on-site|assessment)\b/i,
  ],
  ['coffee', /\b(coffee|lunch|breakfast|dinner|tea|drinks?|beer|walk)\b/i],
  ['video', /\b(video|zoom|teams|google meet|skype)\b/i],
  ['call', /\b(call|phone|telephone)\b/i],
  [
    'event',
    /\b(meetup|meet-up|conference|fair|workshop|webinar|panel|talk(?! with\b)|summit|party|hackathon|club)\b/i,
  ],
];

/** Without a sign in the title, one or two people make a meeting, and nobody or many an event. */
export function eventKindOf(title: string, people: number): EventKind {
  const found = SIGNS.find(([, sign]) => sign.test(title))?.[0];
  return found ?? (people === 1 || people === 2 ? 'meeting' : 'event');
}

export function channelOf(kind: EventKind): Channel {
  return kind === 'interview' ? 'meeting' : kind;
}

/** Minutes; what a conversation on this channel takes when nobody said. Our own choice. */
export const USUAL_MINUTES: Record<Channel, number> = {
  call: 20,
  video: 30,
  coffee: 45,
  meeting: 45,
  event: 90,
  group: 60,
  email: 10,
  message: 5,
};
