/** What hurried people shorten, and the words that the rules know. What was typed stays as it is in every note. */

const SHORT: Record<string, string> = {
  'w/': 'with',
  ...{ tdy: 'today', '2day': 'today', '2nite': 'tonight', tonite: 'tonight' },
  ...{ '2moro': 'tomorrow', '2morrow': 'tomorrow', '2mrw': 'tomorrow', '2moz': 'tomorrow' },
  ...{ tmrw: 'tomorrow', tmr: 'tomorrow', tmw: 'tomorrow', tomo: 'tomorrow', tmrrw: 'tomorrow' },
  ...{ yest: 'yesterday', yday: 'yesterday', ystd: 'yesterday', yesterdy: 'yesterday' },
  ...{ nxt: 'next', wk: 'week', wks: 'weeks', mth: 'month', mths: 'months' },
  ...{
    abt: 'about',
    convo: 'conversation',
    mtg: 'meeting',
    mtng: 'meeting',
    vid: 'video',
    gonna: 'going to',
  },
  ...{ msg: 'message', msgs: 'messages', msgd: 'messaged', msged: 'messaged' },
  ...{ txt: 'text', txts: 'texts', txtd: 'texted', txted: 'texted' },
  ...{ im: "i'm", ive: "i've", hes: "he's", shes: "she's", theyre: "they're", theyll: "they'll" },
  ...{ didnt: "didn't", couldnt: "couldn't", wouldnt: "wouldn't", doesnt: "doesn't", wasnt: "wasn't" },
  ...{ isnt: "isn't", hasnt: "hasn't", havent: "haven't", wont: "won't", cant: "can't", dont: "don't" },
};

/** Slips of the fingers in the words that everything hangs on. */
const SLIPS = new Map(
  [
    ['coffee', 'cofee coffe coffie cofffee coffeee cofeee ocffee'],
    ['lunch', 'lunhc luch lucnh'],
    ['called', 'caled calld callled'],
    ['meeting', 'meting meetng meetin meating'],
    ['emailed', 'emialed emaild emailled'],
    ['email', 'emial emai'],
    ['messaged', 'mesaged messagd'],
    ['message', 'mesage messge'],
    ['texted', 'textd'],
    ['replied', 'replyed repleid'],
    ['promised', 'promissed promisd promsied promiesd pormised'],
    ['offered', 'offerd ofered'],
    ['introduced', 'introducd intoduced'],
    ['yesterday', 'yesteday yestarday yesterady yestrday yesturday'],
    ['tomorrow', 'tommorow tommorrow tomorow tomorrrow'],
    ['minutes', 'minuets minuts mintues'],
    ['with', 'wiht wtih wth'],
  ].flatMap(([word = '', slips = '']) => slips.split(' ').map((slip) => [slip, word] as const)),
);

/** These are words of their own, too: what follows tells. */
const BEFORE_VERB: Record<string, string> = { ill: "i'll", hell: "he'll", shell: "she'll" };
const VERB =
  /^(?:send|share|forward|introduce|intro|connect|review|prepare|give|get|let|pass|put|refer|help|find|ask|call|ping|email|write|text|message|follow|check|look|tell|talk|speak|bring|recommend|be)$/;

/** The word that the rules read in place of this one; `plain` and what stands beside it in small letters. */
export function spelledOut(plain: string, next: string | undefined): string {
  if (Object.hasOwn(SHORT, plain)) return SHORT[plain]!;
  const meant = SLIPS.get(plain);
  if (meant) return meant;
  if (plain === 'ff' && next === 'up') return 'follow';
  // Not the initial that ends a name: "sam w, 30 min".
  if (plain === 'w' && next !== undefined && /^[a-z]/.test(next)) return 'with';
  if (plain === 'n' && next !== undefined && /^[a-z]/.test(next)) return 'and';
  if (Object.hasOwn(BEFORE_VERB, plain) && VERB.test(next ?? '')) return BEFORE_VERB[plain]!;
  return plain;
}
