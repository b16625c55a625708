import type { AlertNotice } from '../../src/alerts/courier.ts';
import { alertCard } from '../../src/cards/alert.ts';
import { deliverDueAlerts } from '../../src/casework/deliver-due-alerts.ts';
import { crisisKinds } from '../../src/crisis/crisis-table.ts';
import { buttonOf, cardsOf, oidOf, openWorld, organisation, type World, wordsOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const told = {
  happened: 'He posted about my accent again and tagged my team.\n**Everybody** [laughed](https://evil.example).',
  when: 'last week',
  safeNow: 'yes',
  subjects: 'Tom Ashdown',
};

/** Goes through the cards as a member would: before-you-report, form, send. */
async function report(firstName: string, answers: Record<string, unknown> = told, level = /with my name/) {
  const before = await world.says(firstName, 'someone is bullying me on Facebook');
  const choose = buttonOf(before, level);
  const form = await world.presses(firstName, choose.verb, choose.data);
  const send = buttonOf(form, 'Send the report');
  const replies = await world.presses(firstName, send.verb, { ...send.data, ...answers });
  return { send, replies, reference: /CIP-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(wordsOf(replies))?.[0] ?? '' };
}

async function deliver(): Promise<readonly { readonly oid: string; readonly notice: AlertNotice }[]> {
  const sent: { oid: string; notice: AlertNotice }[] = [];
  await deliverDueAlerts(world.casework, {
    'personal-chat': {
      channel: 'personal-chat',
      deliver: async (oid, notice) => (sent.push({ oid, notice }), { outcome: 'delivered', messageId: null }),
    },
  });
  return sent;
}

describe('before a word is typed', () => {
  test('who reads it, who does not, what follows, advice, retention and privacy stand there in at most 120 words (C3)', async () => {
    const words = wordsOf(await world.says('asha', 'someone is bullying me on Facebook'));
    for (const part of ['Who reads it', 'Who does not', 'What happens next', 'no formal process', 'kept', 'Privacy'])
      expect(words).toContain(part);
    const facts = organisation.support.beforeYouReport.map(({ title, text }) => `${title} ${text}`).join(' ');
    expect(facts.split(/\s+/).length).toBeLessThanOrEqual(120);
  });

  test('asking for advice only shows people and stores nothing', async () => {
    expect(wordsOf(await world.presses('asha', 'ask-advice'))).toContain('starts no formal process');
    expect(await world.store.list({ kind: 'incident' })).toEqual([]);
  });
});

describe('what was said already', () => {
  test('stands in the form, and is not asked again', async () => {
    const before = await world.says('asha', 'someone is bullying me on Facebook');
    const choose = buttonOf(before, /with my name/);
    expect(JSON.stringify(await world.presses('asha', choose.verb, choose.data))).toContain(
      '"value":"someone is bullying me on Facebook"',
    );
  });

  test('a form with a level that is none goes back to the choice; one with a spoilt nonce gets a new one', async () => {
    expect(
      cardsOf(await world.presses('asha', 'file-report', { ...told, level: 'royal', nonce: 'n'.repeat(20) })),
    ).toEqual(['before-you-report']);
    const form = await world.presses('asha', 'file-report', { ...told, level: 'named', nonce: 'short' });
    const send = buttonOf(form, 'Send the report');
    expect(cardsOf(await world.presses('asha', send.verb, { ...send.data, ...told }))).toEqual(['report-receipt']);
  });
});

describe('a report', () => {
  test('is stored with a receipt that says nothing about it', async () => {
    const { replies, reference } = await report('asha');
    expect(cardsOf(replies)).toEqual(['report-receipt']);
    expect(reference).not.toBe('');
    for (const word of ['accent', 'Tom', 'Facebook', 'bully']) expect(wordsOf(replies)).not.toContain(word);
    expect(await world.store.list({ kind: 'incident' })).toHaveLength(1);
  });

  test('delivered five times is one incident with one set of alerts and the same reference (C9)', async () => {
    const { send, reference } = await report('asha');
    const before = await world.store.list({ kind: 'alert' });
    for (let again = 0; again < 4; again++)
      expect(wordsOf(await world.presses('asha', send.verb, { ...send.data, ...told }))).toContain(reference);
    expect(await world.store.list({ kind: 'incident' })).toHaveLength(1);
    expect(await world.store.list({ kind: 'alert' })).toHaveLength(before.length);
  });

  test('with answers missing comes back with every word that was typed', async () => {
    const { replies } = await report('asha', { ...told, safeNow: '', when: '3/3/2031' });
    expect(cardsOf(replies)).toEqual(['report-form']);
    const form = JSON.stringify(replies);
    expect(form).toContain('He posted about my accent again');
    expect(form).toContain('Tom Ashdown');
    expect(wordsOf(replies)).toContain('still to come');
    expect(await world.store.list({ kind: 'incident' })).toEqual([]);
  });

  test('with words of danger in it is stored, and the crisis card comes first (C1)', async () => {
    const { replies } = await report('asha', { ...told, happened: 'He wrote that again and I want to kill myself.' });
    expect(cardsOf(replies)).toEqual(['crisis', 'report-receipt']);
    expect(crisisKinds.length).toBeGreaterThan(3);
  });

  test('tells the case workers without a word about what or who, in the alert and its preview (E1)', async () => {
    const { reference } = await report('asha');
    const alerts = await deliver();
    expect(alerts.length).toBeGreaterThan(0);
    for (const { notice } of alerts) {
      expect(notice.reference).toBe(reference);
      expect(JSON.stringify(notice)).not.toMatch(/Tom|Ashdown|Asha|Okafor|accent|Facebook|bully|harass|discriminat/i);
    }
    expect(alerts.map(({ oid }) => oid)).not.toContain(oidOf('tom'));
    expect(alerts.map(({ oid }) => oid)).not.toContain(oidOf('asha'));
    expect(await deliver()).toEqual([]);
  });
});

describe('news of a report', () => {
  test('opens the report for its reporter, by the button of the alert and by its reference typed', async () => {
    const { reference } = await report('asha');
    await deliver();
    const move = buttonOf(await world.presses('priya', 'open-incident', { reference }), 'Acknowledge');
    await world.presses('priya', move.verb, { ...move.data, message: 'I am on it.' });
    const news = (await deliver()).find(({ oid }) => oid === oidOf('asha'));
    const open = buttonOf([{ kind: 'card', card: alertCard(news?.notice as AlertNotice) }], 'Open');
    expect(wordsOf(await world.presses('asha', open.verb, open.data))).toContain('I am on it.');
    expect(wordsOf(await world.says('asha', `what about ${reference}?`))).toContain('I am on it.');
    expect(cardsOf(await world.says('priya', reference))).toEqual(['incident']);
    expect(wordsOf(await world.says('tom', reference))).toContain('found nothing');
  });
});

describe('somebody who is not safe', () => {
  test('gets the numbers to call first, and the report is stored all the same', async () => {
    const { replies } = await report('asha', { ...told, safeNow: 'no' });
    expect(cardsOf(replies)).toEqual(['crisis', 'report-receipt']);
    expect(await world.store.list({ kind: 'incident' })).toHaveLength(1);
  });

  test('or not sure of it is told on the receipt whom to call', async () => {
    expect(wordsOf((await report('asha', { ...told, safeNow: 'unsure' })).replies)).toContain('999');
  });
});

describe('a caseworker', () => {
  test('opens it, acknowledges it, and the reporter sees the new status', async () => {
    const { reference } = await report('asha');
    const opened = await world.presses('priya', 'open-incident', { reference });
    expect(cardsOf(opened)).toEqual(['incident']);
    expect(wordsOf(opened)).toContain('He posted about my accent again');
    const move = buttonOf(opened, 'Acknowledge');
    expect(
      wordsOf(await world.presses('priya', move.verb, { ...move.data, message: 'Thank you, I am on it.' })),
    ).toContain('Acknowledged');
    const mine = await world.says('asha', 'my reports');
    expect(wordsOf(mine)).toContain('A caseworker is on it');
    const status = await world.presses('asha', 'report-status', { reference });
    expect(wordsOf(status)).toContain('Thank you, I am on it.');
  });

  test('pressing an old card does nothing and gets the fresh one', async () => {
    const { reference } = await report('asha');
    const first = buttonOf(await world.presses('priya', 'open-incident', { reference }), 'Acknowledge');
    await world.presses('colin', first.verb, first.data);
    const late = await world.presses('priya', first.verb, first.data);
    expect(wordsOf(late)).toContain('Nothing was done');
    expect(wordsOf(late)).toContain('Acknowledged');
    expect(() => buttonOf(late, 'Acknowledge')).toThrow();
  });

  test('a reporter can add, be answered, and withdraw without anything being deleted', async () => {
    const { reference } = await report('asha');
    expect(
      wordsOf(await world.presses('asha', 'add-to-report', { reference, text: 'There is a screenshot.' })),
    ).toContain('There is a screenshot.');
    expect(wordsOf(await world.presses('priya', 'open-incident', { reference }))).toContain('There is a screenshot.');
    expect(wordsOf(await world.presses('asha', 'withdraw-report', { reference }))).toContain('Nothing was deleted');
    expect(await world.store.list({ kind: 'incident' })).toHaveLength(1);
  });
});

describe('everybody else', () => {
  test.each(['tom', 'jamie', 'sunita'])(
    '%s sees of somebody else’s incident exactly what they see of one that does not exist',
    async (name) => {
      const { reference } = await report('asha');
      for (const verb of ['open-incident', 'report-status'] as const)
        expect(wordsOf(await world.presses(name, verb, { reference }))).toBe(
          wordsOf(await world.presses(name, verb, { reference: 'CIP-00000-00000' })),
        );
      expect(wordsOf(await world.presses(name, 'move-incident', { reference, move: 'acknowledge', version: 1 }))).toBe(
        wordsOf(
          await world.presses(name, 'move-incident', { reference: 'CIP-00000-00000', move: 'acknowledge', version: 1 }),
        ),
      );
      expect(wordsOf(await world.says(name, 'my incidents'))).toContain('No incident waits for you');
    },
  );

  test('an anonymous report leaves no id, name or conversation of its reporter anywhere, and is found again by its code', async () => {
    const { replies, reference } = await report('asha', told, /without my name/);
    const code = /Code: ([0-9A-Z-]+)/.exec(wordsOf(replies))?.[1] ?? '';
    const kinds = ['incident', 'alert', 'identity', 'receipt', 'submission', 'audit', 'gap'];
    const kept = JSON.stringify(await Promise.all(kinds.map((kind) => world.store.list({ kind }))));
    for (const trace of ['10000000-0000-4000-8000-000000000001', 'Asha', 'Okafor', 'chat-asha', '29:asha'])
      expect(kept).not.toContain(trace);
    expect(wordsOf(await world.presses('asha', 'report-status', { reference }))).toContain('found nothing');
    expect(wordsOf(await world.presses('asha', 'report-status', { reference, code }))).toContain(reference);
  });
});
