import { checkDraft } from '../../../src/drafts/check.ts';
import { ruleBook } from '../rule-book.ts';

const severityOf = (text: string) =>
  checkDraft({ text }, ruleBook).findings.find((finding) => finding.rule === 'copyright')?.severity ?? 'none';

describe("someone else's words and pictures", () => {
  test.each([
    ['[image: fox drawing, signature smudged out] new header', 'change'],
    ['I asked the photographer and she said no, but here it is anyway', 'change'],
    ['Photo found on Google, credit to whoever took it', 'change'],
    ['The whole chapter typed out below so you don’t have to buy the book', 'change'],
    ['Every match free, cracked app here: kick.example/live', 'stop'],
    [
      '🎶 Hold the lamp up to the window and the window to the rain / I will sing until the ferry brings you home to me again / and the harbour keeps its promises and nobody complains 🎶',
      'change',
    ],
  ])('%s: %s', (text, severity) => expect(severityOf(text)).toBe(severity));

  test.each([
    'Photo by Ana Field, used with her permission.',
    '[photo: fox in our garden, taken by me] new header',
    'The photographer said yes and asked for a credit: picture by Ana Field.',
    'My brother nicked my chips and I have never forgiven him.',
    'Our 20 week scan came back fine, tea all round.',
    '"Hope is the thing with feathers." Emily Dickinson, long out of copyright.',
    'Great piece by Oona Farrell in the Herald today. Link in the reply, go and read it there.',
  ])('%s: left alone', (text) => expect(severityOf(text)).toBe('none'));
});
