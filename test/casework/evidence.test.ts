import { addCaseEvidence } from '../../src/casework/add-case-evidence.ts';
import { auditTrail } from '../../src/casework/audit-trail.ts';
import { addEvidence, openEvidence } from '../../src/casework/evidence.ts';
import { evidenceLimits } from '../../src/casework/given-file.ts';
import { listEvidence } from '../../src/casework/list-evidence.ts';
import { reportStatus } from '../../src/casework/my-reports.ts';
import { openIncident } from '../../src/casework/open-incident.ts';
import { deliverAll, file, type World, who, world } from './world.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** A picture unlike any other, by a byte after its end. */
const picture = (n: number) => new Uint8Array([...png, n]);
const notFound = { ok: false, refusal: { kind: 'not-found' } };

async function add(casework: World, reference: string, name: string, bytes: Uint8Array) {
  return addEvidence(casework, who('Asha'), reference, { name, bytes });
}

async function evidenceOf(casework: World, reference: string) {
  const seen = await openIncident(casework, who('Priya'), reference);
  if (!seen.ok) throw new Error('Priya may see it.');
  return seen.value.evidence;
}

describe('evidence', () => {
  test('is kept as it came, with its hash, and opened by those with a part, on record', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    expect(await add(casework, reference, 'IMG 0042.PNG', picture(1))).toMatchObject({
      ok: true,
      value: { evidence: ['IMG 0042.png'] },
    });
    const [evidence] = await evidenceOf(casework, reference);
    expect(evidence).toMatchObject({ type: 'image/png', size: png.length + 1, sha256: casework.ids.hash(picture(1)) });
    const opened = await openEvidence(casework, who('Priya'), reference, evidence?.id ?? '');
    expect(opened).toMatchObject({ ok: true, value: { bytes: picture(1) } });
    const trail = await auditTrail(casework, who('Colin'), reference);
    expect(trail).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ by: 'Priya Nandakumar', what: 'incident.evidence-read' }),
      ]),
    });
  });

  test('is not opened by whoever is excluded, nor by the id of another incident', async () => {
    const casework = await world();
    const one = await file(casework);
    const other = await file(casework);
    await add(casework, one.reference, 'a.png', picture(1));
    const id = (await evidenceOf(casework, one.reference))[0]?.id ?? '';
    for (const name of ['Tom', 'Rhys', 'Ffion', 'Jamie'])
      expect(await openEvidence(casework, who(name), one.reference, id)).toEqual(notFound);
    expect(await openEvidence(casework, who('Priya'), other.reference, id)).toEqual(notFound);
    expect(await auditTrail(casework, who('Tom'), one.reference)).toEqual(notFound);
  });

  test('that comes as ten screenshots is one alert, until that is read or ten minutes are gone', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await deliverAll(casework);
    const added = 'Something was added to a report.';
    const alerts = async () => (await deliverAll(casework)).map(({ to, notice }) => `${to}: ${notice.ask}`);
    for (let n = 0; n < 10; n++) await add(casework, reference, `${n}.png`, picture(n));
    expect(await alerts()).toEqual([`Colin Marsh: ${added}`, `Priya Nandakumar: ${added}`]);
    await add(casework, reference, '10.png', picture(10));
    expect(await alerts()).toEqual([]);
    await openIncident(casework, who('Priya'), reference);
    await add(casework, reference, '11.png', picture(11));
    expect(await alerts()).toEqual([`Priya Nandakumar: ${added}`]);
    casework.at('2026-06-08T08:30:00Z');
    await add(casework, reference, '12.png', picture(12));
    expect(await alerts()).toEqual([`Colin Marsh: ${added}`, `Priya Nandakumar: ${added}`]);
  });

  test('that comes five times is there once', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await Promise.all([1, 2, 3, 4, 5].map((n) => add(casework, reference, `${n}.png`, picture(0))));
    expect(await evidenceOf(casework, reference)).toHaveLength(1);
    expect(await casework.store.list({ kind: 'evidence' })).toHaveLength(1);
  });

  test.each([
    [
      'a Windows program named .png',
      'shot.png',
      Buffer.concat([Buffer.from('MZ\x90\x00\x03'), Buffer.alloc(60), Buffer.from('PE\x00\x00')]),
    ],
    ['a Linux program', 'a', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(100)])],
    ['a script', 'notes.txt', Buffer.from('#!/bin/sh\nrm -rf /')],
    ['a web page', 'page.txt', Buffer.from('<html><script>alert(1)</script>')],
    [
      'a drawing that can run',
      'a.svg',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    ],
    ['an archive', 'a.png', Buffer.from('PK\x03\x04\x14\x00\x00\x00\x08\x00', 'latin1')],
    ['noise', 'a.jpg', Buffer.from([1, 2, 3, 4, 5, 0, 0, 9])],
    ['nothing', 'a.png', Buffer.alloc(0)],
    ['a file that is too large', 'a.png', Buffer.concat([png, Buffer.alloc(evidenceLimits.bytes)])],
  ])('%s is refused', async (_what, name, bytes) => {
    const casework = await world();
    const { reference } = await file(casework);
    expect(await add(casework, reference, name, bytes)).toMatchObject({
      refusal: { kind: 'bad-inputs', problems: [{ field: 'file' }] },
    });
    expect(await evidenceOf(casework, reference)).toEqual([]);
  });

  test.each([
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\asha\\shot.exe', 'shot.png'],
    ['<img src=x>.png', 'img src x.png'],
    ['', 'file.png'],
    ['x'.repeat(300), `${'x'.repeat(60)}.png`],
  ])('named %s is listed as %s', async (name, expected) => {
    const casework = await world();
    const { reference } = await file(casework);
    await add(casework, reference, name, picture(2));
    expect((await evidenceOf(casework, reference)).map((one) => one.name)).toEqual([expected]);
  });

  test('of 21 files is 20, and the last is answered with what to do', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    for (let n = 0; n < evidenceLimits.files; n++)
      expect((await add(casework, reference, 'a.png', picture(n))).ok).toBe(true);
    expect(await add(casework, reference, 'a.png', picture(99))).toMatchObject({ refusal: { kind: 'bad-inputs' } });
    expect(await evidenceOf(casework, reference)).toHaveLength(20);
  });

  test('a plain text and a PDF are taken', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    expect(await add(casework, reference, 'chat.txt', Buffer.from('He wrote: “Go home” 🐒'))).toMatchObject({
      ok: true,
    });
    expect(await add(casework, reference, 'x.bin', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n'))).toMatchObject({
      ok: true,
    });
    expect((await evidenceOf(casework, reference)).map(({ type }) => type)).toEqual(['text/plain', 'application/pdf']);
  });
});

