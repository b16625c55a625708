import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reply } from './api.ts';

/** What was fetched last, or null before; `again` fetches anew and keeps showing the old until the new is there. */
export function useFetched<T>(fetchIt: () => Promise<Reply<T>>): [Reply<T> | null, () => void, (value: T) => void] {
  const [reply, setReply] = useState<Reply<T> | null>(null);
  const turn = useRef(0);
  const again = useCallback(() => {
    const mine = ++turn.current;
    void fetchIt().then((fresh) => {
      if (mine === turn.current) setReply(fresh);
    });
  }, [fetchIt]);
  useEffect(() => {
    setReply(null);
    again();
    return () => {
      turn.current++;
    };
  }, [again]);
  const put = useCallback((value: T) => {
    turn.current++;
    setReply({ ok: true, value });
  }, []);
  return [reply, again, put];
}
