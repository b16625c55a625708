import type { Response } from 'restify';

/** Streams that one person may hold open: a few windows, each with one page. */
const mostOfOne = 6;
const mostInAll = 2_000;
/** After so many ms a stream ends and the page opens another, with a token that is still good. */
const longest = 30 * 60_000;

export interface TabStreams {
  /** Takes a stream in; the person's oldest gives way to it. False where there are too many in all. */
  hold(person: string, response: Response): boolean;
  endAll(): void;
}

/** What is held open for the tab, bounded. */
export function createTabStreams(): TabStreams {
  const open = new Map<string, Set<Response>>();
  let count = 0;
  return {
    hold(person, response) {
      if (count >= mostInAll) return false;
      const own = open.get(person) ?? new Set();
      const [oldest] = own;
      if (own.size >= mostOfOne) oldest?.end();
      open.set(person, own.add(response));
      count++;
      const timer = setTimeout(() => response.end(), longest).unref();
      response.once('close', () => {
        clearTimeout(timer);
        count--;
        own.delete(response);
        if (own.size === 0 && open.get(person) === own) open.delete(person);
      });
      return true;
    },
    endAll() {
      for (const own of open.values()) for (const response of own) response.end();
    },
  };
}
