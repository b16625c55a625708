import type { Directory } from './directory.ts';

/** The same directory, asked each question once: for the length of one use case, so that its answers agree. */
export function remember(directory: Directory): Directory {
  return {
    person: once(directory.person),
    find: once(directory.find),
    managersOf: once(directory.managersOf),
    members: once(directory.members),
  };
}

function once<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const known = answers.get(key) ?? ask(key);
    answers.set(key, known);
    return known;
  };
}
