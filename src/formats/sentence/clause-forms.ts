/** The forms in which people say what came of a conversation. */
import type { Side } from '../../model';
import { NAME, OBJECT, SUBJECT } from './vocabulary';

export type ClauseKind = 'promise' | 'act' | 'next' | 'answer';

export interface Form {
  kind: ClauseKind;
  by: Side;
  pattern: string;
  prefix?: string;
  /** The content has to begin like this. */
  content?: string;
  /** The kind of act has to be told by the content. */
  told?: boolean;
  /** Nothing need stand before the content. */
  bare?: boolean;
  /** There has to be a day in it. */
  dated?: boolean;
  /** Of an answer. */
  outcome?: 'yes' | 'no';
}

const ADVERB =
  '(?:also|then|kindly|already|just|finally|even|really|unprompted|spontaneously|generously|immediately)';
const ADV = `(?: ${ADVERB})?`;
const PLURAL = `(?<plural>(?:both )?${NAME}(?: , ${NAME})* and )?`;
const THEY = `${PLURAL}${SUBJECT}`;
const THEY_SHORT = `${PLURAL}(?<subject>${NAME}|he|she|they|who)`;
const THEN_THEY = "(?: that)?(?: (?:he|she|they)(?:'ll|'d| will| would))";

const MY_VERBS =
  '(?:send|share|forward|introduce|intro|connect|review|read|prepare|draft|give|bring|get back to|get (?:him|her|them)|let (?:him|her|them|@\\d+) know|pass|look (?:into|over|at)|put|recommend|refer|help|find|ask|write up|show|return)';
/** What I promise is nothing for myself. */
const FOR_THEM = `${MY_VERBS}(?! (?:me|us)(?: |$))`;
const MY_STEPS =
  '(?:call|ping|email|write|text|message|check in|see|meet|follow up|visit|phone|ring|reach out|circle back|touch base)';
const THEIR_VERBS = `(?:introduce|intro|send|share|forward|refer|pass|connect|put (?:me|in|us)|let (?:me|us)|ask|check|look (?:into|at|over|for)|get (?:back|me|in touch)|come back|call|email|write|review|talk to|speak to|speak with|ping|recommend|vouch|give|help|tell|mention|follow up|find|read|bring|show|message|text|be in touch|set up|arrange|invite|reply|respond|answer)(?! (?:him|them|${NAME}(?! (?:for|about) me))(?: |$))`;
const NOT_NOTHING = `(?! (?:(?:him|her|them|me|us|${NAME}) )?(?:nothing|not|no|none|never|anything)(?: |$))`;
const MESSAGES =
  '(?:e-?mail|emails|message|messages|dm|note|text|reply|invite|invitation|line|card|connection|calendar)';
const GOODS =
  '(?:intro|intros|introduction|introductions|referrals?|reference|recommendation|feedback|lead|leads|help|advice|contact|contacts|tour|review)';

export const UNASKED =
  '(?:completely |totally |all )?(?:unprompted|unasked|without (?:my|me) (?:even )?(?:asking|having asked)|without being asked|out of the blue|(?:on|of) (?:her|his|their) own(?: initiative| accord)?|before i (?:even )?asked|spontaneously)';
export const ASKED_FOR =
  '(?:when i asked|because i asked|after i asked|as i asked|as i had asked|at my request|which i had asked for)';

/** What one asks of somebody, so that a "no" is an answer and not a matter of taste. */
const ASKED_OF =
  '(?:(?:my|the|an?|our|that|giving me|making) )*(?:[^ ,;:.]+ ){0,2}?(?:referral|reference|recommendation|intro|introduction|interview|informational|request|ask)';
const DO_FOR_ME =
  '(?:refer|introduce|intro|recommend|vouch for|connect|endorse|put in a (?:good )?word for|be (?:my|a) reference)(?: (?:me|for me)|(?= |$))';

