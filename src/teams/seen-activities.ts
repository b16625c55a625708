import type { InvokeResponse } from 'botbuilder';
import { BoundedMap } from './bounded-map.ts';

type Outcome = InvokeResponse | undefined;

/** Runs each activity once, however often the channel delivers it; a repetition gets the answer of the first. */
export interface SeenActivities {
  /** `id` undefined: the activity has none and is always run. A run that fails is forgotten, so that it can be repeated. */
  once(id: string | undefined, run: () => Promise<Outcome>): Promise<Outcome>;
}

/** Teams repeats within seconds; so many activities are remembered, in this process. The store holds the rest off. */
const remembered = 2_000;

export function rememberActivities(capacity = remembered): SeenActivities {
  const outcomes = new BoundedMap<Promise<Outcome>>(capacity);
  return {
    once(id, run) {
      if (id === undefined) return run();
      const earlier = outcomes.get(id);
      if (earlier !== undefined) return earlier;
      const outcome = run();
      outcomes.set(id, outcome);
      outcome.catch(() => outcomes.delete(id));
      return outcome;
    },
  };
}
