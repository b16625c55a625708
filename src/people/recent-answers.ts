import type { Directory } from './directory.ts';

/** Answers kept at most, of each question; the oldest go first. */
const most = 10_000;

/** The same directory, its answers used again for a while; the same question asked at the same time is asked once. */
export function recentAnswers(directory: Directory, keepMs: number, now: () => number): Directory {
  const recent = <T>(ask: (key: string) => Promise<T>) => keep(ask, keepMs, now);
  return {
    person: recent(directory.person),
    find: recent(directory.find),
    managersOf: recent(directory.managersOf),
    members: recent(directory.members),
  };
}

function keep<T>(ask: (key: string) => Promise<T>, keepMs: number, now: () => number): (key: string) => Promise<T> {
  const answers = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined && known.until > now()) return known.answer;
    const answer = ask(key);
    answers.delete(key);
    answers.set(key, { answer, until: now() + keepMs });
    const oldest = answers.keys().next().value;
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    answer.catch(() => answers.get(key)?.answer === answer && answers.delete(key));
    return answer;
  };
}
