import type { AlertNotice } from '../../src/alerts/courier.ts';
import { alertCard } from '../../src/cards/alert.ts';
import { deliverDueAlerts } from '../../src/casework/deliver-due-alerts.ts';
import { addEvidence } from '../../src/casework/evidence.ts';
import type { Reply } from '../../src/requests/turn.ts';
import { buttonOf, cardsOf, oidOf, openWorld, organisation, type World, wordsOf } from './world.ts';

/** What those who work on incidents see and press, card by card. */
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const told = { happened: 'He wrote about my accent again.', when: 'last week', safeNow: 'yes' };
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function report(answers: Record<string, unknown> = { subjects: 'Tom Ashdown' }, level = 'named') {
  const form = await world.presses('asha', 'open-report-form', { level });
  const send = buttonOf(form, 'Send the report');
  const replies = await world.presses('asha', send.verb, { ...send.data, ...told, ...answers });
  return { replies, reference: /CIP-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(wordsOf(replies))?.[0] ?? '' };
}

const open = (firstName: string, reference: string) => world.presses(firstName, 'open-incident', { reference });

async function press(firstName: string, replies: readonly Reply[], title: string | RegExp, more: object = {}) {
  const { verb, data } = buttonOf(replies, title);
  return world.presses(firstName, verb, { ...data, ...more });
}

/** Every element of the cards, the fall-backs left out. */
function elements(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(elements);
  if (typeof node !== 'object' || node === null) return [];
  return [
    node as Record<string, unknown>,
    ...Object.entries(node).flatMap(([key, value]) => (key === 'fallback' || key === 'data' ? [] : elements(value))),
  ];
}
const fieldsOf = (replies: readonly Reply[]) =>
  replies.flatMap((reply) => (reply.kind === 'toast' ? [] : elements(reply.card.content)));
const field = (replies: readonly Reply[], id: string) => fieldsOf(replies).find((element) => element.id === id);

