import { interpret } from '../interpret/interpret.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { codeIn, referenceIn } from './receipt-words.ts';
import { type Request, toReport } from './request.ts';

/** Longer messages are not read for what they mean; Teams itself cuts them at about a quarter of this. */
const longestMessage = 100_000;

/** Words that are commands as they stand, in small letters: what the command list of the app offers, and the words of its cards. */
const commands: Readonly<Record<string, Request>> = {
  help: { kind: 'help' },
  'check a draft': { kind: 'open-check-form' },
  'check draft': { kind: 'open-check-form' },
  'check my bio': { kind: 'open-profile-form' },
  'check my profile': { kind: 'open-profile-form' },
  report: toReport(''),
  'report bullying': toReport(''),
  'my reports': { kind: 'my-reports' },
  'my incidents': { kind: 'my-incidents', shown: '', status: '', afterDue: '', afterId: '' },
  'act as': { kind: 'open-act-as' },
};

/** Questions about what reporting means, before anything is reported: the card before the form answers them. */
const asksAboutReporting =
  /\b(anonym|confiden|who (?:sees|reads|will)|kept|sacked|in trouble|what happens|if i report|for reporting)/i;

/** "check my bio: Nurse, runner, tea." */
const profileIn = /^(?:(?:please|can you|could you) )?check (?:my|this) (?:bio|profile)\b[\s:,-]+(\S.*)$/is;

/** Decides what a typed sentence means. Pure: the same sentence is always the same request. */
export function makeReadSentence(organisation: Organisation): (text: string) => Request {
  return (text) => {
    const said = text.trim();
    if (!/[\p{L}\p{N}]/u.test(said)) return { kind: 'nothing-said' };
    if (said.length > longestMessage)
      return organisation.seeCrisis(said) === null ? { kind: 'too-long', length: said.length } : { kind: 'crisis' };
    const command = said.toLowerCase().replace(/[.!?]+$/, '');
    const reference = referenceIn.exec(said)?.[0];
    if (reference !== undefined && said.length < 200 && organisation.seeCrisis(said) === null)
      return { kind: 'find-reference', reference, code: codeIn.exec(said.replace(reference, ''))?.[0] ?? '' };
    if (Object.hasOwn(commands, command)) return commands[command] as Request;
    if (command.startsWith('act as ')) return { kind: 'act-as', person: said.slice('act as '.length).slice(0, 80) };
    const profile = profileIn.exec(said)?.[1]?.trim();
    if (profile !== undefined && organisation.seeCrisis(said) === null)
      return { kind: 'check-profile', draft: profile };
    return readMeaning(said, organisation);
  };
}

function readMeaning(said: string, organisation: Organisation): Request {
  if (organisation.support.soundsDistressed(said)) return { kind: 'ask-advice' };
  const { intent, draft, platform, topic } = interpret(said, organisation.intents);
  if (topic === 'subject-access') return { kind: 'subject-access' };
  switch (intent) {
    case 'crisis':
      return { kind: 'crisis' };
    case 'check-draft':
      return draft === null ? { kind: 'open-check-form' } : { kind: 'check-draft', draft, platform: platform ?? '' };
    case 'report-incident':
      return toReport(said.slice(0, 8_000));
    case 'case-status':
      return asksAboutReporting.test(said) ? toReport('') : { kind: 'my-reports' };
    case 'ask':
      return { kind: 'ask-policy', question: said };
    case 'out-of-scope':
      return { kind: intent, said };
    case 'help':
    case 'small-talk':
      return { kind: intent };
  }
}
