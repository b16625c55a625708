import { MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTab } from './context.ts';
import { Refusal } from './refusal.tsx';

interface ForThoseProps {
  readonly page: 'incidents' | 'figures';
  /** The heading where the page itself is not shown; with it, the page has its own. */
  readonly title: string;
  readonly children: ReactNode;
}

/** Shows a page to whom it is for, and in its place why not to anybody else. */
export function ForThose({ page, title, children }: ForThoseProps) {
  const { me } = useTab();
  if (me.kind === 'somebody' && me.me[page]) return children;
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      {me.kind === 'asking' && <Spinner label="Looking who you are…" />}
      {me.kind === 'somebody' && <NotYours />}
      {me.kind === 'nobody' && (me.refusal.kind === 'not-signed-in' ? <SignIn /> : <Refusal refusal={me.refusal} />)}
    </>
  );
}

function SignIn() {
  const { setup, host } = useTab();
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
