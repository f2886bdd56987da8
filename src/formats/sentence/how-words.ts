/** The words that tell how two people talked, and those that take it back. */
import type { Channel, Direction } from '../../model';

/** `written` is an e-mail or a message, `talk` anything spoken: which one has to be said elsewhere. */
export type How = Channel | 'written' | 'talk' | 'chance';

const SPOKEN_OVER =
  'coffees?|lunch|breakfast|brunch|dinner|tea|drinks?|beers?|pints?|wine|walk|stroll|cuppa|espresso|bite';
const VIDEO = 'video|zoom|teams|skype|facetime|google meet|hangouts?';
export const MEDIUM = 'linkedin|whatsapp|slack|signal|telegram|text|direct|facebook|instagram|sms';
export const ADJECTIVE =
  '(?:first|second|third|quick|short|long|nice|good|great|lovely|brief|virtual|productive|follow-up|followup|informal|informational|friendly|useful|helpful|interesting|wonderful|fantastic|morning|afternoon|evening|weekly|monthly|intro|introductory|discovery|recruiter|late|early|spontaneous|impromptu|excellent|pleasant|awkward|surprise|casual|proper|big|little|new|longer|two|three|few|several|some|\\d|very|really|super)';

export const NOUNS: [How, string][] = [
  ['video', `(?:${VIDEO})(?: (?:call|chat|meeting|session|catch-up|interview|coffee))?`],
  ['group', 'group (?:call|chat|meeting|video call)|team (?:call|meeting)'],
  ['coffee', `(?:${SPOKEN_OVER})(?: (?:chat|meeting|catch-up|break|date))?`],
  [
    'call',
    '(?:phone )?calls?|tel|phone(?= with)|phone (?:chat|interview|screen|screening)|chat on the phone|talk on the phone',
  ],
  ['email', 'e-?mails?'],
  [
    'message',
    `(?:(?:${MEDIUM}) )?(?:messages?|dms?)|sms|texts?|(?:${MEDIUM}) note|(?:whatsapp|linkedin|slack|signal|telegram)(?= with)`,
  ],
  ['meeting', 'meeting|sit-down|f2f|1:1|1-1|one-on-one|one-to-one|interview'],
  ['event', 'meetup|conference|workshop|hackathon|webinar|panel'],
  ['written', '(?:reply|response|answer)(?= from)'],
  ['talk', 'chat|talk|conversation|catch-up|catchup|catch up|discussion|word'],
];

export const VERBS: [How, string, Direction?][] = [
  ['email', '(?:emailed|mailed|e-mailed) (?:back and forth )?with', 'both'],
  ['message', '(?:messaged|texted) (?:back and forth )?with', 'both'],
  ['email', '(?:emailed|e-mailed|mailed)', 'sent'],
  ['message', "(?:messaged|texted|dm'd|dmed|pinged|whatsapped|slacked)", 'sent'],
  ['call', '(?:called|phoned|rang|telephoned)(?: up| back)?(?: with)?'],
  ['call', '(?:on the phone|on a call|got off the phone) with'],
  ['video', '(?:on (?:a )?(?:zoom|teams)(?: call)?) with'],
  ['video', '(?:zoomed|skyped|facetimed)(?: with)?'],
  ['meeting', '(?:met(?: up)?(?: with)?|saw|visited|sat down with|interviewed with)'],
  ['chance', '(?:bumped|ran|run) into|crossed paths with'],
  ['written', 'sent(?= [@~]\\d)|thanked(?= [@~]\\d+ (?:by|via|over|on) )', 'sent'],
  ['call', 'left (?:a )?(?:voicemail|voice mail|vm) (?:for|with|to)'],
  [
    'written',
    '(?:wrote(?: back)?(?: to)?|replied(?: back)? to|answered|responded to|reached out to|got in touch with|followed up with)',
    'sent',
  ],
  ['written', 'heard(?: back)? from', 'received'],
  [
    'talk',
    '(?:spoke|talked|chatted|caught up|connected|touched base|checked in)(?: briefly| again| at length)? (?:with|to)',
  ],
];

