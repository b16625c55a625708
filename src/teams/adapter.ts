import { type Activity, ActivityTypes, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector';
import type { Logger } from 'pino';
import { placeOf } from './place-of.ts';
import { requestId } from './request-id.ts';
import { tellTrouble } from './tell-trouble.ts';

/** botbuilder's adapter, entered behind its own HTTP handling, which answers with error messages of its libraries. */
export class TeamsAdapter extends CloudAdapter {
  constructor(authentication: BotFrameworkAuthentication, logger: Logger) {
    super(authentication);
    this.onTurnError = async (context, error) => {
      // A proactive message has a caller who asked for it and must know (deliver-alerts.ts).
      if (context.activity.type === ActivityTypes.Event) throw error;
      logger.error({ ...requestId(), activity: context.activity.type, ...placeOf(error) }, 'turn failed');
      await tellTrouble(context).catch((second: Error) =>
        logger.error({ ...requestId(), ...placeOf(second) }, 'could not tell the member'),
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
