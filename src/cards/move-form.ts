import type { Problem } from '../incidents/report-form.ts';
import { type FilledCard, fillCard } from './fill.ts';
import { listStyle, type MoveView } from './incident.ts';

/** Longer texts are cut: the field takes no more, and the card has to stay within its size. */
const longestKept = 4_000;

/**
 * One move's questions on a card of their own, after something was wrong with the answers: the problem stands at the name
 * of its field, and every word and choice is still there.
 */
export function moveFormCard(
  reference: string,
  move: MoveView,
  typed: Readonly<Record<string, string>>,
  notice: string,
  problems: readonly Problem[] = [],
): FilledCard {
  const fields = [...move.texts, ...move.choices, ...move.pickers];
  const kept = Object.values(typed).join('').length > 3 * longestKept ? longestKept / 2 : longestKept;
  const typedIn = ({ id }: { readonly id: string }) => (typed[id] ?? '').slice(0, kept);
  return fillCard('move-form', {
    ...{
      reference,
      notice,
      title: move.title,
      hint: move.hint,
      confirm: move.confirm,
      verb: move.verb,
      data: move.data,
    },
    problems: problems.map(({ field, problem }) => ({
      field: fields.find(({ id }) => id === field)?.label ?? 'Please look again',
      problem,
    })),
    pickers: move.pickers,
    texts: move.texts.map((text) => ({ ...text, value: typedIn(text) })),
    choices: move.choices.map((choice) => ({
      ...choice,
      style: listStyle(choice.options),
      value: choice.options.some(({ value }) => value === typed[choice.id]) ? typedIn(choice) : '',
    })),
  });
}
