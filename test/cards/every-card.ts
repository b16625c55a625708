import { actAsCard } from '../../src/cards/act-as.ts';
import { alertCard } from '../../src/cards/alert.ts';
import { auditTrailCard } from '../../src/cards/audit-trail.ts';
import { beforeYouReportCard } from '../../src/cards/before-you-report.ts';
import { checkFormCard, profileFormCard } from '../../src/cards/check-form.ts';
import { choosePersonCard } from '../../src/cards/choose-person.ts';
import { crisisCard } from '../../src/cards/crisis.ts';
import { draftVerdictCard, type VerdictWords } from '../../src/cards/draft-verdict.ts';
import { evidenceCard } from '../../src/cards/evidence.ts';
import { answerFeedbackCard, findingFeedbackCard } from '../../src/cards/feedback-form.ts';
import type { CardName, FilledCard } from '../../src/cards/fill.ts';
import { incidentCard } from '../../src/cards/incident.ts';
import { jobsCard } from '../../src/cards/jobs.ts';
import { moveFormCard } from '../../src/cards/move-form.ts';
import { myIncidentsCard } from '../../src/cards/my-incidents.ts';
import { myReportsCard } from '../../src/cards/my-reports.ts';
import { noticeCard } from '../../src/cards/notice.ts';
import { pictureCard } from '../../src/cards/picture.ts';
import { policyAnswerCard } from '../../src/cards/policy-answer.ts';
import { policySilentCard } from '../../src/cards/policy-silent.ts';
import { profileVerdictCard } from '../../src/cards/profile-verdict.ts';
import { readingCard } from '../../src/cards/reading.ts';
import { reportFormCard } from '../../src/cards/report-form.ts';
import { reportReceiptCard } from '../../src/cards/report-receipt.ts';
import { reportStatusCard } from '../../src/cards/report-status.ts';
import { sectionCard } from '../../src/cards/section.ts';
import { sharedClauseCard } from '../../src/cards/shared-clause.ts';
import { clauseLinks } from '../../src/cards/tab-links.ts';
import type { CheckedDraft } from '../../src/drafts/finding.ts';
import type { Clause, PolicyDocument } from '../../src/policy/clause.ts';

const clause: Clause = {
  id: '6.1.3(a)',
  path: ['6.0 Processes and Procedures', '6.1 Using Social Media in your personal life'],
  title: 'Bring the ICB into disrepute',
  text: 'Bring the ICB into disrepute by criticising or arguing with customers, colleagues or rivals; making defamatory comments about individuals or links to appropriate content.',
  modality: 'must not',
  parent: '6.1.3',
  kind: 'bullet',
  line: 140,
  oddities: ['"links to appropriate content" is a suspected misprint'],
};
const owner: Clause = {
  ...clause,
  id: 'control.owner',
  title: 'Document Owner',
  text: 'Document Owner:\tSenior Information Risk Owner',
  modality: 'fact',
  kind: 'row',
  oddities: [],
};
const policy: PolicyDocument = {
  title: 'Social Media Policy',
  organisation: 'Example ICB',
  version: 'v1.0',
  effective: '2022-07-01',
  nextReview: '2023-09-01',
  clauses: [clause, owner],
};
const contact = { name: 'Communications team', reach: 'comms@example.org', email: 'comms@example.org' };
const words: VerdictWords = {
  ruleTitles: {
    disrepute: 'Disrepute',
    confidentiality: 'Confidentiality',
    copyright: 'Copyright',
    discrimination: 'Discrimination',
    bullying: 'Bullying',
    disclaimer: 'Disclaimer',
    'flippant-or-inaccurate': 'Flippant or inaccurate',
    impartiality: 'Impartiality',
  },
  conductClause: '6.1.3',
  protection: null,
  platform: null,
  communications: contact,
  mended: null,
};
const rude = 'Our neighbours at the trust could not find the lift.\nNHS number 999 000 0018 again 🙄';
const breach: CheckedDraft = {
  verdict: 'stop',
  findings: [
    {
      rule: 'disrepute',
      clause: '6.1.3(a)',
      severity: 'change',
      spans: [{ start: 0, end: 51, text: rude.slice(0, 51) }],
      message: 'This mocks a partner organisation.',
      suggestion: 'Leave them out.',
    },
    {
      rule: 'confidentiality',
      clause: '6.1.3(b)',
      severity: 'stop',
      spans: [{ start: 64, end: 76, text: rude.slice(64, 76) }],
      message: 'This looks like an NHS number.',
      suggestion: 'Take the number out.',
    },
  ],
  notChecked: ['image', 'link'],
  protection: null,
};
const clean: CheckedDraft = { verdict: 'ok', findings: [], notChecked: [], protection: null };

