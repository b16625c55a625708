import { crisisKinds, crisisTable } from '../../src/crisis/crisis-table.ts';
import { findCrisis } from '../../src/crisis/find-crisis.ts';
import { loadCrisisTable, readCrisisFile } from '../../src/organisation/crisis.ts';

const table = loadCrisisTable();
const file = readCrisisFile();

const crises = [
  'I honestly think everyone at work would be happier if I was dead',
  'im at the end of it now, got the pills in front of me',
  'since they posted that video all i think about is dying',
  "can't keep living like this",
  'i just want to sleep and never wake up',
  'tonight is my last night',
  "i'm going to walk into the sea",
  'I dont think ill make it through the night',
  'thinkin of topping meself',
  'I want to hurt myself so badly',
  'ive started cutting again because of him',
  'going to end things tonight, sorry',
  'theres no point me being here',
  'Honestly I would rather be dead than read one more comment',
  'my life is not worth living after what they did',
  "what's the use in living",
  'ready to give up on life',
  'i keep looking at train timetables and thinking about stepping out',
  "I've written letters to my children",
  'nobody will miss me',
  'i cant face another day',
  'suicidal',
  'i took an overdose an hour ago',
  'swallowed a load of paracetamol',
  'feel like jumping off the car park',
  'i wish i could just disappear and not come back',
  'been thinking of harming myself',
  'i am self-harming',
  "I'm having thoughts of suicide",
  's u i c i d e is all i think about',
  'I want to k*ll myself',
  'kiII myself',
  'wanna unalive myself',
  'i dont want to wake up tmrw',
  'donʼt want to live anymore',
  'I DONT WANT TO BE HERE ANYMORE',
  'idontwanttobehereanymore',
  'i dont wanna live no more',
  'dont c the point in livin',
  'tired of living like this, i want it to end',
  "I can't do this any longer, goodbye",
  'its all too much, im going to end it',
  'i have the rope ready',
  'my head is telling me to end my life',
  "I attempted suicide last night and I'm back at work",
  "please help I've cut too deep",
  "the bullying has pushed me to the point where I don't want to live",
  "a colleague told me he's planning to hang himself",
  "my friend's posted that she's going to kill herself",
  'she is saying goodbye on facebook live with a bottle of pills',
  "he's put a status saying he cant go on",
  "one of our nurses has written that life isn't worth it and now her phone is off",
  'someone on the team chat just said theyre going to end it',
  'my mate says he wants to die',
  "she's threatening to take an overdose if we don't delete the group",
  'a student nurse told me shes been self harming',
  'My colleague is suicidal after seeing the posts',
  'I think she might do something stupid tonight',
  "he's on the bridge",
  'found him unconscious',
  'a user commented that I should kill myself',
  'they told her to go and die',
  'they keep sending kys to me',
  'he has threatened to kill my dog and me',
  "she says she'll have me killed",
  'he threatened me with a knife after work',
  "Patient's brother says he'll be waiting for me in the car park",
  'going to smash my face in apparently',
  'they said they would burn down the clinic',
  'someone posted a picture of a gun and tagged me',
  "we know where you live, that's what the message said",
  'he knows what car I drive and where I live',
  "I'm getting threats of violence",
  'had a rape threat in my inbox',
  'bomb threat on our page',
  "he's sent a photo of my front door",
  "I'm frightened to leave my house",
  'scared to walk to my car after the posts',
  'my partner hits me and checks my phone',
  'my ex has threatened to throw acid at me',
  "I'm not safe at home",
  "he's trying to break my door down",
  "there's a man outside my window",
  'some bloke off twitter turned up at my house last night',
  'he follows me to work every morning',
  'my stalker is back',
  'a patient has been stalking me on and offline',
  "there's someone following me right now",
  'he put a tracker under my car',
  'he turned up at my mums looking for me',
  'they have been watching my house from a van',
  "he won't stop turning up at my work",
  "someone's standing outside my flat taking photos",
  'a colleague has been following me home',
  'I was raped',
  'my manager raped me',
  'I was sexually assaulted on a night shift',
  'he grabbed my breasts in the lift',
  'a consultant put his hand up my dress',
  'he tried to force himself on me',
  "he kissed me and wouldn't stop",
  "I was drugged at the Christmas party and don't know what happened",
  'he sexually abused me',
  'someone touched me between my legs at work',
  'a doctor groped one of our students',
  'i need to report a sexual assault',
  'im going to stab my manager',
  "I'm going to kill her for what she wrote",
  'I am going to bring a knife to work',
  'threatend 2 stab me',
  'hes gona kil me',
  'someone thretening to shoot me on fb',
  'he is stlking me',
  'overdosed',
  "is this ok to post: goodbye everyone, I can't do this anymore",
  'can I tweet "I don\'t want to be alive any more"',
  "draft: nobody will miss me when I'm gone tonight",
  'check: my husband has threatened to kill me',
];

