import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CrisisWords } from '../wire.ts';

/** Words of danger come before everything else, as in the chat. */
export function Crisis({ words }: { readonly words: CrisisWords }) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.headline}</MessageBarTitle> {words.intro}
        <ul>
          {words.lines.map(({ title, reach, when }) => (
            <li key={title}>
              <strong>
                {title}: {reach}
              </strong>{' '}
              {when}
            </li>
          ))}
        </ul>
        {words.closing}
      </MessageBarBody>
    </MessageBar>
  );
}
