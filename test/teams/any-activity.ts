import fc from 'fast-check';
import { pressShapes } from '../../src/requests/press-shapes.ts';
import { activity } from './edge.ts';

const types = [
  'message',
  'invoke',
  'installationUpdate',
  'conversationUpdate',
  'event',
  'messageReaction',
  'typing',
  'endOfConversation',
  '',
];
const names = [
  'adaptiveCard/action',
  'task/fetch',
  'task/submit',
  'composeExtension/query',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'composeExtension/selectItem',
  'composeExtension/queryLink',
  'application/search',
  'signin/verifyState',
  'fileConsent/invoke',
  '',
];
/** Every button of the product, and a few that there are not. */
const verbs = [...Object.keys(pressShapes), 'constructor', '__proto__', 'toString', ''];
/** Every field that any button carries. */
const fields = [...new Set(Object.values(pressShapes).flatMap((shape) => Object.keys(shape.shape)))];

/** Places where an activity can be spoilt. */
const paths = [
  'type',
  'id',
  'name',
  'text',
  'textFormat',
  'value',
  'action',
  'channelId',
  'serviceUrl',
  'replyToId',
  'from',
  'from.id',
  'from.name',
  'from.aadObjectId',
  'from.role',
  'recipient',
  'recipient.id',
  'conversation',
  'conversation.id',
  'conversation.tenantId',
  'conversation.conversationType',
  'conversation.isGroup',
  'channelData',
  'channelData.tenant',
  'channelData.tenant.id',
  'entities',
  'attachments',
  'membersAdded',
  'value.action',
  'value.action.verb',
  'value.action.data',
  'deliveryMode',
  'timestamp',
  'localTimestamp',
  'expiration',
  'callerId',
  'relatesTo',
  'suggestedActions',
  'inputHint',
  'locale',
  'toString',
  'hasOwnProperty',
  'then',
  'constructor',
] as const;

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '<at>',
    '</at>',
    '<at>Bot</at>',
    '&nbsp;',
    '\u0000',
    '\ud800',
    '\u202e',
    '$' + '{x}',
    '{{DATE(x)}}',
    'null',
  ),
);
const anything = fc.oneof(
  text,
  fc.constantFrom(
    undefined,
    null,
    true,
    0,
    -1,
    1e308,
    '',
    [],
    {},
    [[]],
    [null],
    { id: null },
    { id: {} },
    'expectReplies',
  ),
  fc.jsonValue({ maxDepth: 4 }),
);
const mention = fc.record(
  {
    type: fc.oneof(fc.constant('mention'), anything),
    text: anything,
    mentioned: fc.oneof(fc.record({ id: anything, name: text }), anything),
  },
  { requiredKeys: [] },
);
const words = fc.constantFrom(
  'CIP-7Q4K9-3VMT2',
  'named',
  'anonymous',
  'yes',
  'no',
  'witness',
  'report',
  'acknowledge',
  '6.1.3',
  'I want to kill myself',
  'Can I post this? Dave the porter is a lazy idiot',
  '10000000-0000-4000-8000-000000000001',
);
/** What a button sends: its own fields with likely values and unlikely ones, and now and then another's. */
const pressed = fc.constantFrom(...verbs).chain((verb) => {
  const shape = Object.hasOwn(pressShapes, verb) ? pressShapes[verb as keyof typeof pressShapes].shape : {};
  const likely = Object.keys(shape).map((field) => [field, likelyFor(field)] as const);
  const more = fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 2 });
  return fc
    .tuple(fc.record(Object.fromEntries(likely)), fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, more))
    .map(([own, others]) => ({ verb, data: { ...own, ...others } }));
});

function likelyFor(field: string): fc.Arbitrary<unknown> {
  if (['version', 'from', 'after', 'skip', 'count'].includes(field)) return fc.oneof(fc.nat(30), anything);
  if (field === 'part') return fc.constantFrom('witness', 'subject', 'report', 'history');
  return fc.oneof({ arbitrary: words, weight: 8 }, anything);
}

const press = fc.oneof(
  fc.record({ action: fc.oneof({ arbitrary: pressed, weight: 6 }, anything), trigger: anything }),
  // As a plain Action.Submit, a dialog and a message action send it.
  pressed.map(({ verb, data }) => ({ verb, ...data })),
  fc.record({
    data: pressed.map(({ verb, data }) => ({ verb, ...data })),
    commandId: fc.oneof(fc.constantFrom('search-policy', 'check-message', 'report-message'), anything),
    parameters: fc.oneof(fc.array(fc.record({ name: fc.constantFrom('words', 'x'), value: anything })), anything),
    queryOptions: anything,
    messagePayload: anything,
    uploadInfo: anything,
    context: pressed.map(({ data }) => data),
    action: fc.constantFrom('accept', 'decline', 'x'),
  }),
);

const base = fc.record({
  // Mostly what the product answers.
  type: fc.oneof({ arbitrary: fc.constantFrom('message', 'invoke'), weight: 4 }, fc.constantFrom(...types)),
  name: fc.constantFrom(...names),
  text: fc.oneof(text, words, fc.constant(undefined)),
  value: fc.oneof(press, anything, fc.constant(undefined)),
  entities: fc.oneof(fc.array(mention, { maxLength: 4 }), fc.constant(undefined)),
  attachments: fc.oneof(
    fc.array(
      fc.record(
        { contentType: anything, contentUrl: anything, name: anything, content: anything },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
    fc.constant(undefined),
  ),
  action: fc.constantFrom('add', 'remove', 'add-upgrade', undefined),
});

/** Activities from nearly right to quite wrong: a likely one with up to four places spoilt. */
export function anyActivity(connector: { readonly url: string }): fc.Arbitrary<object> {
  const spoils = fc.oneof(fc.constant([]), fc.array(fc.tuple(fc.constantFrom(...paths), anything), { maxLength: 4 }));
  return fc.tuple(base, spoils).map(([changes, spoilt]) => {
    const made = JSON.parse(JSON.stringify(activity(connector, changes)));
    for (const [path, value] of spoilt) setAt(made, path.split('.'), structuredClone(value));
    return made;
  });
}

function setAt(target: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0)
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else if (typeof target[key] === 'object' && target[key] !== null)
    setAt(target[key] as Record<string, unknown>, rest, value);
}
