import { checkDraft } from '../../../src/drafts/check.ts';
import { ruleBook } from '../rule-book.ts';

const findings = (text: string) => checkDraft({ text }, ruleBook).findings.filter(({ rule }) => rule === 'disrepute');

describe('people and bodies of the service run down', () => {
  test.each([
    ['I work for the ICB and honestly our chief executive is useless and couldn’t run a bath.', 'change'],
    ['NHS receptionist here. Our patients are thick, rude and entitled.', 'change'],
    ['Castle Vale Hospitals are a shambles and I say that as their ICB contract lead.', 'change'],
    ['The worst employer I’ve ever had, this ICB.', 'change'],
    ['Our neighbours in Pennerley ICB have finally answered an email, bless them 🙄', 'change'],
    ['@wilf_rudge I run the NHS clinics you are moaning about, you daft old goat.', 'change'],
    ['I work with her at the NHS. Nadine Corless has been stealing from the charity tin.', 'stop'],
    ['For the lads on the ward: camgirls.example/nightshift, uncensored', 'stop'],
  ])('%s', (text, severity) => expect(findings(text).map((finding) => finding.severity)).toEqual([severity]));
});

describe('ideas, other worlds, oneself and kindness left alone', () => {
  test.each([
    ['NHS commissioner here. The internal market was a bad idea and it still is.'],
    ['Town were hopeless, the referee was a joke and the manager should be sacked.'],
    ['The film was a stinker and the lead actor is wooden as a gatepost.'],
    ['My broadband company are useless liars. Fifty minutes on hold.'],
    ['I work at the ICB and I am useless at spreadsheets. I once merged a cell and lost a village.'],
    ['Thank you to our patients for being so kind this week.'],
    ['Thank you Pennerley ICB for sharing your frailty model with us.'],
    ['Waited five hours in A&E. Staff run ragged but kind.'],
    ['My GP surgery never picks up the phone. Forty third in the queue.'],
  ])('%s', (text) => expect(findings(text)).toEqual([]));
});
