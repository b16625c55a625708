import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RefusedBody, readJson } from '../../src/teams/read-json.ts';
import { head, sendRaw } from './raw-http.ts';

/** The time limit alone needs a server of its own: the product's is ten seconds. */
test('who sends too slowly is answered 408 and hung up on', async () => {
  const server = createServer((request, response) => {
    readJson(request, response, { bytes: 1_000, depth: 10, withinMs: 200 }).then(
      () => response.end(),
      (error: RefusedBody) => {
        response.statusCode = error.status;
        response.setHeader('connection', 'close');
        response.end();
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const announced = head(url, { 'content-type': 'application/json', 'content-length': 100 });
  expect((await sendRaw(url, [announced, '{"type"'])).status).toBe(408);
  await new Promise((done) => server.close(done));
});
