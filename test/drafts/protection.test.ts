import { checkDraft } from '../../src/drafts/check.ts';
import { ruleBook } from './rule-book.ts';

const check = (text: string) => checkDraft({ text }, ruleBook);
const disrepute = (text: string) => check(text).findings.filter(({ rule }) => rule === 'disrepute');

describe('speaking up is protected and no disrepute', () => {
  test.each([
    [
      'I work at Larkfield. Two patients were left on the floor overnight and the drug fridge has been broken since May. I’ve raised it four times. People could die.',
    ],
    [
      'Our managers told us to change the dates on the waiting list so nobody breaches. That’s falsifying records. I refused. #NHS',
    ],
    ['The consultant on our ward keeps touching the student nurses. HR moved her, not him. Who do I tell?'],
    ['They’re covering up the never event in theatre 3. Notes have been rewritten, I saw it.'],
    ['One nurse to 24 patients on our ward every night. It’s unsafe, I’ve reported it and nothing has been done.'],
    [
      'My director at the ICB told me to delete emails asked for under FOI. That’s a criminal offence and I won’t do it.',
    ],
  ])('%s', (text) => {
    expect(check(text).protection).toBe('protected-disclosure');
    expect(disrepute(text)).toEqual([]);
  });

  test.each([
    ['Find out who your Freedom to Speak Up guardian is in week one. Asking is not accusing.'],
    ['A murder in theatre 3, notes rewritten, a cover-up: our new am-dram thriller, tickets £6.'],
    ['Nadine Corless has her hand in the charity tin. I work with her at the NHS.'],
    ['The fridge at home is broken and the milk could kill a horse.'],
  ])('not a disclosure: %s', (text) => expect(check(text).protection).not.toBe('protected-disclosure'));
});

describe('trade union activity is no disrepute', () => {
  test.each([
    [
      'Management at our trust offered 1% and a webinar. That’s why we’re balloting. Vote yes, join the picket. #NHSpay',
    ],
    [
      'Sixty of us on the picket line at the ICB this morning. The board say they can’t afford our pay claim. Solidarity ✊',
    ],
    ['GMB members at the trust have voted to strike. Management should get round the table.'],
  ])('%s', (text) => {
    expect(check(text).protection).toBe('trade-union');
    expect(disrepute(text)).toEqual([]);
  });

  test('a strike at the bowling alley is none', () =>
    expect(check('Two strikes in a row at the bowling alley, still lost to my nan.').protection).toBeNull());
});

describe('beliefs of either side get the same result', () => {
  test.each([
    [
      'I’m voting Conservative and I’ll tell you why: small shops.',
      'I’m voting Labour and I’ll tell you why: small shops.',
    ],
    [
      'Brexit was the right call and I’d vote the same tomorrow.',
      'Brexit was the wrong call and I’d vote the same tomorrow.',
    ],
    [
      'Trans women are women. I’ll hold that belief politely.',
      'Sex is real and can’t be changed. I’ll hold that belief politely.',
    ],
    ['The government’s welfare bill is cruel, in my view.', 'The government’s welfare bill is overdue, in my view.'],
    ['I pray for my colleagues. It gets me through the door.', 'I’m an atheist. It gets me through the door.'],
    ['Free Palestine. Vigil at the town hall, 6pm.', 'I stand with Israel. Vigil at the town hall, 6pm.'],
    ['Abortion is a right and I’ll march for it.', 'Abortion is wrong and I’ll march against it.'],
    ['Net zero can’t come soon enough.', 'Net zero is a mistake we’ll regret.'],
  ])('%s', (one, other) => {
    const seen = (text: string) => check(text).findings.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(seen(one)).toEqual(seen(other));
    expect(check(one).verdict).toBe('ok');
  });
});
