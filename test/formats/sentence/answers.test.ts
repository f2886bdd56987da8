/** Offers, and answers to what was asked: read where they are plain, doubtful where nobody knows what was asked. */
import { describe, expect, test } from 'vitest';
import { readSentence } from '../../../src/formats/sentence/sentence';
import { shortly, surroundings } from './world';

const ANA = 1;
const OMAR = 4;
const referral = { contactId: ANA, kind: 'referral', askedOn: '2026-11-12' } as const;
const talk = { contactId: OMAR, kind: 'talk', askedOn: '2026-11-20' } as const;

describe('an offer of theirs is a promise', () => {
  test.each<[string, string]>([
    ['Ana replied to my mail and offered to refer me', 'promise of Ana Ruiz: refer me'],
    ['Ana replied by email and offered me an intro', 'promise of Ana Ruiz: an intro'],
    ['call with Ana, offered to refer me', 'promise of Ana Ruiz: refer me'],
    [
      'call with Ana. She kindly offered to introduce me to Maria',
      'promise of Ana Ruiz: introduce me to Maria',
    ],
    ['coffee with ana and she offered her help', 'promise of Ana Ruiz: her help'],
    ['coffee with ana: I offered to introduce her to Lee', 'I promise Ana Ruiz: introduce her to Lee'],
    ['coffee with ana: ana to send the jd by friday', 'promise of Ana Ruiz: send the jd @2026-11-27'],
    ['coffee with ana: me to send the deck by friday', 'I promise Ana Ruiz: send the deck @2026-11-27'],
  ])('%s', async (sentence, promise) => {
    const reading = await readSentence(sentence, surroundings());
    expect(shortly(reading)).toContain(promise);
    expect([reading.doubts, reading.promises.length]).toEqual([[], 1]);
  });

  test.each(['coffee with Ana, she offered me a coffee', 'coffee with Ana, she did not offer to refer me'])(
    '%s is none',
    async (sentence) => {
      expect((await readSentence(sentence, surroundings())).promises).toEqual([]);
    },
  );
});

describe('an answer to what was asked', () => {
  test.each<[string, 'yes' | 'no']>([
    ['called Ana, she said no to the referral', 'no'],
    ['called Ana: she declined to refer me', 'no'],
    ['called Ana; Ana refused to refer me', 'no'],
    ['called Ana: she turned down the referral', 'no'],
    ["called Ana, she said she can't refer me", 'no'],
    ['called Ana, she said yes to the referral', 'yes'],
  ])('%s', async (sentence, outcome) => {
    const { answered, doubts, about } = await readSentence(
      sentence,
      surroundings({ asks: [referral, talk] }),
    );
    expect(answered).toMatchObject({ outcome, with: 0, kind: 'referral', askedOn: '2026-11-12' });
    expect(doubts).toEqual([]);
    // An answer is yes or no: how it was said is kept besides.
    expect(about).toContain('refer');
  });

  test('names whose it is where nothing else does', async () => {
    const reading = await readSentence('Ana said no to the referral', surroundings({ asks: [referral] }));
    expect(reading.people).toMatchObject([{ name: 'Ana Ruiz' }]);
    expect(reading.answered).toMatchObject({ outcome: 'no' });
    expect(reading.doubts.map(({ about }) => about)).toEqual(['channel']);
  });

  test.each<[string, string]>([
    ['Lee declined to introduce me, call with Lee', 'nothing was asked of Lee'],
    ['called Omar, he said no to the referral', 'what was asked of Omar is something else'],
    ['coffee with Ana on 10 Nov, she said no to the referral', 'it was asked only later'],
    ['called Ana, asked for the referral, she said no', 'it may be to something else'],
    ['called Ana, she turned me down', 'it may be to something else'],
  ])('%s is doubtful: %s', async (sentence) => {
    const { answered, doubts } = await readSentence(sentence, surroundings({ asks: [referral, talk] }));
    expect(answered).toBeNull();
    expect(doubts).toMatchObject([{ about: 'answer', say: expect.stringMatching(/jobsearch ask|--answer/) }]);
  });

  test.each([
    'called Lee, he declined an offer from Google',
    'called Lee, he said no to sugar',
    'called Lee, he said no',
    'called Ana, she did not say no to the referral',
  ])('%s is none', async (sentence) => {
    const { answered, doubts } = await readSentence(sentence, surroundings({ asks: [referral] }));
    expect([answered, doubts]).toEqual([null, []]);
  });
});