/** Text that would do harm if a client read it as Markdown, a template, a mention or a link. */
export const hostile =
  '**bold** [press](https://evil.example) <at>Everyone</at> ${expression} {{DATE(2026-01-01)}} <b>html</b> # head\n- item \u202Ereversed\u202C 🧨';

const long = (length: number) => 'word '.repeat(Math.ceil(length / 5)).slice(0, length);
const longFindings = (text: string): CheckedDraft => ({
  verdict: 'change',
  findings: Array.from({ length: 8 }, (_, index) => ({
    rule: 'disrepute' as const,
    clause: '6.1.3(a)',
    severity: 'change' as const,
    spans: Array.from({ length: 6 }, (_, span) => ({
      start: (index * 6 + span) * 200,
      end: (index * 6 + span) * 200 + 150,
      text: text.slice((index * 6 + span) * 200, (index * 6 + span) * 200 + 150),
    })),
    message: long(200),
    suggestion: long(200),
  })),
  notChecked: ['image', 'link', 'other-language', 'too-long'],
  protection: null,
});
const move = (title: string) => ({
  opens: 'acknowledge',
  title,
  hint: 'Only the case manager may do this.',
  confirm: title,
  verb: 'move-incident',
  data: { reference: 'CIP-7Q4K9-3VMT2', move: 'acknowledge', version: 3 },
  texts: [{ id: 'note', label: 'Note (required)', required: true }],
  choices: [
    {
      id: 'outcome',
      label: 'Outcome (required)',
      required: true,
      options: [{ title: 'No case to answer', value: 'none' }],
    },
  ],
  pickers: [{ id: 'person', label: 'Who, from the directory?', search: true, people: [] }],
});
const listed = (title: string) => ({
  ...move(title),
  pickers: [{ id: 'person', label: 'Who?', search: false, people: [{ value: 'a', title: 'Tom Ashdown, officer' }] }],
});
const incident = {
  reference: 'CIP-7Q4K9-3VMT2',
  status: 'Submitted',
  userIds: ['29:priya'],
  readings: [
    { title: 'Evidence (2)', verb: 'show-evidence', data: { reference: 'CIP-7Q4K9-3VMT2', from: 0 } },
    {
      title: 'The whole report',
      verb: 'read-incident',
      data: { reference: 'CIP-7Q4K9-3VMT2', part: 'report', from: 0 },
    },
  ],
  notice: '',
  facts: [{ title: 'Status', text: 'Submitted' }],
  happened: 'They wrote about me again.\nEverybody laughed.',
  history: [{ when: '23 November 2026, 09:14', what: 'The reporter sent the report.' }],
  moves: [move('Acknowledge'), move('Refer elsewhere')],
  also: [listed('Name somebody involved')],
};
const status = {
  reference: 'CIP-7Q4K9-3VMT2',
  userIds: ['29:asha'],
  code: '',
  notice: '',
  status: 'We have your report',
  clocks: ['We acknowledge your report: by 25 November 2026 (to be confirmed by HR).'],
  messages: [{ who: 'Caseworker', when: '23 November 2026', text: 'Thank you.' }],
  canWithdraw: 'now' as const,
  checkInOpen: false,
};
const evidence = (shown: boolean) => ({
  ...{ id: 'e-1', name: 'Screenshot of the post.png', about: 'PNG picture, 240 KB', shown },
  ...{ added: 'Added by the reporter on 23 November 2026, 09:20', sha256: 'ab12'.repeat(16) },
});
const facts = [{ title: 'Who reads it', text: 'the casework team' }];

/** What a reported message says about itself. */
const message = {
  when: '19 November 2026, 12:52',
  platform: 'Microsoft Teams',
  links: `https://teams.microsoft.com/l/message/19:${'x'.repeat(60)}@thread.tacv2/1611060744833?context=${'y'.repeat(200)}`,
  author: '10000000-0000-4000-8000-000000000004',
  authorName: hostile.slice(0, 120),
};

const line = { reference: 'CIP-7Q4K9-3VMT2', status: 'Submitted', due: 'Acknowledge the report: by 25 November 2026' };
const list = {
  ...{ shown: 'mine' as const, incidents: [], more: null, undelivered: [], mayReveal: false, status: null },
  statuses: [{ value: 'submitted', title: 'Submitted' }],
};

