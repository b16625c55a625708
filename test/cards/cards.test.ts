import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import { Ajv, type ValidateFunction } from 'ajv';
import { cardNames, type FilledCard, fillCard } from '../../src/cards/fill.ts';
import { everyCard, hostile } from './every-card.ts';

const folder = new URL('../../cards/', import.meta.url);
const schemaFile = new URL('../../../shared/schemas/adaptive-card-1.5.0.schema.json', import.meta.url);
const cards = cardNames.flatMap((name) =>
  everyCard[name].map((make, index) => [`${name} ${index + 1}`, make] as const),
);

type Node = Readonly<Record<string, unknown>>;

function nodes(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(nodes);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Node, ...Object.entries(node).flatMap(([key, value]) => (key === 'data' ? [] : nodes(value)))];
}

const typed = (card: FilledCard, type: string) =>
  nodes(card.content).filter((node) => String(node.type).startsWith(type));

/** A card without what Teams adds to the schema: the search of the directory in a list of choices. */
function withoutExtensions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutExtensions);
  if (typeof node !== 'object' || node === null) return node;
  const own = Object.entries(node).filter(([key]) => key !== 'choices.data');
  return Object.fromEntries(own.map(([key, value]) => [key, withoutExtensions(value)]));
}

/** What a client shows of strings that it parses: everything but text runs, input values, choices' values and data. */
function parsedStrings(card: FilledCard): string[] {
  return [
    ...typed(card, 'TextBlock').map((node) => String(node.text)),
    ...typed(card, 'FactSet').map((node) => JSON.stringify(node.facts)),
  ];
}

describe('the list of cards', () => {
  test('is the folder: a template and a sample each', () => {
    const stems = (ending: string) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(ending))
        .map((file) => file.slice(0, -ending.length))
        .sort();
    expect(stems('.sample.json')).toEqual([...cardNames].sort());
    expect(
      readdirSync(folder)
        .filter((file) => !file.endsWith('.sample.json'))
        .map((file) => file.replace('.json', ''))
        .sort(),
    ).toEqual([...cardNames].sort());
  });

  test.each(cardNames)('%s fills from its sample with no hole left', (name) => {
    const sample = JSON.parse(readFileSync(new URL(`${name}.sample.json`, folder), 'utf8'));
    expect(JSON.stringify(fillCard(name, sample).content)).not.toContain('${');
  });
});

describe('every card', () => {
  test.each(cards)('%s keeps the house rules', (_name, make) => {
    const card = make();
    const { content } = card;
    expect(content).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en' });
    expect(content.speak).toEqual(expect.stringMatching(/\S/));
    expect(content.fallbackText).toEqual(expect.stringMatching(/\S/));
    expect(card.text).toEqual(expect.stringMatching(/\S/));
    expect(JSON.stringify(content).length).toBeLessThanOrEqual(20_000);
    expect(((content.actions as unknown[] | undefined) ?? []).length).toBeLessThanOrEqual(6);
    for (const block of typed(card, 'TextBlock')) expect(block).toMatchObject({ wrap: true });
    for (const image of typed(card, 'Image')) expect(image).toHaveProperty('altText');
    for (const action of typed(card, 'Action.Execute'))
      expect(action).toMatchObject({
        verb: expect.stringMatching(/^[a-z-]+$/),
        fallback: { type: 'Action.Submit', data: { verb: action.verb } },
      });
    for (const action of typed(card, 'Action.')) expect(action.title).toEqual(expect.stringMatching(/\S/));
  });

  test.each(cards)('%s labels its inputs and says in words which are required', (_name, make) => {
    const ids = new Map<string, number>();
    for (const input of typed(make(), 'Input.')) {
      expect(input.label).toEqual(expect.stringMatching(/\S/));
      ids.set(String(input.id), (ids.get(String(input.id)) ?? 0) + 1);
      if (input.isRequired === true) expect(input.errorMessage).toEqual(expect.stringMatching(/\S/));
    }
  });

  test.each(cards)('%s lets no client parse what people typed', (_name, make) => {
    const card = make();
    if (card.name === 'jobs') return;
    for (const text of parsedStrings(card)) expect(text).not.toContain(hostile.slice(0, 12));
  });

  test.each(cards)('%s is taken by a second parser without an error', (_name, make) => {
    const parsed = new AdaptiveCard();
    const context = new SerializationContext();
    // its pattern for `lang` keeps state between cards and refuses every second one
    const { lang: _lang, ...content } = withoutExtensions(make().content) as Node;
    parsed.parse(content, context);
    const problems = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index)).map(
      (event) => event.message,
    );
    expect(problems).toEqual([]);
  });

  test.each(cards)('%s promises nothing and judges nobody (A7)', (_name, make) => {
    expect(make().text.toLowerCase()).not.toMatch(/you will be disciplined|this is lawful|safe to post|\bapproved\b/);
  });
});

const withSchema = existsSync(schemaFile) ? describe : describe.skip;

withSchema('against the published Adaptive Card schema', () => {
  const validate = schemaValidator();
  test.each(cards)('%s is valid 1.5', (_name, make) => {
    expect(validate(withoutExtensions(make().content) as Node)).toEqual([]);
  });

  test('a wrong card is refused, so the check can fail', () => {
    expect(validate({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 5 }] })).not.toEqual([]);
  });
});

/** Each typed node against its own definition: the root schema alone answers one slip with a hundred lines. */
function schemaValidator(): (card: Node) => string[] {
  if (!existsSync(schemaFile)) return () => [];
  const { $schema: _schema, id: _id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
  schema.definitions.ChoiceInputStyle = { enum: ['compact', 'expanded', 'filtered'] };
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(schema, 'card');
  const compiled = new Map<string, ValidateFunction>();
  const of = (type: string) => {
    const known = compiled.get(type) ?? ajv.compile({ $ref: `card#/definitions/${type}` });
    compiled.set(type, known);
    return known;
  };
  const nested = /^\/(items|body|actions|columns|rows|cells|inlines|card|refresh|fallback|selectAction)(\/|$)/;
  return (card) =>
    nodes(card).flatMap((node) => {
      const type = node.type;
      if (typeof type !== 'string') return [];
      if (schema.definitions[type] === undefined) return [`unknown type ${type}`];
      const check = of(type);
      if (check(node)) return [];
      return (check.errors ?? [])
        .filter((error) => error.keyword !== 'anyOf' && !nested.test(error.instancePath))
        .map((error) => `${type}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
    });
}
