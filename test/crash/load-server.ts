import { startChild } from './children.ts';

export const loadKey = '5c'.repeat(32);
const serverFile = new URL('./serve-product.ts', import.meta.url).pathname;

/** A process of the product under load. */
export interface LoadServer {
  readonly url: string;
  memory(): Promise<{ readonly used: number; readonly rss: number }>;
  /** Ends it; resolves to what it has complained of. */
  stop(): Promise<string>;
}

export async function startLoadServer(settings: {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly users: number;
  readonly alertsTo: string;
}): Promise<LoadServer> {
  const child = await startChild(serverFile, {
    flags: ['--expose-gc'],
    env: {
      ...{ DATA_DIR: settings.dataFolder, DATA_KEY: loadKey, DATABASE_URL: settings.databaseUrl ?? '' },
      ...{ CROWD: String(settings.users), ALERTS_TO: settings.alertsTo },
    },
  });
  const told = () =>
    new Promise<{ used: number; rss: number }>((resolve) =>
      child.process.once('message', (figures) => resolve(figures as { used: number; rss: number })),
    );
  return {
    url: /listening (\S+)/.exec(child.said)?.[1] ?? '',
    memory: () => {
      const answer = told();
      child.process.send('memory');
      return Promise.race([answer, child.gone]);
    },
    async stop() {
      await child.end();
      return child.complaints();
    },
  };
}
