import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { UndeliveredAlert } from '../../../casework/undelivered.ts';
import { useTab } from '../context.ts';
import { useFetched } from '../use-fetched.ts';

/** Alerts that reached nobody, by any channel: somebody has to tell these people. */
export function Undelivered() {
  const { session } = useTab();
  const fetchIt = useCallback(() => session.api.get<readonly UndeliveredAlert[]>('undelivered'), [session]);
  const [lost] = useFetched(fetchIt);
  if (!lost?.ok || lost.value.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Alerts that could not be delivered</MessageBarTitle>
        <ul>
          {lost.value.map(({ alertId, reference, to }) => (
            <li key={alertId}>
              {reference}: {to}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
