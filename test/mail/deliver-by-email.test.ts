import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { AlertNotice } from '../../src/alerts/courier.ts';
import { createMailCourier } from '../../src/mail/deliver-by-email.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import { people, who } from '../casework/world.ts';

const notice: AlertNotice = {
  alertId: 'a1',
  reference: 'CIP-TEST0-TEST0',
  ask: 'A new report waits for you.',
  for: 'staff',
  by: '2026-06-10T16:00:00.000Z',
};
const servers: SMTPServer[] = [];

/** A mail server that keeps what it takes; `rules` make it refuse. */
async function mailServer(rules: SMTPServerOptions = {}): Promise<{ server: string; letters: string[] }> {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let letter = '';
      stream.on('data', (chunk: Buffer) => {
        letter += chunk.toString();
      });
      stream.on('end', () => {
        letters.push(letter);
        done();
      });
    },
    ...rules,
  });
  server.on('error', () => undefined);
  servers.push(server);
  const socket = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => socket.once('listening', resolve));
  return { server: `smtp://127.0.0.1:${(socket.address() as AddressInfo).port}`, letters };
}

function courier(server: string, directory = fileDirectory(people)) {
  return createMailCourier({ server, from: 'can-i-post@example.org', directory, timeoutMs: 500 });
}

function refusing(responseCode: number): SMTPServerOptions {
  return { onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode })) };
}

afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(() => resolve(undefined))))));

describe('an alert by e-mail', () => {
  test('reaches the address of the directory and says no more than the card does', async () => {
    const { server, letters } = await mailServer();
    expect(await courier(server).deliver(who('Priya').oid, notice)).toEqual({
      outcome: 'delivered',
      messageId: '<alert-a1@example.org>',
    });
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatch(/^To: priya\.nandakumar@example\.org/m);
    expect(letters[0]).toMatch(/^Subject: CIP-TEST0-TEST0: A new report waits for you\./m);
    expect(letters[0]).toContain('Wanted by 10 June 2026.');
    expect(letters[0]).not.toMatch(/Priya Nandakumar|Asha|Tom/);
  });

  test('to a reporter does not even say that there is a report', async () => {
    const { server, letters } = await mailServer();
    const ask = 'There is news for you here.';
    await courier(server).deliver(who('Asha').oid, { ...notice, ask, for: 'reporter', by: null });
    expect(letters[0]).toMatch(/^Subject: Something waits for you in Can I Post/m);
    expect(letters[0]).toContain('ask for CIP-TEST0-TEST0');
    expect(letters[0]).not.toMatch(/report|incident|bully|case/i);
  });

  test('does not go to somebody without an address, who has left, or who is nobody', async () => {
    const { server, letters } = await mailServer();
    const others = people.map((person) => ({
      ...person,
      ...(person.name === 'Priya Nandakumar' ? { email: null } : {}),
      ...(person.name === 'Colin Marsh' ? { left: true } : {}),
    }));
    for (const oid of [who('Priya').oid, who('Colin').oid, 'nobody'])
      expect(await courier(server, fileDirectory(others)).deliver(oid, notice)).toEqual({
        outcome: 'unreachable',
        reason: 'gone',
      });
    expect(letters).toEqual([]);
  });

  test.each([
    [550, { outcome: 'unreachable', reason: 'refused' }],
    [552, { outcome: 'unreachable', reason: 'refused' }],
    [421, { outcome: 'later', afterMs: null }],
    [451, { outcome: 'later', afterMs: null }],
  ])('that the server answers with %d is judged by it', async (responseCode, expected) => {
    const { server } = await mailServer(refusing(responseCode));
    expect(await courier(server).deliver(who('Priya').oid, notice)).toEqual(expected);
  });

  test('waits for later while the server is away or says nothing', async () => {
    expect(await courier('smtp://127.0.0.1:9').deliver(who('Priya').oid, notice)).toEqual({
      outcome: 'later',
      afterMs: null,
    });
    const { server } = await mailServer({ onConnect: () => undefined });
    expect(await courier(server).deliver(who('Priya').oid, notice)).toEqual({ outcome: 'later', afterMs: null });
  });
});