describe('evidence', () => {
  const added = async (name: string, bytes: Uint8Array) => {
    const { reference } = await report();
    const asha = { oid: oidOf('asha'), tenant: organisation.people[0]?.tenant ?? '', name: 'Asha Okafor' };
    await addEvidence(world.casework, asha, reference, { name, bytes });
    return reference;
  };

  test('is listed with type, size, hash, when and by whom; a picture is shown, and both are on record', async () => {
    const reference = await added('post.png', png);
    const list = await press('priya', await open('priya', reference), /Evidence \(1\)/);
    const words = wordsOf(list);
    for (const part of ['post.png', 'PNG picture, 70 bytes', 'Added by the reporter on 23 November 2026, 10:00'])
      expect(words).toContain(part);
    expect(words).toMatch(/SHA-256 [0-9a-f]{64}/);
    const [shown] = await press('priya', list, 'Show post.png');
    expect(shown).toMatchObject({ kind: 'picture', picture: { type: 'image/png', bytes: new Uint8Array(png) } });
    const trail = wordsOf(await press('colin', await open('colin', reference), 'Who has looked at it'));
    expect(trail).toContain('Priya Nandakumar opened it');
    expect(trail).toContain('Priya Nandakumar looked at the list of evidence');
    expect(trail).toContain('Priya Nandakumar opened a file of the evidence');
  });

  test('that the chat cannot show is offered as a copy, and read only when they say yes', async () => {
    const reference = await added('letter.pdf', new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'));
    const list = await press('priya', await open('priya', reference), /Evidence/);
    const [offer] = await press('priya', list, 'Save a copy of letter.pdf');
    expect(offer).toMatchObject({ kind: 'offer-file', file: { name: 'letter.pdf', data: { reference } } });
    const data = offer?.kind === 'offer-file' ? offer.file.data : {};
    const trail = () =>
      press('priya', list, 'Back to the incident').then((card) => press('priya', card, /looked at it/));
    expect(wordsOf(await trail())).not.toContain('opened a file');
    expect(wordsOf(await world.presses('tom', 'take-evidence', data))).toContain('found nothing');
    expect(await world.presses('priya', 'take-evidence', data)).toMatchObject([{ kind: 'file', name: 'letter.pdf' }]);
    expect(wordsOf(await trail())).toContain('opened a file of the evidence');
  });

  test('of text is shown word for word, unparsed', async () => {
    const reference = await added('said.txt', new TextEncoder().encode('**look** at her\n<at>all</at>'));
    const list = await press('priya', await open('priya', reference), /Evidence/);
    expect(wordsOf(await press('priya', list, 'Show said.txt'))).toContain('**look** at her\n<at>all</at>');
  });

  test.each(['show-evidence', 'show-audit', 'read-incident', 'refresh-incident', 'open-move', 'open-evidence'])(
    'is as little to be had by the excluded as what is not there: %s',
    async (verb) => {
      const reference = await added('post.png', png);
      const data = { part: 'report', id: 'x', move: 'acknowledge' };
      for (const firstName of ['tom', 'asha', 'rhys', 'ffion'])
        expect(wordsOf(await world.presses(firstName, verb, { ...data, reference }))).toBe(
          wordsOf(await world.presses(firstName, verb, { ...data, reference: 'CIP-00000-00000' })),
        );
    },
  );
});

describe('a mistake in the questions of a move', () => {
  const triage = { misconduct: 'comments', urgency: 'normal', 'person-type': 'employee' };

  test('is named by its field, and every answer is still there', async () => {
    const { reference } = await report();
    const acknowledged = await press('priya', await open('priya', reference), 'Acknowledge');
    const { verb, data } = buttonOf(acknowledged, 'Record the triage');
    const again = await world.presses('priya', verb, { ...data, ...triage, urgency: '', note: 'Ask the ward first.' });
    expect(cardsOf(again)).toEqual(['move-form']);
    expect(wordsOf(again)).toMatch(/How urgent is it\? \(required\): Give this first/);
    expect(field(again, 'note')).toMatchObject({ value: 'Ask the ward first.' });
    expect(field(again, 'misconduct')).toMatchObject({ value: 'comments' });
    expect(wordsOf(await press('priya', again, 'Record the triage', triage))).toContain('recorded the triage');
  });

  test('too long a note comes back with its words', async () => {
    const { reference } = await report();
    const again = await world.presses('priya', 'add-note', { reference, text: 'word '.repeat(1000) });
    expect(wordsOf(again)).toContain('Note (required): At most 4000 characters.');
    expect(field(again, 'text')).toMatchObject({ value: 'word '.repeat(800) });
  });
});

describe('a card from before the last move', () => {
  test('is refused with the questions anew, what was typed still in them', async () => {
    const { reference } = await report();
    const old = await press('priya', await open('priya', reference), 'Acknowledge');
    await world.presses('colin', 'add-note', { reference, text: 'Colin looked at it too.' });
    const late = await press('priya', old, 'Take no further action', { reason: 'It was settled in the team.' });
    expect(wordsOf(late)).toContain('Nothing was done: this had moved on');
    expect(field(late, 'reason')).toMatchObject({ value: 'It was settled in the team.' });
    expect(wordsOf(await press('priya', late, 'Take no further action', { reason: 'Settled.' }))).toContain('Done.');
  });

  test('whose step is gone gives the fresh card, and what was typed beside it', async () => {
    const { reference } = await report();
    const old = await open('priya', reference);
    await press('colin', await open('colin', reference), 'Acknowledge');
    const late = await press('priya', old, 'Acknowledge', { message: 'We have it and will call you.' });
    expect(cardsOf(late)).toEqual(['incident']);
    expect(wordsOf(late)).toContain('You had written: We have it and will call you.');
    expect(wordsOf(late)).toContain('Status: Acknowledged');
  });
});

describe('an incident card', () => {
  test('is renewed by the client of whoever opened it, and by nobody else', async () => {
    const { reference } = await report();
    const [reply] = await open('priya', reference);
    const content = reply?.kind === 'card' ? reply.card.content : {};
    expect(content.refresh).toMatchObject({
      userIds: ['29:priya'],
      action: { verb: 'refresh-incident', data: { reference } },
    });
    await press('colin', await open('colin', reference), 'Acknowledge');
    const renewed = await world.presses('priya', 'refresh-incident', { reference });
    expect(renewed).toMatchObject([{ kind: 'replace' }]);
    expect(wordsOf(renewed)).toContain('Colin Marsh acknowledged the report (now: Acknowledged).');
  });

  test('says nothing any more to who stepped back, when it is renewed', async () => {
    const { reference } = await report();
    await world.presses('priya', 'recuse', { reference });
    const renewed = await world.presses('priya', 'refresh-incident', { reference });
    expect(cardsOf(renewed)).toEqual(['notice']);
    expect(wordsOf(renewed)).not.toContain(told.happened);
  });

  test('reads out the whole report and the whole history, however long, a card at a time', async () => {
    const happened = Array.from({ length: 250 }, (_, at) => `Post number ${at} said it.`).join('\n');
    const { reference } = await report({ happened });
    let card = await press('priya', await open('priya', reference), 'The whole report');
    let read = wordsOf(card);
    while (read.includes('[Go on reading]')) {
      card = await press('priya', card, 'Go on reading');
      read = `${read.replace('[Go on reading]', '')}\n${wordsOf(card)}`;
    }
    for (let at = 0; at < 250; at++) expect(read).toContain(`Post number ${at} said it.`);
    expect(wordsOf(await press('priya', card, 'Back to the incident'))).toContain(`Incident ${reference}`);
  });

  test('tells its history in plain words, with no name of an event in it', async () => {
    const { reference } = await report();
    const card = await press('priya', await open('priya', reference), 'Acknowledge', { message: 'We have it.' });
    const history = wordsOf(await press('priya', card, 'The whole history'));
    for (const line of ['The reporter sent the report', 'This program passed it to HR casework team'])
      expect(history).toContain(line);
    expect(history).toMatch(/Priya Nandakumar wrote to the reporter\nWe have it\./);
    expect(history).not.toMatch(/party-named|clock-raised|messaged|routed/);
  });
});

describe('who is involved', () => {
  test('a typed name that may mean people of the directory is asked about; whoever is chosen is kept out', async () => {
    const { reference } = await report({});
    const asked = await world.presses('priya', 'name-party', { reference, part: 'subject', name: 'colin' });
    expect(cardsOf(asked)).toEqual(['choose-person']);
    expect(wordsOf(asked)).toContain('Who is meant?');
    expect(JSON.stringify(asked)).toContain('Colin Marsh, HR caseworker');
    const named = await press('priya', asked, 'Record this person', { person: oidOf('colin') });
    expect(wordsOf(named)).toContain('Priya Nandakumar recorded Colin Marsh as the person complained of');
    expect(wordsOf(await open('colin', reference))).toContain('found nothing');
  });

  test('somebody picked is recorded at once, and a name that is nobody of the directory as typed', async () => {
    const { reference } = await report({});
    const picked = await world.presses('priya', 'name-party', { reference, part: 'witness', person: oidOf('jamie') });
    expect(wordsOf(picked)).toContain('Witness: Jamie Holt');
    const typed = await world.presses('priya', 'name-party', { reference, part: 'subject', name: 'Zed Qux' });
    expect(wordsOf(typed)).toContain('Complained of: Zed Qux (not in the directory)');
  });

  test('naming nobody says so at the field; naming oneself hands it on', async () => {
    const { reference } = await report({});
    const nothing = await world.presses('priya', 'name-party', { reference, part: 'subject' });
    expect(wordsOf(nothing)).toContain('Pick somebody, or type a name.');
    const self = await world.presses('priya', 'name-party', { reference, part: 'subject', person: oidOf('priya') });
    expect(wordsOf(self)).toContain('passed on');
    expect(wordsOf(await open('priya', reference))).toContain('found nothing');
  });

  test('whoever is picked settles the name that may mean them, and no second person appears', async () => {
    const { reference } = await report({ subjects: 'Tom' });
    const named = await world.presses('priya', 'name-party', { reference, part: 'subject', person: oidOf('tom') });
    expect(wordsOf(named).match(/Complained of/g)).toHaveLength(1);
    expect(wordsOf(named)).toContain('Complained of: Tom Ashdown');
  });
});

describe('people on the report form', () => {
  test('are picked with the search of Teams, or typed', async () => {
    const form = await world.presses('asha', 'open-report-form', { level: 'named' });
    expect(field(form, 'pickedSubjects')).toMatchObject({
      isMultiSelect: true,
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    });
    const { reference } = await report({ pickedSubjects: `${oidOf('tom')},${oidOf('jamie')}`, subjects: '' });
    const words = wordsOf(await open('priya', reference));
    expect(words).toContain('Complained of: Tom Ashdown');
    expect(words).toContain('Complained of: Jamie Holt');
    for (const firstName of ['tom', 'jamie'])
      expect(wordsOf(await open(firstName, reference))).toContain('found nothing');
  });

  test('stay picked when something else is wrong; ids that nobody has are left out', async () => {
    const wrong = await report({
      when: '',
      pickedSubjects: `${oidOf('tom')},20000000-0000-4000-8000-0000000000ff,<x>`,
    });
    expect(wordsOf(wrong.replies)).toContain('Roughly when: Tell us roughly when');
    expect(field(wrong.replies, 'pickedSubjects')).toMatchObject({
      choices: [{ title: 'Tom Ashdown, Engagement officer', value: oidOf('tom') }],
    });
  });

  test('a name that may mean several is asked about once the report is stored, and left open if nobody answers', async () => {
    const { replies, reference } = await report({ subjects: 'Tom' });
    expect(cardsOf(replies)).toEqual(['report-receipt', 'choose-person']);
    expect(wordsOf(await open('priya', reference))).toContain('Tom (as typed; it fits one person of the directory)');
    const settled = await press('asha', replies, 'This is who I mean', { person: oidOf('tom') });
    expect(wordsOf(settled)).toContain('kept out of it now');
    expect(wordsOf(await open('priya', reference))).toContain(
      'The reporter recorded Tom Ashdown as the person complained of',
    );
    const forged = await press('asha', replies, 'This is who I mean', { person: oidOf('colin') });
    expect(wordsOf(forged)).not.toContain('Colin');
    expect(wordsOf(await open('colin', reference))).toContain(`Incident ${reference}`);
  });

  test('unclear names of every part are asked about one after the other; one can be left open', async () => {
    const { replies, reference } = await report({
      ...{ subjects: 'martin from finance\nZed Qux', target: 'jamie', witnesses: 'Colin\nGrace Oyelaran' },
    });
    expect(wordsOf(replies)).toContain('You wrote martin from finance for who did it.');
    expect(wordsOf(await open('martin', reference))).toContain('found nothing');
    const second = await press('asha', replies, 'This is who I mean', { person: oidOf('martin') });
    expect(wordsOf(second)).toContain('You wrote jamie for the colleague it was aimed at.');
    const third = await press('asha', second, 'Leave it open');
    expect(wordsOf(third)).toContain('You wrote Colin for who saw it.');
    expect(wordsOf(await open('colin', reference))).toContain('found nothing');
    const last = await press('asha', third, 'This is who I mean', { person: 'nobody' });
    expect(cardsOf(last)).toEqual(['report-status']);
    expect(wordsOf(last)).toContain('Until a name is clear, everybody whom it may mean is kept out.');
    expect(wordsOf(await open('colin', reference))).toContain('Aimed at: jamie (as typed; it fits one person');
    expect(wordsOf(await open('jamie', reference))).toContain('found nothing');
  });

  test('picking oneself as the person who did it is refused in words', async () => {
    const { replies } = await report({ pickedSubjects: oidOf('asha'), subjects: '' });
    expect(wordsOf(replies)).toContain('Who did it: This names you as the person who did it.');
  });
});

describe('the three levels', () => {
  test('are explained before one is chosen, and whoever wants to stay unknown is told where else to go (C4)', async () => {
    const before = await world.says('asha', 'someone is bullying me on Facebook');
    const all = JSON.stringify(before);
    for (const part of ['locked away from the report', 'know who you are', 'Teams itself knows who is signed in'])
      expect(all).toContain(part);
    const form = wordsOf(await world.presses('asha', 'open-report-form', { level: 'anonymous' }));
    for (const { name } of organisation.routing.outside) expect(form).toContain(name);
    expect(wordsOf(await world.presses('asha', 'open-report-form', { level: 'named' }))).not.toContain('not use Teams');
  });
});

describe('an alert', () => {
  /** Delivers everything due, and gives the alerts that one person got, as they stand in their chat. */
  async function alertsOf(firstName: string) {
    const got: { oid: string; notice: AlertNotice }[] = [];
    const deliver = async (oid: string, notice: AlertNotice) => {
      got.push({ oid, notice });
      return { outcome: 'delivered', messageId: 'm-1' } as const;
    };
    await deliverDueAlerts(world.casework, { 'personal-chat': { channel: 'personal-chat', deliver } });
    const own = got.filter(({ oid }) => oid === oidOf(firstName));
    return own.map(({ notice }): readonly Reply[] => [{ kind: 'card', card: alertCard(notice) }]);
  }

  test('says in its place that its reader has opened it, and leads there again', async () => {
    const { reference } = await report();
    const [alert = []] = await alertsOf('priya');
    const opened = await press('priya', alert, 'Open');
    expect(cardsOf(opened)).toEqual(['alert', 'incident']);
    expect(opened[0]).toMatchObject({ kind: 'replace', lasting: true });
    expect(wordsOf(opened)).toContain('You opened it on 23 November 2026, 10:00.');
    expect(cardsOf(await press('priya', opened, 'Open again'))).toEqual(['alert', 'incident']);
    await press('priya', opened, 'Acknowledge');
    const [news = []] = await alertsOf('asha');
    expect(cardsOf(await press('asha', news, 'Open'))).toEqual(['alert', 'report-status']);
    expect(reference).not.toBe('');
  });

  test('of somebody else, or with a forged id, is not acknowledged by who presses it', async () => {
    await report();
    const [alert = []] = await alertsOf('priya');
    expect(cardsOf(await press('colin', alert, 'Open'))).toEqual(['incident']);
    expect(cardsOf(await press('priya', alert, 'Open', { alert: 'forged' }))).toEqual(['incident']);
    expect(cardsOf(await press('tom', alert, 'Open'))).toEqual(['notice']);
  });
});

describe('where others read along', () => {
  test('an incident is opened in the private chat of whoever presses, and nothing of it is said there', async () => {
    const { reference } = await report();
    const replies = await world.presses('priya', 'open-incident', { reference }, 'channel');
    expect(replies).toMatchObject([{ kind: 'private' }]);
    const [reply] = replies;
    const shown = reply?.kind === 'private' ? [reply.sent.text, reply.unsent.text].join() : 'nothing';
    expect(shown).not.toMatch(new RegExp(`${reference}|${told.happened}`));
  });
});

describe('a receipt', () => {
  test('stands in the place of the form for good, so that the code is there when the client starts anew', async () => {
    const { replies } = await report({}, 'anonymous');
    expect(replies[0]).toMatchObject({ kind: 'replace', lasting: true });
  });
});

describe('my incidents', () => {
  test('are filtered by status, in the place of the list', async () => {
    const { reference } = await report();
    const other = await report();
    await press('priya', await open('priya', reference), 'Acknowledge');
    const list = await world.says('priya', 'my incidents');
    expect(list).toMatchObject([{ kind: 'card' }]);
    const some = await press('priya', list, 'Show these', { status: 'acknowledged' });
    expect(some).toMatchObject([{ kind: 'replace' }]);
    expect(wordsOf(some)).toContain('Acknowledged, soonest due first.');
    expect(wordsOf(some)).toContain(reference);
    expect(wordsOf(some)).not.toContain(other.reference);
    expect(wordsOf(await press('priya', list, 'Show these', { status: 'closed' }))).toContain('Closed: nothing here.');
    expect(cardsOf(await press('priya', list, 'Show these', { status: 'forged' }))).toEqual(['my-incidents']);
  });

  test('name whom no alert reached, until somebody says that they were told; that is on record', async () => {
    const { reference } = await report();
    await deliverDueAlerts(world.casework, {});
    for (let tries = 0; tries < 3; tries++) await deliverDueAlerts(world.casework, {});
    const list = await world.says('priya', 'my incidents');
    expect(wordsOf(list)).toContain(`${reference}: Martin Sorley`);
    const forged = buttonOf(list, 'I have told Martin Sorley');
    await world.presses('tom', forged.verb, forged.data);
    expect(wordsOf(await world.says('priya', 'my incidents'))).toContain(`${reference}: Martin Sorley`);
    const told = await press('priya', list, 'I have told Martin Sorley');
    expect(wordsOf(told)).not.toContain('Martin Sorley');
    expect(wordsOf(await press('priya', await open('priya', reference), /looked at it/))).toContain(
      'Priya Nandakumar said that somebody was told',
    );
  });
});

describe("a report's card", () => {
  test('is renewed by the client of its reporter, and never names who reported anonymously', async () => {
    const { reference } = await report();
    const [shown] = await world.presses('asha', 'report-status', { reference });
    expect(shown?.kind === 'card' && shown.card.content.refresh).toMatchObject({ userIds: ['29:asha'] });
    const { replies } = await report({}, 'anonymous');
    const hidden = await press('asha', replies, 'See the status');
    expect(JSON.stringify(hidden)).not.toContain('29:asha');
    expect(await press('asha', hidden, 'Refresh')).toMatchObject([{ kind: 'replace' }]);
  });
});