const linkTo = clauseLinks(() => ({
  endpoint: 'https://bot.example.org/tab',
  appId: '30000000-0000-4000-8000-000000000001',
}));

/** Every card by name: first a typical one (its data is `cards/<name>.sample.json`), then the least and the most it must bear. */
export const everyCard: Record<CardName, readonly (() => FilledCard)[]> = {
  jobs: [
    () => jobsCard('Hello'),
    () =>
      jobsCard(hostile, {
        offHours: 'Reporting is turned off.',
        extra: [
          { title: 'My incidents', verb: 'my-incidents' },
          { title: 'Act as', verb: 'open-act-as' },
        ],
      }),
  ],
  notice: [
    () =>
      noticeCard('You are welcome', ['Anything else?'], {
        contacts: [contact],
        buttons: [{ title: 'Check a draft', verb: 'open-check-form' }],
      }),
    () => noticeCard('Hello', []),
    () =>
      noticeCard('Hello', [hostile, long(4000)], {
        contacts: [{ name: hostile, reach: hostile }],
        buttons: Array.from({ length: 6 }, () => ({
          title: 'Open',
          verb: 'open-incident',
          data: { reference: hostile },
        })),
      }),
  ],
  'act-as': [
    () =>
      actAsCard({ oid: '10000000-0000-4000-8000-000000000001', name: 'Dana Example', role: 'nurse' }, [
        { oid: '10000000-0000-4000-8000-000000000001', name: 'Dana Example', role: 'nurse' },
      ]),
  ],
  'policy-answer': [
    () =>
      policyAnswerCard(
        {
          outcome: 'answered',
          clauses: [{ clause, score: 9 }],
          related: [{ clause: owner, score: 2 }],
          overdue: '2023-09-01',
        },
        'can I moan about patients?',
        policy,
        [],
        linkTo,
      ),
    () =>
      policyAnswerCard(
        { outcome: 'answered', clauses: [{ clause: owner, score: 9 }], related: [], overdue: null },
        'who owns it',
        { ...policy, version: null, effective: null },
      ),
    () =>
      policyAnswerCard(
        {
          outcome: 'partly',
          clauses: Array.from({ length: 5 }, () => ({ clause: { ...clause, text: long(1500) }, score: 1 })),
          related: [
            { clause, score: 1 },
            { clause: owner, score: 1 },
          ],
          notCovered: [hostile, 'parking'],
          overdue: '2023-09-01',
        },
        hostile,
        policy,
        ['Insta is Instagram.'],
      ),
  ],
  'policy-silent': [
    () =>
      policySilentCard(
        { outcome: 'not-covered', silence: 'silent', nearest: { clause, score: 1 }, overdue: '2023-09-01' },
        'are tweets archived',
        policy,
        [contact],
        false,
        linkTo,
      ),
    () =>
      policySilentCard(
        { outcome: 'not-covered', silence: 'out-of-scope', nearest: null, overdue: null },
        '',
        policy,
        [],
      ),
    () =>
      policySilentCard(
        {
          outcome: 'not-covered',
          silence: 'no-such-clause',
          nearest: { clause: { ...clause, text: `${hostile}\n${long(3000)}` }, score: 1 },
          overdue: null,
        },
        hostile,
        policy,
        [contact, contact],
      ),
  ],
  section: [
    () => sectionCard([clause, owner], clause, policy, '2023-09-01', linkTo),
    () =>
      sectionCard(
        Array.from({ length: 60 }, (_, index) => ({ ...clause, id: `9.${index}`, text: long(900) })),
        clause,
        policy,
        null,
      ),
  ],
  'shared-clause': [
    () => sharedClauseCard(clause, policy, '2023-09-01', linkTo),
    () => sharedClauseCard({ ...owner, text: hostile }, policy, null),
  ],
  'feedback-form': [
    () => answerFeedbackCard('are tweets archived', '6.1.3'),
    () => findingFeedbackCard('disrepute', '6.1.3(a)'),
    () => answerFeedbackCard(hostile, ''),
  ],
  'check-form': [() => checkFormCard(), () => profileFormCard()],
  'profile-verdict': [
    () =>
      profileVerdictCard(
        'Nurse.',
        'absent',
        { text: 'The postings on this site are my own opinion.', clause: '6.1.2' },
        0,
      ),
    () =>
      profileVerdictCard(
        hostile,
        'near',
        { text: 'The postings on this site are my own opinion.', clause: '6.1.2' },
        2,
      ),
    () => profileVerdictCard('Nurse.', 'exact', { text: 'x', clause: '6.1.2' }, 0),
  ],
  'draft-verdict': [
    () =>
      draftVerdictCard({ text: rude, platform: 'x' }, breach, {
        ...words,
        mended: 'Busy day today.',
        platform: {
          title: 'On X',
          lines: ['Too long: it counts 300 characters there, and a post takes 280.'],
        },
      }),
    () => draftVerdictCard({ text: 'Lovely day' }, clean, { ...words, communications: null }),
    () =>
      draftVerdictCard(
        { text: hostile },
        { ...clean, protection: 'trade-union' },
        {
          ...words,
          protection: { title: 'Trade union activity', lines: [hostile] },
          platform: { title: 'On Facebook', lines: [hostile] },
        },
      ),
    () => draftVerdictCard({ text: long(3000) }, longFindings(long(10_000)), words),
    () => draftVerdictCard({ text: long(100_000) }, longFindings(long(100_000)), words),
  ],
  crisis: [
    () =>
      crisisCard({
        headline: 'Your safety comes first',
        intro: 'If you or somebody else is in danger now, call 999.',
        closing: 'Nothing you wrote is lost.',
        lines: [{ title: 'Samaritans', reach: '116 123', when: 'Day or night, free.' }],
      }),
  ],
  'before-you-report': [
    () => beforeYouReportCard('', facts, ['named', 'confidential', 'anonymous']),
    () => beforeYouReportCard(hostile, facts, ['named', 'confidential', 'anonymous'], message),
    () => beforeYouReportCard(long(1_200), facts, ['named', 'confidential', 'anonymous'], message),
    () => beforeYouReportCard(long(8_000), facts, ['named', 'confidential', 'anonymous'], message),
  ],
  'report-form': [
    () => reportFormCard('named', 'nonce-1'),
    () =>
      reportFormCard(
        'anonymous',
        'nonce-2',
        { happened: `${hostile}${long(7000)}`, when: hostile, safeNow: 'no', subjects: hostile },
        [{ field: 'when', problem: 'This day is still to come.' }],
        { search: false, people: [{ value: 'a', title: hostile }], picked: [] },
        hostile,
      ),
  ],
  'report-receipt': [
    () => reportReceiptCard({ reference: 'CIP-7Q4K-93XM', code: null, facts }),
    () => reportReceiptCard({ reference: 'CIP-7Q4K-93XM', code: 'plum-otter-9431', facts }),
  ],
  'my-reports': [
    () =>
      myReportsCard([
        {
          reference: 'CIP-7Q4K-93XM',
          status: 'We have your report',
          next: 'We acknowledge your report: by 25 November 2026',
        },
      ]),
    () => myReportsCard([]),
    () =>
      myReportsCard(Array.from({ length: 200 }, () => ({ reference: 'CIP-7Q4K-93XM', status: 'Closed', next: '' }))),
  ],
  'report-status': [
    () => reportStatusCard(status),
    () =>
      reportStatusCard({
        ...status,
        canWithdraw: 'no',
        checkInOpen: true,
        code: 'x',
        messages: Array.from({ length: 50 }, () => ({ who: 'You', when: 'today', text: hostile + long(900) })),
      }),
  ],
  alert: [
    () =>
      alertCard({
        alertId: 'a',
        reference: 'CIP-7Q4K-93XM',
        ask: 'A new report waits for you.',
        for: 'staff',
        by: '2026-11-25T17:00:00Z',
      }),
    () =>
      alertCard(
        { alertId: 'a', reference: 'CIP-7Q4K-93XM', ask: 'A report has moved.', by: null, for: 'reporter' },
        'Mona Manager',
        '2026-11-24T09:05:00Z',
      ),
  ],
  'my-incidents': [
    () =>
      myIncidentsCard({ ...list, incidents: [line], more: { due: '2026-11-25T17:00:00.000Z', id: line.reference } }),
    () => myIncidentsCard(list),
    () =>
      myIncidentsCard({
        ...list,
        shown: 'ended',
        incidents: Array.from({ length: 8 }, () => line),
        undelivered: Array.from({ length: 8 }, () => ({
          alertId: long(36),
          to: hostile,
          text: `CIP-7Q4K9-3VMT2: ${hostile}`,
        })),
        more: { due: '', id: 'x' },
        mayReveal: true,
      }),
  ],
  incident: [
    () => incidentCard(incident),
    () =>
      incidentCard({
        ...incident,
        happened: hostile + long(8000),
        notice: 'Acknowledged.',
        moves: Array.from({ length: 8 }, () => move('A move')),
        facts: Array.from({ length: 12 }, () => ({ title: 'Links (not opened)', text: hostile + long(2000) })),
        history: Array.from({ length: 90 }, () => ({ when: '23 November 2026', what: hostile + long(4000) })),
      }),
    () =>
      incidentCard({
        ...incident,
        moves: Array.from({ length: 6 }, () => ({
          ...move('A move'),
          choices: Array.from({ length: 3 }, (_, at) => ({
            ...{ id: `choice-${at}`, label: 'Who? (required)', required: true },
            options: Array.from({ length: 30 }, () => ({ title: long(60), value: long(36) })),
          })),
        })),
      }),
  ],
  'move-form': [
    () =>
      moveFormCard(
        'CIP-7Q4K9-3VMT2',
        move('Record the outcome'),
        { note: 'It was said twice.', outcome: 'none' },
        'Nothing was done.',
        [{ field: 'note', problem: 'At most 4000 characters.' }],
      ),
    () =>
      moveFormCard(
        'CIP-7Q4K9-3VMT2',
        {
          ...listed(hostile.slice(30)),
          texts: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: 'Text', required: false })),
        },
        { a: hostile + long(4000), b: hostile + long(4000), c: long(4000), d: long(4000), outcome: 'forged' },
        '',
      ),
  ],
  reading: [
    () =>
      readingCard({
        ...{ headline: 'The report CIP-7Q4K9-3VMT2', reference: 'CIP-7Q4K9-3VMT2', part: 'report' },
        passages: [{ title: 'What happened', text: 'They wrote about me again.\nEverybody laughed.' }],
      }),
    () =>
      readingCard({
        ...{ headline: 'The history', reference: 'CIP-7Q4K9-3VMT2', part: 'history' },
        passages: Array.from({ length: 40 }, () => ({ title: hostile, text: `${hostile}\n`.repeat(60) + long(4000) })),
      }),
    () =>
      readingCard({ headline: 'x', reference: 'x', part: 'report', passages: [{ title: 'x', text: long(8000) }] }, 1),
    () => readingCard({ headline: 'x', reference: 'x', part: 'report', passages: [] }, 99),
  ],
  evidence: [
    () => evidenceCard('CIP-7Q4K9-3VMT2', [evidence(true), evidence(false)]),
    () => evidenceCard('CIP-7Q4K9-3VMT2', []),
    () =>
      evidenceCard(
        'CIP-7Q4K9-3VMT2',
        Array.from({ length: 20 }, () => evidence(true)),
      ),
  ],
  picture: [
    () => pictureCard({ reference: 'CIP-7Q4K9-3VMT2', name: 'post.png', about: 'post.png, 240 KB.', inside: null }),
    () =>
      pictureCard({
        ...{ reference: 'CIP-7Q4K9-3VMT2', name: hostile, about: hostile },
        inside: { type: 'image/png', bytes: new Uint8Array(3000) },
      }),
  ],
  'audit-trail': [
    () =>
      auditTrailCard(
        'CIP-7Q4K9-3VMT2',
        [{ number: 1, when: '23 November 2026, 09:14', by: 'The reporter', what: 'sent the report' }],
        false,
      ),
    () =>
      auditTrailCard(
        'CIP-7Q4K9-3VMT2',
        Array.from({ length: 25 }, (_, number) => ({ number, when: 'today', by: hostile, what: long(120) })),
        true,
      ),
  ],
  'choose-person': [
    () =>
      choosePersonCard({
        ...{ name: 'Tom', why: '. Whoever is meant will no longer see this incident.' },
        people: [{ value: 'a', title: 'Tom Ashdown, Engagement officer' }],
        confirm: { title: 'Record this person', verb: 'name-party', data: { reference: 'CIP-7Q4K9-3VMT2' } },
        back: [{ title: 'Back to the incident', verb: 'refresh-incident', data: { reference: 'CIP-7Q4K9-3VMT2' } }],
      }),
    () =>
      choosePersonCard({
        ...{ name: hostile, why: '' },
        people: Array.from({ length: 10 }, () => ({ value: long(36), title: hostile })),
        ...{ confirm: { title: 'Yes', verb: 'name-party' }, back: [] },
      }),
  ],
};
