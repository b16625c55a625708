import { type Activity, ActivityTypes, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector';
import type { Logger } from 'pino';
import { tellTrouble } from './tell-trouble.ts';

/** botbuilder's adapter, entered behind its own HTTP handling, which answers with error messages of its libraries. */
export class TeamsAdapter extends CloudAdapter {
  constructor(authentication: BotFrameworkAuthentication, logger: Logger) {
    super(authentication);
    this.onTurnError = async (context, error) => {
      // A proactive message has a caller who asked for it and must know (deliver-alerts.ts).
      if (context.activity.type === ActivityTypes.Event) throw error;
      logger.error({ activity: context.activity.type, error: error.name, ...placeOf(error) }, 'turn failed');
      await tellTrouble(context).catch((second: Error) =>
        logger.error({ error: second.name }, 'could not tell the member'),
      );
    };
  }

  /** Runs one admitted activity through `run`; resolves to what an invoke is answered with. */
  receive(
    admitted: AuthenticateRequestResult,
    activity: Activity,
    run: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(admitted, activity, run);
  }
}

/** Where the error came from, without its message: messages quote what people wrote. */
function placeOf(error: Error): { readonly at?: string } {
  const at = /\((?:file:\/\/)?([^()]*?src\/[^()]+:\d+):\d+\)|at (?:file:\/\/)?(\S*?src\/\S+:\d+):\d+/.exec(
    error.stack ?? '',
  );
  const place = at?.[1] ?? at?.[2];
  return place === undefined ? {} : { at: place.slice(place.indexOf('src/')) };
}
