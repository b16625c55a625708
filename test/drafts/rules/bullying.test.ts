import { checkDraft } from '../../../src/drafts/check.ts';
import { ruleBook } from '../rule-book.ts';

const findings = (text: string) => checkDraft({ text }, ruleBook).findings.filter((one) => one.rule === 'bullying');

describe('going after one person is found', () => {
  test.each([
    ['a threat', '@kit_larner I will find you and break your legs.'],
    ['a veiled threat', 'Saw you walking Bertie @kit_larner. Such a trusting dog.'],
    ['an insult', '@kit_larner you are an idiot'],
    ['an insult of a named person', 'Nobody asked, but Colin is a creep.'],
    ['telling somebody to die', 'Just kill yourself @kit_larner'],
    ['a pile-on', "Everyone report @kit_larner, let's get the account gone"],
    ['shutting somebody out', "Leave Priya off the invite again, she'll never know"],
    ['a campaign', 'Nobody speak to Martin this week, he will get the hint'],
    ['humiliation', 'Look at her hair, I cannot breathe 😂 @kit_larner'],
    ['a captioned picture', '[photo: Sylvie asleep at her desk] Caption competition, best one gets a pint'],
    ['gaslighting', 'We moved her stapler again and she thinks she is losing her mind'],
    ['pointing people at a home', "Anyone got Kelly's address? A few of us want a word with her."],
  ])('%s: %s', (_, text) => {
    expect(findings(text).length).toBeGreaterThan(0);
  });
});

describe('what bullies nobody is left alone', () => {
  test.each([
    ['affection', 'Happy birthday Baz you daft old donkey, love you'],
    ['sport', 'The ref is an idiot and so is VAR'],
    ['sport among friends', "You're dead on Sunday, five a side, no mercy ⚽"],
    ['self-mockery', 'I am such an idiot, I left my badge in the fridge'],
    ['civil disagreement', '@kit_larner I disagree, the figures in table two say otherwise'],
    ['criticism of a thing', 'This printer is a useless liar'],
    ['a victim', 'They left me off the invite again and it hurts'],
    ['a victim who quotes', 'A stranger told me "kill yourself" last night. Please be kind.'],
    ['condemnation', 'Telling someone to delete their account is bullying.'],
    ['praise', 'Thank you Priya for covering my shift, you are a star'],
    ['fiction', 'The villain in this novel is a creep and I adored him'],
    ['idiom', "I'll kill him if he's forgotten the tickets"],
  ])('%s: %s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });
});

test('an insult is told in plain words, with what to do', () => {
  const [finding] = findings('@kit_larner you are an idiot');
  expect(finding).toMatchObject({ clause: '6.1.3(e)', severity: 'stop', message: expect.stringContaining('"idiot"') });
  expect(finding?.suggestion).not.toBe('');
});
