import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { RefusalView } from '../wire.ts';

/** A "no" in words. */
export function Refusal({ refusal }: { readonly refusal: RefusalView }) {
  return (
    <MessageBar intent={refusal.kind === 'unavailable' ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{refusal.headline}</MessageBarTitle> {refusal.lines.join(' ')}
      </MessageBarBody>
    </MessageBar>
  );
}