describe('what somebody got', () => {
  test.each<[string, string]>([
    ['coffee with omar, got 2 referrals out of it', 'done by Omar Haddad: 2 referrals'],
    ['coffee with omar, got an intro to maria', 'done by Omar Haddad: an intro to maria'],
    ['coffee with omar, got feedback on my cv', 'done by Omar Haddad: feedback on my cv'],
  ])('%s is done for me', async (sentence, act) => {
    const reading = await readSentence(sentence, surroundings());
    expect(shortly(reading)).toContain(act);
    expect(reading.acts).toMatchObject([{ asked: true, assumed: true }]);
  });

  test.each([
    "coffee with omar, couldn't get a referral",
    'coffee with omar, got no referral',
    'coffee with omar, got lost',
  ])('%s is not', async (sentence) => {
    expect((await readSentence(sentence, surroundings())).acts).toEqual([]);
  });
});

describe('what could be lost in silence', () => {
  test.each<[string, string]>([
    ["coffee w/ ana: she'll ping maria for me", 'promise of Ana Ruiz: ping maria for me'],
    ["omar: 15 min call, he'll check with hr", 'promise of Omar Haddad: check with hr'],
    ['ana - coffee 30 min', 'coffee | Ana Ruiz | 30'],
    ['thanked ana by email', 'email sent | Ana Ruiz'],
    ['sent ana my cv by email', 'email sent | Ana Ruiz'],
    [
      'coffee with mark and grace, mark will intro me to his lead',
      'promise of Mark Weber: intro me to his lead',
    ],
    [
      "coffee with ana i'll send her the deck by fri she'll intro me to maria",
      'promise of Ana Ruiz: intro me to maria',
    ],
    ['coffee with ana she gave me great advice i owe her a drink', 'I promise Ana Ruiz: a drink'],
    ["had lunch with ana, who'll send me the jd by fri", 'promise of Ana Ruiz: send me the jd @2026-11-27'],
    ['coffee with ana. she is sending me the jd fri', 'promise of Ana Ruiz: sending me the jd @2026-11-27'],
    ['coffee with ana. sending her the deck fri', 'I promise Ana Ruiz: sending her the deck @2026-11-27'],
    ['coffee with ana. she is happy to refer me', 'promise of Ana Ruiz: refer me'],
    ['coffee with ana; todo send cv by fri', 'next: send cv @2026-11-27'],
    ['coffee with ana -> send cv by fri', 'next: send cv @2026-11-27'],
    ['coffee with ana → send cv by fri', 'next: send cv @2026-11-27'],
    ['coffee with ana, remind me to send the deck friday', 'next: send the deck @2026-11-27'],
    ['coffee with ana, must send deck by fri', 'next: send deck @2026-11-27'],
  ])('%s is read', async (sentence, line) => {
    const reading = await readSentence(sentence, surroundings());
    expect([shortly(reading).includes(line), reading.doubts]).toEqual([true, []]);
  });

  test.each<[string, string]>([
    ["call with Priya. She asked for my CV. I said I'd do it tonight.", 'promise'],
    ['lunch with omar. he knows someone at siemens and will ask', 'promise'],
    ['ana texted me that she sent my cv to her boss', 'act'],
    ['zoomed with ana for 30', 'minutes'],
    ['sent ana my cv', 'channel'],
    ['coffee with ana. she promised an intro by xmas', 'promise'],
    ['coffee with ana; I promised to send my cv within a week', 'promise'],
    ['coffee with ana. she can intro me to maria', 'promise'],
    ['called ana twice, 10 min each', 'minutes'],
  ])('%s is doubtful (%s)', async (sentence, about) => {
    const { doubts } = await readSentence(sentence, surroundings());
    expect(doubts.map((one) => one.about)).toEqual([about]);
  });

  test.each([
    "call with Priya. I said I'd think about it",
    'call with Priya. I sent my cv to Acme',
    'call with Priya, she is ill and will rest',
    "call with Priya, she won't ping Maria for me",
    'call with Priya: promised her nothing but lunch',
    "call with Priya: not sure she'll send me the list",
    "call with Priya: she can't introduce me",
    'call with Priya: he must be rich',
    "call with Priya, she told Lee I'll call",
  ])('%s is nothing to doubt', async (sentence) => {
    const { doubts, promises, acts } = await readSentence(sentence, surroundings());
    expect([doubts, promises, acts]).toEqual([[], [], []]);
  });
});
