import { nameClause, nameEdition, sayOverdue } from '../../cards/clause-view.ts';
import { silenceWords } from '../../cards/policy-silent.ts';
import { answerQuestion } from '../../policy/answer-question.ts';
import { keepGap } from '../../requests/keep-gap.ts';
import { soundsAsked } from '../../requests/sounds-asked.ts';
import type { AskResult, PolicyView, SearchResult } from '../wire.ts';
import { ok, type TabAnswer, type TabRequest } from './answer.ts';
import { crisisIn } from './crisis-in.ts';
import type { TabParts } from './parts.ts';

/** Longer texts are no search; the rest is not read. */
const longestQuestion = 1_000;
const mostNear = 5;

/** The document as published, for everybody: it is public, and so is this. */
export function showPolicy(_request: TabRequest, { organisation, now }: TabParts): TabAnswer {
  const { document, support } = organisation;
  const today = now().toISOString().slice(0, 10);
  const overdue = document.nextReview !== null && today > document.nextReview ? document.nextReview : null;
  const view: PolicyView = {
    title: document.title,
    organisation: document.organisation,
    edition: nameEdition(document),
    overdue: sayOverdue(overdue),
    contacts: support.policyContacts,
    clauses: document.clauses.map((clause) => ({
      ...{ id: clause.id, name: nameClause(clause), title: clause.title, kind: clause.kind, modality: clause.modality },
      ...{ parent: clause.parent, path: clause.path, text: clause.text, oddities: clause.oddities },
    })),
  };
  return ok(view);
}

/** Clauses by meaning, with the product's own index. Nothing of what is searched for is kept. */
export function searchPolicy({ query }: TabRequest, { organisation, now }: TabParts): TabAnswer {
  const words = (query.words ?? '').slice(0, longestQuestion).trim();
  if (words === '') return ok({ answering: [], near: [], crisis: null } satisfies SearchResult);
  const answer = answerQuestion(organisation.clauses, words, { today: now().toISOString().slice(0, 10) });
  const answering = answer.outcome === 'not-covered' ? [] : answer.clauses.map(({ clause }) => clause.id);
  const { candidates } = organisation.clauses.rank(words);
  const near = candidates.map(({ clause }) => clause.id).filter((id) => !answering.includes(id));
  return ok({ answering, near: near.slice(0, mostNear), crisis: crisisIn(words, organisation) } satisfies SearchResult);
}

/**
 * A question about the policy, answered as in chat: words of danger first, then clauses or silence. Only somebody who is
 * signed in has a question that is not answered kept for the policy owner, masked and without who asked.
 */
export async function askPolicy({ body, who }: TabRequest, parts: TabParts): Promise<TabAnswer> {
  const question = String(body.question ?? '').slice(0, longestQuestion);
  const about = String(body.about ?? '').slice(0, 60);
  const { organisation, switches } = parts;
  const crisis = crisisIn(question, organisation);
  const nothing = { outcome: 'not-covered', clauses: [], related: [], notCovered: [], kept: false, crisis } as const;
  if (!switches.answers) return ok({ ...nothing, silence: 'Policy answers are turned off.' } satisfies AskResult);
  const clause = organisation.document.clauses.find(({ id }) => id === about);
  const answer = answerQuestion(organisation.clauses, question, {
    today: parts.now().toISOString().slice(0, 10),
    // What somebody asks at a clause may lean on it, as a question leans on the one before.
    ...(clause === undefined ? {} : { previous: clause.title }),
  });
  if (answer.outcome === 'not-covered') {
    const kept = who !== null && crisis === null && answer.silence === 'silent' && soundsAsked(question);
    if (kept)
      await keepGap(parts, {
        about: 'unanswered',
        text: question,
        clause: answer.nearest?.clause.id ?? '',
        comment: '',
      });
    const near = answer.nearest === null ? [] : [answer.nearest.clause.id];
    return ok({
      ...nothing,
      related: near,
      silence: silenceWords[answer.silence].explanation,
      kept,
    } satisfies AskResult);
  }
  return ok({
    outcome: answer.outcome,
    clauses: answer.clauses.map((one) => one.clause.id),
    related: answer.related.map((one) => one.clause.id),
    notCovered: answer.outcome === 'partly' ? answer.notCovered : [],
    ...{ silence: '', kept: false, crisis },
  } satisfies AskResult);
}