describe('evidence that somebody gave to those who work on it', () => {
  const give = (casework: World, name: string, reference: string, n = 1) =>
    addCaseEvidence(casework, who(name), reference, { name: 'a.png', bytes: picture(n) }, 'from a witness, Jamie');

  test('is kept with whose it is, told to the other caseworkers, and not to the reporter', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await deliverAll(casework);
    expect(await give(casework, 'Priya', reference)).toMatchObject({ ok: true });
    expect(await give(casework, 'Priya', reference)).toMatchObject({ ok: true });
    expect(await listEvidence(casework, who('Colin'), reference)).toMatchObject({
      value: { files: [{ by: 'Priya Nandakumar', from: 'from a witness, Jamie', sha256: expect.any(String) }] },
    });
    expect((await deliverAll(casework)).map(({ to }) => to)).toEqual(['Colin Marsh']);
    expect(await reportStatus(casework, who('Asha'), reference)).toMatchObject({ value: { evidence: [] } });
  });

  test('leaves the reporter as many files of their own as before', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    for (let n = 0; n < evidenceLimits.files; n++) await give(casework, 'Priya', reference, n);
    expect(await add(casework, reference, 'mine.png', picture(99))).toMatchObject({
      value: { evidence: ['mine.png'] },
    });
  });

  test.each(['Tom', 'Rhys', 'Jamie', 'Asha', 'Nadia'])('%s, who has no part in it, adds nothing', async (name) => {
    const casework = await world();
    const { reference } = await file(casework);
    expect(await give(casework, name, reference)).toEqual(notFound);
    expect(await give(casework, name, 'CIP-00000-00000')).toEqual(notFound);
    expect(await casework.store.list({ kind: 'evidence' })).toEqual([]);
  });

  test('is told by its bytes like any other', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    const program = { name: 'a.png', bytes: Buffer.from('MZ\x90\x00\x03 program', 'latin1') };
    expect(await addCaseEvidence(casework, who('Priya'), reference, program, '')).toMatchObject({
      refusal: { kind: 'bad-inputs', problems: [{ field: 'file' }] },
    });
  });
});
