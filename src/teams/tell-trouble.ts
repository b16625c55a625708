import { ActivityTypes, type TurnContext } from 'botbuilder';
import { wordsResponse } from './invoke-response.ts';

export const troubleText = 'Something went wrong. Nothing was lost: try again.';

/** Tells the member that their turn failed, in whatever way the turn can be answered. */
export async function tellTrouble(context: TurnContext): Promise<void> {
  const { type } = context.activity;
  if (type === ActivityTypes.Invoke) await context.sendActivity(wordsResponse(context.activity, troubleText));
  else if (type === ActivityTypes.Message) await context.sendActivity({ type, text: troubleText, textFormat: 'plain' });
}
