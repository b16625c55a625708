import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands for the Bot Connector at the least cost: takes every message, and shows the last one at GET /last. */
let last = '{}';
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method === 'GET') return response.end(last);
    last = Buffer.concat(chunks).toString();
    response.statusCode = 201;
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"m"}');
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`));
