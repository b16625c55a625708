import { checkDraft } from '../../../src/drafts/check.ts';
import { ruleBook } from '../rule-book.ts';

const findings = (text: string) =>
  checkDraft({ text }, ruleBook).findings.filter(({ rule }) => rule === 'confidentiality');

describe('identifiers of other people', () => {
  test.each([
    ['Mr Gordon Petrie, NHS number 943 476 5919, rang about his scan.', '943 476 5919', 'stop'],
    ['Her NI number is AB 12 34 56 C if payroll are reading.', 'AB 12 34 56 C', 'stop'],
    ['Thank Dr Fenella Ryle in person, 3 Swallow Rise, 07700 900836.', '07700 900836', 'stop'],
    ['Dear Dr Ryle, re: Mr Petrie, dob 12/07/1958', 'dob 12/07/1958', 'stop'],
    ['Our warehouse login for the lads: svc_datamart / Tangerine77!', 'svc_datamart / Tangerine77!', 'stop'],
    ['New door code for the meds room is C4471X, tell Jan.', 'C4471X', 'stop'],
  ])('%s', (text, identifier, severity) => {
    const all = findings(text);
    const spans = all.flatMap((finding) => finding.spans.map((span) => span.text));
    expect(spans.some((span) => span.includes(identifier))).toBe(true);
    expect(all.map((finding) => finding.severity)).toContain(severity);
    for (const finding of all) expect(finding.message + finding.suggestion).not.toContain(identifier);
  });

  test.each([
    ['Need a plumber? Ring me on 07700 900514.'],
    ['NHS 111 is open all night, Samaritans are on 116 123, Crimestoppers on 0800 555 111.'],
    ['Contact our patient experience team: pals@example.org or 01632 960111.'],
    ['My NHS number is 943 476 5919 and I am not afraid of it.'],
    ['Ask for Len at the garage, 01632 960177.'],
    ['I was born on 3 May 1990 in a lift.'],
    ['The surgery is at 14 Elm Road, opposite the chip shop.'],
  ])('the writer’s own, or a public contact: %s', (text) => expect(findings(text)).toEqual([]));
});

describe('what is not public', () => {
  test.each([
    ["We'll be merging back offices with Pennerley in June, not announced yet.", 'change'],
    [
      'Keep it quiet: the walk-in centre is closing in March, staff have not been told. I was in the meeting.',
      'change',
    ],
    ['Brenda on our ward told me in confidence she has cancer and is signed off till May, don’t tell anyone.', 'stop'],
    ['Mrs Oduya came in to our clinic yesterday with an overdose, I saw it on the system.', 'stop'],
  ])('%s', (text, severity) => expect(findings(text).map((finding) => finding.severity)).toContain(severity));

  test.each([
    ['It was announced this morning: the walk-in centre moves to the high street in May. Details on the ICB website.'],
    ['My own scan is clear and I am telling everyone.'],
    ['Well done Gwen Ashby and Tariq Noonan, who kept the network up all night.'],
    ['Bowel screening kits go out to everyone from 50. You will survive the embarrassment.'],
    ['Chapter two: the patient in bed six had been dead since 1911. A short story, all invented.'],
  ])('%s', (text) => expect(findings(text)).toEqual([]));
});
