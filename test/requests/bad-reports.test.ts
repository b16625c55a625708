import { runClocks } from '../../src/casework/run-clocks.ts';
import { DirectoryDown } from '../../src/people/directory.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import { FileTooLarge } from '../../src/requests/file-too-large.ts';
import { buttonOf, cardsOf, oidOf, openWorld, organisation, type World, wordsOf } from './world.ts';

/** What reporters meet when something is wrong, told to them in words: each line of "Bad input" where it shows. */
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const told = {
  happened: 'He wrote about my accent again.',
  when: 'last week',
  safeNow: 'yes',
  subjects: 'Tom Ashdown',
};

async function report(answers: Record<string, unknown> = {}, level = 'named') {
  const send = buttonOf(await world.presses('asha', 'open-report-form', { level }), 'Send the report');
  const replies = await world.presses('asha', send.verb, { ...send.data, ...told, ...answers });
  return { replies, reference: /CIP-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(wordsOf(replies))?.[0] ?? '' };
}

test.each([
  ['2027-03-01', 'Roughly when: This day is still to come.'],
  ['24/11/2026', 'Roughly when: This day is still to come.'],
  ['31/02/2026', 'Roughly when: There is no such day.'],
])('the date %s is pointed out at its field, and every word is still there', async (when, problem) => {
  const { replies } = await report({ when });
  expect(cardsOf(replies)).toEqual(['report-form']);
  expect(wordsOf(replies)).toContain(problem);
  expect(JSON.stringify(replies)).toContain(told.happened);
});

test('a report about the head of HR says who reads it, and HR finds nothing', async () => {
  const { replies, reference } = await report({ subjects: 'Helen Strand' });
  expect(wordsOf(replies)).toContain('Who reads it: Independent handlers outside HR');
  for (const firstName of ['helen', 'priya', 'colin'])
    expect(wordsOf(await world.presses(firstName, 'open-incident', { reference }))).toContain('found nothing');
  expect(wordsOf(await world.presses('nadia', 'open-incident', { reference }))).toContain(told.happened);
});

test('while the directory is down a report is taken, whoever was picked for it, and goes its way later', async () => {
  const up = world.casework.directory;
  const no = async () => Promise.reject(new DirectoryDown('no answer'));
  const casework = world.casework as { directory: typeof up };
  casework.directory = { person: no, find: no, managersOf: no, members: no };
  const { replies, reference } = await report({ subjects: '', pickedSubjects: oidOf('colin') });
  expect(cardsOf(replies)).toEqual(['report-receipt']);
  expect(wordsOf(replies)).toContain('It waits to be passed to somebody who is not involved. Nothing is lost.');
  expect(wordsOf(await world.presses('priya', 'open-incident', { reference }))).toContain(
    'cannot ask the staff directory',
  );
  casework.directory = up;
  world.now = new Date('2026-11-23T10:20:00Z');
  await runClocks(world.casework);
  expect(wordsOf(await world.presses('priya', 'open-incident', { reference }))).toContain('Complained of: Colin Marsh');
  expect(wordsOf(await world.presses('colin', 'open-incident', { reference }))).toContain('found nothing');
});

test('a case manager who has left is named nowhere, and can open nothing', async () => {
  const casework = world.casework as { directory: unknown };
  casework.directory = fileDirectory(
    organisation.people.map((person) => (person.name === 'Martin Sorley' ? { ...person, left: true } : person)),
  );
  const { reference } = await report();
  expect(wordsOf(await world.presses('priya', 'open-incident', { reference }))).not.toContain('Martin');
  expect(wordsOf(await world.presses('martin', 'open-incident', { reference }))).toContain('found nothing');
});

test('a file of 100 MB is refused by its size, not as a failure', async () => {
  await report();
  const film = { name: 'film.mp4', contentType: 'video/mp4', download: () => Promise.reject(new FileTooLarge()) };
  expect(wordsOf(await world.sends('asha', [film]))).toContain('film.mp4 is larger than 10 MB');
  expect(world.warnings).toEqual([]);
});