/** After their names: what they did. */
export const THEIRS: [How, string, Direction?][] = [
  ['call', '(?:called|phoned|rang)(?: me)?(?: back| up)?'],
  ['email', '(?:emailed|e-mailed|mailed)(?: me)?(?: back)?', 'received'],
  ['message', "(?:messaged|texted|dm'd|dmed|pinged|whatsapped|slacked)(?: me)?(?: back)?", 'received'],
  ['email', 'sent (?:me )?(?:an?|two|another) (?:\\S+ )?e-?mails?', 'received'],
  ['message', `sent (?:me )?(?:a|another) (?:\\S+ )?(?:(?:${MEDIUM}) )?(?:message|dm|text)`, 'received'],
  [
    'written',
    '(?:wrote(?: back)?(?: to me| me)?|replied(?: back)?(?: to me)?|answered(?: me)?|responded(?: to me)?|got back to me|came back to me|reached out(?: to me)?)',
    'received',
  ],
];

/** What tells how, beside a word that leaves it open. */
export const BESIDES: [How, string][] = [
  ['call', '(?:on|over|by) (?:the )?(?:phone|telephone)'],
  ['video', `(?:on|over|via|by|through) (?:a )?(?:${VIDEO})(?: call)?`],
  ['coffee', `(?:for|over) (?:an? |some )?(?:(?:quick|short|early|late|long) )?(?:${SPOKEN_OVER})`],
  ['email', '(?:by|via|over|on|per) e-?mail|to my (?:e-?)?mail|an? (?:\\S+ )?e-?mail'],
  [
    'message',
    `(?:on|via|by|over|through|in) (?:a )?(?:${MEDIUM}|dm|messenger)(?: message| messages)?|to my (?:linkedin )?message`,
  ],
  ['meeting', 'in person|face to face'],
];
export const WEAK: How[] = ['written', 'talk', 'meeting', 'chance'];
export const AT_EVENT =
  '(?:at|during|after) (?:[^ ,;:.]+ ){0,5}?(?:meetup|meet-up|conference|fair|workshop|summit|hackathon|party|webinar|panel|event|reception|mixer)';

export const LEAD =
  "(?:(?:i|we|i've|we've) )?(?:(?:just|finally|also|then|briefly|quickly) )*(?:had|have had|grabbed|got|received|did|went for|went out for|went on|was on|was in|jumped on|hopped on|took|enjoyed|shared|held|sent|exchanged|swapped|traded|finished)";
export const DONE_BY_ME = "(?:i|we|i've|we've)(?: just| finally| also| then)?|just|finally|briefly|quickly";
export const UNREAL =
  "(?:(?:i|we) )?(?:will|am going to|are going to|plan to|planned to|planning|want to|wanted to|should|might|need to|have to|hope to|would like to|could|must|let's|try to|tried to|trying to|going to|supposed to|didn't|did not|couldn't|could not|never|can't|missed|skipped|cancelled|canceled|postponed|rescheduled|scheduled|arranged|booked|set up|no|having|going for|meeting up with|calling)|i'll|we'll|meeting(?! with)|(?:call|email|message|ask|tell|write|phone|text|ping|meet)(?= [@~])";
export const NOT_REACHED =
  "(?:no answer|left (?:a )?(?:voicemail|voice mail|vm)|voicemail|voice mail|vm|(?:didn't|did not|doesn't|wouldn't) (?:answer|pick up|show|show up|come|reply|respond)|no reply|no response|no-show|no show|stood me up|never (?:came|showed|answered|replied)|cancelled on me|canceled on me|nobody answered|couldn't reach|was out|got cancelled|was cancelled|fell through|(?:cancelled|canceled|postponed|rescheduled)(?= [,;.!]|$))";
