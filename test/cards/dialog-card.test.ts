import { dialogCard } from '../../src/cards/dialog-card.ts';
import { cardNames, type FilledCard } from '../../src/cards/fill.ts';
import { everyCard } from './every-card.ts';

const cards = cardNames.flatMap((name) =>
  everyCard[name].map((make, index) => [`${name} ${index + 1}`, make] as const),
);

// biome-ignore lint/suspicious/noExplicitAny: cards are trees of anything
function nodes(node: any): any[] {
  if (typeof node !== 'object' || node === null) return [];
  return [...(Array.isArray(node) ? [] : [node]), ...Object.values(node).flatMap(nodes)];
}

function pressable(content: object): string[] {
  return nodes(content)
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ title, data }) => `${title} ${data.verb}`)
    .sort();
}

describe('in a dialog', () => {
  test.each(cards)('%s has every button, and none that a dialog does not know', (_name, make) => {
    const card = make();
    const content = dialogCard([card]);
    expect(nodes(content).filter(({ type }) => type === 'Action.Execute')).toEqual([]);
    const buttons = nodes(card.content).filter(({ type }) => type === 'Action.Execute');
    expect(pressable(content)).toEqual(buttons.map(({ title, verb }) => `${title} ${verb}`).sort());
  });

  test('what has to be seen first stands above the answer, whose buttons come first', () => {
    const [crisis, form] = [everyCard.crisis[0], everyCard['check-form'][0]].map((make) => make?.()) as FilledCard[];
    const both = dialogCard([crisis as FilledCard, form as FilledCard]);
    const words = JSON.stringify(both.body);
    expect(words.indexOf('999')).toBeGreaterThan(0);
    expect(words.indexOf('999')).toBeLessThan(words.indexOf('Your draft'));
    expect((both.actions as { title: string }[]).map(({ title }) => title)).toEqual([
      'Check',
      'I also want to report something',
    ]);
  });
});