test("another person's receipt shows nothing, nor does a code that is another report's", async () => {
  const { reference } = await report();
  expect(wordsOf(await world.presses('tom', 'report-status', { reference }))).toContain('found nothing');
  const one = await report({}, 'anonymous');
  const other = await report({}, 'anonymous');
  const { code } = buttonOf(other.replies, 'See the status').data;
  const look = await world.presses('dev', 'report-status', { reference: one.reference, code });
  expect(wordsOf(look)).toContain('found nothing');
});

describe('after 30 and 90 days', () => {
  const days = (count: number) => new Date(Date.parse('2026-11-23T10:00:00Z') + count * 86_400_000);

  test('the reporter is asked how they are; a yes is answered in kind and reaches the caseworkers', async () => {
    const { reference } = await report();
    world.now = days(30);
    await runClocks(world.casework);
    const asked = await world.presses('asha', 'report-status', { reference });
    expect(wordsOf(asked)).toContain('[Answer our question]');
    const { verb, data } = buttonOf(asked, 'Send the answer');
    const answered = await world.presses('asha', verb, { ...data, retaliation: 'yes', text: 'My shifts were cut.' });
    expect(wordsOf(answered)).toContain('A caseworker is told at once');
    expect(wordsOf(answered)).not.toContain('[Answer our question]');
    expect(wordsOf(await world.presses('priya', 'open-incident', { reference }))).toContain(
      'The reporter says that things have got WORSE since the report: My shifts were cut.',
    );
    world.now = days(91);
    await runClocks(world.casework);
    expect(wordsOf(await world.presses('asha', 'report-status', { reference }))).toContain('[Answer our question]');
  });

  test('an anonymous reporter finds the question when they come back with their code', async () => {
    const { replies } = await report({}, 'anonymous');
    world.now = days(31);
    await runClocks(world.casework);
    const { verb, data } = buttonOf(replies, 'See the status');
    const found = await world.presses('asha', verb, data);
    expect(wordsOf(found)).toContain('[Answer our question]');
    const answer = buttonOf(found, 'Send the answer');
    const thanked = await world.presses('asha', answer.verb, { ...answer.data, retaliation: 'no' });
    expect(wordsOf(thanked)).toContain('Thank you.');
  });
});

describe('a report that is over', () => {
  test('is withdrawn without being deleted, says so, and its reporter can still write', async () => {
    const { reference } = await report();
    const status = await world.presses('asha', 'report-status', { reference });
    expect(JSON.stringify(status)).toContain('It does not delete the report');
    const { verb, data } = buttonOf(status, 'Yes, withdraw it');
    const withdrawn = await world.presses('asha', verb, { ...data, reason: '' });
    expect(wordsOf(withdrawn)).toContain('Withdrawn. Nothing was deleted.');
    const add = buttonOf(withdrawn, 'Send');
    expect(wordsOf(await world.presses('asha', add.verb, { ...add.data, text: 'I was pressed to.' }))).toContain(
      'Sent.',
    );
    expect(wordsOf(await world.presses('priya', 'open-incident', { reference }))).toContain('I was pressed to.');
  });
});

test.each(['named', 'confidential', 'anonymous'])('messages go both ways at the level %s', async (level) => {
  const { replies, reference } = await report({}, level);
  const sent = await world.presses('priya', 'message-reporter', { reference, text: 'Are you at work tomorrow?' });
  expect(wordsOf(sent)).toContain('Sent to the reporter.');
  expect(/asha/i.test(wordsOf(sent))).toBe(level === 'named');
  const status = buttonOf(replies, 'See the status');
  const seen = await world.presses('asha', status.verb, status.data);
  expect(wordsOf(seen)).toContain('Are you at work tomorrow?');
  const add = buttonOf(seen, 'Send');
  await world.presses('asha', add.verb, { ...add.data, text: 'Yes, at eight.' });
  expect(wordsOf(await world.presses('priya', 'refresh-incident', { reference }))).toContain(
    'The reporter wrote to the caseworker: Yes, at eight.',
  );
});
