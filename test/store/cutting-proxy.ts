import { connect, createServer, type Socket } from 'node:net';

/**
 * A line to a server that breaks: each connection is cut after a random number of bytes in either direction, so also
 * between a commit and its answer. `heal` lets all through from then on.
 */
export async function cuttingProxy(url: string, bytesAtMost: number) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let cutting = true;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let left = cutting ? Math.ceil(Math.random() * bytesAtMost) : Number.POSITIVE_INFINITY;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', cut).on('close', cut);
      from.on('data', (data: Buffer) => {
        to.write(data.subarray(0, Math.max(0, left)));
        left -= data.length;
        if (left > 0) return;
        cuts++;
        cut();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxied = new URL(url);
  proxied.port = String((server.address() as { port: number }).port);
  return {
    url: proxied.href,
    cuts: () => cuts,
    heal: () => {
      cutting = false;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
