import { connect } from 'node:net';

export interface RawAnswer {
  /** Of the last answer on the connection; 0 if there was none. */
  readonly status: number;
  readonly statuses: readonly number[];
  readonly text: string;
}

/** Writes bytes to the server of `url` as they are, and reads until the server closes the connection; 15 s of silence end it too. */
export function sendRaw(url: string, parts: readonly (string | Buffer)[], { hangUp = false } = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const finish = () => {
      socket.destroy();
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
      resolve({ status: statuses.at(-1) ?? 0, statuses, text });
    };
    socket.setTimeout(15_000, finish);
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', finish);
    socket.on('error', () => {});
    for (const part of parts) socket.write(part);
    if (hangUp) socket.end();
  });
}

/** The head of a POST to the messages endpoint, with a blank line at its end. */
export function head(url: string, headers: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries({ host: new URL(url).host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `POST /api/messages HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}
