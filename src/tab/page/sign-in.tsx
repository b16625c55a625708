import { MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTab } from './context.ts';
import { Refusal } from './refusal.tsx';

/** Shows a page to whom it is for, and in its place why not to anybody else. */
export function ForThose({ page, children }: { readonly page: 'incidents' | 'figures'; readonly children: ReactNode }) {
  const { me, setup, host } = useTab();
  if (me.kind === 'asking') return <Spinner label="Looking who you are…" />;
  if (me.kind === 'somebody') return me.me[page] ? children : <NotYours />;
  if (me.refusal.kind !== 'not-signed-in') return <Refusal refusal={me.refusal} />;
  const how = setup.local
    ? 'Choose a person under “Act as”.'
    : host.kind === 'teams'
      ? 'Teams could not sign you in. Reload the tab, or ask your administrator to allow this app.'
      : 'Open this page in Microsoft Teams, where you are signed in.';
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>This page is for people who are signed in</MessageBarTitle> {how}
      </MessageBarBody>
    </MessageBar>
  );
}

function NotYours() {
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Nothing waits for you here</MessageBarTitle> This page is for people whose role it is. The
        policy is for everybody.
      </MessageBarBody>
    </MessageBar>
  );
}
