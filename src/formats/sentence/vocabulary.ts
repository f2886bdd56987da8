/** The words that the rules of a sentence are made of. */

export const WEEKDAY =
  '(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
export const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)';
export const NUMBER =
  '(?:\\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)';

/** A day, or the beginning of one. */
export const DAYS = new RegExp(`^(?:${WEEKDAY}|${MONTH}|today|yesterday|tomorrow|tonight|now)$`);

/** Small words inside a name. */
export const PARTICLE = /^(?:de|del|della|di|da|dos|la|le|van|von|der|den|ter|bin|ibn|al|el|y)$/;

/** A person as the line shows one: known, or only written like a name. */
export const NAME = '(?:[@~]\\d+)';
export const SUBJECT = `(?<subject>${NAME}|he|she|they)`;
export const OBJECT = `(?<object>${NAME}|him|her|them)`;

/** Given names that are other words, too, and words that are surnames, too. */
const NAMES_AND_WORDS = `will may april june august mark bill rose grace hope faith joy dawn eve summer autumn frank art
  rob sue pat jack drew chase grant miles page rich nick dean max ray josh guy earl duke young long king best good great
  nice day price case park love short brown black white green gray grey bell cook baker hunter carter stone wood field
  woods fields rivers banks cash chance christian destiny melody harmony heath ivy jasmine lily olive pearl ruby sandy
  sky star violet wade buck chip cliff dale don gene glen hank jay jo lance lane mason penny pierce reed reid russ skip
  sterling ward amber carol charity crystal daisy ginger holly iris jewel joyce mercy misty paige patience prudence
  robin sage sunny victor angel baron bishop marshal major van bob rusty rocky jean an la so no on in at he me we do
  go by be to of or if as is it us up am han min jan mon sun sat wed`;

/** What the rules themselves look for, and what commonly follows a name. */
const PLAIN_WORDS = `i we he she they him her them me us my our his their its it this that these those there here
  a an the some any no not never nothing none all both each every more most much many few several
  and or but then so also plus while because since as if unless when once after before until till by on in at to from
  for with without about re of over via into onto off out up down back again around through between during
  was is are were be been being am had has have having did do does done will would could should can may might must shall
  won't can't don't didn't doesn't isn't wasn't hasn't haven't wouldn't couldn't shouldn't i'll i'd i'm i've
  he'll she'll they'll we'll he'd she'd they'd he's she's it's that's there's let's
  today tonight tomorrow yesterday now later soon just already still yet again twice ago morning afternoon evening night
  noon last next first second third new old quick short long good great nice lovely brief very really super
  call called calls phoned phone rang video zoom teams skype facetime google meet meetup coffee lunch breakfast brunch
  dinner tea drink drinks beer beers walk meeting met interview email emails emailed e-mail mail mailed message messages
  messaged text texted dm linkedin whatsapp slack signal telegram wrote write replied answered responded
  promised promise promises offered offer owe owes owed introduced introduce intro introduction referred recommended
  vouched gave give sent send said says told asked ask agreed follow followed next step todo
  talked spoke chatted discussed met caught bumped ran heard got received exchanged had grabbed shared showed explained
  mentioned thinks thought knows knew wants wanted likes liked works worked starts started seems seemed looks looked
  very super really who which what where why how
  mins min minutes minute hours hour h hrs hr days day weeks week months month eod eow
  cv resume deck job team company office work`;

export const COMMON = new Set(NAMES_AND_WORDS.split(/\s+/));
export const PLAIN = new Set(PLAIN_WORDS.split(/\s+/));

/** Things with capital letters that are nobody. */
export const THINGS = new Set(
  `i i'll i'd i'm i've zoom teams google meet skype facetime linkedin whatsapp slack signal telegram facebook instagram
  hangouts cv resume monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat
  sun january february march april may june july august september october november december jan feb mar apr jun jul aug
  sep sept oct nov dec english german french spanish christmas easter`.split(/\s+/),
);

/** What a person does in the sentences that begin with one. */
export const DOES = `(?:also |then |already |kindly |just |finally |even )?(?:promised|offered|introduced|called|phoned|rang|emailed|e-mailed|mailed|messaged|texted|dm'd|pinged|wrote|replied|answered|responded|said|gave|sent|referred|recommended|vouched|reviewed|read|helped|agreed|owes|told|will|connected|passed|forwarded|shared|got|put|came|reached|and i|showed|had|is|was|has|asked)`;