export const FORMS: Form[] = [
  // ── answers ──
  {
    kind: 'answer',
    by: 'them',
    outcome: 'yes',
    pattern: `${THEY}${ADV} said (?:yes|sure|ok|okay) to`,
    content: ASKED_OF,
  },
  {
    kind: 'answer',
    by: 'them',
    outcome: 'no',
    pattern: `${THEY}${ADV} (?:said no to|turned down|turned me down (?:for|on)|declined|refused|rejected)`,
    content: ASKED_OF,
  },
  {
    kind: 'answer',
    by: 'them',
    outcome: 'no',
    pattern: `${THEY}${ADV} (?:(?:declined|refused) to|said (?:that )?(?:he|she|they) (?:can't|cannot|can not|couldn't|won't|will not|would not|wouldn't))`,
    content: DO_FOR_ME,
  },
  // ── what is next ──
  {
    kind: 'next',
    by: 'me',
    pattern:
      '(?:my |the )?(?:next|next steps?|next up|to do|todo|to-do|follow-up|action|action item) (?:: to|:|;|is to|is :|are :|is|=)(?! (?:nothing|none|no|not|n)(?: |$))',
  },
  {
    kind: 'next',
    by: 'me',
    pattern: "(?:i'll|i will|will|to|need to|i need to)",
    bare: true,
    content: '(?:follow up|circle back|touch base|check in|check back)(?! was)',
  },
  { kind: 'next', by: 'me', pattern: "(?:i'll|i will)", content: MY_STEPS },
  { kind: 'next', by: 'me', pattern: '(?:i )?(?:need|have) to', content: `(?:${MY_VERBS}|${MY_STEPS})` },
  {
    kind: 'next',
    by: 'me',
    pattern:
      "(?:we'll|we will|we agreed to|we decided to|we plan to|agreed to|will|we're going to|let's)(?: all)?",
    content:
      '(?:meet|talk|speak|catch up|chat|call|see each other|reconnect|have (?:a )?(?:coffee|lunch|call))',
    dated: true,
  },
  {
    kind: 'next',
    by: 'me',
    pattern:
      "todo|to do|next|(?:i )?(?:must|gotta|got to|have got to)|remind me to|(?:don't|do not) forget to|remember to",
    content: `(?:${MY_VERBS}|${MY_STEPS})`,
  },
  // ── my promises ──
  {
    kind: 'promise',
    by: 'me',
    pattern: `(?:i |i've )?(?:${ADVERB} )?promised(?! me| us)(?: ${OBJECT})?(?: that)?(?: i'll| i'd| i will| i would| to)?${NOT_NOTHING}`,
  },
  { kind: 'promise', by: 'me', pattern: `(?:i )?(?:still )?owe ${OBJECT}${NOT_NOTHING}` },
  {
    kind: 'promise',
    by: 'me',
    pattern: `(?:i'll|i will|i'm going to|i am going to)${ADV}`,
    content: FOR_THEM,
  },
  {
    kind: 'promise',
    by: 'me',
    pattern: `(?:i )?(?:said|told ${OBJECT})(?: that)? (?:i'll|i'd|i will|i would)${NOT_NOTHING}`,
    content: `(?:${MY_VERBS}|${MY_STEPS})`,
  },
  { kind: 'promise', by: 'me', pattern: '(?:i )?(?:agreed|offered) to', content: FOR_THEM },
  { kind: 'promise', by: 'me', pattern: '(?:me|i) to', content: FOR_THEM },
  {
    kind: 'promise',
    by: 'me',
    pattern: "i'm|i am",
    bare: true,
    content: `(?:sending|forwarding|introducing|connecting) (?:him|her|them|${NAME})`,
    dated: true,
  },
  // ── theirs ──
  {
    kind: 'promise',
    by: 'them',
    pattern: `${THEY}${ADV} promised(?: me| us)?(?: to|${THEN_THEY})?(?! (?:him|her|them|${NAME})(?: |$))${NOT_NOTHING}`,
  },
  { kind: 'promise', by: 'them', pattern: `promised (?:me|us)(?: to|${THEN_THEY})?${NOT_NOTHING}` },
  {
    kind: 'promise',
    by: 'them',
    pattern: `${THEY_SHORT}(?:'ll| will| is going to|'s going to| are going to| going to)${ADV}`,
    content: THEIR_VERBS,
  },
  { kind: 'promise', by: 'them', pattern: `(?:${THEY}${ADV} )?offered(?: me| us)? to`, content: THEIR_VERBS },
  {
    kind: 'promise',
    by: 'them',
    pattern: `(?:${THEY}${ADV} )?offered(?: me| us)?`,
    content: `(?:(?:an?|some|his|her|their|two|three) )?(?:[^ ,;:.]+ ){0,2}${GOODS}`,
  },
  { kind: 'promise', by: 'them', pattern: `(?:${THEY} )?(?:still )?owes me` },
  {
    kind: 'promise',
    by: 'them',
    pattern: `${THEY} (?:said|says|agreed|confirmed)${THEN_THEY}`,
    content: THEIR_VERBS,
  },
  { kind: 'promise', by: 'them', pattern: `${THEY}${ADV} agreed to`, content: THEIR_VERBS },
  {
    kind: 'promise',
    by: 'them',
    pattern: `${THEY_SHORT}(?:'s| is| are)`,
    content: '(?:sending|forwarding|introducing|referring|connecting|sharing|passing) (?:me|us|my)',
  },
  {
    kind: 'promise',
    by: 'them',
    pattern: `${THEY_SHORT}(?:'s| is| are| was| were) (?:happy|glad|willing|ready|keen) to`,
    content: THEIR_VERBS,
  },
  { kind: 'promise', by: 'them', pattern: `${PLURAL}(?<subject>${NAME}) to`, content: THEIR_VERBS },
  // ── done for me ──
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?(?:introduced|intro'd|connected) (?:me|us) (?:to|with)`,
    prefix: 'introduction to',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?made (?:me )?an (?:intro|introduction) (?:to|with)`,
    prefix: 'introduction to',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?gave (?:me|us)${NOT_NOTHING}`,
    told: true,
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?told (?:me|us) (?:about|of)`,
    content:
      '(?:(?:an?|the|some|two|another) )?(?:[^ ,;:.]+ ){0,3}(?:openings?|jobs?|roles?|positions?|vacanc(?:y|ies)|leads?|opportunity)',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY} )?(?:${ADVERB} )?(?:sent|shared|forwarded)(?: (?:me|us)| with me)(?! (?:an? |two |some |her |his )?(?:[^ ]+ )?${MESSAGES}(?: |$))`,
    content: '(?:an?|some|two|three|the|several) ',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: `(?:${THEY}${ADV})`,
    content:
      '(?:referred me|recommended me|endorsed me|vouched for me|put in a (?:good |kind )?word for me|(?:reviewed|read|proofread|edited|checked|commented on|looked over|looked at|went through|critiqued|fixed) my|helped me|(?:passed|forwarded|sent|handed|gave|put) my [^ ]+(?: [^ ]+)? (?:on to|along to|to|forward))',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: ADVERB,
    bare: true,
    content:
      '(?:referred me|recommended me|vouched for me|put in a (?:good |kind )?word for me|(?:reviewed|proofread|edited|commented on|looked over|critiqued) my|helped me|(?:passed|forwarded) my [^ ]+(?: [^ ]+)? (?:on to|along to|to))',
  },
  {
    kind: 'act',
    by: 'them',
    pattern: '(?:i |we )?(?:also |just |even )?got',
    content: `(?:(?:an?|one|two|three|some|several|\\d|good|great|useful|helpful|her|his|their) ){1,3}(?:[^ ,;:.]+ )?${GOODS}|(?:feedback|advice)`,
    told: true,
  },
  // ── done by me ──
  {
    kind: 'act',
    by: 'me',
    pattern: `(?:i |i've )?(?:${ADVERB} )?(?:introduced|connected) ${OBJECT} (?:to|with)`,
    prefix: 'introduction to',
  },
  { kind: 'act', by: 'me', pattern: `(?:i |i've )?(?:${ADVERB} )?gave ${OBJECT}${NOT_NOTHING}`, told: true },
  {
    kind: 'act',
    by: 'me',
    pattern: `(?:i |i've )?(?:${ADVERB} )?(?:sent|forwarded) ${OBJECT}(?! (?:an? |two |some )?(?:[^ ]+ )?${MESSAGES}(?: |$))`,
    content: '(?:an?|some|two|three|several) ',
  },
  {
    kind: 'act',
    by: 'me',
    pattern: `(?:i|i've)${ADV}|${ADVERB}`,
    bare: true,
    content: `(?:(?:reviewed|proofread|edited|commented on|looked over|read|critiqued|fixed) (?:her|his|their|${NAME}'s)|(?:referred|recommended|vouched for|helped) (?:him|her|them|${NAME}))`,
  },
];

export const ASKED = `(?:i )?asked(?: ${OBJECT})? for (?<what>(?:[^ ;:.]+ ){1,8}?)(?:, )?(?:and |but )?(?:(?:he|she|they|${NAME}) )?(?:said yes|agreed|said sure)`;