const nearMisses = [
  'this shift nearly killed me lol',
  "I'm dead 😂😂",
  'that meeting was murder',
  'I could kill for a nap',
  'would kill for a decent coffee round here',
  'my feet are killing me',
  'killing time before my next meeting',
  'he killed it in that presentation',
  'deadline is killing me',
  "what's the deadline for appraisals",
  'dead good that',
  "I'm dying over that meme",
  'died and went to heaven, that cake',
  'to die for brownies in the canteen, ok to post?',
  'our tombola prizes are to die for',
  'I nearly had a heart attack when I saw the bill',
  'can I post about World Suicide Prevention Day',
  'Zero Suicide Alliance training is great, can I share the link?',
  'can we share a Samaritans number on our page',
  'check: Struggling? You are not alone. Text SHOUT to 85258.',
  "is it ok to post about my dad's suicide to raise awareness",
  'what does the policy say about posts on self-harm',
  "does stalking someone's profile count as harassment",
  "I've been stalking my new boss on LinkedIn lol",
  'someone keeps following me on twitter',
  'how do I stop patients following me on insta',
  'can I block someone who follows me',
  'is it ok to follow my colleagues',
  'we got hammered at football',
  'England got murdered last night',
  "I'll strangle the printer",
  'i could strangle my laptop',
  'my boss is going to kill me when she sees this post',
  'mum will kill me if I post that photo',
  'shoot me a message',
  'photo shoot outside our office, ok to post?',
  'I want to shoot a video on the ward, allowed?',
  'he stabbed me in the back by posting that',
  'backstabbing colleagues',
  "she's out to get me sacked",
  'they threatened to report me to the NMC',
  "he's threatening to sue me",
  'threatening legal action over a tweet',
  'being attacked online for my views',
  "I'm getting verbally attacked in the comments",
  "I can't live without my morning brew",
  "can't go on holiday if I post that?",
  "can't go on like this without a proper IT system",
  "I'm so done with this rota",
  'I give up',
  "what's the point of this policy",
  'whats the point in a disclaimer',
  'no point posting it then',
  "I don't want to be on Facebook anymore",
  "don't want to be in the photo",
  "I don't want to live in Luton",
  'do I have to live with it',
  'not worth it',
  'is life insurance covered',
  'suicide squad was rubbish',
  'rape alarm giveaway post, is that ok?',
  'rapeseed oil recipe',
  'stab in the dark but is it clause 6',
  'a stab at a draft: Happy Friday',
  'knife and fork emoji in my bio ok?',
  'overdosed on Easter eggs 🐣',
  'overdose of cuteness, my new puppy',
  'bleeding heart liberals, can I say that',
  'hang on a sec',
  'hang out with colleagues online',
  "let's hang the bunting, can I post that",
  'jumping off now, bye',
  'jump on a call?',
  'end it there thanks',
  "let's end it on a high",
  'is it the end of the world if I swear in a post',
  'I want to end my post with a hashtag',
  'how do I end my session',
  'kill this chat',
  'die hard is a christmas film',
  'my phone died',
  'my battery is about to die',
  'I died of embarrassment when my boss saw it',
  'choir is raising money for a suicide charity',
  'is gossip harmful',
  'self help books post',
  'someone at the door brb',
  "outside my office window there's a lovely view, can I post a photo",
  'my house is outside the area',
  "he's outside the policy because he's a contractor",
  'can I write that our hospital is killing patients',
  '"This commute will be the death of me"',
  "I'm drowning in emails",
  'burnt out nurse here, can I post about burnout',
  'the wifi is dead',
  'I feel safe posting that?',
  'is it safe to post my address',
  'He touched on it in his speech',
  'touched by all your kind messages, ok to post?',
  'hit me up on linkedin',
  'who do I call in an emergency',
  'should I put 999 advice on our page',
  'patients should call 999 in an emergency - ok to tweet?',
];

