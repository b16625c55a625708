import { readFileSync } from 'node:fs';
import { drawProcess } from '../../src/incidents/draw-process.ts';
import { statuses } from '../../src/incidents/incident.ts';
import { readProcess } from '../../src/organisation/process.ts';

const file = 'policy/process.yaml';
const text = readFileSync(file, 'utf8');
const process = readProcess(file);

describe('the disciplinary process', () => {
  test('is as drawn; the drawing is under review, so a change of the table changes both', () => {
    expect(drawProcess(process)).toBe(readFileSync('test/incidents/process.drawn.mmd', 'utf8'));
  });

  test('ends in exactly these ways', () => {
    const ends = statuses.filter((status) => process.statuses[status].ends);
    expect(ends).toEqual(['closed', 'no-further-action', 'withdrawn', 'referred-elsewhere']);
  });

  test('has both an informal and a formal way, and the formal one only after the just culture question', () => {
    expect(process.moves.filter(({ to }) => to === 'informal').length).toBeGreaterThan(0);
    const formal = process.moves.filter(({ to }) => to === 'investigation');
    expect(formal.map(({ from }) => from)).toEqual([['just-culture']]);
  });

  test("records clause 4.1's two kinds of misconduct at triage", () => {
    const triage = process.moves.find(({ move }) => move === 'triage');
    expect(triage?.needs).toContain('misconduct');
    expect(process.inputs.misconduct?.options?.map(({ value }) => value)).toEqual([
      'behaviour',
      'comments',
      'both',
      'neither',
    ]);
  });

  test('says of every number on whose word it stands, and what a withdrawn reporter is told', () => {
    for (const clock of process.clocks) expect(clock.source).toBe('to be confirmed by HR');
    expect(process.checkIns).toEqual({ days: [30, 90], source: 'to be confirmed by HR' });
  });
});

describe('a table that cannot work is refused with file, line and reason', () => {
  const change = (from: string | RegExp, to: string) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`Nothing of the table is ${from}.`);
    return changed;
  };
  const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

  test.each([
    [
      'a role that nobody has',
      'by: [investigator], to: findings',
      'by: [inspector], to: findings',
      'move: report-findings',
      /Invalid option/,
    ],
    ['a status that is none', 'to: hearing', 'to: trial', 'move: call-hearing', /Invalid/],
    [
      'a formal way around the just culture question',
      'from: [just-culture], by',
      'from: [just-culture, triaged], by',
      'move: investigate',
      /"triaged" to "investigation" without just-culture and reason/,
    ],
    [
      'an outcome without one',
      'needs: [outcome, reason], may: [], duty: decision',
      'needs: [reason], may: [], duty: decision',
      'move: decide,',
      /"hearing" to "outcome" without outcome/,
    ],
    [
      'a hearing without somebody who decides',
      'needs: [decision-maker], may',
      'needs: [], may',
      'move: call-hearing',
      /without decision-maker/,
    ],
    [
      'an input that is none',
      'needs: [findings]',
      'needs: [findings, colour]',
      'move: report-findings',
      /"colour", which is not among the inputs/,
    ],
    [
      'a way out of the end',
      'from: [outcome], by: [caseworker, case-manager], to: closed',
      'from: [outcome, withdrawn], by: [caseworker, case-manager], to: closed',
      'move: close,',
      /leads out of "withdrawn", which ends/,
    ],
    [
      'the same move twice',
      'move: settle,',
      'move: take-no-further,',
      'move: take-no-further, label: Take',
      /stands twice/,
    ],
    [
      'a deadline of a day and a half',
      'while: [submitted], within: 2,',
      'while: [submitted], within: 1.5,',
      'clock: acknowledge',
      /within/,
    ],
    ['a word that the table does not know', 'duty: appeal', 'dutty: appeal', 'move: decide-appeal', /dutty/],
  ])('%s', (_what, from, to, at, reason) => {
    const message = refusal(change(from, to));
    expect(message).toMatch(reason);
    expect(message).toContain(`${file}, line ${lineOf(at)}:`);
  });

  test('a status that nothing leads to', () => {
    const message = refusal(change('to: appeal,', 'to: same,'));
    expect(message).toMatch(/nothing leads to "appeal"|without/);
  });

  test('a dead end', () => {
    const cut = text.split('\n').filter((line) => !/^ {2}- \{ move: (report-findings|accept-withdrawal)/.test(line));
    expect(refusal(cut.join('\n'))).toMatch(/nothing leads to "findings"|"investigation" is a dead end/);
  });

  function refusal(changed: string): string {
    try {
      readProcess(file, changed);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('The table was taken.');
  }
});
