/** Tells watchers that what they look at has changed. Nothing of it goes out: they fetch anew, with the rights they have then. */
export interface Live {
  /**
   * Calls `send` whenever `look` gives another text than before, until `ended`; `seen` is what the watcher has already.
   * `look` sees with the watcher's own eyes, so that somebody who must not know of an incident is not told by a ping that it
   * moved.
   */
  watch(look: () => Promise<string>, seen: string, send: () => void, ended: AbortSignal): void;
  /** Something was committed here: look now. Other replicas' commits are seen at the next round. */
  poke(): void;
  /** How many watch now. */
  readonly watchers: number;
}

interface Watcher {
  readonly look: () => Promise<string>;
  readonly send: () => void;
  seen: string;
}

/** Looked at this many at a time, so that watching never takes the store from those who work. */
const atOnce = 4;

export function createLive(everyMs: number, onTrouble: (error: unknown) => void): Live {
  const watchers = new Set<Watcher>();
  let running = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  async function lookOne(watcher: Watcher): Promise<void> {
    try {
      const now = await watcher.look();
      if (now === watcher.seen || !watchers.has(watcher)) return;
      watcher.seen = now;
      watcher.send();
    } catch (error) {
      onTrouble(error);
    }
  }

  async function round(): Promise<void> {
    clearTimeout(timer);
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      const waiting = [...watchers];
      const work = async () => {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await lookOne(one);
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    } while (again);
    running = false;
    if (watchers.size > 0) timer = setTimeout(() => void round(), everyMs).unref();
  }

  return {
    watch(look, seen, send, ended) {
      if (ended.aborted) return;
      const watcher: Watcher = { look, send, seen };
      watchers.add(watcher);
      ended.addEventListener('abort', () => watchers.delete(watcher), { once: true });
      void round();
    },
    poke: () => {
      if (watchers.size > 0) void round();
    },
    get watchers() {
      return watchers.size;
    },
  };
}