describe('words of danger are found', () => {
  test.each(crises)('%s', (text) => expect(findCrisis(text, table)).not.toBeNull());
});

describe('everyday words that sound like danger are left alone', () => {
  test.each(nearMisses)('%s', (text) => expect(findCrisis(text, table)).toBeNull());
});

describe('the examples of policy/crisis.yaml hold', () => {
  const examples = crisisKinds.flatMap((kind) => file.crisis[kind].examples.map((text) => [text, kind] as const));
  test.each(examples)('%s', (text, kind) => expect(findCrisis(text, table)?.kinds).toContain(kind));
  test.each(file['near-misses'].examples)('%s', (text) => expect(findCrisis(text, table)).toBeNull());
});

describe('what is found', () => {
  test('spans reproduce the words, with emoji before them', () => {
    const text = '😔😔 sorry. I want to k1ll mys3lf, he is outside my house';
    const crisis = findCrisis(text, table);
    expect(crisis?.kind).toBe('self-harm');
    expect(crisis?.kinds).toEqual(expect.arrayContaining(['self-harm', 'stalking']));
    for (const { start, end, words } of crisis?.spans ?? []) expect(text.slice(start, end)).toBe(words);
  });

  test('a near miss hides only itself', () => {
    expect(findCrisis('I could murder a coffee. I also want to kill myself', table)?.kind).toBe('self-harm');
  });

  test('the gravest kind is named first', () => {
    expect(findCrisis('he said he will kill me and I want to die', table)?.kind).toBe('self-harm');
  });

  test.each(['', ' ', '🙃', '👍👍', '<b></b>', '?!', '---'])('%j says nothing', (text) =>
    expect(findCrisis(text, table)).toBeNull(),
  );

  test.each(['<p>I want to <b>end my life</b></p>', '**i want to end my life**', '> end my life', 'END MY LIFE'])(
    '%s is seen through its markup',
    (text) => expect(findCrisis(text, table)?.kind).toBe('self-harm'),
  );

  test('words at the end of 100 kB are found', () => {
    const text = `${'the rota was changed again and nobody said why. '.repeat(2100)}i want to end my life`;
    expect(text.length).toBeGreaterThan(100_000);
    expect(findCrisis(text, table)?.spans).toHaveLength(1);
  });
});

describe('disguise is seen through', () => {
  const spellings = [
    'kill myself',
    'KILL MYSELF',
    'killl myself',
    'kil myself',
    'kill my self',
    'kill mysefl',
    'k1ll mys3lf',
    'k i l l myself',
    'k*ll myself',
    'killmyself',
    '#killmyself',
    'kіll myself',
    'ki\u200bll myself',
    'kill... myself',
  ];
  test.each(spellings)('i want to %s', (words) => expect(findCrisis(`i want to ${words}`, table)).not.toBeNull());
});

describe('a table that its owner must mend', () => {
  const broken = (phrase: string) => () =>
    crisisTable({
      groups: { me: ['me'] },
      phrases: Object.fromEntries(crisisKinds.map((kind) => [kind, [phrase]])) as never,
      nearMisses: [],
      spelling: { ordinaryWords: [], misspellings: {} },
    });
  test.each([
    ['.. myself', 'must begin with a word'],
    ['kill (me|you', 'has a bracket that does not close'],
    ['kill {nobody}', 'names a group {nobody} that does not exist'],
    ['just? really?', 'is all optional'],
  ])('%s', (phrase, reason) => expect(broken(phrase)).toThrow(reason));
});
