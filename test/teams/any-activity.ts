import fc from 'fast-check';
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
  'composeExtension/query',
  'signin/verifyState',
  'fileConsent/invoke',
  '',
];
const verbs = [
  'check-draft',
  'file-report',
  'show-section',
  'open-incident',
  'constructor',
  '__proto__',
  'toString',
  '',
];

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
const press = fc.record({
  action: fc.oneof(
    fc.record(
      { type: text, verb: fc.oneof(fc.constantFrom(...verbs), anything), data: anything },
      { requiredKeys: [] },
    ),
    anything,
  ),
  trigger: anything,
});

const base = fc.record({
  type: fc.constantFrom(...types),
  name: fc.constantFrom(...names),
  text: fc.oneof(text, fc.constant(undefined)),
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
  const spoils = fc.array(fc.tuple(fc.constantFrom(...paths), anything), { maxLength: 4 });
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
