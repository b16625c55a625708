import { messageReporter } from '../../src/casework/act-on-incident.ts';
import { auditTrail } from '../../src/casework/audit-trail.ts';
import { addToReport } from '../../src/casework/change-report.ts';
import { exportPerson } from '../../src/casework/export-person.ts';
import { anotherPerson, redact } from '../../src/casework/redact.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import { file, people, who, world } from './world.ts';

describe('a text that goes to one person', () => {
  const own = { name: 'Asha Okafor' };
  test.each([
    ['their own words', 'I was mocked and I felt ill.', 'I was mocked and I felt ill.', false],
    ['their own name', 'Then they wrote that Asha is slow.', 'Then they wrote that Asha is slow.', false],
    ['a name that is known', 'tom ashdown laughed.', `${anotherPerson} laughed.`, true],
    ['half a name that is known', "It was Tom's idea.", `It was ${anotherPerson}'s idea.`, true],
    ['a word that only begins like one', 'Tomorrow it goes on.', 'Tomorrow it goes on.', false],
    ['a name that is not known', 'Then Beverley laughed.', 'Then Beverley laughed.', true],
    ['an address', 'write to bev@example.org or @bevs_life', `write to ${anotherPerson} or ${anotherPerson}`, true],
    ['a number', 'call 07700 900123', `call ${anotherPerson}`, true],
    ['a quotation', 'he said "go home"', 'he said "go home"', true],
    ['a link', 'see https://social.example/p/1', 'see https://social.example/p/1', true],
  ])('%s', (_what, text, expected, doubtful) => {
    expect(redact(text, own, ['Tom Ashdown'])).toEqual({ text: expected, doubtful });
  });
});

describe('a subject access export', () => {
  test('has the words of the person, what was written to them, and what names them, others taken out', async () => {
    const casework = await world();
    const { reference } = await file(casework, { happened: 'Tom Ashdown mocked me. It hurt.' });
    await addToReport(casework, who('Asha'), reference, 'It goes on.');
    await messageReporter(casework, who('Priya'), reference, 'Are you safe?');
    const asha = await exportPerson(casework, who('Dev'), who('Asha').oid);
    expect(asha).toMatchObject({
      value: {
        person: 'Asha Okafor',
        named: [],
        reports: [
          {
            reference,
            part: 'reporter',
            passages: [
              { what: 'What happened', text: `${anotherPerson} mocked me. It hurt.`, doubtful: true },
              { what: 'When', text: '2026-06-05', doubtful: false },
              { what: 'Added', text: 'It goes on.', doubtful: false },
              { what: 'Message from casework', text: 'Are you safe?', doubtful: false },
            ],
          },
        ],
      },
    });
    expect(await auditTrail(casework, who('Priya'), reference)).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ by: 'Dev Chaudhry', what: 'incident.exported' })]),
    });
    const tom = await exportPerson(casework, who('Dev'), who('Tom').oid);
    expect(tom).toMatchObject({ value: { reports: [], named: [{ part: 'subject', passages: [{ doubtful: true }] }] } });
    expect(JSON.stringify(tom)).not.toContain('Asha');
  });

  test('finds confidential reports, and no anonymous ones', async () => {
    const casework = await world();
    const { reference } = await file(casework, { level: 'confidential' });
    await file(casework, { level: 'anonymous' });
    expect(await exportPerson(casework, who('Dev'), who('Asha').oid)).toMatchObject({
      value: { reports: [{ reference }] },
    });
  });

  test('is for information governance officers, and holds nothing that they must not know of', async () => {
    const casework = await world();
    for (const name of ['Priya', 'Asha', 'Rowena', 'Ffion'])
      expect(await exportPerson(casework, who(name), who('Asha').oid)).toEqual({
        ok: false,
        refusal: { kind: 'not-yours' },
      });
    await file(casework, { subjects: [{ name: 'Dev Chaudhry', oid: who('Dev').oid }] });
    expect(await exportPerson(casework, who('Dev'), who('Asha').oid)).toEqual({
      ok: true,
      value: { person: 'Asha Okafor', reports: [], named: [] },
    });
    expect(await exportPerson(casework, who('Dev'), who('Dev').oid)).toMatchObject({ value: { named: [] } });
  });

  test('is of somebody who has left, too', async () => {
    const gone = people.map((person) => (person.name === 'Asha Okafor' ? { ...person, left: true } : person));
    const casework = await world({ directory: fileDirectory(gone) });
    const { reference } = await file(casework);
    expect(await exportPerson(casework, who('Dev'), who('Asha').oid)).toMatchObject({
      value: { reports: [{ reference }] },
    });
  });
});
